//! A text that must be there is missing or empty.
//!
//! # What
//! A name, title, summary or the like is left out, null, empty or only blanks, in German or in English; a
//! step of a story has a heading or text in one language only.
//!
//! # Why
//! The page would show an empty heading to readers of one language.
//!
//! # Example
//! `"title_de": "Reise nach Medellín", "title_en": ""`
//!
//! # Instead
//! `"title_de": "Reise nach Medellín", "title_en": "Journey to Medellín"`

use serde_json::Value;

use crate::authored::field::{Kind, Need};

use super::{Finding, Subject};

super::rule!("CA017", "missing-text", Error, "missing_text.rs");

fn check(subject: &Subject<'_>) -> Vec<Finding> {
    let mut found = Vec::new();
    for record in subject.authored.all() {
        for part in record.parts() {
            let texts = part
                .fields
                .iter()
                .filter(|field| matches!(field.kind, Kind::Text | Kind::Prose));
            for field in texts {
                let value = part.object.get(field.name).unwrap_or(&Value::Null);
                let blank = match value {
                    Value::String(text) => text.trim().is_empty(),
                    Value::Array(paragraphs) => paragraphs.is_empty(),
                    _ => false,
                };
                // Where a text may be unknown, null says so; an empty one says nothing.
                if blank || (value.is_null() && field.need == Need::Stated) {
                    let hint = match field.name.rsplit_once('_') {
                        Some((_, "de")) => ["Schreiben Sie ihn auf Deutsch", "Write it in German"],
                        Some((_, "en")) => ["Schreiben Sie ihn auf Englisch", "Write it in English"],
                        _ if field.need == Need::Stated => ["Schreiben Sie ihn", "Write it"],
                        _ => [
                            "Schreiben Sie ihn, oder lassen Sie das Feld leer (null), wo er nicht bekannt ist",
                            "Write it, or leave the field empty (null) where it is not known",
                        ],
                    };
                    let finding = Finding::of(record, ["kein Text", "no text"], hint);
                    found.push(finding.in_field(format!("{}{}", part.path, field.name)));
                }
            }
        }
    }
    found
}
