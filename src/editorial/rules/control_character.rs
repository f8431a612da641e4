//! A character in a text that is not seen.
//!
//! # What
//! Control characters (line breaks and tabs too), changes of the writing direction, zero-width characters,
//! soft hyphens and byte order marks.
//!
//! # Why
//! They break search and comparison, and a hidden change of direction can make a text read as another one.
//!
//! # Example
//! `"name": "bio\u200bsaxony"`
//!
//! # Instead
//! `"name": "biosaxony"`

use super::{Finding, Subject};

super::rule!("CA020", "control-character", Error, "control_character.rs");

fn check(subject: &Subject<'_>) -> Vec<Finding> {
    let mut found = Vec::new();
    for record in subject.authored.all() {
        for leaf in record.leaves() {
            let Some(text) = leaf.value.as_str() else { continue };
            let hidden: Vec<String> = text
                .chars()
                .filter(|c| is_invisible(*c))
                .map(|c| format!("U+{:04X}", u32::from(c)))
                .collect();
            if !hidden.is_empty() {
                let message = ["enthält unsichtbare Zeichen", "holds invisible characters"];
                let message = message.map(|words| format!("{words}: {}", hidden.join(", ")));
                let finding = Finding::of(record, message, ["Entfernen Sie sie", "Take them out"]);
                found.push(finding.in_field(leaf.path).with_value(text));
            }
        }
    }
    found
}

/// Whether a character is not seen, or changes how others are seen.
pub fn is_invisible(character: char) -> bool {
    character.is_control()
        || matches!(
            character,
            '\u{ad}'
                | '\u{61c}'
                | '\u{180e}'
                | '\u{200b}'..='\u{200f}'
                | '\u{2028}'..='\u{202e}'
                | '\u{2060}'..='\u{206f}'
                | '\u{feff}'
                | '\u{fff9}'..='\u{fffb}'
        )
}
