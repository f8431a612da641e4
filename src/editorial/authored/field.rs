//! What a field of a record may hold; `model` lists the fields of each file.

use clusteratlas_core::domain::cooperation::FundingQualifier;
use clusteratlas_core::domain::key_figure::Comparator;
use clusteratlas_core::domain::place::Precision;
use clusteratlas_core::domain::programme::FunderLevel;
use clusteratlas_core::domain::theme::Field as ThemeField;

use super::list::List;

/// A closed list of words.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Vocabulary {
    /// Field of a theme.
    Field,
    /// Level of a funder.
    FunderLevel,
    /// Precision of a place.
    Precision,
    /// Wording of an amount.
    Qualifier,
    /// Wording of a number.
    Comparator,
}

impl Vocabulary {
    /// All lists.
    pub const ALL: [Self; 5] = [
        Self::Field,
        Self::FunderLevel,
        Self::Precision,
        Self::Qualifier,
        Self::Comparator,
    ];

    /// All words, for hints.
    pub fn words(self) -> Vec<&'static str> {
        match self {
            Self::Field => ThemeField::ALL.map(ThemeField::code).to_vec(),
            Self::FunderLevel => FunderLevel::ALL.map(FunderLevel::code).to_vec(),
            Self::Precision => Precision::ALL.map(Precision::code).to_vec(),
            Self::Qualifier => FundingQualifier::ALL.map(FundingQualifier::code).to_vec(),
            Self::Comparator => {
                let known = |sign: &&str| Comparator::from_sign(sign).is_some();
                ["=", ">", "~", "<="].into_iter().filter(known).collect()
            }
        }
    }

    /// What people write who mean one of the words, in both languages.
    pub const fn meant(self) -> &'static [(&'static str, &'static [&'static str])] {
        match self {
            Self::Field => &[
                ("life-sciences", &["Lebenswissenschaften"]),
                ("digital-electronics", &["Digitales & Elektronik"]),
                ("industry-materials", &["Industrie & Werkstoffe"]),
                ("mobility-logistics", &["Mobilität & Logistik"]),
                ("energy-environment-food", &["Energie, Umwelt & Ernährung"]),
                ("society", &["Gesellschaft"]),
            ],
            Self::FunderLevel => &[
                ("federal", &["Bund", "Bundesebene"]),
                ("state", &["Land", "Länder", "Bundesland", "Landesebene"]),
                ("eu", &["Europa", "Europäische Union", "European Union"]),
                ("other", &["Andere", "Sonstige", "others"]),
            ],
            Self::Precision => &[
                ("city", &["Stadt", "Ort", "Gemeinde", "town", "place"]),
                ("country", &["Land", "Staat"]),
            ],
            Self::Qualifier => &[
                ("exact", &["genau", "exactly"]),
                ("up-to", &["bis", "bis zu", "höchstens", "at most", "≤", "<="]),
                ("about", &["etwa", "rund", "ungefähr", "circa", "ca.", "≈", "~"]),
                ("more-than", &["mehr als", "über", "over", ">"]),
            ],
            Self::Comparator => &[
                ("=", &["genau", "exactly", "=="]),
                (">", &["mehr als", "über", "more than", "over"]),
                ("~", &["etwa", "rund", "ungefähr", "circa", "ca.", "about", "≈"]),
                (
                    "<=",
                    &["bis", "bis zu", "höchstens", "up to", "at most", "≤", "=<"],
                ),
            ],
        }
    }
}

/// What a value is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// The record's own id.
    Id,
    /// Words for readers, without markup.
    Text,
    /// A part of a sentence, which may be a blank.
    Words,
    /// Paragraphs: lists of words and links.
    Prose,
    /// A web address.
    Url,
    /// A date as precise as its source states it.
    Date,
    /// A number.
    Number,
    /// ISO 3166-1 alpha-2 code.
    Country,
    /// ISO 3166-2 code of a German state.
    State,
    /// A word of a closed list.
    Word(Vocabulary),
    /// Id of a record in another file.
    Reference(List),
    /// Id of a programme, or a label that is no programme.
    Membership,
    /// Any record as links name it, such as `cluster:biosaxony`.
    Link,
    /// Fragment of a link to a view.
    View,
    /// A list of values of one kind.
    Many(&'static Kind),
    /// An object with fields of its own.
    Object(&'static [Field]),
}

impl Kind {
    /// The fields of the objects that it holds: one, or a list of them.
    pub const fn objects(self) -> Option<&'static [Field]> {
        match self {
            Self::Object(fields) | Self::Many(&Self::Object(fields)) => Some(fields),
            _ => None,
        }
    }
}

/// Whether something must be stated.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Need {
    /// The field must be there and not null.
    Stated,
    /// A list that must hold something.
    Filled,
    /// The field must be there, but may be null or empty where nothing is known.
    Known,
    /// The field may be left out.
    Free,
}

/// A field of a record or of an object inside it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Field {
    /// The name in the file.
    pub name: &'static str,
    /// What it holds.
    pub kind: Kind,
    /// Whether it must.
    pub need: Need,
}
