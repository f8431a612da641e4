//! What the sources state about a set of cooperations as a whole: whether they run, and public money.

use crate::dataset::Dataset;
use crate::domain::cooperation::FundingQualifier;
use crate::domain::partial_date::Status;

use super::bitmap::Bitmap;
use super::facet::Facet;
use super::index::Index;

/// Numbers of a set of cooperations; each counts once.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Totals {
    /// How many run, have ended, or of whose state too little is stated, in the order of [`Status::ALL`].
    pub by_status: [u32; 3],
    /// Public money in them, as far as their sources state it.
    pub funding: Funding,
}

/// Public money of which sources speak.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Funding {
    /// The sum of what is stated, in euros.
    pub sum_eur: f64,
    /// Number of cooperations whose sources state an amount; all others are not in the sum.
    pub stated: usize,
    /// Whether some of the amounts are limits or estimates.
    pub inexact: bool,
}

impl Totals {
    /// Adds up a set of cooperations.
    pub fn of(dataset: &Dataset, index: &Index, cooperations: &Bitmap) -> Self {
        let mut totals = Self::default();
        let sets = index.sets(Facet::Status).iter();
        for (number, set) in totals.by_status.iter_mut().zip(sets) {
            *number = set.count_both(cooperations);
        }
        let funding = &mut totals.funding;
        for key in cooperations {
            if let Some(own) = dataset.cooperation(key).funding {
                funding.sum_eur += own.amount_eur;
                funding.stated += 1;
                funding.inexact |= own.qualifier != FundingQualifier::Exact;
            }
        }
        totals
    }

    /// How many have a status.
    pub const fn with(&self, status: Status) -> u32 {
        self.by_status[status as usize]
    }
}
