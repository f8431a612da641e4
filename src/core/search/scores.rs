//! How well records answer a question.

use super::Index;
use super::entries::{OTHER, WHOLE};
use super::question::Question;
use super::suggestion::COOPERATIONS;
use super::words::Words;

/// What the answer is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Purpose {
    /// Records that the reader asked for. Words are taken for misspelt only if no record has them, and then for
    /// the most similar words alone.
    Filter,
    /// Records that the reader may have meant. Words are taken for misspelt too if they only begin or end others.
    Suggest,
}

/// How a word of the question stands to a word of a record, the better the earlier.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Likeness {
    /// Both are the same.
    Same,
    /// The record's word begins with it.
    Beginning,
    /// The record's word is a compound that holds it behind its beginning.
    Inside,
    /// They differ by one mistake.
    Typo,
    /// They differ by two mistakes.
    TwoTypos,
    /// The record's word begins with something that differs by one mistake.
    TypoAtBeginning,
    /// The record's word begins with something that differs by two mistakes.
    TwoTyposAtBeginning,
}

/// What a word is worth to a record if it is all of its name; if it is part of a name of two words, see
/// [`LONGER_NAME`]; if it is in another text; if it is in its summary. In the order of [`Likeness`].
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

/// A word that is not finished may have begun with a mistake from so many letters.
const LEAST_LETTERS_MISTAKEN: usize = 6;

/// A complete word may be the beginning of another one from so many letters.
const LEAST_LETTERS_BEGINNING: usize = 3;

/// A word may be the end of a compound from so many letters, with [`LEAST_LETTERS_BEFORE`] before it.
const LEAST_LETTERS_END: usize = 4;

/// A word may be anywhere in a compound from so many letters.
const LEAST_LETTERS_INSIDE: usize = 6;

const LEAST_LETTERS_BEFORE: usize = 2;

/// So many mistakes may be in a word of so many letters.
const fn most_mistakes(letters: usize) -> u8 {
    match letters {
        0..=3 => 0,
        4..=7 => 1,
        _ => 2,
    }
}

/// A word of the index that a word of the question may stand for.
struct Match {
    in_summary: bool,
    word: usize,
    likeness: Likeness,
}

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

    fn matches(&self, word: &str, unfinished: bool, purpose: Purpose) -> Vec<Match> {
        let mut matches = Vec::new();
        let shortest = if unfinished { 1 } else { LEAST_LETTERS_BEGINNING };
        self.add_beginnings(word, shortest, &mut matches);
        let known = matches.iter().any(|found| found.likeness == Likeness::Same);
        self.add_compounds(word, &mut matches);
        match purpose {
            Purpose::Filter if matches.is_empty() => {
                self.add_similar(word, unfinished, &mut matches);
                let nearest = matches.iter().map(|found| found.likeness).min();
                matches.retain(|found| Some(found.likeness) == nearest);
            }
            Purpose::Suggest if !known => self.add_similar(word, unfinished, &mut matches),
            _ => {}
        }
        matches
    }

    fn sources(&self) -> [(bool, &Words); 2] {
        [(false, &self.names), (true, &self.summaries)]
    }

    /// The word itself, and those that begin with it if it has enough letters.
    fn add_beginnings(&self, word: &str, shortest: usize, matches: &mut Vec<Match>) {
        for (in_summary, words) in self.sources() {
            let shortest = if in_summary {
                shortest.max(LEAST_LETTERS_BEGINNING)
            } else {
                shortest
            };
            for position in words.beginning_with(word) {
                let likeness = if words.word(position).len() == word.len() {
                    Likeness::Same
                } else if word.len() >= shortest {
                    Likeness::Beginning
                } else {
                    break;
                };
                matches.push(Match {
                    in_summary,
                    word: position,
                    likeness,
                });
            }
        }
    }

    /// Words that hold it behind their beginning.
    fn add_compounds(&self, word: &str, matches: &mut Vec<Match>) {
        if word.len() < LEAST_LETTERS_END {
            return;
        }
        for (in_summary, words) in self.sources() {
            for (position, other) in words.with_letters_of(word) {
                let word = word.as_bytes();
                let behind = other.as_bytes().get(LEAST_LETTERS_BEFORE..).unwrap_or_default();
                let holds = if word.len() < LEAST_LETTERS_INSIDE {
                    behind.ends_with(word)
                } else {
                    let mut parts = behind.windows(word.len());
                    parts.any(|part| part.first() == word.first() && part == word)
                };
                if holds {
                    matches.push(Match {
                        in_summary,
                        word: position,
                        likeness: Likeness::Inside,
                    });
                }
            }
        }
    }

    /// Words of which it may be a misspelling.
    fn add_similar(&self, word: &str, unfinished: bool, matches: &mut Vec<Match>) {
        let most = most_mistakes(word.len());
        if most == 0 {
            return;
        }
        let goes_on = unfinished && word.len() >= LEAST_LETTERS_MISTAKEN;
        for (in_summary, words) in self.sources() {
            words.each_similar(word, most, goes_on, &mut |position, mistakes, whole| {
                let likeness = match (mistakes, whole) {
                    (0 | 1, true) => Likeness::Typo,
                    (_, true) => Likeness::TwoTypos,
                    (0 | 1, false) => Likeness::TypoAtBeginning,
                    (_, false) => Likeness::TwoTyposAtBeginning,
                };
                matches.push(Match {
                    in_summary,
                    word: position,
                    likeness,
                });
            });
        }
    }
}
