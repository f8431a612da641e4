//! What editors could improve next: in what was read, or else in what is published.

use std::sync::Arc;

use clusteratlas_core::permalink::view_state::ViewState;
use clusteratlas_core::query::selection::{Record, RecordKind, Selection};
use clusteratlas_core::workbench::{Product, Task};
use leptos::prelude::*;

use crate::browser::dom::{Element, el};
use crate::store::{Reading, Store};

use super::listing::{Listing, cell, listing};
use super::{bench, both, note, section, waiting};

static TASKS: Listing<Task> = Listing {
    id: "tasks",
    name: |texts| texts.list_names[2],
    items: |reading| &reading.outcome.tasks,
    columns: |texts| &texts.task_columns,
    kind: |store, task| both(store, &task.reason),
    sheet: |store, task| both(store, &task.sheet),
    cells,
    product: Product::WorkList,
};

/// The list, or the button that makes that of what is published.
pub(super) fn list(store: Store) -> Element {
    let desk = store.session.desk();
    section(store, "editors-work-list", |texts| texts.work_list).child(el("div").live(move || {
        let read = desk.reading.get();
        let is_read = read.is_some();
        let shown = read.or_else(|| desk.published.get());
        untrack(|| {
            let what = if is_read {
                note(store, |texts| texts.work_list_notes[1])
            } else {
                note(store, |texts| texts.work_list_notes[0])
            };
            vec![what, tasks(store, shown.as_ref())]
        })
    }))
}

fn tasks(store: Store, reading: Option<&Arc<Reading>>) -> Element {
    match reading {
        Some(reading) if reading.outcome.tasks.is_empty() => note(store, |texts| texts.no_tasks),
        Some(reading) => listing(store, reading, &TASKS, store.session.desk().tasks),
        None => {
            let show = waiting(
                store,
                |texts| texts.show_work_list,
                move || bench::read_published(store.session),
            )
            .id("editors-tasks");
            el("p").class("editors__buttons").child(show)
        }
    }
}

fn cells(store: Store, task: &Task) -> Vec<Element> {
    let record = match selection(store, task) {
        Some(selection) => {
            let state = ViewState {
                selection: Some(selection),
                ..ViewState::default()
            };
            let address = format!("#{}", store.session.fragment_of(state));
            el("div").child(el("a").attr("href", &address).text(&task.id))
        }
        None => cell(&task.id),
    };
    vec![
        cell(&both(store, &task.reason)),
        cell(&both(store, &task.sheet)),
        record,
        cell(&task.about),
    ]
}

/// The record that a task is about, where the atlas that is shown has it. Sheets are called as links call their
/// records, in the plural.
fn selection(store: Store, task: &Task) -> Option<Selection> {
    let sheet = task.sheet.en.to_lowercase();
    let kind = RecordKind::ALL
        .into_iter()
        .find(|kind| sheet.starts_with(kind.code()))?;
    let selection: Selection = format!("{}:{}", kind.code(), task.id).parse().ok()?;
    Record::find(&store.atlas().dataset, &selection)?;
    Some(selection)
}
