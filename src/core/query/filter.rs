//! Query -> matches, with the number of cooperations that every option would leave.

use crate::domain::cluster::ClusterKey;

use super::bitmap::Bitmap;
use super::facet::{Facet, Query};
use super::index::Index;
use super::years::Histogram;

/// A chosen value that the dataset does not have.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct UnknownValue {
    /// The facet in which it was chosen.
    pub facet: Facet,
    /// The value.
    pub value: Box<str>,
}

/// What cooperations must fulfil.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Filter {
    constraints: Vec<Constraint>,
    /// The countries, as options, in each of which a cluster must have a matching cooperation.
    each: Vec<usize>,
}

/// What a reader can ask about.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Aspect {
    Facet(Facet),
    Years,
    /// What holds beside everything else.
    Words,
}

#[derive(Clone, Debug, PartialEq, Eq)]
struct Constraint {
    aspect: Aspect,
    allowed: Bitmap,
}

impl Filter {
    /// Looks up the values of a query, besides its words, which [`Filter::narrow`] brings; values that the
    /// dataset does not have are ignored and returned.
    pub fn resolve(query: &Query, index: &Index) -> (Self, Vec<UnknownValue>) {
        let mut unknown = Vec::new();
        let mut filter = Self::default();
        for facet in Facet::ALL {
            let mut allowed = None;
            for value in query.values(facet) {
                if let Some(option) = index.option(facet, value) {
                    allowed
                        .get_or_insert_with(|| Bitmap::none(index.cooperations()))
                        .join(&index.sets(facet)[option]);
                    if facet == Facet::Country && query.in_each_country {
                        filter.each.push(option);
                    }
                } else {
                    unknown.push(UnknownValue {
                        facet,
                        value: value.clone(),
                    });
                }
            }
            if let Some(allowed) = allowed {
                filter.ask(Aspect::Facet(facet), allowed);
            }
        }
        // One country is each of them.
        if filter.each.len() < 2 {
            filter.each.clear();
        }
        if !query.years.is_empty() {
            filter.ask(Aspect::Years, index.terms().within(query.years));
        }
        (filter, unknown)
    }

    fn ask(&mut self, aspect: Aspect, allowed: Bitmap) {
        self.constraints.push(Constraint { aspect, allowed });
    }

    /// Asks for more than facets and years can say: only cooperations of `allowed` pass and are counted beside
    /// options.
    pub fn narrow(&mut self, allowed: Bitmap) {
        self.ask(Aspect::Words, allowed);
    }

    /// What passes all constraints besides those of `except`, before clusters are asked for each country.
    fn passing(&self, index: &Index, except: Option<Aspect>) -> Bitmap {
        let mut passing = Bitmap::all(index.cooperations());
        for constraint in &self.constraints {
            if Some(constraint.aspect) != except {
                passing.meet(&constraint.allowed);
            }
        }
        passing
    }

    /// What passes everything besides the constraints of `except`.
    fn remaining(&self, index: &Index, except: Option<Aspect>) -> Bitmap {
        let mut passing = self.passing(index, except);
        if !self.each.is_empty() {
            let clusters = self.clusters_in_each(index, &passing);
            keep_those_of(index, &mut passing, &clusters);
        }
        passing
    }

    /// For every cluster whether one of the cooperations in each of the countries is its own.
    fn clusters_in_each(&self, index: &Index, of: &Bitmap) -> Vec<bool> {
        let mut reached = vec![0_usize; index.at_clusters().len()];
        for (before, &country) in self.each.iter().enumerate() {
            let mut there = index.sets(Facet::Country)[country].clone();
            there.meet(of);
            for key in &there {
                for &cluster in index.clusters(key) {
                    let reached = &mut reached[cluster.index()];
                    if *reached == before {
                        *reached += 1;
                    }
                }
            }
        }
        reached
            .iter()
            .map(|&reached| reached == self.each.len())
            .collect()
    }

    /// For every option of a facet the number of cooperations that it would leave, given all other constraints.
    ///
    /// Where clusters must have a cooperation in each country, a country's number is that of the cooperations
    /// there of the clusters that fulfil it.
    fn counts(&self, index: &Index, facet: Facet, matching: &Bitmap) -> Vec<u32> {
        let aspect = Aspect::Facet(facet);
        let chosen = self
            .constraints
            .iter()
            .any(|constraint| constraint.aspect == aspect);
        let sets = index.sets(facet).iter();
        if self.each.is_empty() {
            // The choice within a facet does not count against its other options.
            let others = chosen.then(|| self.passing(index, Some(aspect)));
            let others = others.as_ref().unwrap_or(matching);
            return sets.map(|set| set.count_both(others)).collect();
        }
        let others = self.passing(index, Some(aspect));
        if facet == Facet::Country {
            let mut others = others;
            let clusters = self.clusters_in_each(index, &others);
            keep_those_of(index, &mut others, &clusters);
            return sets.map(|set| set.count_both(&others)).collect();
        }
        // Whether a cluster fulfils it depends on the option.
        sets.map(|set| {
            let mut own = set.clone();
            own.meet(&others);
            let clusters = self.clusters_in_each(index, &own);
            keep_those_of(index, &mut own, &clusters);
            own.count()
        })
        .collect()
    }
}

/// Leaves the cooperations of some clusters.
fn keep_those_of(index: &Index, cooperations: &mut Bitmap, clusters: &[bool]) {
    let is_one = |cluster: &ClusterKey| clusters[cluster.index()];
    let mut kept = Bitmap::none(index.cooperations());
    for key in &*cooperations {
        if index.clusters(key).iter().any(is_one) {
            kept.set(key);
        }
    }
    *cooperations = kept;
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
        let cooperations = filter.remaining(index, None);
        Self {
            number: cooperations.count() as usize,
            counts: Facet::ALL.map(|facet| filter.counts(index, facet, &cooperations)),
            cooperations,
        }
    }
}

impl Histogram {
    /// Counts what passes a filter besides its years, by year.
    pub fn of(index: &Index, filter: &Filter) -> Self {
        index
            .terms()
            .histogram(&filter.remaining(index, Some(Aspect::Years)), Self::MOST_YEARS)
    }
}
