//! An id of the wrong form.
//!
//! # What
//! Ids are lower-case ASCII letters and digits, in words joined by single hyphens, at most 120 of them.
//! `none` is none: links use it for what no source states.
//!
//! # Why
//! Ids stand in links, file names and style sheets, where capitals, umlauts and blanks break.
//!
//! # Example
//! `"id": "BioRegio Stern"`
//!
//! # Instead
//! `"id": "bioregio-stern"`

use clusteratlas_core::domain::id::is_id;

use crate::suggestion;

use super::{Finding, Subject};

super::rule!("CA005", "malformed-id", Error, "malformed_id.rs");

fn check(subject: &Subject<'_>) -> Vec<Finding> {
    let malformed = subject.authored.all().filter_map(|record| {
        let id = record.id().filter(|id| !is_id(id) && !id.is_empty())?;
        let hint = [
            "Verwenden Sie Kleinbuchstaben ohne Umlaute, Ziffern und einzelne Bindestriche, etwa bioregio-stern",
            "Use lower-case letters, digits and single hyphens, such as bioregio-stern",
        ];
        // The id of another record would be the next mistake.
        let free = |id: &String| subject.authored.find(record.list, id).is_none();
        let mut finding = Finding::of(record, ["keine Kennung", "not an id"], hint)
            .in_field("id")
            .with_value(id)
            .suggesting(suggestion::id(id).filter(free));
        finding.record = None;
        Some(finding)
    });
    malformed.collect()
}
