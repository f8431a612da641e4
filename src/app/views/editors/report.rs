//! The third step: what was found in what was read.

use std::sync::Arc;

use clusteratlas_core::workbench::{Note, Product, Severity};

use crate::browser::dom::{Element, el, span};
use crate::store::{Reading, Store};

use super::listing::{Listing, cell, listing};
use super::{both, counted, note, section};

/// The id of the heading, where the focus goes when something was read.
pub(super) const HEADING: &str = "editors-report";

static NOTES: Listing<Note> = Listing {
    id: "notes",
    name: |texts| texts.list_names[0],
    items: |reading| &reading.outcome.notes,
    columns: |texts| &texts.note_columns,
    kind: |store, note| severity(store, note.severity).to_owned(),
    sheet: |_, note| note.sheet.clone(),
    cells,
    product: Product::Report,
};

/// The numbers of what was read, and every note.
pub(super) fn step(store: Store, reading: &Arc<Reading>) -> Element {
    let names = reading.names.join(", ");
    let outcome = &reading.outcome;
    let (records, accepted, reported) = (outcome.records, outcome.accepted, outcome.reported);
    let [errors, warnings, hints] =
        [Severity::Error, Severity::Warning, Severity::Hint].map(|severity| reading.weighing(severity));
    let sum = counted(store, move |texts| (texts.counts)(records, accepted, reported));
    let weights = counted(store, move |texts| (texts.notes)(errors, warnings, hints));
    let step = section(store, HEADING, |texts| texts.report)
        .child(counted(store, move |texts| (texts.read)(&names)).class("editors__note"))
        .child(sum.class("editors__sum"));
    if outcome.notes.is_empty() {
        return step.child(note(store, |texts| texts.no_notes));
    }
    step.child(weights)
        .child(listing(store, reading, &NOTES, store.session.desk().notes))
}

fn severity(store: Store, severity: Severity) -> &'static str {
    let [error, warning, hint] = store.texts().editors().severities;
    match severity {
        Severity::Error => error,
        Severity::Warning => warning,
        Severity::Hint => hint,
    }
}

fn cells(store: Store, note: &Note) -> Vec<Element> {
    let texts = store.texts().editors();
    let some = |text: &Option<String>| text.clone().unwrap_or_default();
    let place = [some(&note.column), some(&note.heading)];
    let mut hint = el("div").text(&both(store, &note.hint));
    if let Some(suggestion) = &note.suggestion {
        let meant = (texts.meant)(suggestion);
        hint = hint.text(". ").child(el("strong").text(&meant));
    }
    let class = match note.severity {
        Severity::Error => "editors__weight editors__weight--error",
        Severity::Warning => "editors__weight editors__weight--warning",
        Severity::Hint => "editors__weight",
    };
    vec![
        el("div").child(span(class).text(severity(store, note.severity))),
        cell(&note.sheet),
        cell(&note.row.map(|row| row.to_string()).unwrap_or_default()),
        cell(place.join(" ").trim()),
        el("div").child(span("editors__value").text(&some(&note.value))),
        cell(&both(store, &note.message)),
        hint,
    ]
}
