//! Texts of records -> words with their records.

use super::fold::{append, words};
use super::postings::Class;
use super::question::{MAX_PARTS, is_filler};
use super::words::{OpenWords, Words};

/// The words are all of a name; the words of a name of two have the class 1, of three 2 and so on.
pub(super) const WHOLE: Class = 0;
/// Words of names that are longer still.
const LONG_NAME: Class = 6;
/// The word is of another text: an organisation, a seat, who pays, a reference, a summary.
pub(super) const OTHER: Class = 7;

/// What a text is to its record.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Text {
    /// What it is called.
    Name,
    /// Something else.
    Other,
}

/// Words that are being collected, record by record.
#[derive(Debug, Default)]
pub(super) struct Entries {
    words: OpenWords,
    /// Words of the record that is being read.
    found: Vec<(u32, Class)>,
    /// Room for a word, for words that are tied together, and for all words of a text.
    room: [String; 3],
}

impl Entries {
    /// Takes up the words of a text of a record, see [`Entries::enter`]. Words that are tied together count as
    /// one too, and a short text is also one word, as it may have been meant.
    pub(super) fn read(&mut self, text: &str, is: Text) {
        let Self {
            words: all,
            found,
            room: [word, compound, together],
        } = self;
        compound.clear();
        together.clear();
        let first = found.len();
        let (mut parts, mut count) = (0, 0);
        words(text, word, &mut |word, tied| {
            if !tied {
                if parts > 1 {
                    found.push((all.number(compound), OTHER));
                }
                compound.clear();
                parts = 0;
            }
            append(compound, word);
            parts += 1;
            found.push((all.number(word), OTHER));
            if !is_filler(word) {
                count += 1;
                if count <= MAX_PARTS {
                    append(together, word);
                }
            }
        });
        if parts > 1 {
            found.push((all.number(compound), OTHER));
        }
        if is == Text::Name {
            let class = Class::try_from(count).unwrap_or(LONG_NAME);
            for (_, found) in found.iter_mut().skip(first) {
                *found = class.saturating_sub(1).min(LONG_NAME);
            }
        }
        if (1..=MAX_PARTS).contains(&count) {
            let class = if is == Text::Name { WHOLE } else { OTHER };
            found.push((all.number(together), class));
        }
    }

    /// Says which record has the words that were read since the last call, each by the best of its classes;
    /// records come in their order.
    pub(super) fn enter(&mut self, record: u32) {
        let classes = self
            .found
            .iter()
            .fold(0, |classes, (_, class)| classes | 1 << class);
        for class in (WHOLE..=OTHER).filter(|class| classes >> class & 1 == 1) {
            for (word, _) in self.found.iter().filter(|(_, found)| *found == class) {
                self.words.enter(*word, record, class);
            }
        }
        self.found.clear();
    }

    /// All words with their records.
    pub(super) fn close(self) -> Words {
        self.words.close()
    }
}
