//! The shapes of `atlas.json`, `details.json` and `stories.json`, version 1, as the builder writes them.
//!
//! The reader takes the same fields one by one, see `value`: a derived reader of each shape would make the
//! application several times the size of one that serves all.
//!
//! Field names are those of the authored files. What is unknown is left out: a missing list is empty, any
//! other missing field is not known.

use std::borrow::Cow;
use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

/// The version of the format that this code reads and writes.
pub const VERSION: u32 = 1;

/// A text borrowed from the file where it holds no escape.
pub type Text<'a> = Cow<'a, str>;

macro_rules! record {
    ($(#[$meta:meta])* $name:ident { $($(#[$field_meta:meta])* $field:ident: $type:ty = $doc:literal,)* }) => {
        $(#[$meta])*
        #[derive(Clone, Debug, Deserialize, Serialize)]
        pub struct $name<'a> {
            $(#[doc = $doc] $(#[$field_meta])* pub $field: $type,)*
        }
    };
}

record! {
    /// The edition.
    Edition {
        #[serde(borrow)] version: Text<'a> = "The dataset's own version.",
        #[serde(borrow)] date: Text<'a> = "The date it describes.",
        #[serde(borrow)] publisher_de: Text<'a> = "Who publishes it, in German.",
        #[serde(borrow)] publisher_en: Text<'a> = "Who publishes it, in English.",
        #[serde(borrow)] licence_de: Text<'a> = "Licence and credits, in German.",
        #[serde(borrow)] licence_en: Text<'a> = "Licence and credits, in English.",
        #[serde(borrow)] content: Text<'a> = "Hash of the contents, repeated by `details.json` and `stories.json`.",
    }
}

record! {
    /// A field of themes, or a kind of cooperation.
    Named {
        #[serde(borrow)] id: Text<'a> = "Id.",
        #[serde(borrow)] name_de: Text<'a> = "German name.",
        #[serde(borrow)] name_en: Text<'a> = "English name.",
    }
}

record! {
    /// A theme.
    Theme {
        #[serde(borrow)] id: Text<'a> = "Id.",
        #[serde(borrow)] name_de: Text<'a> = "German name.",
        #[serde(borrow)] name_en: Text<'a> = "English name.",
        #[serde(borrow)] field: Text<'a> = "Id of its field.",
    }
}

record! {
    /// A country.
    Country {
        #[serde(borrow)] id: Text<'a> = "ISO 3166-1 alpha-2 code.",
        #[serde(borrow)] name_de: Text<'a> = "German name.",
        #[serde(borrow)] name_en: Text<'a> = "English name.",
        #[serde(borrow)] continent: Text<'a> = "Continent.",
        lat: f64 = "Latitude of a representative point.",
        lon: f64 = "Longitude of a representative point.",
    }
}

record! {
    /// A German state.
    State {
        #[serde(borrow)] id: Text<'a> = "ISO 3166-2 code.",
        lat: f64 = "Latitude of a representative point.",
        lon: f64 = "Longitude of a representative point.",
    }
}

record! {
    /// A programme.
    Programme {
        #[serde(borrow)] id: Text<'a> = "Id.",
        #[serde(borrow)] name_de: Text<'a> = "German name.",
        #[serde(borrow)] name_en: Text<'a> = "English name.",
        #[serde(borrow)] funder: Text<'a> = "Who pays.",
        #[serde(borrow)] funder_level: Text<'a> = "`federal`, `state`, `eu` or `other`.",
        #[serde(borrow, default, skip_serializing_if = "Option::is_none")]
        start: Option<Text<'a>> = "First date.",
        #[serde(borrow, default, skip_serializing_if = "Option::is_none")]
        end: Option<Text<'a>> = "Last date.",
        #[serde(borrow, default, skip_serializing_if = "Option::is_none")]
        url: Option<Text<'a>> = "Web page.",
    }
}

record! {
    /// A cluster.
    Cluster {
        #[serde(borrow)] id: Text<'a> = "Id.",
        #[serde(borrow)] name: Text<'a> = "Full name.",
        #[serde(borrow, default, skip_serializing_if = "Option::is_none")]
        short_name: Option<Text<'a>> = "Short form.",
        #[serde(borrow, default, skip_serializing_if = "Vec::is_empty")]
        aliases: Vec<Text<'a>> = "Other and former names.",
        #[serde(borrow, default, skip_serializing_if = "Option::is_none")]
        city: Option<Text<'a>> = "Seat.",
        #[serde(borrow, default, skip_serializing_if = "Option::is_none")]
        state: Option<Text<'a>> = "German state, ISO 3166-2.",
        #[serde(default, skip_serializing_if = "Option::is_none")]
        lat: Option<f64> = "Latitude of the city; known exactly when the city is.",
        #[serde(default, skip_serializing_if = "Option::is_none")]
        lon: Option<f64> = "Longitude of the city; known exactly when the city is.",
        #[serde(borrow)] themes: Vec<Text<'a>> = "Ids of themes; never empty.",
        #[serde(borrow, default, skip_serializing_if = "Vec::is_empty")]
        memberships: Vec<Text<'a>> = "Ids of programmes, or `nrw-landescluster`.",
        #[serde(borrow, default, skip_serializing_if = "Option::is_none")]
        website: Option<Text<'a>> = "Home page.",
    }
}

record! {
    /// A place.
    Place {
        #[serde(borrow)] id: Text<'a> = "Id.",
        #[serde(borrow)] name_de: Text<'a> = "German name.",
        #[serde(borrow)] name_en: Text<'a> = "English name.",
        #[serde(borrow, default, skip_serializing_if = "Option::is_none")]
        country: Option<Text<'a>> = "ISO 3166-1 alpha-2 code; missing for a region of several countries.",
        #[serde(borrow)] precision: Text<'a> = "`city`, `region` or `country`.",
        lat: f64 = "Latitude.",
        lon: f64 = "Longitude.",
        #[serde(borrow, default, skip_serializing_if = "Option::is_none")]
        state: Option<Text<'a>> = "The German state that holds the coordinates.",
    }
}

record! {
    /// A partner.
    Partner {
        #[serde(borrow)] place: Text<'a> = "Id of the place.",
        #[serde(borrow, default, skip_serializing_if = "Option::is_none")]
        organisation: Option<Text<'a>> = "Organisation.",
    }
}

record! {
    /// A cooperation.
    Cooperation {
        #[serde(borrow)] id: Text<'a> = "Id.",
        #[serde(borrow)] title_de: Text<'a> = "German title.",
        #[serde(borrow)] title_en: Text<'a> = "English title.",
        #[serde(borrow, default, skip_serializing_if = "Vec::is_empty")]
        clusters: Vec<Text<'a>> = "Ids of clusters.",
        #[serde(borrow)] partners: Vec<Partner<'a>> = "Partners; never empty.",
        #[serde(borrow, default, skip_serializing_if = "Option::is_none")]
        programme: Option<Text<'a>> = "Id of the programme.",
        #[serde(borrow)] themes: Vec<Text<'a>> = "Ids of themes; never empty.",
        #[serde(borrow)] kinds: Vec<Text<'a>> = "Ids of kinds; never empty.",
        #[serde(borrow, default, skip_serializing_if = "Option::is_none")]
        start: Option<Text<'a>> = "First date.",
        #[serde(borrow, default, skip_serializing_if = "Option::is_none")]
        end: Option<Text<'a>> = "Last date.",
        #[serde(borrow, default, skip_serializing_if = "Option::is_none")]
        funding_reference: Option<Text<'a>> = "Reference number given by the funder.",
        #[serde(default, skip_serializing_if = "Option::is_none")]
        funding_eur: Option<f64> = "Public funding in euro.",
        #[serde(borrow, default, skip_serializing_if = "Option::is_none")]
        funding_qualifier: Option<Text<'a>> = "`exact`, `up-to`, `about` or `more-than`; known exactly when the amount is.",
        #[serde(borrow, default, skip_serializing_if = "Option::is_none")]
        coordinator: Option<Text<'a>> = "Organisation that leads.",
    }
}

record! {
    /// A source.
    Source {
        #[serde(borrow, default, skip_serializing_if = "Option::is_none")]
        url: Option<Text<'a>> = "Web address; missing for a given document.",
        #[serde(borrow)] title: Text<'a> = "Title.",
        #[serde(borrow, default, skip_serializing_if = "Option::is_none")]
        publisher: Option<Text<'a>> = "Publisher.",
        #[serde(borrow, default, skip_serializing_if = "Option::is_none")]
        published: Option<Text<'a>> = "Date of publication.",
    }
}

record! {
    /// A key figure.
    KeyFigure {
        #[serde(borrow)] id: Text<'a> = "Id.",
        #[serde(borrow)] label_de: Text<'a> = "What is counted, in German.",
        #[serde(borrow)] label_en: Text<'a> = "What is counted, in English.",
        value: f64 = "The number.",
        #[serde(borrow)] unit: Text<'a> = "Unit in English.",
        #[serde(borrow)] comparator: Text<'a> = "`=`, `>`, `~` or `<=`.",
        #[serde(borrow, default, skip_serializing_if = "Vec::is_empty")]
        items: Vec<Text<'a>> = "The things listed.",
        #[serde(borrow, default, skip_serializing_if = "Option::is_none")]
        as_of: Option<Text<'a>> = "What the number refers to.",
        #[serde(borrow, default, skip_serializing_if = "Option::is_none")]
        programme: Option<Text<'a>> = "Id of the programme that it is about.",
        #[serde(borrow)] source: Source<'a> = "Where it was published.",
    }
}

/// The whole of `details.json`.
#[derive(Debug, Serialize)]
pub struct DetailsFile<'a> {
    /// Version of the format.
    pub version: u32,
    /// Hash of the contents that these details belong to.
    pub content: Text<'a>,
    /// Every source once; records refer to them by position.
    pub sources: Vec<Source<'a>>,
    /// Details of clusters by id.
    pub clusters: BTreeMap<Text<'a>, RecordDetails<'a>>,
    /// Details of programmes by id.
    pub programmes: BTreeMap<Text<'a>, RecordDetails<'a>>,
    /// Details of cooperations by id.
    pub cooperations: BTreeMap<Text<'a>, RecordDetails<'a>>,
}

/// Summary and sources of one record.
#[derive(Debug, Serialize)]
pub struct RecordDetails<'a> {
    /// German summary.
    pub summary_de: Text<'a>,
    /// English summary.
    pub summary_en: Text<'a>,
    /// Positions of its sources in the file's list.
    pub sources: Vec<u32>,
    /// When an editor last checked the record.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub checked: Option<Text<'a>>,
}

/// The whole of `stories.json`.
#[derive(Debug, Serialize)]
pub struct StoriesFile<'a> {
    /// Version of the format.
    pub version: u32,
    /// Hash of the contents that the stories speak of.
    pub content: Text<'a>,
    /// Stories, the newest first.
    pub stories: Vec<Story<'a>>,
}

record! {
    /// A story.
    Story {
        #[serde(borrow)] id: Text<'a> = "Id.",
        #[serde(borrow)] title_de: Text<'a> = "German title.",
        #[serde(borrow)] title_en: Text<'a> = "English title.",
        #[serde(borrow)] date: Text<'a> = "When it appeared.",
        #[serde(borrow)] steps: Vec<Step<'a>> = "Steps; never empty.",
        #[serde(borrow)] sources: Vec<Source<'a>> = "Sources; never empty.",
    }
}

record! {
    /// A step of a story.
    Step {
        #[serde(borrow)] heading_de: Text<'a> = "German heading.",
        #[serde(borrow)] heading_en: Text<'a> = "English heading.",
        #[serde(borrow)] text_de: Vec<Vec<Piece<'a>>> = "German paragraphs; never empty.",
        #[serde(borrow)] text_en: Vec<Vec<Piece<'a>>> = "English paragraphs; never empty.",
        #[serde(borrow)] view: Text<'a> = "Fragment of the view that it shows.",
    }
}

record! {
    /// A part of a paragraph: plain words, or a link where it has an address of one kind.
    Piece {
        #[serde(borrow)] words: Text<'a> = "What is read.",
        #[serde(borrow, default, skip_serializing_if = "Option::is_none")]
        record: Option<Text<'a>> = "The record that the words link to, such as `cluster:biosaxony`.",
        #[serde(borrow, default, skip_serializing_if = "Option::is_none")]
        url: Option<Text<'a>> = "The web address that the words link to.",
    }
}
