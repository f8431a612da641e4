//! Full-text search over all records, in both languages at once.
//!
//! | module | holds |
//! | --- | --- |
//! | [`fold`] | letters without case, accents and umlauts, and the words they make |
//! | [`typo`] | how far a word is from one that it may be a misspelling of |
//! | `entries`, `words`, `postings` | distinct words, and which records have them |
//! | `texts` | what is read of every record, and which records belong to which |
//! | `question` | the words that a reader searches for |
//! | `matches` | the words of the index that a word of these may stand for |
//! | `scores` | how well records answer |
//! | [`everyday`] | names of countries and states that the dataset does not have |
//!
//! Of a text that is searched for, the first 200 characters and 8 words count. Every word must hold for a
//! record, in any of its texts or in a name of what it belongs to: a cooperation belongs to its clusters,
//! places, countries, states, programme, themes and kinds. A word holds if it is a word of the record or begins
//! one (from three letters; from the first one as long as it is being typed), if it ends a compound (from four
//! letters) or is inside it (from six), or if it is a misspelling: with one mistake from four letters, with two
//! from eight. Letters that are not Latin count as two or three. Neighbouring words may have been meant as one,
//! and one as two or three.
//!
//! Names of records come before names of organisations, funders and seats, these before names of what a record
//! belongs to, and summaries last; the word itself comes before its beginning and that before a misspelling.

mod entries;
pub mod everyday;
pub mod fold;
mod matches;
mod postings;
mod question;
mod scores;
mod suggestion;
mod texts;
pub mod typo;
mod words;

use crate::dataset::Dataset;
use crate::dataset::details::Details;
use crate::domain::id::Key;
use crate::order::sorted;
use crate::query::bitmap::Bitmap;

use matches::Purpose;
use postings::Postings;
use question::Question;
use suggestion::{COOPERATIONS, Numbers, TYPES};
use texts::Summaries;
use words::Words;

pub use suggestion::Suggestion;

/// The words of a dataset.
#[derive(Debug)]
pub struct Index {
    numbers: Numbers,
    /// Words of all texts besides summaries.
    names: Words,
    members: Postings,
    /// Words of summaries, once all are read.
    summaries: Words,
    /// Summaries as long as not all are read.
    reading: Option<Summaries>,
}

/// A record that may be suggested.
#[derive(Clone, Copy)]
struct Candidate {
    record: u32,
    score: u16,
    /// Grows with what belongs to the record.
    members: usize,
}

impl Candidate {
    fn is_behind(self, other: Self) -> bool {
        (self.score, self.members) <= (other.score, other.members)
    }
}

impl Index {
    /// Reads all texts of a dataset besides summaries.
    pub fn build(dataset: &Dataset) -> Self {
        let numbers = Numbers::of(dataset);
        Self {
            names: texts::read(dataset),
            members: texts::members(dataset, &numbers),
            numbers,
            summaries: Words::default(),
            reading: Some(Summaries::default()),
        }
    }

    /// Reads the summaries of the next `most` records; whether all are read, from when on they are searched.
    ///
    /// Reading goes on where the last call ended, so that many summaries need not be read at one go.
    pub fn read_summaries(&mut self, dataset: &Dataset, details: &Details, most: usize) -> bool {
        let Some(mut reading) = self.reading.take() else {
            return true;
        };
        let all = reading.read(dataset, details, &self.numbers, most);
        if all {
            self.summaries = reading.close();
        } else {
            self.reading = Some(reading);
        }
        all
    }

    /// The cooperations that a text asks for; none for a text without a word, which asks for nothing.
    pub fn cooperations(&self, text: &str) -> Option<Bitmap> {
        let question = Question::read(text)?;
        let range = self.numbers.range(COOPERATIONS);
        let scores = self.scores(&question, Purpose::Filter);
        let mut found = Bitmap::none(range.len());
        let scores = scores.get(range).unwrap_or_default();
        for (position, _) in (0..).zip(scores).filter(|(_, score)| **score > 0) {
            found.set(Key::new(position));
        }
        Some(found)
    }

    /// At most `most` records that a reader who types a text may mean, the best first. Every type of record has
    /// an equal share as far as it has so many.
    pub fn suggest(&self, text: &str, most: usize) -> Vec<Suggestion> {
        let Some(question) = Question::read(text) else {
            return Vec::new();
        };
        let best = self.best(&question, most);
        let types = best.iter().filter(|best| !best.is_empty()).count();
        let share = (most / types.max(1)).max(1);
        let (mut chosen, mut others) = (Vec::new(), Vec::new());
        for candidates in &best {
            let (first, rest) = candidates.split_at(share.min(candidates.len()));
            chosen.extend_from_slice(first);
            others.extend_from_slice(rest);
        }
        sort(&mut others);
        others.truncate(most.saturating_sub(chosen.len()));
        chosen.append(&mut others);
        sort(&mut chosen);
        chosen.truncate(most);
        let chosen = chosen.into_iter();
        chosen
            .map(|candidate| self.numbers.record(candidate.record))
            .collect()
    }

    /// The best records of each type, at most `most` of each, the best first.
    fn best(&self, question: &Question, most: usize) -> [Vec<Candidate>; TYPES] {
        let mut best = [const { Vec::new() }; TYPES];
        let scores = self.scores(question, Purpose::Suggest);
        for (record, &score) in (0..).zip(&scores).filter(|(_, score)| **score > 0) {
            let candidate = Candidate {
                record,
                score,
                members: self.members.bytes(record as usize).len(),
            };
            let list: &mut Vec<Candidate> = &mut best[self.numbers.kind(record)];
            // Equal ones stay in the order of the dataset.
            let place = list.partition_point(|other| candidate.is_behind(*other));
            if place < most {
                list.truncate(most - 1);
                list.insert(place, candidate);
            }
        }
        best
    }
}

/// The best first; of equal ones those whose type is suggested first.
fn sort(candidates: &mut Vec<Candidate>) {
    let order = sorted(candidates.len(), &|a, b| {
        candidates[b].score.cmp(&candidates[a].score)
    });
    *candidates = order.into_iter().map(|position| candidates[position]).collect();
}
