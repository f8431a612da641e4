//! Cooperations counted by the groups that they touch and by the pairs of groups that they connect.
//!
//! At near zoom levels 100 000 cooperations connect some 300 000 different pairs. So pairs are never looked
//! up: every one goes on a list of its first group, and each list is counted with one number per group,
//! which stays in the processor's cache.

use crate::domain::cooperation::CooperationKey;
use crate::geo::area::Area;
use crate::query::bitmap::Bitmap;
use crate::query::index::Index;

use super::Connection;
use super::level::Level;
use super::strongest::{Pair, Strongest};

/// Lowest bit of a cooperation's fields beside the second group of a pair; groups are fewer.
const FIELDS_SHIFT: u32 = 26;

/// Counts and pairs of a set of cooperations.
pub(super) struct Tally {
    /// For every group the number of different cooperations that touch it.
    pub(super) counts: Vec<u32>,
    /// Where the pairs of each first group begin; one more than there are groups at home.
    starts: Vec<u32>,
    /// The second group of every pair with the fields of its cooperation, by first group; as often as there
    /// are cooperations between them.
    pairs: Vec<u32>,
}

impl Tally {
    /// Counts cooperations, and pairs of which one group stands in `frame`.
    pub(super) fn take(index: &Index, level: &Level, cooperations: &Bitmap, frame: Area) -> Self {
        let mut counts = vec![0; level.groups.len()];
        let framed: Vec<bool> = level
            .groups
            .iter()
            .map(|group| frame.contains(group.at))
            .collect();
        let mut ends = Ends::new(level);
        let mut listed: Vec<[u32; 2]> = Vec::new();
        let mut starts = vec![0_u32; level.at_home + 1];
        for key in cooperations {
            ends.find(index, key, &mut counts);
            let fields = u32::from(index.fields(key)) << FIELDS_SHIFT;
            for &from in &ends.from {
                let near = framed[from as usize];
                for &to in &ends.to {
                    if (near || framed[to as usize]) && ends.is_pair(from, to) {
                        listed.push([from, to | fields]);
                        starts[from as usize + 1] += 1;
                    }
                }
            }
        }
        for group in 0..level.at_home {
            starts[group + 1] += starts[group];
        }
        let mut next = starts.clone();
        let mut pairs = vec![0; listed.len()];
        for [one, other] in listed {
            let place = &mut next[one as usize];
            pairs[*place as usize] = other;
            *place += 1;
        }
        Self {
            counts,
            starts,
            pairs,
        }
    }

    /// The strongest connections, the strongest first, and how many there are besides.
    pub(super) fn connections(&self, most: usize) -> (Vec<Connection>, usize) {
        let mut strongest = Strongest::new(most);
        let mut numbers = vec![0_u32; self.counts.len()];
        let mut others: Vec<u32> = Vec::new();
        for from in 0..self.starts.len() - 1 {
            for &pair in self.pairs_of(from) {
                let other = second(pair);
                if numbers[other as usize] == 0 {
                    others.push(other);
                }
                numbers[other as usize] += 1;
            }
            for to in others.drain(..) {
                strongest.add(Pair {
                    from: u32::try_from(from).unwrap_or(u32::MAX),
                    to,
                    cooperations: std::mem::take(&mut numbers[to as usize]),
                });
            }
        }
        let (pairs, further) = strongest.finish();
        let mut connections: Vec<Connection> = pairs
            .iter()
            .map(|pair| Connection {
                from: pair.from as usize,
                to: pair.to as usize,
                cooperations: pair.cooperations,
                by_field: [0; 6],
            })
            .collect();
        self.count_fields(&mut connections, numbers);
        (connections, further)
    }

    /// Counts the fields of chosen connections; `positions` is any list with one zero for every group.
    fn count_fields(&self, connections: &mut [Connection], mut positions: Vec<u32>) {
        let mut by_from: Vec<Vec<u32>> = vec![Vec::new(); self.starts.len() - 1];
        for (position, connection) in (1..).zip(connections.iter()) {
            by_from[connection.from].push(position);
        }
        for (from, own) in by_from.iter().enumerate() {
            if own.is_empty() {
                continue;
            }
            for &position in own {
                positions[connections[position as usize - 1].to] = position;
            }
            for &pair in self.pairs_of(from) {
                // Positions count from 1: 0 stands for pairs that were not chosen.
                let Some(position) = positions[second(pair) as usize].checked_sub(1) else {
                    continue;
                };
                let by_field = &mut connections[position as usize].by_field;
                for (field, count) in (FIELDS_SHIFT..).zip(by_field) {
                    *count += pair >> field & 1;
                }
            }
            for &position in own {
                positions[connections[position as usize - 1].to] = 0;
            }
        }
    }

    fn pairs_of(&self, from: usize) -> &[u32] {
        &self.pairs[self.starts[from] as usize..self.starts[from + 1] as usize]
    }
}

const fn second(pair: u32) -> u32 {
    pair & ((1 << FIELDS_SHIFT) - 1)
}

/// The groups that a cooperation touches.
///
/// Every group remembers the last cooperation that started from it and the last that reached it, so that no
/// list is searched for what it holds already.
pub(super) struct Ends<'a> {
    level: &'a Level,
    /// The present cooperation, counted from 1.
    present: u32,
    starting: Vec<u32>,
    reached: Vec<u32>,
    /// Groups of its clusters, each once; Germany where it has none.
    from: Vec<u32>,
    /// Groups of its partners, each once.
    to: Vec<u32>,
}

impl<'a> Ends<'a> {
    pub(super) fn new(level: &'a Level) -> Self {
        Self {
            level,
            present: 0,
            starting: vec![0; level.groups.len()],
            reached: vec![0; level.groups.len()],
            from: Vec::new(),
            to: Vec::new(),
        }
    }

    /// Goes on to a cooperation, and counts it at its groups.
    pub(super) fn find(&mut self, index: &Index, key: CooperationKey, counts: &mut [u32]) {
        self.present += 1;
        self.from.clear();
        self.to.clear();
        let level = self.level;
        let clusters = index.clusters(key);
        for &cluster in clusters {
            self.start(level.of_cluster[cluster.index()], counts);
        }
        if clusters.is_empty() {
            self.start(level.of_germany, counts);
        }
        for &place in index.places(key) {
            let group = level.of_place[place.index()];
            let position = group as usize;
            if self.reached[position] != self.present {
                self.reached[position] = self.present;
                self.to.push(group);
                counts[position] += u32::from(self.starting[position] != self.present);
            }
        }
    }

    fn start(&mut self, group: u32, counts: &mut [u32]) {
        let position = group as usize;
        if self.starting[position] != self.present {
            self.starting[position] = self.present;
            self.from.push(group);
            counts[position] += 1;
        }
    }

    /// The groups that the present cooperation connects with one.
    pub(super) fn linked_to(&self, group: u32) -> impl Iterator<Item = u32> {
        let pairs = self
            .from
            .iter()
            .flat_map(|&from| self.to.iter().map(move |&to| (from, to)));
        pairs.filter_map(move |(from, to)| match (from == group, to == group) {
            (true, false) if self.is_pair(from, to) => Some(to),
            (false, true) if self.is_pair(from, to) => Some(from),
            _ => None,
        })
    }

    /// Whether a group of a cluster and one of a partner make a connection: not with itself, and without
    /// direction among equals, as a cooperation of two clusters with each other's city is one connection.
    fn is_pair(&self, from: u32, to: u32) -> bool {
        let both_ways =
            || self.starting[to as usize] == self.present && self.reached[from as usize] == self.present;
        !self.level.is_at_home(to) || from != to && (from < to || !both_ways())
    }
}
