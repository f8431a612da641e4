//! A field that no record of the file has.
//!
//! # What
//! A field name that the data model does not know.
//!
//! # Why
//! It is almost always a slip of the pen, and what it holds would never be shown.
//!
//! # Example
//! `"titel_de": "Reise nach Medellín"`
//!
//! # Instead
//! `"title_de": "Reise nach Medellín"`

use crate::suggestion::Names;

use super::{Finding, Subject};

super::rule!("CA004", "unknown-field", Error, "unknown_field.rs");

fn check(subject: &Subject<'_>) -> Vec<Finding> {
    let mut found = Vec::new();
    for record in subject.authored.all() {
        for part in record.parts() {
            let known = |name: &str| part.fields.iter().any(|field| field.name == name);
            for name in part.object.keys().filter(|name| !known(name)) {
                let names: Vec<&str> = part.fields.iter().map(|field| field.name).collect();
                let hint = ["Die Felder sind", "The fields are"]
                    .map(|beginning| format!("{beginning} {}", names.join(", ")));
                let finding = Finding::of(record, ["kein solches Feld", "no such field"], hint);
                let absent = names.iter().filter(|name| !part.object.contains_key(**name));
                let suggestion = Names::of_words(absent.copied()).nearest(name).map(str::to_owned);
                let finding = finding.in_field(format!("{}{name}", part.path));
                found.push(finding.suggesting(suggestion));
            }
        }
    }
    found
}
