//! The words of the index that a word of a question may stand for.

use super::Index;
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

/// How a word of the question stands to a word of a record; of mistakes, the fewer come first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Likeness {
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

/// A word that is not finished may have begun with a mistake from so many letters.
const LEAST_LETTERS_MISTAKEN: usize = 6;

/// A complete word may be the beginning of another one from so many letters.
pub(super) const LEAST_LETTERS_BEGINNING: usize = 3;

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
pub(super) struct Match {
    pub(super) in_summary: bool,
    /// Its position among those of summaries or of all other texts.
    pub(super) word: usize,
    pub(super) likeness: Likeness,
}

impl Index {
    /// The words that a word may stand for.
    pub(super) fn matches(&self, word: &str, unfinished: bool, purpose: Purpose) -> Vec<Match> {
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

    /// Whether words are of summaries, and these words.
    fn sources(&self) -> [(bool, &Words); 2] {
        [(false, &self.names), (true, &self.summaries)]
    }

    /// The word itself, and those that begin with it if it has enough letters.
    pub(super) fn add_beginnings(&self, word: &str, shortest: usize, matches: &mut Vec<Match>) {
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
