//! Order of the list: the latest start first, what has no date last.

use std::cmp::Reverse;

use crate::dataset::Dataset;
use crate::domain::cooperation::CooperationKey;

/// The cooperations with the latest start first; those without a start follow, by their end and then as
/// they were.
pub fn latest_first(dataset: &Dataset, cooperations: &[CooperationKey]) -> Vec<CooperationKey> {
    let mut sorted = cooperations.to_vec();
    sorted.sort_by_cached_key(|&key| {
        let period = dataset.cooperation(key).period;
        Reverse((period.start, period.end))
    });
    sorted
}
