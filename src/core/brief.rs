//! One record in numbers, for print.

use crate::dataset::Dataset;
use crate::domain::id::Key;
use crate::domain::theme::ThemeKey;
use crate::order::heaviest_first;
use crate::query::bitmap::Bitmap;
use crate::query::facet::{Facet, Query};
use crate::query::index::Index;
use crate::query::selection::Record;
use crate::query::summary::Summary;
use crate::query::totals::Totals;

/// The cooperations of a record that pass the filters, and their numbers.
#[derive(Clone, Debug, PartialEq)]
pub struct Brief {
    /// The cooperations.
    pub cooperations: Bitmap,
    /// Number of the record's cooperations, whatever the filters.
    pub of_all: usize,
    /// Their clusters and partner countries.
    pub summary: Summary,
    /// Their themes with the cooperations of each, the most frequent first.
    pub themes: Vec<(ThemeKey, u32)>,
    /// How many of them run, and public money in them.
    pub totals: Totals,
}

impl Brief {
    /// The brief of a record and the cooperations that pass the filters.
    pub fn of(dataset: &Dataset, index: &Index, record: Record, matches: &Bitmap) -> Self {
        let mut cooperations = index.touching(dataset, record);
        let of_all = cooperations.count() as usize;
        cooperations.meet(matches);
        let count = |set: &Bitmap| set.count_both(&cooperations);
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
            themes: themes.collect(),
            totals: Totals::of(dataset, index, &cooperations),
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
