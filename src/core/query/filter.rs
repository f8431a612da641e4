//! Query -> matches, with the number of cooperations that every option would leave, in one pass.

use crate::domain::cooperation::CooperationKey;
use crate::domain::id::Key;

use super::facet::{Facet, Query};
use super::index::Index;

/// A chosen value that the dataset does not have.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct UnknownValue {
    /// The facet in which it was chosen.
    pub facet: Facet,
    /// The value.
    pub value: Box<str>,
}

/// A query in positions of an index.
#[derive(Clone, Debug)]
pub struct Filter {
    /// For every facet with a choice, which options are chosen.
    chosen: [Option<Vec<bool>>; 6],
}

impl Filter {
    /// Looks up the values of a query; those that the dataset does not have are ignored and returned.
    pub fn resolve(query: &Query, index: &Index) -> (Self, Vec<UnknownValue>) {
        let mut unknown = Vec::new();
        let chosen = Facet::ALL.map(|facet| {
            let mut chosen: Option<Vec<bool>> = None;
            for value in query.values(facet) {
                if let Some(option) = index.option(facet, value) {
                    chosen.get_or_insert_with(|| vec![false; index.options(facet).len()])[option] = true;
                } else {
                    unknown.push(UnknownValue {
                        facet,
                        value: value.clone(),
                    });
                }
            }
            chosen
        });
        (Self { chosen }, unknown)
    }

    fn allows(&self, index: &Index, facet: Facet, position: usize) -> bool {
        self.chosen[facet.index()].as_ref().is_none_or(|chosen| {
            index
                .values(facet, position)
                .iter()
                .any(|&value| chosen[usize::from(value)])
        })
    }
}

/// The cooperations that pass a filter.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Matches {
    /// In the order of their keys.
    pub cooperations: Vec<CooperationKey>,
    /// For every facet and option the number of cooperations that pass all other facets and have it.
    pub counts: [Vec<u32>; 6],
}

impl Matches {
    /// Applies a filter to all cooperations.
    pub fn find(index: &Index, filter: &Filter) -> Self {
        let mut matches = Self {
            cooperations: Vec::new(),
            counts: Facet::ALL.map(|facet| vec![0; index.options(facet).len()]),
        };
        for position in 0..index.cooperations() {
            let mut refusing = Facet::ALL
                .into_iter()
                .filter(|&facet| !filter.allows(index, facet, position));
            match (refusing.next(), refusing.next()) {
                (None, _) => {
                    matches
                        .cooperations
                        .push(Key::new(u32::try_from(position).unwrap_or(u32::MAX)));
                    for facet in Facet::ALL {
                        matches.count(index, facet, position);
                    }
                }
                // The only facet that refuses it would leave it with another choice.
                (Some(facet), None) => matches.count(index, facet, position),
                _ => {}
            }
        }
        matches
    }

    fn count(&mut self, index: &Index, facet: Facet, position: usize) {
        for &value in index.values(facet, position) {
            self.counts[facet.index()][usize::from(value)] += 1;
        }
    }
}
