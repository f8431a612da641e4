//! Order of the list: the latest start first, what has no date last.

use crate::dataset::Dataset;
use crate::domain::cooperation::CooperationKey;
use crate::domain::partial_date::Period;
use crate::order::sorted;

/// The cooperations with the latest start first; those without a start follow, by their end and then as
/// they were.
pub fn latest_first(dataset: &Dataset, cooperations: &[CooperationKey]) -> Vec<CooperationKey> {
    let period = |position: usize| {
        let Period { start, end } = dataset.cooperation(cooperations[position]).period;
        (start, end)
    };
    let order = sorted(cooperations.len(), &|a, b| period(b).cmp(&period(a)));
    order.into_iter().map(|position| cooperations[position]).collect()
}
