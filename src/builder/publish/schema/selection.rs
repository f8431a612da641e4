//! The shape of `clusteratlas.json` and of a selection that a visitor saves as JSON.

use schemars::JsonSchema;

use super::forms::{CountryCode, Date, Id, Precision, Qualifier, StateCode, Status, Text, Url};
use super::{Named, Source, record};

/// Clusters, places and cooperations of Clusteratlas in full words: all of them, or a selection. What is unknown is left
/// out.
#[derive(JsonSchema)]
#[schemars(title = "Clusteratlas selection", deny_unknown_fields)]
#[expect(dead_code, reason = "only the shape matters")]
pub(super) struct File {
    /// Where this schema is found, as far as the file knows.
    #[serde(rename = "$schema")]
    schema: Text,
    /// Version of the format. Programs should refuse versions that they do not know.
    #[schemars(range(min = 1, max = 1))]
    version: u32,
    /// What the dataset says about itself.
    dataset: super::Edition,
    /// Whether the file holds the whole dataset.
    whole: bool,
    /// Cooperations between clusters and partners, in the order that was shown.
    cooperations: Vec<Cooperation>,
    /// Clusters that take part in them; of the whole dataset all.
    clusters: Vec<Cluster>,
    /// Places of their partners, likewise.
    places: Vec<Place>,
}

record! {
    /// A project, agreement, delegation or joint stand.
    Cooperation {
        /// Id.
        id: Id,
        /// German title.
        title_de: Text,
        /// English title.
        title_en: Text,
        /// The German clusters that take part.
        clusters: Vec<ClusterName>,
        /// Partners.
        #[schemars(length(min = 1))]
        partners: Vec<Partner>,
        /// The programme that funded or framed it.
        #[schemars(with = "Named")] #[serde(default)]
        programme: Option<Named>,
        /// What it works on.
        #[schemars(length(min = 1))]
        themes: Vec<Named>,
        /// What kind of cooperation it is.
        #[schemars(length(min = 1))]
        kinds: Vec<Named>,
        /// When it began.
        #[schemars(with = "Date")] #[serde(default)]
        start: Option<Date>,
        /// When it ended or will end.
        #[schemars(with = "Date")] #[serde(default)]
        end: Option<Date>,
        /// Whether it runs at the date of the dataset.
        status: Status,
        /// Reference number given by the funder.
        #[schemars(with = "Text")] #[serde(default)]
        funding_reference: Option<Text>,
        /// Public money in euro; it may cover only the German side.
        #[schemars(with = "f64", range(min = 0.0))] #[serde(default)]
        funding_eur: Option<f64>,
        /// How the source words the amount.
        #[schemars(with = "Qualifier")] #[serde(default)]
        funding_qualifier: Option<Qualifier>,
        /// Organisation that leads.
        #[schemars(with = "Text")] #[serde(default)]
        coordinator: Option<Text>,
        /// Summary in German.
        #[schemars(with = "Text")] #[serde(default)]
        summary_de: Option<Text>,
        /// Summary in English.
        #[schemars(with = "Text")] #[serde(default)]
        summary_en: Option<Text>,
        /// Pages and documents that state it; missing where they had not been loaded.
        #[serde(default)]
        sources: Vec<Source>,
    }
}

record! {
    /// A cluster by id and name.
    ClusterName {
        /// Id.
        id: Id,
        /// Name.
        name: Text,
    }
}

record! {
    /// A place and, if it is known, who is based there.
    Partner {
        /// Where the partner is based.
        place: Named,
        /// The country of the place.
        #[schemars(with = "NamedCountry")] #[serde(default)]
        country: Option<NamedCountry>,
        /// Partner organisation.
        #[schemars(with = "Text")] #[serde(default)]
        organisation: Option<Text>,
    }
}

record! {
    /// A country by ISO 3166-1 code and names.
    NamedCountry {
        /// Code.
        id: CountryCode,
        /// German name.
        name_de: Text,
        /// English name.
        name_en: Text,
    }
}

record! {
    /// A German state by ISO 3166-2 code and names.
    NamedState {
        /// Code.
        id: StateCode,
        /// German name.
        name_de: Text,
        /// English name.
        name_en: Text,
    }
}

record! {
    /// A programme or label that a cluster belongs or belonged to; the names are those of a programme of the dataset.
    Membership {
        /// Id.
        id: Id,
        /// German name.
        #[schemars(with = "Text")] #[serde(default)]
        name_de: Option<Text>,
        /// English name.
        #[schemars(with = "Text")] #[serde(default)]
        name_en: Option<Text>,
    }
}

record! {
    /// A German innovation cluster, competence network or comparable network.
    Cluster {
        /// Id.
        id: Id,
        /// Full name.
        name: Text,
        /// Short form.
        #[schemars(with = "Text")] #[serde(default)]
        short_name: Option<Text>,
        /// Other and former names.
        aliases: Vec<Text>,
        /// City of the seat.
        #[schemars(with = "Text")] #[serde(default)]
        city: Option<Text>,
        /// Latitude of that city in degrees (WGS 84).
        #[schemars(with = "f64", range(min = -90.0, max = 90.0))] #[serde(default)]
        lat: Option<f64>,
        /// Longitude of that city in degrees (WGS 84).
        #[schemars(with = "f64", range(min = -180.0, max = 180.0))] #[serde(default)]
        lon: Option<f64>,
        /// German state.
        #[schemars(with = "NamedState")] #[serde(default)]
        state: Option<NamedState>,
        /// What it works on.
        #[schemars(length(min = 1))]
        themes: Vec<Named>,
        /// Programmes and labels.
        memberships: Vec<Membership>,
        /// Home page.
        #[schemars(with = "Url")] #[serde(default)]
        website: Option<Url>,
        /// Summary in German.
        #[schemars(with = "Text")] #[serde(default)]
        summary_de: Option<Text>,
        /// Summary in English.
        #[schemars(with = "Text")] #[serde(default)]
        summary_en: Option<Text>,
        /// Pages and documents that state it; missing where they had not been loaded.
        #[serde(default)]
        sources: Vec<Source>,
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
        #[schemars(with = "NamedCountry")] #[serde(default)]
        country: Option<NamedCountry>,
        /// What the coordinates stand for.
        precision: Precision,
        /// Latitude in degrees (WGS 84).
        #[schemars(range(min = -90.0, max = 90.0))]
        lat: f64,
        /// Longitude in degrees (WGS 84).
        #[schemars(range(min = -180.0, max = 180.0))]
        lon: f64,
    }
}
