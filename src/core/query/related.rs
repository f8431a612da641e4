//! What the cooperations of a record relate it to.

use crate::dataset::Dataset;
use crate::domain::cluster::ClusterKey;
use crate::domain::country::CountryKey;
use crate::domain::place::PlaceKey;
use crate::domain::programme::ProgrammeKey;

use super::bitmap::Bitmap;
use super::facet::Facet;
use super::index::Index;
use super::selection::Record;
use super::summary::{Summary, ranking};

/// Records that take part in the cooperations of another, each with the number of these, the most frequent first; the
/// record itself is not among them.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Related {
    /// German clusters.
    pub clusters: Vec<(ClusterKey, u32)>,
    /// Countries of partners besides Germany.
    pub countries: Vec<(CountryKey, u32)>,
    /// Places of partners; for a country only those in it.
    pub places: Vec<(PlaceKey, u32)>,
    /// Programmes.
    pub programmes: Vec<(ProgrammeKey, u32)>,
}

impl Related {
    /// What is related to a record by those of its cooperations that are among `matches`.
    pub fn of(dataset: &Dataset, index: &Index, record: Record, matches: &Bitmap) -> Self {
        let mut own = index.touching(dataset, record);
        own.meet(matches);
        let Summary {
            clusters, countries, ..
        } = Summary::of(index, &own);
        let country = match record {
            Record::Country(key) => Some(key),
            _ => None,
        };
        let mut places = vec![0; dataset.places().len()];
        for key in &own {
            for place in index.places(key) {
                if country.is_none() || dataset.place(*place).country == country {
                    places[place.index()] += 1;
                }
            }
        }
        let sets = index.sets(Facet::Programme).iter();
        let programmes: Vec<u32> = sets
            // The last option is no programme.
            .take(dataset.programmes().len())
            .map(|set| set.count_both(&own))
            .collect();
        let mut related = Self {
            clusters,
            countries,
            places: ranking(&places),
            programmes: ranking(&programmes),
        };
        related
            .clusters
            .retain(|(key, _)| Record::Cluster(*key) != record);
        related
            .countries
            .retain(|(key, _)| Record::Country(*key) != record);
        related.places.retain(|(key, _)| Record::Place(*key) != record);
        related
            .programmes
            .retain(|(key, _)| Record::Programme(*key) != record);
        related
    }
}
