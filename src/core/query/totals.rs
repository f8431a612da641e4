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
    /// How many have a stated amount of public money.
    pub funded: u32,
    /// These amounts in euro, added up.
    pub funding_eur: f64,
    /// Whether all of them are exact.
    pub is_exact: bool,
}

impl Totals {
    /// Adds up a set of cooperations.
    pub fn of(dataset: &Dataset, index: &Index, cooperations: &Bitmap) -> Self {
        let mut totals = Self {
            by_status: [0; 3],
            funded: 0,
            funding_eur: 0.0,
            is_exact: true,
        };
        let sets = index.sets(Facet::Status).iter();
        for (number, set) in totals.by_status.iter_mut().zip(sets) {
            *number = set.count_both(cooperations);
        }
        for key in cooperations {
            if let Some(funding) = dataset.cooperation(key).funding {
                totals.funded += 1;
                totals.funding_eur += funding.amount_eur;
                totals.is_exact &= funding.qualifier == FundingQualifier::Exact;
            }
        }
        totals
    }

    /// How many have a status.
    pub const fn with(&self, status: Status) -> u32 {
        self.by_status[status as usize]
    }
}
