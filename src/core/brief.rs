//! One record in numbers, for print.

use crate::dataset::Dataset;
use crate::domain::cooperation::FundingQualifier;
use crate::domain::id::Key;
use crate::domain::partial_date::Status;
use crate::domain::theme::ThemeKey;
use crate::order::heaviest_first;
use crate::query::bitmap::Bitmap;
use crate::query::facet::{Facet, Query};
use crate::query::index::Index;
use crate::query::selection::Record;
use crate::query::summary::Summary;

/// The cooperations of a record that pass the filters, and their numbers.
#[derive(Clone, Debug, PartialEq)]
pub struct Brief {
    /// The cooperations.
    pub cooperations: Bitmap,
    /// Number of the record's cooperations, whatever the filters.
    pub of_all: usize,
    /// Their clusters and partner countries.
    pub summary: Summary,
    /// How many of them run, have ended, or have no known term, in the order of [`Status::ALL`].
    pub by_status: [u32; 3],
    /// Their themes with the cooperations of each, the most frequent first.
    pub themes: Vec<(ThemeKey, u32)>,
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

impl Brief {
    /// The brief of a record and the cooperations that pass the filters.
    pub fn of(dataset: &Dataset, index: &Index, record: Record, matches: &Bitmap) -> Self {
        let mut cooperations = index.touching(dataset, record);
        let of_all = cooperations.count() as usize;
        cooperations.meet(matches);
        let count = |set: &Bitmap| set.count_both(&cooperations);
        let statuses = index.sets(Facet::Status);
        let by_status = Status::ALL.map(|status| statuses.get(status as usize).map_or(0, count));
        let by_theme: Vec<u32> = index.sets(Facet::Theme).iter().map(count).collect();
        let themes = heaviest_first(&by_theme)
            .into_iter()
            .filter(|&position| by_theme[position] > 0)
            .map(|position| {
                let key = Key::new(u32::try_from(position).unwrap_or(u32::MAX));
                (key, by_theme[position])
            });
        Self {
            of_all,
            summary: Summary::of(index, &cooperations),
            by_status,
            themes: themes.collect(),
            funding: Funding::in_all(dataset, &cooperations),
            cooperations,
        }
    }

    /// What the sentence about it asks for: the record itself, where a filter means the same, and the filters.
    pub fn query(dataset: &Dataset, record: Record, filters: &Query) -> Query {
        let mut query = filters.clone();
        let facet = match record {
            Record::Country(_) if !query.in_each_country => Facet::Country,
            Record::Programme(_) => Facet::Programme,
            _ => return query,
        };
        query.clear(facet);
        query.set(facet, &record.selection(dataset).id, true);
        query
    }
}

impl Funding {
    fn in_all(dataset: &Dataset, cooperations: &Bitmap) -> Self {
        let mut funding = Self::default();
        for key in cooperations {
            if let Some(own) = dataset.cooperation(key).funding {
                funding.sum_eur += own.amount_eur;
                funding.stated += 1;
                funding.inexact |= own.qualifier != FundingQualifier::Exact;
            }
        }
        funding
    }
}
