//! Two records of a file have the same id.
//!
//! # What
//! An id that an earlier record of the same file has.
//!
//! # Why
//! References would be ambiguous, and the application keeps only the first of both.
//!
//! # Example
//! Two lines with `"id": "biosaxony"`.
//!
//! # Instead
//! Merge both records, or give the second an id of its own.

use std::collections::BTreeMap;

use crate::authored::list::List;

use super::{Finding, Subject};

super::rule!("CA006", "duplicate-id", Error, "duplicate_id.rs");

fn check(subject: &Subject<'_>) -> Vec<Finding> {
    let mut found = Vec::new();
    for list in List::ALL {
        let mut lines = BTreeMap::new();
        for record in subject.authored.records(list) {
            let Some(id) = record.id() else { continue };
            if let Some(first) = lines.get(id) {
                let message = [
                    format!("Zeile {first} hat dieselbe Kennung"),
                    format!("line {first} has the same id"),
                ];
                let hint = [
                    "Führen Sie beide Datensätze zusammen, oder geben Sie diesem eine eigene Kennung",
                    "Merge both records, or give this one an id of its own",
                ];
                found.push(Finding::of(record, message, hint).in_field("id"));
            } else {
                lines.insert(id, record.line);
            }
        }
    }
    found
}
