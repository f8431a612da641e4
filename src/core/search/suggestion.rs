//! What a search can lead to, and the numbers under which the index knows it.

use crate::dataset::Dataset;
use crate::domain::federal_state::FederalState;
use crate::domain::id::Key;
use crate::domain::kind::KindKey;
use crate::domain::localized::Language;
use crate::domain::theme::ThemeKey;
use crate::query::facet::Facet;
use crate::query::selection::Record;

/// A record that a reader may have meant.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Suggestion {
    /// A theme.
    Theme(ThemeKey),
    /// A kind of cooperation.
    Kind(KindKey),
    /// A record that can be opened.
    Record(Record),
}

impl Suggestion {
    /// The name in `language`; of a cluster its full name.
    pub fn name(self, dataset: &Dataset, language: Language) -> &str {
        match self {
            Self::Theme(key) => dataset.theme(key).name.get(language),
            Self::Kind(key) => dataset.kind(key).name.get(language),
            Self::Record(Record::Cluster(key)) => &dataset.cluster(key).name,
            Self::Record(Record::Place(key)) => dataset.place(key).name.get(language),
            Self::Record(Record::Country(key)) => dataset.country(key).name.get(language),
            Self::Record(Record::State(state)) => state.name(language),
            Self::Record(Record::Cooperation(key)) => dataset.cooperation(key).title.get(language),
            Self::Record(Record::Programme(key)) => dataset.programme(key).name.get(language),
        }
    }

    /// The facet and the value that filter by it; none for clusters, places and cooperations, which can only be
    /// opened.
    pub fn filter(self, dataset: &Dataset) -> Option<(Facet, Box<str>)> {
        Some(match self {
            Self::Theme(key) => (Facet::Theme, dataset.theme(key).id.as_str().into()),
            Self::Kind(key) => (Facet::Kind, dataset.kind(key).id.as_str().into()),
            Self::Record(Record::Country(key)) => {
                (Facet::Country, dataset.country(key).code.to_string().into())
            }
            Self::Record(Record::State(state)) => (Facet::State, state.code().into()),
            Self::Record(Record::Programme(key)) => {
                (Facet::Programme, dataset.programme(key).id.as_str().into())
            }
            Self::Record(Record::Cluster(_) | Record::Place(_) | Record::Cooperation(_)) => return None,
        })
    }
}

/// Types of records, those first that a suggestion shows first among equals.
pub(super) const TYPES: usize = 8;
pub(super) const COUNTRIES: usize = 0;
pub(super) const THEMES: usize = 1;
pub(super) const STATES: usize = 2;
pub(super) const PROGRAMMES: usize = 3;
pub(super) const CLUSTERS: usize = 4;
pub(super) const PLACES: usize = 5;
pub(super) const KINDS: usize = 6;
pub(super) const COOPERATIONS: usize = 7;

/// All records of a dataset in one row, type by type.
#[derive(Debug)]
pub(super) struct Numbers {
    /// Where each type begins, and where the last ends.
    starts: [u32; TYPES + 1],
}

impl Numbers {
    pub(super) fn of(dataset: &Dataset) -> Self {
        let lengths = [
            dataset.countries().len(),
            dataset.themes().len(),
            FederalState::ALL.len(),
            dataset.programmes().len(),
            dataset.clusters().len(),
            dataset.places().len(),
            dataset.kinds().len(),
            dataset.cooperations().len(),
        ];
        let mut starts = [0; TYPES + 1];
        for (kind, length) in lengths.into_iter().enumerate() {
            starts[kind + 1] = starts[kind] + u32::try_from(length).unwrap_or(0);
        }
        Self { starts }
    }

    /// How many records there are.
    pub(super) const fn len(&self) -> usize {
        self.starts[TYPES] as usize
    }

    /// The number of the record at a position of its type.
    pub(super) fn number(&self, kind: usize, position: usize) -> u32 {
        self.starts[kind] + u32::try_from(position).unwrap_or(0)
    }

    /// The numbers of a type.
    pub(super) fn range(&self, kind: usize) -> std::ops::Range<usize> {
        self.starts[kind] as usize..self.starts[kind + 1] as usize
    }

    /// The type of a number.
    pub(super) fn kind(&self, number: u32) -> usize {
        self.starts[1..TYPES].partition_point(|&start| start <= number)
    }

    /// The record with a number below [`Numbers::len`].
    pub(super) fn record(&self, number: u32) -> Suggestion {
        let kind = self.kind(number);
        let position = number - self.starts[kind];
        match kind {
            THEMES => Suggestion::Theme(Key::new(position)),
            KINDS => Suggestion::Kind(Key::new(position)),
            COUNTRIES => Suggestion::Record(Record::Country(Key::new(position))),
            STATES => Suggestion::Record(Record::State(FederalState::ALL[position as usize % 16])),
            PROGRAMMES => Suggestion::Record(Record::Programme(Key::new(position))),
            CLUSTERS => Suggestion::Record(Record::Cluster(Key::new(position))),
            PLACES => Suggestion::Record(Record::Place(Key::new(position))),
            _ => Suggestion::Record(Record::Cooperation(Key::new(position))),
        }
    }
}
