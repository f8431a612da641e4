//! What a selection holds, in numbers: the facts of the sentence above the map.

use crate::dataset::Dataset;
use crate::domain::cooperation::CooperationKey;
use crate::domain::country::CountryKey;
use crate::domain::id::Key;

/// The numbers of a set of cooperations; each counts once.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Summary {
    /// Number of cooperations.
    pub cooperations: usize,
    /// Number of different German clusters in them.
    pub clusters: usize,
    /// Partner countries besides Germany and the cooperations with each, the most frequent first.
    pub countries: Vec<(CountryKey, u32)>,
    /// Number of cooperations with a partner in Germany.
    pub domestic: u32,
}

impl Summary {
    /// Counts a set of cooperations.
    pub fn of(dataset: &Dataset, cooperations: &[CooperationKey]) -> Self {
        let mut clusters = vec![false; dataset.clusters().len()];
        let mut countries = vec![0_u32; dataset.countries().len()];
        let mut seen = Vec::new();
        for &key in cooperations {
            let cooperation = dataset.cooperation(key);
            for cluster in &cooperation.clusters {
                clusters[cluster.index()] = true;
            }
            seen.clear();
            seen.extend(
                cooperation
                    .partners
                    .iter()
                    .filter_map(|partner| dataset.place(partner.place).country),
            );
            seen.sort_unstable();
            seen.dedup();
            for country in &seen {
                countries[country.index()] += 1;
            }
        }
        let domestic = std::mem::take(&mut countries[dataset.germany().index()]);
        let mut countries: Vec<(CountryKey, u32)> = countries
            .into_iter()
            .zip(0_u32..)
            .filter(|&(count, _)| count > 0)
            .map(|(count, position)| (Key::new(position), count))
            .collect();
        countries.sort_by_key(|&(_, count)| std::cmp::Reverse(count));
        Self {
            cooperations: cooperations.len(),
            clusters: clusters.into_iter().filter(|&touched| touched).count(),
            countries,
            domestic,
        }
    }
}
