//! A code that is no country.
//!
//! # What
//! `country` holds something else than an ISO 3166-1 alpha-2 code that the Unicode Common Locale Data
//! Repository (CLDR) names.
//!
//! # Why
//! Names, continent and filter of a country depend on its code.
//!
//! # Example
//! `"country": "UK"`
//!
//! # Instead
//! `"country": "GB"`

use std::cell::LazyCell;

use crate::authored::field::Kind;
use crate::suggestion::Names;

use super::{Finding, Subject};

super::rule!("CA009", "unknown-country", Error, "unknown_country.rs");

fn check(subject: &Subject<'_>) -> Vec<Finding> {
    let mut found = Vec::new();
    let names = LazyCell::new(|| Names::of_countries(subject.gazetteer));
    for record in subject.authored.all() {
        for leaf in record
            .leaves()
            .iter()
            .filter(|leaf| matches!(leaf.kind, Kind::Country))
        {
            let Some(code) = leaf.value.as_str() else { continue };
            if subject.gazetteer.country(code).is_none() {
                let message = ["kein Land hat diesen Code", "no country has this code"];
                let hint = [
                    "Verwenden Sie die beiden Großbuchstaben aus ISO 3166-1, etwa CO oder GB",
                    "Use the two capital letters of ISO 3166-1, such as CO or GB",
                ];
                let finding = Finding::of(record, message, hint).in_field(&*leaf.path);
                let suggestion = names.nearest(code).map(str::to_owned);
                found.push(finding.with_value(code).suggesting(suggestion));
            }
        }
    }
    found
}
