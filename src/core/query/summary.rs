//! What a selection holds, in numbers: the facts of the sentence above the map.

use crate::domain::cluster::ClusterKey;
use crate::domain::country::CountryKey;
use crate::domain::id::Key;
use crate::order::heaviest_first;

use super::bitmap::Bitmap;
use super::facet::Facet;
use super::index::Index;

/// The numbers of a set of cooperations; each counts once.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Summary {
    /// Number of cooperations.
    pub cooperations: usize,
    /// German clusters in them and the cooperations of each, the most frequent first.
    pub clusters: Vec<(ClusterKey, u32)>,
    /// Partner countries besides Germany and the cooperations with each, the most frequent first.
    pub countries: Vec<(CountryKey, u32)>,
    /// Number of cooperations with a partner in Germany.
    pub domestic: u32,
}

impl Summary {
    /// The most frequent partner country besides Germany; none where several are equally frequent.
    pub fn top_country(&self) -> Option<(CountryKey, u32)> {
        match self.countries.as_slice() {
            [first, second, ..] if first.1 == second.1 => None,
            [first, ..] => Some(*first),
            [] => None,
        }
    }

    /// Counts a set of cooperations.
    pub fn of(index: &Index, cooperations: &Bitmap) -> Self {
        let mut clusters = vec![0_u32; index.at_clusters().len()];
        for key in cooperations {
            for cluster in index.clusters(key) {
                clusters[cluster.index()] += 1;
            }
        }
        let sets = index.sets(Facet::Country).iter();
        let mut countries: Vec<u32> = sets.map(|set| set.count_both(cooperations)).collect();
        // The last option is no country.
        countries.pop();
        let domestic = std::mem::take(&mut countries[index.germany().index()]);
        Self {
            cooperations: cooperations.count() as usize,
            clusters: ranking(&clusters),
            countries: ranking(&countries),
            domestic,
        }
    }
}

/// Records with a count, the most frequent first; equal ones in their own order.
pub(super) fn ranking<T>(counts: &[u32]) -> Vec<(Key<T>, u32)> {
    let counted = heaviest_first(counts)
        .into_iter()
        .filter(|&position| counts[position] > 0);
    counted
        .map(|position| {
            (
                Key::new(u32::try_from(position).unwrap_or(u32::MAX)),
                counts[position],
            )
        })
        .collect()
}
