//! What a mark may stand for, from the whole of Germany down to one cluster.

use crate::dataset::Dataset;
use crate::domain::cluster::ClusterKey;
use crate::domain::country::{Continent, CountryKey};
use crate::domain::federal_state::FederalState;
use crate::domain::localized::Language;
use crate::domain::place::{PlaceKey, Precision};
use crate::locale::texts;
use crate::query::selection::Record;

/// What a mark may stand for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Node {
    /// All of Germany.
    Germany,
    /// What is known to be in Germany, but in no state.
    SomewhereInGermany,
    /// A German state.
    State(FederalState),
    /// What is known to be in a German state, but in no city.
    SomewhereInState(FederalState),
    /// The seat of clusters, by one of them.
    City(ClusterKey),
    /// A cluster.
    Cluster(ClusterKey),
    /// A place of partners.
    Place(PlaceKey),
    /// A country of partners.
    Country(CountryKey),
    /// A continent of partners, besides Germany.
    Continent(Continent),
}

impl Node {
    /// Its name, short enough for a label.
    pub fn name(self, dataset: &Dataset, language: Language) -> &str {
        match self {
            Self::Germany | Self::SomewhereInGermany => dataset.country(dataset.germany()).name.get(language),
            Self::State(state) | Self::SomewhereInState(state) => state.name(language),
            Self::City(key) => {
                let cluster = dataset.cluster(key);
                cluster.seat.as_ref().map_or(cluster.label(), |seat| &seat.city)
            }
            Self::Cluster(key) => dataset.cluster(key).label(),
            Self::Place(key) => dataset.place(key).name.get(language),
            Self::Country(key) => dataset.country(key).name.get(language),
            Self::Continent(continent) => texts(language).continent(continent),
        }
    }

    /// The record that opening it shows, where there is one.
    pub fn record(self, dataset: &Dataset) -> Option<Record> {
        match self {
            Self::Germany | Self::SomewhereInGermany => Some(Record::Country(dataset.germany())),
            Self::State(state) | Self::SomewhereInState(state) => Some(Record::State(state)),
            Self::City(_) | Self::Continent(_) => None,
            Self::Cluster(key) => Some(Record::Cluster(key)),
            Self::Place(key) => Some(Record::Place(key)),
            Self::Country(key) => Some(Record::Country(key)),
        }
    }

    /// Whether its position stands for something larger than a city.
    pub fn is_vague(self, dataset: &Dataset) -> bool {
        match self {
            Self::SomewhereInGermany | Self::SomewhereInState(_) => true,
            Self::Place(key) => dataset.place(key).precision != Precision::City,
            Self::Germany
            | Self::State(_)
            | Self::City(_)
            | Self::Cluster(_)
            | Self::Country(_)
            | Self::Continent(_) => false,
        }
    }
}
