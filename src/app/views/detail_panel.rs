//! The open record: facts, related records, sources.

mod cluster;
mod connected;
mod cooperation;
mod correction;
mod facts;
mod geography;
mod programme;
mod related;
mod sources;

use clusteratlas_core::query::selection::Record;
use leptos::prelude::*;

use crate::browser::document::{self, Focus};
use crate::browser::dom::{Element, button, el, keep, sign};
use crate::store::{Arrival, Change, Store};

use super::parts::later::later;

/// The panel; nothing where no record is open.
pub fn detail_panel(store: Store) -> Element {
    keep_focus(store);
    el("div").live(move || {
        let Some(record) = store.record.get() else {
            return Vec::new();
        };
        let words = store.texts().close;
        let cross = button("detail-panel__close")
            .attr("title", words)
            .child(sign("detail-panel__cross"))
            .on_click(move || store.close_detail());
        let panel = el("aside")
            .class("detail-panel")
            .live_class("detail-panel--behind", move || {
                store.record_covers_story() == Some(false)
            })
            .attr("aria-labelledby", "detail-heading")
            .on_key(move |key| {
                let closes = key == "Escape";
                if closes {
                    store.close_detail();
                }
                closes
            });
        let content = later(store, move |later| (later.record)(store, record));
        vec![panel.child(cross).child(content)]
    })
}

/// The focus goes to what the reader opened, and back to where it was; what a link or a step of a story opens, opens
/// quietly.
fn keep_focus(store: Store) {
    let mut opener = None::<Focus>;
    // What was open, and whether the reader had opened it.
    let mut before = None::<(Option<Record>, bool)>;
    keep(move || {
        // Until then there is nothing that could have the focus.
        if !matches!(store.later.get(), Arrival::Ready(())) {
            return;
        }
        let record = store.record.get();
        let covers = store.record_covers_story();
        let taken = record.is_some() && covers != Some(false);
        let is_first = before.is_none();
        let (record_before, taken_before) = before.replace((record, taken)).unwrap_or_default();
        let is_given = store.session.last_change.get_untracked() == Change::Given;
        // A page around it stays where it is.
        let in_place = store.session.embed.get_untracked();
        if taken && is_first && is_given {
            return;
        }
        // One that appears because its story is closed takes no focus.
        if taken && (record != record_before || !taken_before && covers.is_some()) {
            if !taken_before {
                opener = Some(Focus::present());
            }
            if in_place {
                document::focus_soon_in_place("detail-heading");
            } else {
                document::focus_soon("detail-heading");
            }
        }
        if !taken && (taken_before || record.is_none() && record_before.is_some()) {
            match opener.take() {
                None if is_given => {}
                opener => give_back(store, opener.unwrap_or_default(), in_place),
            }
        }
    });
}

/// Gives back a focus that was in the panel, once that has gone; other focus stays where it is.
fn give_back(store: Store, opener: Focus, in_place: bool) {
    let tells = store
        .session
        .view_state
        .with_untracked(|state| state.story.is_some());
    request_animation_frame(move || match document::has_focus_outside(".detail-panel") {
        true => {}
        false if in_place => opener.restore_in_place(),
        false => opener.restore(if tells { "story-step" } else { "main" }),
    });
}

/// A record in the page's language.
pub fn content(store: Store, record: Record) -> Vec<Element> {
    let mut content = match record {
        Record::Cluster(key) => cluster::body(store, key),
        Record::Place(key) => geography::place(store, key),
        Record::Country(key) => geography::country(store, key),
        Record::State(state) => geography::state(store, state),
        Record::Cooperation(key) => cooperation::body(store, key),
        Record::Programme(key) => programme::body(store, key),
    };
    content.extend(correction::correction(store, record));
    content
}
