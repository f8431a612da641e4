//! What the map shows, as plain data.
//!
//! A [`level::Level`] says into which groups a zoom level gathers clusters and places; a [`Scene`] counts a
//! set of cooperations by those groups: marks with numbers, connections with widths. Whatever draws the map
//! draws nothing else.

pub mod label;
pub mod level;
pub mod node;
pub mod scale;

use std::collections::HashMap;

use crate::dataset::Dataset;
use crate::domain::cooperation::{Cooperation, CooperationKey};
use crate::domain::theme::Field;
use crate::order::{arranged, insert, sorted};

use level::Level;

/// Cooperations between two groups.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Connection {
    /// The group of a cluster.
    pub from: usize,
    /// The group of a partner.
    pub to: usize,
    /// Number of different cooperations; at least 1.
    pub cooperations: u32,
    /// How many of them belong to each field, in the order of [`Field::ALL`]; one may belong to several.
    pub by_field: [u32; 6],
}

/// Counted cooperations on the groups of a level.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Scene {
    /// For every group of the level the number of different cooperations that touch it.
    pub counts: Vec<u32>,
    /// Connections between different groups, the strongest first.
    pub connections: Vec<Connection>,
}

impl Scene {
    /// Counts cooperations by the groups of a level.
    pub fn build(dataset: &Dataset, level: &Level, cooperations: &[CooperationKey]) -> Self {
        let mut counts = vec![0; level.groups.len()];
        let mut connections: Vec<Connection> = Vec::new();
        let mut positions: HashMap<(usize, usize), usize> = HashMap::new();
        let (mut ends, mut pairs) = (Ends::default(), Vec::new());
        for &key in cooperations {
            let cooperation = dataset.cooperation(key);
            ends.find(level, cooperation);
            for &group in &ends.all {
                counts[group] += 1;
            }
            ends.pairs(&mut pairs);
            let fields = fields(dataset, cooperation);
            for &(from, to) in &pairs {
                let position = *positions.entry((from, to)).or_insert_with(|| {
                    connections.push(Connection {
                        from,
                        to,
                        cooperations: 0,
                        by_field: [0; 6],
                    });
                    connections.len() - 1
                });
                let connection = &mut connections[position];
                connection.cooperations += 1;
                for (count, belongs) in connection.by_field.iter_mut().zip(fields) {
                    *count += u32::from(belongs);
                }
            }
        }
        let strongest_first = sorted(connections.len(), &|a, b| {
            let rank = |position: usize| {
                let Connection {
                    from,
                    to,
                    cooperations,
                    ..
                } = connections[position];
                (std::cmp::Reverse(cooperations), from, to)
            };
            rank(a).cmp(&rank(b))
        });
        let connections = arranged(connections, &strongest_first);
        Self { counts, connections }
    }

    /// The greatest number of cooperations at a group; 0 where there are none.
    pub fn greatest_count(&self) -> u32 {
        self.counts.iter().copied().max().unwrap_or(0)
    }

    /// The greatest number of cooperations on a connection; 0 where there are none.
    pub fn greatest_connection(&self) -> u32 {
        self.connections
            .first()
            .map_or(0, |connection| connection.cooperations)
    }
}

/// The groups that one cooperation touches, each once.
#[derive(Default)]
struct Ends {
    clusters: Vec<usize>,
    partners: Vec<usize>,
    all: Vec<usize>,
}

impl Ends {
    fn find(&mut self, level: &Level, cooperation: &Cooperation) {
        for groups in [&mut self.clusters, &mut self.partners, &mut self.all] {
            groups.clear();
        }
        for &cluster in &cooperation.clusters {
            insert(&mut self.clusters, level.group_of_cluster(cluster));
        }
        if self.clusters.is_empty() {
            self.clusters.push(level.group_of_germany());
        }
        for partner in &cooperation.partners {
            insert(&mut self.partners, level.group_of_place(partner.place));
        }
        for &group in self.clusters.iter().chain(&self.partners) {
            insert(&mut self.all, group);
        }
    }

    /// Every group of a cluster with every group of a partner, without direction among equals: a
    /// cooperation of two clusters with each other's city is one connection.
    fn pairs(&self, pairs: &mut Vec<(usize, usize)>) {
        pairs.clear();
        for &from in &self.clusters {
            for &to in self.partners.iter().filter(|&&to| to != from) {
                let both_ways = self.clusters.contains(&to) && self.partners.contains(&from);
                pairs.push(if both_ways {
                    (from.min(to), from.max(to))
                } else {
                    (from, to)
                });
            }
        }
    }
}

fn fields(dataset: &Dataset, cooperation: &Cooperation) -> [bool; 6] {
    let mut fields = [false; Field::ALL.len()];
    for &theme in &cooperation.themes {
        fields[dataset.theme(theme).field.index()] = true;
    }
    fields
}
