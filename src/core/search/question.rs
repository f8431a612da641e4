//! The words that a reader searches for.

use super::fold::{append, folded, is_unfinished};

/// At most so many characters of a text count.
const MAX_CHARACTERS: usize = 200;

/// At most so many words count.
const MAX_WORDS: usize = 8;

/// At most so many words may have been meant as one, or one as so many.
pub(super) const MAX_PARTS: usize = 3;

/// Words that say nothing beside others, folded and sorted: articles, prepositions, the legal form `e. V.`
const FILLERS: [&str; 46] = [
    "a", "als", "am", "an", "and", "at", "auf", "aus", "bei", "by", "das", "dem", "den", "der", "des", "die",
    "e", "ein", "eine", "einem", "einen", "einer", "eines", "ev", "for", "from", "fur", "im", "in", "mit",
    "nach", "oder", "of", "on", "or", "the", "to", "uber", "und", "v", "vom", "von", "with", "zu", "zum",
    "zur",
];

/// Whether a folded word says nothing beside others.
pub(super) fn is_filler(word: &str) -> bool {
    word.len() <= 5 && FILLERS.binary_search(&word).is_ok()
}

/// What a reader searches for: words of which each must hold.
#[derive(Debug)]
pub(super) struct Question {
    words: Vec<String>,
    /// Whether the last word may still go on.
    unfinished: bool,
}

impl Question {
    /// Reads a text; none where it has no word.
    pub(super) fn read(text: &str) -> Option<Self> {
        let end = text.char_indices().nth(MAX_CHARACTERS);
        let text = end.and_then(|(end, _)| text.get(..end)).unwrap_or(text);
        let folded = folded(text);
        let mut words: Vec<&str> = folded.split(' ').filter(|word| !word.is_empty()).collect();
        let mut last = words.last().copied();
        if !words.iter().all(|word| is_filler(word)) {
            words.retain(|word| !is_filler(word));
        }
        if words.len() > MAX_WORDS {
            last = None;
        }
        words.truncate(MAX_WORDS);
        let unfinished = is_unfinished(text) && last == words.last().copied();
        let words: Vec<String> = words.into_iter().map(str::to_owned).collect();
        (!words.is_empty()).then_some(Self { words, unfinished })
    }

    /// Its words.
    pub(super) fn words(&self) -> &[String] {
        &self.words
    }

    /// Whether the word at a position may still go on.
    pub(super) fn is_unfinished(&self, position: usize) -> bool {
        self.unfinished && position + 1 == self.words.len()
    }

    /// Every row of two or three words with the word at a position among them, written as one.
    pub(super) fn compounds(&self, position: usize) -> Vec<String> {
        let mut compounds = Vec::new();
        for length in 2..=MAX_PARTS {
            let starts = (position + 1).saturating_sub(length)..=position;
            for parts in starts.filter_map(|start| self.words.get(start..start + length)) {
                let mut compound = String::new();
                for part in parts {
                    append(&mut compound, part);
                }
                compounds.push(compound);
            }
        }
        compounds
    }
}
