//! An id that is not kebab-case.
//!
//! # What
//! Ids are lower-case ASCII letters and digits, in words joined by single hyphens.
//!
//! # Why
//! Ids stand in links, file names and style sheets, where capitals, umlauts and blanks break.
//!
//! # Example
//! `"id": "BioRegio Stern"`
//!
//! # Instead
//! `"id": "bioregio-stern"`

use clusteratlas_core::domain::id::is_kebab_case;

use super::{Finding, Subject};

super::rule!("CA005", "malformed-id", Error, "malformed_id.rs");

fn check(subject: &Subject<'_>) -> Vec<Finding> {
    let malformed = subject.authored.all().filter_map(|record| {
        let id = record.id().filter(|id| !is_kebab_case(id) && !id.is_empty())?;
        let hint = "Use lower-case letters, digits and single hyphens, such as bioregio-stern";
        let mut finding = Finding::of(record, "not kebab-case", hint)
            .in_field("id")
            .with_value(id);
        finding.record = None;
        Some(finding)
    });
    malformed.collect()
}
