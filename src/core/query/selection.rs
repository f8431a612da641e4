//! What is open in the detail panel.

use std::fmt;
use std::str::FromStr;

use thiserror::Error;

use crate::dataset::Dataset;
use crate::domain::cluster::ClusterKey;
use crate::domain::cooperation::CooperationKey;
use crate::domain::country::CountryKey;
use crate::domain::federal_state::FederalState;
use crate::domain::place::PlaceKey;
use crate::domain::programme::ProgrammeKey;

use super::facet::Query;

/// A kind of record that can be opened.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum RecordKind {
    /// A cluster.
    Cluster,
    /// A place.
    Place,
    /// A country.
    Country,
    /// A German state.
    State,
    /// A cooperation.
    Cooperation,
    /// A programme.
    Programme,
}

impl RecordKind {
    /// All of them.
    pub const ALL: [Self; 6] = [
        Self::Cluster,
        Self::Place,
        Self::Country,
        Self::State,
        Self::Cooperation,
        Self::Programme,
    ];

    /// The word in links.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Cluster => "cluster",
            Self::Place => "place",
            Self::Country => "country",
            Self::State => "state",
            Self::Cooperation => "cooperation",
            Self::Programme => "programme",
        }
    }
}

/// A record as links name it: `cluster:biosaxony`, `country:JP`.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Selection {
    /// What kind of record.
    pub kind: RecordKind,
    /// Its id or code.
    pub id: Box<str>,
}

/// A text that names no record.
#[derive(Clone, Debug, Error, PartialEq, Eq)]
#[error("not a kind of record and an id such as cluster:biosaxony: {0:?}")]
pub struct SelectionError(pub String);

impl FromStr for Selection {
    type Err = SelectionError;

    fn from_str(text: &str) -> Result<Self, SelectionError> {
        let wrong = || SelectionError(text.to_owned());
        let (word, id) = text.split_once(':').ok_or_else(wrong)?;
        let kind = RecordKind::ALL
            .into_iter()
            .find(|kind| kind.code() == word)
            .ok_or_else(wrong)?;
        if Query::is_value(id) {
            Ok(Self { kind, id: id.into() })
        } else {
            Err(wrong())
        }
    }
}

impl fmt::Display for Selection {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}:{}", self.kind.code(), self.id)
    }
}

/// A record of a dataset that can be opened.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Record {
    /// A cluster.
    Cluster(ClusterKey),
    /// A place.
    Place(PlaceKey),
    /// A country.
    Country(CountryKey),
    /// A German state.
    State(FederalState),
    /// A cooperation.
    Cooperation(CooperationKey),
    /// A programme.
    Programme(ProgrammeKey),
}

impl Record {
    /// The record that a selection names, if the dataset has it.
    pub fn find(dataset: &Dataset, selection: &Selection) -> Option<Self> {
        let id = &*selection.id;
        match selection.kind {
            RecordKind::Cluster => dataset.cluster_by_id(id).map(Self::Cluster),
            RecordKind::Place => dataset.place_by_id(id).map(Self::Place),
            RecordKind::Country => {
                let code = id.parse().ok()?;
                dataset.country_by_code(code).map(Self::Country)
            }
            RecordKind::State => id.parse().ok().map(Self::State),
            RecordKind::Cooperation => dataset.cooperation_by_id(id).map(Self::Cooperation),
            RecordKind::Programme => dataset.programme_by_id(id).map(Self::Programme),
        }
    }

    /// How links name it.
    pub fn selection(self, dataset: &Dataset) -> Selection {
        let (kind, id) = match self {
            Self::Cluster(key) => (RecordKind::Cluster, dataset.cluster(key).id.as_str().into()),
            Self::Place(key) => (RecordKind::Place, dataset.place(key).id.as_str().into()),
            Self::Country(key) => (RecordKind::Country, dataset.country(key).code.to_string().into()),
            Self::State(state) => (RecordKind::State, state.code().into()),
            Self::Cooperation(key) => (
                RecordKind::Cooperation,
                dataset.cooperation(key).id.as_str().into(),
            ),
            Self::Programme(key) => (RecordKind::Programme, dataset.programme(key).id.as_str().into()),
        };
        Selection { kind, id }
    }
}
