//! Funding programmes.

use super::id::{Id, Key};
use super::localized::LocalizedText;
use super::partial_date::Period;

/// On which level the money of a programme comes from.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum FunderLevel {
    /// German federal government.
    Federal,
    /// A German state.
    State,
    /// European Union.
    Eu,
    /// Anyone else.
    Other,
}

impl FunderLevel {
    /// All, in order of display.
    pub const ALL: [Self; 4] = [Self::Federal, Self::State, Self::Eu, Self::Other];

    /// The word in the dataset.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Federal => "federal",
            Self::State => "state",
            Self::Eu => "eu",
            Self::Other => "other",
        }
    }

    /// The level with that word.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|level| level.code() == code)
    }
}

/// A funding programme, competition or initiative.
#[derive(Clone, Debug)]
pub struct Programme {
    /// Id.
    pub id: Id<Self>,
    /// Name.
    pub name: LocalizedText,
    /// Who pays.
    pub funder: Box<str>,
    /// On which level.
    pub level: FunderLevel,
    /// From when to when.
    pub period: Period,
    /// Web page.
    pub url: Option<Box<str>>,
}

/// Key of a programme.
pub type ProgrammeKey = Key<Programme>;
