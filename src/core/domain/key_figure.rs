//! Published numbers about the field.

use super::localized::LocalizedText;
use super::partial_date::PartialDate;
use super::programme::ProgrammeKey;
use super::source::Source;

/// How a source words a number.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Comparator {
    /// Exactly.
    Exactly,
    /// More than.
    MoreThan,
    /// About.
    About,
    /// At most.
    AtMost,
}

impl Comparator {
    /// The comparator with the dataset's sign.
    pub fn from_sign(sign: &str) -> Option<Self> {
        match sign {
            "=" => Some(Self::Exactly),
            ">" => Some(Self::MoreThan),
            "~" => Some(Self::About),
            "<=" => Some(Self::AtMost),
            _ => None,
        }
    }
}

/// A published number about German clusters and their international work.
#[derive(Clone, Debug)]
pub struct KeyFigure {
    /// Id.
    pub id: Box<str>,
    /// What is counted.
    pub label: LocalizedText,
    /// The number.
    pub value: f64,
    /// Unit in English, such as `clusters` or `%`.
    pub unit: Box<str>,
    /// How the source words it.
    pub comparator: Comparator,
    /// The things listed, for a figure that lists things.
    pub items: Box<[Box<str>]>,
    /// What the number refers to.
    pub as_of: Option<PartialDate>,
    /// The programme that it is about, if it is about one.
    pub programme: Option<ProgrammeKey>,
    /// Where it was published.
    pub source: Source,
}
