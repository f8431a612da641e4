//! One of several values that belong together is missing.
//!
//! # What
//! A cluster has a city without coordinates or the reverse, or an amount of funding is stated without its
//! qualifier or the reverse.
//!
//! # Why
//! Half a pair cannot be shown: a city without a place on the map, an amount of which nobody knows whether
//! it is a limit.
//!
//! # Example
//! `"funding_eur": 500000, "funding_qualifier": null`
//!
//! # Instead
//! `"funding_eur": 500000, "funding_qualifier": "up-to"`

use crate::authored::list::List;
use crate::authored::title::{Title, of_field};

use super::{Finding, Subject};

super::rule!("CA022", "unpaired-values", Error, "unpaired_values.rs");

/// Fields that are all stated or all null.
const TOGETHER: [(List, &[&str]); 2] = [
    (List::Clusters, &["city", "lat", "lon"]),
    (List::Cooperations, &["funding_eur", "funding_qualifier"]),
];

fn check(subject: &Subject<'_>) -> Vec<Finding> {
    let mut found = Vec::new();
    for (list, fields) in TOGETHER {
        for record in subject.authored.records(list) {
            let unknown = |field: &&&str| record.fields.get(**field).is_none_or(serde_json::Value::is_null);
            let missing: Vec<&str> = fields.iter().filter(unknown).copied().collect();
            if !missing.is_empty() && missing.len() < fields.len() {
                let all = |words: fn(Title) -> &'static str| {
                    fields
                        .iter()
                        .map(|field| words(of_field(field)))
                        .collect::<Vec<_>>()
                        .join(", ")
                };
                let message = [
                    format!("leer, obwohl es zu {} gehört", all(|title| title.de)),
                    format!("empty although it belongs to {}", all(|title| title.en)),
                ];
                let hint = [
                    "Geben Sie alle an, oder lassen Sie alle leer (null)",
                    "State all of them, or leave all empty (null)",
                ];
                found.push(Finding::of(record, message, hint).in_field(missing.join(", ")));
            }
        }
    }
    found
}
