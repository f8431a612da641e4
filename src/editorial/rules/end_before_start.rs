//! A period that ends before it starts.
//!
//! # What
//! `start` is after `end`, compared at the precision that both share.
//!
//! # Why
//! One of both dates is wrong, and status and time filter would be.
//!
//! # Example
//! `"start": "2019", "end": "2017-06"`
//!
//! # Instead
//! `"start": "2017", "end": "2019-06"`

use clusteratlas_core::domain::partial_date::PartialDate;

use super::{Finding, Subject};

super::rule!("CA012", "end-before-start", Error, "end_before_start.rs");

fn check(subject: &Subject<'_>) -> Vec<Finding> {
    let mut found = Vec::new();
    for record in subject.authored.all() {
        let date = |field: &str| record.text(field)?.parse::<PartialDate>().ok();
        if let (Some(start), Some(end)) = (date("start"), date("end"))
            && start.is_after(end)
        {
            let message = [
                format!("vor dem Beginn {start}"),
                format!("before the start {start}"),
            ];
            let hint = [
                "Berichtigen Sie eines der beiden Daten",
                "Correct one of both dates",
            ];
            let finding = Finding::of(record, message, hint);
            found.push(finding.in_field("end").with_value(end.to_string()));
        }
    }
    found
}
