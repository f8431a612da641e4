//! An address that is no web page.
//!
//! # What
//! An address that does not begin with `http://` or `https://` and a host, or that holds blanks.
//!
//! # Why
//! Readers follow these links. Other schemes can run code or open other programmes.
//!
//! # Example
//! `"url": "www.biosaxony.com"`
//!
//! # Instead
//! `"url": "https://www.biosaxony.com"`

use clusteratlas_core::domain::source::is_web_address;

use crate::authored::field::Kind;
use crate::suggestion;

use super::{Finding, Subject};

super::rule!("CA018", "url-not-web", Error, "url_not_web.rs");

fn check(subject: &Subject<'_>) -> Vec<Finding> {
    let mut found = Vec::new();
    for record in subject.authored.all() {
        for leaf in record
            .leaves()
            .iter()
            .filter(|leaf| matches!(leaf.kind, Kind::Url))
        {
            let Some(url) = leaf.value.as_str() else { continue };
            if !is_web_address(url) {
                let message = ["keine Webadresse", "not a web address"];
                let hint = [
                    "Schreiben Sie die ganze Adresse mit https:// oder http://",
                    "Write the whole address with https:// or http://",
                ];
                let finding = Finding::of(record, message, hint).in_field(&*leaf.path);
                found.push(finding.with_value(url).suggesting(suggestion::web_address(url)));
            }
        }
    }
    found
}
