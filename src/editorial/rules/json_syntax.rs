//! A line that holds no JSON object.
//!
//! # What
//! Every line of a `.jsonl` file, and `dataset.json` as a whole, is one JSON object in braces.
//!
//! # Why
//! A line that cannot be read is a record that silently disappears.
//!
//! # Example
//! `{"id": "health", "name_de": "Gesundheit",}`
//!
//! # Instead
//! `{"id": "health", "name_de": "Gesundheit"}`

use super::{Finding, Subject};

super::rule!("CA001", "json-syntax", Error, "json_syntax.rs");

fn check(subject: &Subject<'_>) -> Vec<Finding> {
    let finding = |spoiled: &crate::authored::Spoiled| {
        let message = [
            format!("kein JSON-Objekt: {}", spoiled.cause.de),
            format!("no JSON object: {}", spoiled.cause.en),
        ];
        let hint = [
            "Schreiben Sie in jede Zeile ein Objekt in geschweiften Klammern",
            "Write one object in braces on each line",
        ];
        Finding::at(spoiled.list.file(), spoiled.line, message, hint)
    };
    subject.authored.spoiled.iter().map(finding).collect()
}
