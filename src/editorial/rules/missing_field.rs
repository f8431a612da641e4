//! A field that a record must have is not there.
//!
//! # What
//! A field is left out, or null although every record states it. Texts, sources and lists that must hold
//! something have rules of their own.
//!
//! # Why
//! A field left out by mistake cannot be told from one that is not known.
//!
//! # Example
//! A place without `"country"`.
//!
//! # Instead
//! `"country": "CO"`, or `"country": null` where the field may be unknown.

use crate::authored::field::{Field, Kind, Need};
use crate::said::Both;

use super::{Finding, Subject};

super::rule!("CA002", "missing-field", Error, "missing_field.rs");

const MISSING: Both = ["das Feld fehlt", "the field is missing"];

fn check(subject: &Subject<'_>) -> Vec<Finding> {
    let mut found = Vec::new();
    for record in subject.authored.all() {
        for part in record.parts() {
            for field in part.fields.iter().filter(|field| !has_own_rule(field)) {
                let (message, hint) = match (field.need, part.object.get(field.name)) {
                    (Need::Known, None) => (
                        MISSING,
                        [
                            "Schreiben Sie es mit null, wo nichts bekannt ist",
                            "Write it with null where nothing is known",
                        ],
                    ),
                    (Need::Stated | Need::Filled, None) => (MISSING, ["Geben Sie es an", "State it"]),
                    (Need::Stated | Need::Filled, Some(value)) if value.is_null() => (
                        ["das Feld ist leer", "the field is empty"],
                        [
                            "Geben Sie es an: Jeder Datensatz hat es",
                            "State it: every record has it",
                        ],
                    ),
                    _ => continue,
                };
                let finding = Finding::of(record, message, hint);
                found.push(finding.in_field(format!("{}{}", part.path, field.name)));
            }
        }
    }
    found
}

/// Whether its absence is reported by `missing-text` or `missing-source`.
fn has_own_rule(field: &Field) -> bool {
    let text = matches!(field.kind, Kind::Text | Kind::Prose) && field.need == Need::Stated;
    text || field.name == "sources" || field.name == "source"
}
