//! Letters as the search compares them, and the words they make.
//!
//! Capitals, accents and umlauts do not count: `München`, `Muenchen` and `munchen` are one word. An `e` after
//! `a`, `o` or `u` is therefore left out everywhere, in `Boeing` too.

use crate::fold::{Sign, sign};

/// Hands out the words of a text, folded, and for each whether it is tied to the one before. Each is put
/// together in `word`, which has room left from earlier words.
pub(super) fn words(text: &str, word: &mut String, each: &mut dyn FnMut(&str, bool)) {
    word.clear();
    let mut tied = false;
    for character in text.chars() {
        // Nearly all are, and those that are not take longer to tell.
        if character.is_ascii_alphanumeric() {
            push(word, character.to_ascii_lowercase());
            continue;
        }
        let link = match sign(character) {
            Sign::Letter(letter) => {
                push(word, letter);
                continue;
            }
            Sign::Letters([first, second]) => {
                push(word, first);
                push(word, second);
                continue;
            }
            Sign::Mark => continue,
            Sign::Link => true,
            Sign::Gap => false,
        };
        if word.is_empty() {
            tied &= link;
        } else {
            each(word, tied);
            word.clear();
            tied = link;
        }
    }
    if !word.is_empty() {
        each(word, tied);
    }
}

/// The words of a text, folded, with single spaces between them. Folding again changes nothing.
///
/// ```
/// use clusteratlas_core::search::fold::folded;
///
/// assert_eq!(folded("Straßburg, GÖTEBORG"), "strassburg goteborg");
/// assert_eq!(folded("Goeteborg"), folded("Göteborg"));
/// ```
pub fn folded(text: &str) -> String {
    let mut folded = String::with_capacity(text.len());
    words(text, &mut String::new(), &mut |word, _| {
        if !folded.is_empty() {
            folded.push(' ');
        }
        folded.push_str(word);
    });
    folded
}

/// Whether a text ends within a word, so that more of it may follow.
pub(super) fn is_unfinished(text: &str) -> bool {
    let last = text.chars().next_back().map_or(Sign::Gap, sign);
    !matches!(last, Sign::Gap | Sign::Link)
}

/// Adds a folded word to another as if both were written in one.
pub(super) fn append(word: &mut String, part: &str) {
    let part = if swallows_e(word) {
        part.trim_start_matches('e')
    } else {
        part
    };
    word.push_str(part);
}

#[inline]
fn push(word: &mut String, letter: char) {
    if letter != 'e' || !swallows_e(word) {
        word.push(letter);
    }
}

fn swallows_e(word: &str) -> bool {
    matches!(word.as_bytes().last(), Some(b'a' | b'o' | b'u'))
}
