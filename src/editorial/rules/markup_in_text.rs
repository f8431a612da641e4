//! Markup in a text.
//!
//! # What
//! Tags such as `<b>` and character references such as `&amp;` in a text for readers.
//!
//! # Why
//! Texts are shown as they are, so that readers would see the markup; it is left over from copying a page.
//!
//! # Example
//! `"name_en": "Health &amp; medical technology"`
//!
//! # Instead
//! `"name_en": "Health & medical technology"`

use super::{Finding, Subject};

super::rule!("CA019", "markup-in-text", Error, "markup_in_text.rs");

fn check(subject: &Subject<'_>) -> Vec<Finding> {
    let mut found = Vec::new();
    for record in subject.authored.all() {
        for (path, text) in record.reading_texts() {
            if has_tag(text) || has_reference(text) {
                let message = ["enthält HTML", "holds markup"];
                let hint = [
                    "Schreiben Sie reinen Text: & statt &amp; und nichts in spitzen Klammern",
                    "Write plain text: & for &amp;, and no tags",
                ];
                let finding = Finding::of(record, message, hint);
                found.push(finding.in_field(path).with_value(text));
            }
        }
    }
    found
}

/// A `<` that begins a tag or a comment. "< 5" and "<5" are no tags.
fn has_tag(text: &str) -> bool {
    text.split('<').skip(1).any(|rest| {
        let begins = rest.starts_with(|first: char| first.is_ascii_alphabetic() || "/!?".contains(first));
        begins && rest.contains('>')
    })
}

/// An `&` with a name or number and a `;` directly after it. "R&D;" is none: no name has one letter.
fn has_reference(text: &str) -> bool {
    text.split('&').skip(1).any(|rest| {
        let name = rest
            .split_once(';')
            .map_or("", |(name, _)| name.trim_start_matches('#'));
        (2..=8).contains(&name.len()) && name.bytes().all(|byte| byte.is_ascii_alphanumeric())
    })
}
