//! How far a word is from others that it may be a misspelling of.
//!
//! A mistake is a letter that was left out, added, exchanged or swapped with its neighbour. Digits are never
//! taken for misspelt.

use std::ops::Range;

/// More mistakes than any word may have.
const TOO_MANY: u8 = 100;

/// The number of mistakes that turn a word into another, if it is not greater than `most`, which is below 100.
///
/// ```
/// use clusteratlas_core::search::typo::mistakes;
///
/// assert_eq!(mistakes("photnoik", "photonik", 2), Some(1));
/// assert_eq!(mistakes("01dg20010", "01dg20011", 2), None);
/// ```
pub fn mistakes(word: &str, other: &str, most: u8) -> Option<u8> {
    let mut table = Table::new(word, most);
    table.follow(other.as_bytes());
    table.to_whole(other.as_bytes())
}

/// The least numbers of mistakes between the beginnings of a word and those of others: a row for every beginning
/// of the other, so that words that begin alike share rows.
#[derive(Debug)]
pub struct Table<'w> {
    word: &'w [u8],
    most: u8,
    /// The letters of the other word that there are rows for.
    other: Vec<u8>,
    /// One row more than these letters, each with one number more than the word has letters. Only those near
    /// the diagonal can be small enough, and only these are worked out.
    numbers: Vec<u8>,
}

impl<'w> Table<'w> {
    /// From the beginnings of a word, with so many mistakes at most, below 100.
    pub fn new(word: &'w str, most: u8) -> Self {
        let word = word.as_bytes();
        let removed = word.iter().scan(0, |mistakes: &mut u8, &letter| {
            *mistakes = TOO_MANY.min(*mistakes + price(letter));
            Some(*mistakes)
        });
        Self {
            word,
            most,
            other: Vec::new(),
            numbers: std::iter::once(0).chain(removed).collect(),
        }
    }

    /// Goes over to another word, and makes rows for its letters until it is clear that there are too many
    /// mistakes; how many letters these are.
    pub fn follow(&mut self, other: &[u8]) -> usize {
        let same = self.other.iter().zip(other).take_while(|(a, b)| a == b).count();
        self.other.truncate(same);
        self.numbers.truncate((same + 1) * self.width());
        for &letter in other.get(same..).unwrap_or_default() {
            if self.is_hopeless() {
                break;
            }
            self.push(letter);
        }
        self.other.len()
    }

    /// Whether every word that goes on like this one has too many mistakes.
    pub fn is_hopeless(&self) -> bool {
        let start = self.numbers.len() - self.width();
        let row = self.numbers.get(start..).unwrap_or_default();
        let near = row.get(self.near(self.other.len())).unwrap_or_default();
        near.iter().all(|&mistakes| mistakes > self.most)
    }

    /// The mistakes between the words, if they are not too many.
    pub fn to_whole(&self, other: &[u8]) -> Option<u8> {
        let all = self.other.len() == other.len();
        let mistakes = self.numbers.last().copied().filter(|_| all);
        mistakes.filter(|&mistakes| mistakes <= self.most)
    }

    /// The least mistakes between the word and a beginning of the other, if they are not too many.
    pub(super) fn to_beginning(&self) -> Option<u8> {
        let ends = self.numbers.chunks_exact(self.width()).filter_map(<[u8]>::last);
        ends.copied().min().filter(|&mistakes| mistakes <= self.most)
    }

    const fn width(&self) -> usize {
        self.word.len() + 1
    }

    /// The positions of a row that can be small enough.
    fn near(&self, row: usize) -> Range<usize> {
        let most = usize::from(self.most);
        let end = self.width().min(row + most + 1);
        row.saturating_sub(most).min(end)..end
    }

    fn push(&mut self, letter: u8) {
        let (width, start) = (self.width(), self.numbers.len());
        let before = self.other.last().copied();
        self.other.push(letter);
        let near = self.near(self.other.len());
        self.numbers.resize(start + width, TOO_MANY);
        let (rows, row) = self.numbers.split_at_mut(start);
        let above = &rows[start - width..];
        for position in near {
            let mut least = above[position] + price(letter);
            if let Some(last) = position.checked_sub(1) {
                let own = self.word[last];
                let both = price(letter).max(price(own));
                let exchanged = if own == letter { 0 } else { both };
                least = least.min(row[last] + price(own)).min(above[last] + exchanged);
                // What stood before, the other way round.
                if let Some(earlier) = last.checked_sub(1)
                    && self.word[earlier] == letter
                    && before == Some(own)
                {
                    least = least.min(rows[start - 2 * width + earlier] + both);
                }
            }
            row[position] = least.min(TOO_MANY);
        }
    }
}

/// What a mistake in a letter counts.
const fn price(letter: u8) -> u8 {
    if letter.is_ascii_digit() { TOO_MANY } else { 1 }
}
