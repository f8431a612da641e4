//! Cooperations between German clusters and partners elsewhere.

use super::cluster::ClusterKey;
use super::id::{Id, Key};
use super::kind::KindKey;
use super::localized::LocalizedText;
use super::partial_date::Period;
use super::place::PlaceKey;
use super::programme::ProgrammeKey;
use super::theme::ThemeKey;

/// A place and, if it is known, who is based there.
#[derive(Clone, Debug)]
pub struct Partner {
    /// Where the partner is based.
    pub place: PlaceKey,
    /// Partner organisation; none where a source names only the place.
    pub organisation: Option<Box<str>>,
}

/// How a source words an amount of money.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FundingQualifier {
    /// Exactly that amount.
    Exact,
    /// At most that amount.
    UpTo,
    /// About that amount.
    About,
    /// More than that amount.
    MoreThan,
}

impl FundingQualifier {
    /// All of them.
    pub const ALL: [Self; 4] = [Self::Exact, Self::UpTo, Self::About, Self::MoreThan];

    /// The word in the dataset.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Exact => "exact",
            Self::UpTo => "up-to",
            Self::About => "about",
            Self::MoreThan => "more-than",
        }
    }

    /// The qualifier with that word.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|qualifier| qualifier.code() == code)
    }
}

/// Public money as a source states it; it may cover only the German side.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Funding {
    /// Amount in euro.
    pub amount_eur: f64,
    /// How the source words it.
    pub qualifier: FundingQualifier,
}

/// A project, agreement, delegation or joint stand of German clusters and partners.
#[derive(Clone, Debug)]
pub struct Cooperation {
    /// Id.
    pub id: Id<Self>,
    /// Title.
    pub title: LocalizedText,
    /// The German clusters that take part; empty where a source names none of the dataset.
    pub clusters: Box<[ClusterKey]>,
    /// Partners; never empty.
    pub partners: Box<[Partner]>,
    /// The programme that funded or framed it, if stated.
    pub programme: Option<ProgrammeKey>,
    /// Themes in order of display; never empty.
    pub themes: Box<[ThemeKey]>,
    /// Kinds in order of display; never empty.
    pub kinds: Box<[KindKey]>,
    /// From when to when.
    pub period: Period,
    /// Reference number given by the funder.
    pub funding_reference: Option<Box<str>>,
    /// Public money.
    pub funding: Option<Funding>,
    /// Organisation that leads.
    pub coordinator: Option<Box<str>>,
}

/// Key of a cooperation.
pub type CooperationKey = Key<Cooperation>;
