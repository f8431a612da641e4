//! A view of a story that the page would not show as it is written.
//!
//! # What
//! In the line `view:` of a step: a key or value that links do not have, an id or code that the dataset does
//! not have, a key that is the reader's own choice (`lang`, `appearance`) or has no place in a step (`story`,
//! `embed`, `controls`), or nothing at all.
//!
//! # Why
//! The page ignores what it does not understand, so that the map would show something else than the text
//! says.
//!
//! # Example
//! `view: lang=de&country=Japan`
//!
//! # Instead
//! `view: country=JP`; for everything on the map `view: view=map`.

use clusteratlas_core::domain::federal_state::FederalState;
use clusteratlas_core::domain::partial_date::Status;
use clusteratlas_core::permalink::decode::decode;
use clusteratlas_core::query::facet::{Facet, NONE};

use crate::authored::Authored;
use crate::authored::field::Kind;
use crate::authored::list::List;
use crate::said::Both;

use super::{Finding, Subject};

super::rule!("CA027", "broken-view", Error, "broken_view.rs");

/// Keys of links that are not a step's to set.
const FOREIGN: [&str; 5] = ["lang", "appearance", "story", "embed", "controls"];

fn check(subject: &Subject<'_>) -> Vec<Finding> {
    let mut found = Vec::new();
    for record in subject.authored.all() {
        for leaf in record
            .leaves()
            .iter()
            .filter(|leaf| matches!(leaf.kind, Kind::View))
        {
            for (value, message, hint) in defects(leaf.value.as_str().unwrap_or_default(), subject.authored) {
                let finding = Finding::of(record, message, hint);
                found.push(finding.in_field(&*leaf.path).with_value(value));
            }
        }
    }
    found
}

const NOT_IN_THE_DATASET: Both = ["nicht im Datenbestand", "not in the dataset"];
const CORRECT: Both = ["Berichtigen Sie Kennung oder Code", "Correct the id or code"];

/// What is wrong with a view: the part, what it is, what to do.
fn defects(view: &str, authored: &Authored) -> Vec<(String, Both, Both)> {
    let mut found = Vec::new();
    if view.is_empty() {
        found.push((
            String::new(),
            ["keine Ansicht", "no view"],
            [
                "Schreiben Sie view=map für alles auf der Karte",
                "Write view=map for everything on the map",
            ],
        ));
    }
    for part in view.split('&') {
        let key = part.split('=').next().unwrap_or_default();
        if FOREIGN.contains(&key) {
            let message = ["für einen Schritt nicht wählbar", "not for a step to choose"];
            found.push((part.to_owned(), message, ["Entfernen Sie es", "Take it out"]));
        }
    }
    let (view_state, ignored) = decode(view);
    for part in ignored.iter().filter(|part| !FOREIGN.contains(&&*part.key)) {
        let message = ["unverständlich", "not understood"];
        let hint = [
            "Wählen Sie die Ansicht auf der Seite und kopieren Sie deren Adresse",
            "Choose the view on the page and copy its address",
        ];
        found.push((format!("{}={}", part.key, part.value), message, hint));
    }
    for facet in Facet::ALL {
        for value in view_state.query.values(facet) {
            if !has_value(authored, facet, value) {
                found.push((format!("{}={value}", facet.key()), NOT_IN_THE_DATASET, CORRECT));
            }
        }
    }
    for selection in view_state
        .selection
        .iter()
        .filter(|selection| !authored.has(selection))
    {
        found.push((format!("sel={selection}"), NOT_IN_THE_DATASET, CORRECT));
    }
    found
}

fn has_value(authored: &Authored, facet: Facet, value: &str) -> bool {
    let listed = |list| authored.find(list, value).is_some();
    match facet {
        Facet::Theme => listed(List::Themes),
        Facet::Kind => listed(List::Kinds),
        Facet::Programme => listed(List::Programmes) || value == NONE,
        Facet::Country => authored.has_country(value) || value == NONE,
        Facet::State => value.parse::<FederalState>().is_ok() || value == NONE,
        Facet::Status => Status::ALL.iter().any(|status| status.code() == value),
    }
}
