//! How well records answer a question.

use super::Index;
use super::entries::{OTHER, WHOLE};
use super::matches::{LEAST_LETTERS_BEGINNING, Match, Purpose};
use super::question::Question;
use super::suggestion::COOPERATIONS;

/// What a word is worth to a record if it is all of its name; if it is part of a name of two words, see
/// [`LONGER_NAME`]; if it is in another text; if it is in its summary. In the order of
/// [`Likeness`](super::matches::Likeness).
///
/// What belongs to a record gets a [`SHARE`] of it; that is less than any word of the record's own besides
/// those of its summary, and more than these.
const WORTH: [[u8; 7]; 4] = [
    [255, 190, 125, 150, 105, 100, 95],
    [240, 180, 115, 140, 100, 95, 90],
    [150, 120, 80, 96, 72, 70, 68],
    [15, 11, 6, 8, 5, 4, 3],
];

/// Every further word of a name takes so much.
const LONGER_NAME: u8 = 3;

/// A word of a record that others belong to is worth a quarter to them.
const SHARE: u8 = 4;

/// Words of a record's own, besides its summary, are worth at least so much.
const LEAST_OWN: u8 = 64;

impl Match {
    /// What it is worth to a record, by the class with which the record has the word.
    fn worth(&self) -> [u8; 8] {
        let [whole, name, other, summary] = WORTH.map(|worth| worth[self.likeness as usize]);
        if self.in_summary {
            return [summary; 8];
        }
        let mut worth = [name; 8];
        for class in WHOLE + 2..OTHER {
            worth[usize::from(class)] = name - LONGER_NAME * (class - 1);
        }
        worth[usize::from(WHOLE)] = whole;
        worth[usize::from(OTHER)] = other;
        worth
    }
}

impl Index {
    /// For every record what it is worth as an answer, 0 where a word does not hold for it.
    pub(super) fn scores(&self, question: &Question, purpose: Purpose) -> Vec<u16> {
        let mut scores = Vec::new();
        for (position, word) in question.words().iter().enumerate() {
            let worth = self.worth(question, position, word, purpose);
            if position == 0 {
                scores = worth.into_iter().map(u16::from).collect();
            } else {
                for (score, worth) in scores.iter_mut().zip(worth) {
                    *score = if *score > 0 && worth > 0 {
                        *score + u16::from(worth)
                    } else {
                        0
                    };
                }
            }
        }
        scores
    }

    /// For every record what a word of a question is worth to it, alone or together with its neighbours.
    fn worth(&self, question: &Question, position: usize, word: &str, purpose: Purpose) -> Vec<u8> {
        let mut matches = self.matches(word, question.is_unfinished(position), purpose);
        for compound in question.compounds(position) {
            self.add_beginnings(&compound, LEAST_LETTERS_BEGINNING, &mut matches);
        }
        let mut worth = vec![0; self.numbers.len()];
        for found in matches {
            let by_class = found.worth();
            let words = if found.in_summary {
                &self.summaries
            } else {
                &self.names
            };
            words.postings.each(found.word, |record, class| {
                let own = by_class.get(usize::from(class)).copied().unwrap_or(0);
                worth[record] = worth[record].max(own);
            });
        }
        self.share(&mut worth);
        worth
    }

    /// Lets records share in what the word is worth to those that they belong to.
    fn share(&self, worth: &mut [u8]) {
        for record in 0..self.numbers.range(COOPERATIONS).start {
            let share = worth[record] / SHARE;
            if worth[record] >= LEAST_OWN {
                self.members
                    .each(record, |member, _| worth[member] = worth[member].max(share));
            }
        }
    }
}
