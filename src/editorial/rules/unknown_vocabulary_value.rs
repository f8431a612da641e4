//! A word that its closed list does not hold.
//!
//! # What
//! Another word than the allowed ones in `field`, `funder_level`, `precision`, `funding_qualifier` or
//! `comparator`.
//!
//! # Why
//! The application shows these words in both languages and knows only those.
//!
//! # Example
//! `"precision": "town"`
//!
//! # Instead
//! `"precision": "city"`

use crate::authored::field::Kind;

use super::{Finding, Subject};

super::rule!(
    "CA008",
    "unknown-vocabulary-value",
    Error,
    "unknown_vocabulary_value.rs"
);

fn check(subject: &Subject<'_>) -> Vec<Finding> {
    let mut found = Vec::new();
    for record in subject.authored.all() {
        for leaf in record.leaves() {
            let (Kind::Word(vocabulary), Some(word)) = (leaf.kind, leaf.value.as_str()) else {
                continue;
            };
            let words = vocabulary.words();
            if !words.contains(&word) {
                let hint = format!("Use one of: {}", words.join(", "));
                let finding = Finding::of(record, "not a word of the list", hint);
                found.push(finding.in_field(leaf.path).with_value(word));
            }
        }
    }
    found
}
