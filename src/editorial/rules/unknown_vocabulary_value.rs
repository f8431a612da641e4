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
use crate::suggestion::Names;

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
                let message = ["kein Wort der Liste", "not a word of the list"];
                let hint = ["Möglich sind", "Use one of"]
                    .map(|beginning| format!("{beginning}: {}", words.join(", ")));
                let finding = Finding::of(record, message, hint).in_field(leaf.path);
                let suggestion = Names::of_vocabulary(vocabulary).nearest(word).map(str::to_owned);
                found.push(finding.with_value(word).suggesting(suggestion));
            }
        }
    }
    found
}
