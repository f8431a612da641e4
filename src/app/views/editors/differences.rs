//! The fourth step: what tells what was read from what is published.

use std::sync::Arc;

use clusteratlas_core::workbench::{Change, Difference, FieldChange, Product};

use crate::browser::dom::{Element, el, list, span};
use crate::store::{Reading, Store};

use super::listing::{Listing, cell, listing};
use super::{both, counted, note, section};

static DIFFERENCES: Listing<Difference> = Listing {
    id: "differences",
    name: |texts| texts.list_names[1],
    items: |reading| &reading.outcome.differences,
    columns: |texts| &texts.difference_columns,
    kind: |store, difference| kind(store, difference).to_owned(),
    sheet: |store, difference| both(store, &difference.sheet),
    cells,
    product: Product::Differences,
};

/// How many records differ, and every one.
pub(super) fn step(store: Store, reading: &Arc<Reading>) -> Element {
    let step = section(store, "editors-differences", |texts| texts.differences);
    let all = &reading.outcome.differences;
    if all.is_empty() {
        return step.child(note(store, |texts| texts.no_differences));
    }
    let number = |is: fn(&Change) -> bool| all.iter().filter(|one| is(&one.change)).count();
    let added = number(|change| matches!(change, Change::Added));
    let removed = number(|change| matches!(change, Change::Removed));
    let changed = number(|change| matches!(change, Change::Changed(_)));
    let sum = counted(store, move |texts| {
        (texts.difference_counts)(added, removed, changed)
    });
    step.child(sum.class("editors__sum")).child(listing(
        store,
        reading,
        &DIFFERENCES,
        store.session.desk().differences,
    ))
}

fn kind(store: Store, difference: &Difference) -> &'static str {
    let [added, removed, changed] = store.texts().editors().changes;
    match difference.change {
        Change::Added => added,
        Change::Removed => removed,
        Change::Changed(_) => changed,
    }
}

fn cells(store: Store, difference: &Difference) -> Vec<Element> {
    let name = difference.name.as_ref().map(|name| both(store, name));
    let record = el("div")
        .child(span("editors__name").text(&name.unwrap_or_default()))
        .text(" ")
        .child(span("editors__id").text(&difference.id));
    let changes = match &difference.change {
        Change::Changed(fields) => {
            let fields = fields.iter().map(|field| field_change(store, field));
            el("div").child(list("editors__changes", fields))
        }
        Change::Added | Change::Removed => el("div"),
    };
    vec![
        cell(kind(store, difference)),
        cell(&both(store, &difference.sheet)),
        record,
        changes,
    ]
}

/// What a field held and what it holds.
fn field_change(store: Store, field: &FieldChange) -> Element {
    let texts = store.texts().editors();
    let side = |tag: &'static str, name: &str, value: &str| {
        let value = if value.is_empty() { texts.empty } else { value };
        el("span")
            .class("editors__side")
            .child(span("editors__side-name").text(&format!("{name}: ")))
            .child(el(tag).text(value))
    };
    el("li")
        .child(el("strong").text(&both(store, &field.heading)))
        .text(" ")
        .child(side("del", texts.old, &field.old))
        .text(" ")
        .child(side("ins", texts.new, &field.new))
}
