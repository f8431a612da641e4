//! The strongest of many connections, which come one by one.

use crate::order::sorted;

/// Two groups and the number of cooperations between them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Pair {
    pub(super) from: u32,
    pub(super) to: u32,
    pub(super) cooperations: u32,
}

impl Pair {
    /// A number that is the smaller the stronger a pair is; different for different pairs.
    const fn rank(self) -> (u32, u32, u32) {
        (u32::MAX - self.cooperations, self.from, self.to)
    }
}

/// The strongest pairs so far, and how many there were.
pub(super) struct Strongest {
    most: usize,
    held: Vec<Pair>,
    /// Pairs of a greater rank are not among the strongest.
    worst: (u32, u32, u32),
    seen: usize,
}

impl Strongest {
    pub(super) const fn new(most: usize) -> Self {
        Self {
            most,
            held: Vec::new(),
            worst: (u32::MAX, u32::MAX, u32::MAX),
            seen: 0,
        }
    }

    /// Takes a pair into account.
    pub(super) fn add(&mut self, pair: Pair) {
        self.seen += 1;
        if pair.rank() < self.worst {
            self.held.push(pair);
            // Several times as many are held, so that sorting them out is rare.
            if self.held.len() >= self.most.saturating_mul(4).saturating_add(64) {
                self.sort_out();
            }
        }
    }

    fn sort_out(&mut self) {
        let order = sorted(self.held.len(), &|a, b| {
            self.held[a].rank().cmp(&self.held[b].rank())
        });
        self.held = order
            .into_iter()
            .take(self.most)
            .map(|position| self.held[position])
            .collect();
        if self.held.len() == self.most {
            self.worst = self.held.last().map_or((0, 0, 0), |pair| pair.rank());
        }
    }

    /// The strongest pairs, the strongest first, and how many there were besides.
    pub(super) fn finish(mut self) -> (Vec<Pair>, usize) {
        self.sort_out();
        let further = self.seen - self.held.len();
        (self.held, further)
    }
}
