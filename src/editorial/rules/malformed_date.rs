//! A date that is not written as year, month and day.
//!
//! # What
//! Dates are `YYYY`, `YYYY-MM` or `YYYY-MM-DD`, as precise as the page states, and exist in the calendar.
//!
//! # Why
//! Periods are compared and shown by these parts.
//!
//! # Example
//! `"start": "13.04.2018"`
//!
//! # Instead
//! `"start": "2018-04-13"`

use clusteratlas_core::domain::partial_date::PartialDate;

use crate::authored::field::Kind;
use crate::suggestion;

use super::{Finding, Subject};

super::rule!("CA011", "malformed-date", Error, "malformed_date.rs");

fn check(subject: &Subject<'_>) -> Vec<Finding> {
    let mut found = Vec::new();
    for record in subject.authored.all() {
        for leaf in record
            .leaves()
            .iter()
            .filter(|leaf| matches!(leaf.kind, Kind::Date))
        {
            let Some(date) = leaf.value.as_str() else { continue };
            if date.parse::<PartialDate>().is_err() {
                let message = ["kein Datum des Kalenders", "not a date of the calendar"];
                let hint = [
                    "Schreiben Sie JJJJ, JJJJ-MM oder JJJJ-MM-TT",
                    "Write YYYY, YYYY-MM or YYYY-MM-DD",
                ];
                let finding = Finding::of(record, message, hint).in_field(&*leaf.path);
                found.push(finding.with_value(date).suggesting(suggestion::date(date)));
            }
        }
    }
    found
}
