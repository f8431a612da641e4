//! A record without evidence.
//!
//! # What
//! `sources` is missing, null or empty, or a source has neither an address nor the id of a given document.
//!
//! # Why
//! Every statement of the atlas can be checked at the page it rests on.
//!
//! # Example
//! `"sources": []`
//!
//! # Instead
//! At least one source with `"url"`, or with the `"id"` of a given document such as `"seed:000"`.

use serde_json::Value;

use super::{Finding, Subject};

super::rule!("CA016", "missing-source", Error, "missing_source.rs");

fn check(subject: &Subject<'_>) -> Vec<Finding> {
    let mut found = Vec::new();
    for record in subject.authored.all() {
        for field in record.list.fields() {
            let stated = record.fields.get(field.name).unwrap_or(&Value::Null);
            let empty = stated.is_null() || stated.as_array().is_some_and(Vec::is_empty);
            if matches!(field.name, "sources" | "source") && empty {
                let hint = [
                    "Nennen Sie mindestens eine Seite, die die Angaben belegt",
                    "Name at least one page that states the facts",
                ];
                found.push(Finding::of(record, ["keine Quelle", "no source"], hint).in_field(field.name));
            }
        }
        for part in record
            .parts()
            .iter()
            .filter(|part| part.path.starts_with("source"))
        {
            let stated = |field: &str| part.object.get(field).is_some_and(|value| !value.is_null());
            if !stated("url") && !stated("id") {
                let message = ["weder Adresse noch Kennung", "neither address nor id"];
                let hint = [
                    "Ergänzen Sie die Adresse der Seite",
                    "Add the address of the page",
                ];
                let finding = Finding::of(record, message, hint);
                found.push(finding.in_field(part.path.trim_end_matches('.')));
            }
        }
    }
    found
}
