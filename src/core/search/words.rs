//! Every distinct word of some texts, and the records that have it.

use std::ops::Range;

use crate::order::sorted;

use super::postings::{Class, OpenPostings, Postings};
use super::typo::Table;

/// Distinct folded words in their order, one after the other, each with its records.
#[derive(Debug, Default)]
pub(super) struct Words {
    list: List,
    /// For every word the letters it has, as bits.
    letters: Vec<u32>,
    pub(super) postings: Postings,
}

/// Words in one text.
#[derive(Debug, Default)]
struct List {
    text: String,
    /// Where each ends.
    ends: Vec<u32>,
}

impl List {
    fn push(&mut self, word: &str) {
        self.text.push_str(word);
        self.ends.push(u32::try_from(self.text.len()).unwrap_or(u32::MAX));
    }

    fn get(&self, position: usize) -> &str {
        let end = |position: usize| self.ends.get(position).map_or(0, |&end| end as usize);
        let start = position.checked_sub(1).map_or(0, end);
        self.text.get(start..end(position)).unwrap_or_default()
    }
}

impl Words {
    /// The words that begin with `word`, the word itself first.
    pub(super) fn beginning_with(&self, word: &str) -> Range<usize> {
        let start = self.first(0, &|other| other >= word.as_bytes());
        start..self.first(start, &|other| !other.starts_with(word.as_bytes()))
    }

    /// The first word at or after a position that is `behind`, where all that follow it are too.
    fn first(&self, from: usize, behind: &dyn Fn(&[u8]) -> bool) -> usize {
        let (mut low, mut step) = (from, 1);
        let mut high = self.len();
        // Most searches end near their start.
        while low + step < high {
            if behind(self.word(low + step).as_bytes()) {
                high = low + step;
            } else {
                low += step + 1;
                step *= 2;
            }
        }
        while low < high {
            let middle = low.midpoint(high);
            if behind(self.word(middle).as_bytes()) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        low
    }

    /// How many words there are.
    fn len(&self) -> usize {
        self.list.ends.len()
    }

    /// The word at a position.
    pub(super) fn word(&self, position: usize) -> &str {
        self.list.get(position)
    }

    /// The words that have all letters of `word`, in whatever order.
    pub(super) fn with_letters_of<'a>(
        &'a self,
        word: &str,
    ) -> impl Iterator<Item = (usize, &'a str)> + use<'a> {
        let wanted = letters(word);
        let all = self.letters.iter().enumerate();
        let some = all.filter(move |&(_, has)| wanted & !has == 0);
        some.map(|(position, _)| (position, self.word(position)))
    }

    /// Hands out the words that `word` may be a misspelling of, or of whose beginnings if it `goes_on`, with the
    /// number of mistakes and whether they are between the whole words.
    pub(super) fn each_similar(
        &self,
        word: &str,
        most: u8,
        goes_on: bool,
        each: &mut dyn FnMut(usize, u8, bool),
    ) {
        let mut table = Table::new(word, most);
        let mut position = 0;
        while position < self.len() {
            let other = self.word(position).as_bytes();
            let letters = table.follow(other);
            let to_beginning = || goes_on.then(|| table.to_beginning()).flatten();
            if let Some(mistakes) = table.to_whole(other) {
                each(position, mistakes, true);
            } else if let Some(mistakes) = to_beginning() {
                each(position, mistakes, false);
            } else if table.is_hopeless() {
                let beginning = other.get(..letters).unwrap_or_default();
                position = self.first(position, &|other| !other.starts_with(beginning));
                continue;
            }
            position += 1;
        }
    }
}

/// The letters of a word as bits: one for each of the alphabet, one for every two digits, one for all others.
fn letters(word: &str) -> u32 {
    word.bytes().fold(0, |letters, byte| {
        let bit = match byte {
            b'a'..=b'z' => byte - b'a',
            b'0'..=b'9' => 26 + (byte - b'0') / 2,
            _ => 31,
        };
        letters | 1 << bit
    })
}

/// Words that are still being collected.
#[derive(Debug)]
pub(super) struct OpenWords {
    list: List,
    /// Positions of words by their hash, each in the first free slot from there.
    slots: Vec<u32>,
    postings: OpenPostings,
}

const FREE: u32 = u32::MAX;

impl Default for OpenWords {
    fn default() -> Self {
        Self {
            list: List::default(),
            slots: vec![FREE; 1024],
            postings: OpenPostings::default(),
        }
    }
}

impl OpenWords {
    /// The number of a word; a new one for a word that was not there.
    pub(super) fn number(&mut self, word: &str) -> u32 {
        let slot = self.slot(word);
        if self.slots[slot] != FREE {
            return self.slots[slot];
        }
        let number = u32::try_from(self.list.ends.len()).unwrap_or(FREE);
        self.slots[slot] = number;
        self.list.push(word);
        if self.list.ends.len() * 2 > self.slots.len() {
            self.widen();
        }
        number
    }

    /// Says that a record has a word; records come in their order.
    pub(super) fn enter(&mut self, number: u32, record: u32, class: Class) {
        self.postings.push(number, record, class);
    }

    /// The slot that a word has or would have.
    fn slot(&self, word: &str) -> usize {
        // FNV-1a; the number of slots is a power of two.
        let hash = word.bytes().fold(0x811c_9dc5_u32, |hash, byte| {
            (hash ^ u32::from(byte)).wrapping_mul(0x0100_0193)
        });
        let last = self.slots.len() - 1;
        let mut slot = hash as usize & last;
        while self.slots[slot] != FREE && self.list.get(self.slots[slot] as usize) != word {
            slot = (slot + 1) & last;
        }
        slot
    }

    fn widen(&mut self) {
        self.slots = vec![FREE; self.slots.len() * 2];
        for position in 0..self.list.ends.len() {
            let slot = self.slot(self.list.get(position));
            self.slots[slot] = u32::try_from(position).unwrap_or(FREE);
        }
    }

    /// All words with their records.
    pub(super) fn close(self) -> Words {
        let Self { list, postings, .. } = self;
        let order = sorted(list.ends.len(), &|a, b| list.get(a).cmp(list.get(b)));
        let mut words = Words {
            list: List {
                text: String::with_capacity(list.text.len()),
                ends: Vec::with_capacity(order.len()),
            },
            letters: Vec::with_capacity(order.len()),
            postings: postings.close(order.iter().copied()),
        };
        for &position in &order {
            let word = list.get(position);
            words.list.push(word);
            words.letters.push(letters(word));
        }
        words
    }
}
