//! Query -> matches, with the number of cooperations that every option would leave.

use super::bitmap::Bitmap;
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

/// What cooperations must fulfil.
#[derive(Clone, Debug, Default)]
pub struct Filter {
    constraints: Vec<Constraint>,
}

#[derive(Clone, Debug)]
struct Constraint {
    /// The facet whose choice it is; none for what holds beside all facets.
    facet: Option<Facet>,
    allowed: Bitmap,
}

impl Filter {
    /// Looks up the values of a query; those that the dataset does not have are ignored and returned.
    pub fn resolve(query: &Query, index: &Index) -> (Self, Vec<UnknownValue>) {
        let mut unknown = Vec::new();
        let mut constraints = Vec::new();
        for facet in Facet::ALL {
            let mut allowed = None;
            for value in query.values(facet) {
                if let Some(option) = index.option(facet, value) {
                    allowed
                        .get_or_insert_with(|| Bitmap::none(index.cooperations()))
                        .join(&index.sets(facet)[option]);
                } else {
                    unknown.push(UnknownValue {
                        facet,
                        value: value.clone(),
                    });
                }
            }
            if let Some(allowed) = allowed {
                constraints.push(Constraint {
                    facet: Some(facet),
                    allowed,
                });
            }
        }
        (Self { constraints }, unknown)
    }

    /// Asks for more than facets can say: only cooperations of `allowed` pass and are counted beside options.
    pub fn narrow(&mut self, allowed: Bitmap) {
        self.constraints.push(Constraint { facet: None, allowed });
    }

    /// What passes all constraints besides those of `except`.
    fn passing(&self, index: &Index, except: Option<Facet>) -> Bitmap {
        let mut passing = Bitmap::all(index.cooperations());
        for constraint in &self.constraints {
            if constraint.facet.is_none() || constraint.facet != except {
                passing.meet(&constraint.allowed);
            }
        }
        passing
    }
}

/// The cooperations that pass a filter.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Matches {
    /// Which they are.
    pub cooperations: Bitmap,
    /// How many they are.
    pub number: usize,
    /// For every facet and option the number of cooperations that pass all other facets and have it.
    pub counts: [Vec<u32>; 6],
}

impl Matches {
    /// Applies a filter to all cooperations.
    pub fn find(index: &Index, filter: &Filter) -> Self {
        let cooperations = filter.passing(index, None);
        let counts = Facet::ALL.map(|facet| {
            let chosen = filter
                .constraints
                .iter()
                .any(|constraint| constraint.facet == Some(facet));
            // The choice within a facet does not count against its other options.
            let others = chosen.then(|| filter.passing(index, Some(facet)));
            let others = others.as_ref().unwrap_or(&cooperations);
            let sets = index.sets(facet).iter();
            sets.map(|set| set.count_both(others)).collect()
        });
        Self {
            number: cooperations.count() as usize,
            cooperations,
            counts,
        }
    }
}
