//! A list that must hold something is empty.
//!
//! # What
//! `themes`, `kinds` or `partners` without an element, or a story without a step.
//!
//! # Why
//! A cooperation without a partner place cannot be drawn, and one without a theme is found by no filter.
//!
//! # Example
//! `"themes": []`
//!
//! # Instead
//! `"themes": ["health"]`

use crate::authored::field::Need;

use super::{Finding, Subject};

super::rule!("CA021", "empty-list", Error, "empty_list.rs");

fn check(subject: &Subject<'_>) -> Vec<Finding> {
    let mut found = Vec::new();
    for record in subject.authored.all() {
        // Empty lists of sources are reported by `missing-source`.
        let lists = record.list.fields().iter();
        for field in lists.filter(|field| field.need == Need::Filled && field.name != "sources") {
            let values = record.fields.get(field.name).and_then(|value| value.as_array());
            if values.is_some_and(Vec::is_empty) {
                let message = ["die Liste ist leer", "the list is empty"];
                let hint = ["Nennen Sie mindestens einen Eintrag", "Name at least one"];
                found.push(Finding::of(record, message, hint).in_field(field.name));
            }
        }
    }
    found
}
