//! A code that is no German state.
//!
//! # What
//! `state` of a cluster holds something else than one of the sixteen codes of ISO 3166-2.
//!
//! # Why
//! A cluster without a seat is drawn at its state, and clusters are filtered by state.
//!
//! # Example
//! `"state": "Sachsen"`
//!
//! # Instead
//! `"state": "DE-SN"`

use clusteratlas_core::domain::federal_state::FederalState;

use crate::authored::field::Kind;
use crate::suggestion::Names;

use super::{Finding, Subject};

super::rule!("CA010", "unknown-state", Error, "unknown_state.rs");

fn check(subject: &Subject<'_>) -> Vec<Finding> {
    let mut found = Vec::new();
    for record in subject.authored.all() {
        for leaf in record
            .leaves()
            .iter()
            .filter(|leaf| matches!(leaf.kind, Kind::State))
        {
            let Some(code) = leaf.value.as_str() else { continue };
            if code.parse::<FederalState>().is_err() {
                let message = ["kein Bundesland hat diesen Code", "no German state has this code"];
                let codes = FederalState::ALL.map(FederalState::code).join(", ");
                let hint = ["Möglich sind", "Use one of"].map(|beginning| format!("{beginning}: {codes}"));
                let finding = Finding::of(record, message, hint).in_field(&*leaf.path);
                let suggestion = Names::of_states().nearest(code).map(str::to_owned);
                found.push(finding.with_value(code).suggesting(suggestion));
            }
        }
    }
    found
}
