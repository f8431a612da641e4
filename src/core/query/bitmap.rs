//! Sets of cooperations as one bit each: what passes a filter, what has an option, what touches a record.
//!
//! A set of 100 000 takes 12.5 kB whatever it holds; meeting, joining and counting run over 1 563 words.

use crate::domain::cooperation::CooperationKey;
use crate::domain::id::Key;

const WORD: usize = u64::BITS as usize;

/// A set of the first so many cooperations of a dataset. Sets of one dataset have the same length.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Bitmap {
    words: Vec<u64>,
}

impl Bitmap {
    /// None of `length` cooperations.
    pub fn none(length: usize) -> Self {
        Self {
            words: vec![0; length.div_ceil(WORD)],
        }
    }

    /// All of `length` cooperations.
    pub fn all(length: usize) -> Self {
        let mut words = vec![u64::MAX; length.div_ceil(WORD)];
        // Bits beyond the last cooperation stay clear, so that counting needs no exception.
        if let (Some(last), 1..) = (words.last_mut(), length % WORD) {
            *last = (1 << (length % WORD)) - 1;
        }
        Self { words }
    }

    /// Adds a cooperation; beyond the length, nothing happens.
    pub fn set(&mut self, key: CooperationKey) {
        if let Some(word) = self.words.get_mut(key.index() / WORD) {
            *word |= 1 << (key.index() % WORD);
        }
    }

    /// Whether it holds a cooperation.
    pub fn get(&self, key: CooperationKey) -> bool {
        self.words
            .get(key.index() / WORD)
            .is_some_and(|word| word >> (key.index() % WORD) & 1 == 1)
    }

    /// Leaves what `other` holds too.
    pub fn meet(&mut self, other: &Self) {
        for (word, other) in self.words.iter_mut().zip(&other.words) {
            *word &= other;
        }
    }

    /// Adds what `other` holds.
    pub fn join(&mut self, other: &Self) {
        for (word, other) in self.words.iter_mut().zip(&other.words) {
            *word |= other;
        }
    }

    /// How many it holds.
    pub fn count(&self) -> u32 {
        self.words.iter().map(|word| word.count_ones()).sum()
    }

    /// How many both hold.
    pub fn count_both(&self, other: &Self) -> u32 {
        let words = self.words.iter().zip(&other.words);
        words.map(|(word, other)| (word & other).count_ones()).sum()
    }

    /// What it holds, in the order of the keys.
    pub fn iter(&self) -> Members<'_> {
        Members {
            words: &self.words,
            position: 0,
            rest: self.words.first().copied().unwrap_or(0),
        }
    }
}

impl<'a> IntoIterator for &'a Bitmap {
    type Item = CooperationKey;
    type IntoIter = Members<'a>;

    fn into_iter(self) -> Members<'a> {
        self.iter()
    }
}

/// The cooperations of a set, in the order of their keys.
#[derive(Clone, Debug)]
pub struct Members<'a> {
    words: &'a [u64],
    /// The word that is being read.
    position: usize,
    /// What is left of it.
    rest: u64,
}

impl Iterator for Members<'_> {
    type Item = CooperationKey;

    fn next(&mut self) -> Option<CooperationKey> {
        while self.rest == 0 {
            self.position += 1;
            self.rest = *self.words.get(self.position)?;
        }
        let bit = self.position * WORD + self.rest.trailing_zeros() as usize;
        self.rest &= self.rest - 1;
        u32::try_from(bit).ok().map(Key::new)
    }
}
