//! All cooperations in the order of a column of the list.

use std::cmp::Ordering;

use crate::dataset::{Dataset, keys};
use crate::domain::cluster::ClusterKey;
use crate::domain::cooperation::CooperationKey;
use crate::domain::country::CountryKey;
use crate::domain::localized::{Language, LocalizedText};
use crate::domain::place::PlaceKey;
use crate::domain::programme::ProgrammeKey;
use crate::domain::theme::ThemeKey;
use crate::fold::add_alphabetic;
use crate::order::{heaviest_first, sorted};

use super::bitmap::Bitmap;
use super::index::Index;
use super::lists::Lists;
use super::sort::{Column, Sort};

/// All cooperations in the order of a column, in both directions. Equal ones stand the latest first, and those
/// of which the column's value is not known last, in either direction.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Order {
    ascending: Vec<CooperationKey>,
    descending: Vec<CooperationKey>,
}

impl Order {
    /// Sorts all cooperations by a column as it reads in a language.
    ///
    /// Names go by the alphabet, and where only capitals or accents differ, by these. Lists go by their first
    /// item, then by the next.
    pub fn build(dataset: &Dataset, index: &Index, column: Column, language: Language) -> Self {
        let latest_first = index.latest();
        let ranks = match column {
            Column::Title => names(dataset.cooperations(), &|one| one.title.get(language)),
            Column::Clusters => {
                let ranks = names(dataset.clusters(), &|one| one.label());
                lists(index, &|key, list| {
                    list.extend(
                        index
                            .clusters(key)
                            .iter()
                            .map(|&key| ranks[ClusterKey::index(key)]),
                    );
                })
            }
            Column::Partners => {
                let ranks = places(dataset, language);
                lists(index, &|key, list| {
                    list.extend(index.places(key).iter().map(|&key| ranks[PlaceKey::index(key)]));
                })
            }
            Column::Themes => {
                let ranks = localized(dataset.themes(), language, &|one| &one.name);
                lists(index, &|key, list| {
                    let themes = dataset.cooperation(key).themes.iter();
                    list.extend(themes.map(|&key| ranks[ThemeKey::index(key)]));
                })
            }
            Column::Programme => {
                let ranks = localized(dataset.programmes(), language, &|one| &one.name);
                let programmes = dataset.cooperations().iter().map(|one| one.programme);
                programmes
                    .map(|key| key.map_or(0, |key| ranks[ProgrammeKey::index(key)]))
                    .collect()
            }
            Column::Start => starts(dataset, latest_first),
        };
        let ranks: Vec<u32> = latest_first.iter().map(|key| ranks[key.index()]).collect();
        let greatest = ranks.iter().copied().max().unwrap_or(0);
        let turned = |&rank: &u32| if rank == 0 { 0 } else { greatest + 1 - rank };
        let in_order = |weights: &[u32]| -> Vec<CooperationKey> {
            let positions = heaviest_first(weights);
            positions
                .into_iter()
                .map(|position| latest_first[position])
                .collect()
        };
        Self {
            ascending: in_order(&ranks.iter().map(turned).collect::<Vec<u32>>()),
            descending: in_order(&ranks),
        }
    }

    /// The cooperations of a set in this order, in the direction of `sort`.
    pub fn of<'a>(&'a self, of: &'a Bitmap, sort: Sort) -> impl Iterator<Item = CooperationKey> + use<'a> {
        let all = if sort.descending {
            &self.descending
        } else {
            &self.ascending
        };
        all.iter().copied().filter(|&key| of.get(key))
    }
}

/// The ranks of so many things in an order, from 1; equal ones share theirs.
fn ranks(count: usize, compare: &dyn Fn(usize, usize) -> Ordering) -> Vec<u32> {
    let mut ranks = vec![0; count];
    let (mut rank, mut before) = (0, None);
    for position in sorted(count, compare) {
        if before.is_none_or(|before| compare(before, position).is_lt()) {
            rank += 1;
        }
        ranks[position] = rank;
        before = Some(position);
    }
    ranks
}

fn localized<T>(records: &[T], language: Language, name: &dyn Fn(&T) -> &LocalizedText) -> Vec<u32> {
    names(records, &|record| name(record).get(language))
}

/// The alphabetical ranks of records by their names.
fn names<T>(records: &[T], name: &dyn Fn(&T) -> &str) -> Vec<u32> {
    let names: Vec<&str> = records.iter().map(name).collect();
    alphabetical(&names)
}

fn alphabetical(names: &[&str]) -> Vec<u32> {
    let mut bytes = Vec::with_capacity(names.iter().map(|name| name.len() + 1).sum());
    let mut starts = vec![0];
    let mut beginnings = Vec::with_capacity(names.len());
    for name in names {
        let start = bytes.len();
        add_alphabetic(name, &mut bytes);
        beginnings.push(beginning(&bytes[start..]));
        starts.push(bytes.len());
    }
    let key = |position: usize| &bytes[starts[position]..starts[position + 1]];
    ranks(names.len(), &|a, b| {
        let shortly = beginnings[a].cmp(&beginnings[b]);
        shortly.then_with(|| key(a).cmp(key(b)).then_with(|| names[a].cmp(names[b])))
    })
}

/// The first sixteen bytes as a number of the same order: most names differ in them.
fn beginning(bytes: &[u8]) -> u128 {
    let mut first = [0; 16];
    let length = bytes.len().min(16);
    first[..length].copy_from_slice(&bytes[..length]);
    u128::from_be_bytes(first)
}

/// The ranks of places by their names and then by their countries.
fn places(dataset: &Dataset, language: Language) -> Vec<u32> {
    let countries = localized(dataset.countries(), language, &|one| &one.name);
    let places = localized(dataset.places(), language, &|one| &one.name);
    let country = |position: usize| dataset.places()[position].country;
    let rank = |position: usize| {
        let country = country(position).map_or(0, |key| countries[CountryKey::index(key)]);
        (places[position], country)
    };
    ranks(places.len(), &|a, b| rank(a).cmp(&rank(b)))
}

/// The ranks of cooperations by lists of ranks; 0 for an empty one.
fn lists(index: &Index, add: &dyn Fn(CooperationKey, &mut Vec<u32>)) -> Vec<u32> {
    let mut lists = Lists::default();
    let mut list = Vec::new();
    for key in keys(index.cooperations()) {
        add(key, &mut list);
        lists.push_distinct(list.drain(..));
    }
    let mut ranks = ranks(lists.len(), &|a, b| lists.of(a).cmp(lists.of(b)));
    for (position, rank) in ranks.iter_mut().enumerate() {
        if lists.of(position).is_empty() {
            *rank = 0;
        }
    }
    ranks
}

/// The ranks of cooperations by their starts; 0 where it is not known.
fn starts(dataset: &Dataset, latest_first: &[CooperationKey]) -> Vec<u32> {
    let mut ranks = vec![0; latest_first.len()];
    let (mut rank, mut before) = (0, None);
    for &key in latest_first.iter().rev() {
        let start = dataset.cooperation(key).period.start;
        if start.is_some() {
            rank += u32::from(start != before);
            ranks[key.index()] = rank;
            before = start;
        }
    }
    ranks
}
