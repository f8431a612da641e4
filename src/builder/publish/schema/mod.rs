//! `atlas.schema.json`, `selection.schema.json` and `stories.schema.json`: the published shapes for other people's
//! programs, as JSON Schema 2020-12.
//!
//! The types mirror `clusteratlas_core::dataset::wire` and are never made; they carry what the schema says.
//! A test holds the published files against the schemas, which allow no field that is not listed here.

mod forms;
mod selection;
mod stories;

use schemars::{JsonSchema, Schema, generate::SchemaSettings};

use forms::{
    Comparator, Continent, CountryCode, Date, FunderLevel, Id, Precision, Qualifier, StateCode, Text, Url,
};

/// The dataset of Clusteratlas: German innovation clusters and their cooperations. What is unknown is left
/// out: a missing list is empty, any other missing field is not known.
#[derive(JsonSchema)]
#[schemars(title = "Clusteratlas atlas.json", deny_unknown_fields)]
#[expect(dead_code, reason = "only the shape matters")]
struct Atlas {
    /// Version of the format. Programs should refuse versions that they do not know.
    #[schemars(range(min = 1, max = 1))]
    version: u32,
    /// What the dataset says about itself.
    dataset: Edition,
    /// Groups of themes, in order of display.
    fields: Vec<Named>,
    /// Themes in order of display.
    themes: Vec<Theme>,
    /// Kinds of cooperation in order of display.
    kinds: Vec<Named>,
    /// Germany and the countries that hold a place.
    countries: Vec<Country>,
    /// The sixteen German states.
    states: Vec<State>,
    /// Funding programmes, competitions and initiatives.
    programmes: Vec<Programme>,
    /// German innovation clusters and comparable networks.
    clusters: Vec<Cluster>,
    /// Places where partners are based.
    places: Vec<Place>,
    /// Cooperations between clusters and partners.
    cooperations: Vec<Cooperation>,
    /// Published numbers about the field.
    key_figures: Vec<KeyFigure>,
}

/// Declares one mirrored record.
macro_rules! record {
    ($(#[$meta:meta])* $name:ident { $($(#[$field_meta:meta])* $field:ident: $type:ty,)* }) => {
        $(#[$meta])*
        #[derive(JsonSchema)]
        #[schemars(deny_unknown_fields)]
        #[expect(dead_code, reason = "only the shape matters")]
        struct $name {
            $($(#[$field_meta])* $field: $type,)*
        }
    };
}
use record;

record! {
    /// What the dataset says about itself.
    Edition {
        /// The dataset's own version.
        version: Text,
        /// The date it describes; whether a cooperation is running refers to it.
        date: Date,
        /// Who publishes it, in German.
        publisher_de: Text,
        /// Who publishes it, in English.
        publisher_en: Text,
        /// Licence and credits that must be shown, in German.
        licence_de: Text,
        /// Licence and credits that must be shown, in English.
        licence_en: Text,
        /// Hash of the contents, equal in the `details.json` that belongs to this file.
        #[schemars(regex(pattern = "^[0-9a-f]{16,}$"))]
        content: String,
    }
}

record! {
    /// An id with its names.
    Named {
        /// Id.
        id: Id,
        /// German name.
        name_de: Text,
        /// English name.
        name_en: Text,
    }
}

record! {
    /// What clusters and cooperations work on.
    Theme {
        /// Id.
        id: Id,
        /// German name.
        name_de: Text,
        /// English name.
        name_en: Text,
        /// Id of the group it belongs to, in `fields`.
        field: Id,
    }
}

record! {
    /// A country. Names come from the Unicode Common Locale Data Repository.
    Country {
        /// Code.
        id: CountryCode,
        /// German name.
        name_de: Text,
        /// English name.
        name_en: Text,
        /// Continent.
        continent: Continent,
        /// Latitude of a point well inside, in degrees.
        #[schemars(range(min = -90.0, max = 90.0))]
        lat: f64,
        /// Longitude of that point, in degrees.
        #[schemars(range(min = -180.0, max = 180.0))]
        lon: f64,
    }
}

record! {
    /// A German state.
    State {
        /// Code.
        id: StateCode,
        /// Latitude of a point well inside, in degrees.
        #[schemars(range(min = -90.0, max = 90.0))]
        lat: f64,
        /// Longitude of that point, in degrees.
        #[schemars(range(min = -180.0, max = 180.0))]
        lon: f64,
    }
}

record! {
    /// A funding programme, competition or initiative.
    Programme {
        /// Id.
        id: Id,
        /// German name.
        name_de: Text,
        /// English name.
        name_en: Text,
        /// Who pays.
        funder: Text,
        /// On which level.
        funder_level: FunderLevel,
        /// First date.
        #[schemars(with = "Date")] #[serde(default)]
        start: Option<Date>,
        /// Last date; also unknown while it runs.
        #[schemars(with = "Date")] #[serde(default)]
        end: Option<Date>,
        /// Web page.
        #[schemars(with = "Url")] #[serde(default)]
        url: Option<Url>,
    }
}

record! {
    /// A German innovation cluster, competence network or comparable network.
    Cluster {
        /// Id.
        id: Id,
        /// Full name.
        name: Text,
        /// Short form for labels.
        #[schemars(with = "Text")] #[serde(default)]
        short_name: Option<Text>,
        /// Other and former names.
        #[serde(default)]
        aliases: Vec<Text>,
        /// Seat of the network or of its management.
        #[schemars(with = "Text")] #[serde(default)]
        city: Option<Text>,
        /// German state; unknown for networks without one.
        #[schemars(with = "StateCode")] #[serde(default)]
        state: Option<StateCode>,
        /// Latitude of the city, known exactly when the city is.
        #[schemars(with = "f64", range(min = -90.0, max = 90.0))] #[serde(default)]
        lat: Option<f64>,
        /// Longitude of the city, known exactly when the city is.
        #[schemars(with = "f64", range(min = -180.0, max = 180.0))] #[serde(default)]
        lon: Option<f64>,
        /// Ids of themes in order of display.
        #[schemars(length(min = 1))]
        themes: Vec<Id>,
        /// Programmes and labels it belongs or belonged to: ids of programmes, or `nrw-landescluster`.
        #[serde(default)]
        memberships: Vec<Id>,
        /// Home page.
        #[schemars(with = "Url")] #[serde(default)]
        website: Option<Url>,
    }
}

record! {
    /// A city, a region or a whole country in which partners are based.
    Place {
        /// Id.
        id: Id,
        /// German name.
        name_de: Text,
        /// English name.
        name_en: Text,
        /// Country; missing for a region of several countries.
        #[schemars(with = "CountryCode")] #[serde(default)]
        country: Option<CountryCode>,
        /// What the coordinates stand for.
        precision: Precision,
        /// Latitude in degrees.
        #[schemars(range(min = -90.0, max = 90.0))]
        lat: f64,
        /// Longitude in degrees.
        #[schemars(range(min = -180.0, max = 180.0))]
        lon: f64,
        /// For a city or region in Germany, the state that holds the coordinates. A region may reach into
        /// other states.
        #[schemars(with = "StateCode")] #[serde(default)]
        state: Option<StateCode>,
    }
}

record! {
    /// A place and who is based there.
    Partner {
        /// Id of the place.
        place: Id,
        /// Organisation; several at one place are separated by a semicolon. Missing where a source names
        /// only the place.
        #[schemars(with = "Text")] #[serde(default)]
        organisation: Option<Text>,
    }
}

record! {
    /// A project, agreement, delegation, joint stand or the like.
    Cooperation {
        /// Id.
        id: Id,
        /// German title.
        title_de: Text,
        /// English title.
        title_en: Text,
        /// Ids of the German clusters that take part; missing where a source names none of the dataset.
        #[serde(default)]
        clusters: Vec<Id>,
        /// Partners.
        #[schemars(length(min = 1))]
        partners: Vec<Partner>,
        /// Id of the programme that funded or framed it.
        #[schemars(with = "Id")] #[serde(default)]
        programme: Option<Id>,
        /// Ids of themes in order of display.
        #[schemars(length(min = 1))]
        themes: Vec<Id>,
        /// Ids of kinds in order of display.
        #[schemars(length(min = 1))]
        kinds: Vec<Id>,
        /// First date.
        #[schemars(with = "Date")] #[serde(default)]
        start: Option<Date>,
        /// Last date; also unknown for agreements without a stated end.
        #[schemars(with = "Date")] #[serde(default)]
        end: Option<Date>,
        /// Reference number given by the funder.
        #[schemars(with = "Text")] #[serde(default)]
        funding_reference: Option<Text>,
        /// Public funding in euro as a source states it; may cover only the German side.
        #[schemars(with = "f64")] #[serde(default)]
        funding_eur: Option<f64>,
        /// How the source words the amount; known exactly when the amount is.
        #[schemars(with = "Qualifier")] #[serde(default)]
        funding_qualifier: Option<Qualifier>,
        /// Organisation that leads.
        #[schemars(with = "Text")] #[serde(default)]
        coordinator: Option<Text>,
    }
}

record! {
    /// Evidence: a public page or a given document.
    Source {
        /// Web address; missing for a given document.
        #[schemars(with = "Url")] #[serde(default)]
        url: Option<Url>,
        /// Title.
        title: Text,
        /// Who publishes it.
        #[schemars(with = "Text")] #[serde(default)]
        publisher: Option<Text>,
        /// When it was published.
        #[schemars(with = "Date")] #[serde(default)]
        published: Option<Date>,
    }
}

record! {
    /// A published number about the field.
    KeyFigure {
        /// Id.
        id: Id,
        /// What is counted, in German.
        label_de: Text,
        /// What is counted, in English.
        label_en: Text,
        /// The number.
        value: f64,
        /// Unit in English.
        unit: Text,
        /// How the source words the number.
        comparator: Comparator,
        /// The things listed, if the number counts a list.
        #[serde(default)]
        items: Vec<Text>,
        /// What the number refers to.
        #[schemars(with = "Date")] #[serde(default)]
        as_of: Option<Date>,
        /// Id of the programme that it is about.
        #[schemars(with = "Id")] #[serde(default)]
        programme: Option<Id>,
        /// Where it was published.
        source: Source,
    }
}

/// The schema of `atlas.json`.
pub(crate) fn atlas() -> Schema {
    schema::<Atlas>()
}

/// The schema of data that are saved as JSON.
pub(crate) fn selection() -> Schema {
    schema::<selection::File>()
}

/// The schema of `stories.json`.
pub(crate) fn stories() -> Schema {
    schema::<stories::File>()
}

fn schema<T: JsonSchema>() -> Schema {
    SchemaSettings::draft2020_12()
        .into_generator()
        .into_root_schema_for::<T>()
}
