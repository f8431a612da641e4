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
        let close = button("detail-panel__close")
            .attr("title", words)
            .child(sign("detail-panel__cross"))
            .on_click(move || store.close_detail());
        let panel = el("aside")
            .class("detail-panel")
            .attr("aria-labelledby", "detail-heading")
            .on_key(move |key| {
                let closes = key == "Escape";
                if closes {
                    store.close_detail();
                }
                closes
            });
        let content = later(store, move |later| (later.record)(store, record));
        vec![panel.child(close).child(content)]
    })
}

/// The focus goes to what the visitor opened, and back to where it was; a link opens quietly.
fn keep_focus(store: Store) {
    let mut opener = None::<Focus>;
    let mut before = None::<Option<Record>>;
    keep(move || {
        // Until then there is nothing that could have the focus.
        if !matches!(store.later.get(), Arrival::Ready(())) {
            return;
        }
        let record = store.record.get();
        // A page around it stays where it is.
        let in_place = store.session.embed.get_untracked();
        match (before, record) {
            (None, Some(_)) if store.session.last_change.get_untracked() == Change::Given => {}
            (_, Some(_)) if before != Some(record) => {
                if before.flatten().is_none() {
                    opener = Some(Focus::present());
                }
                if in_place {
                    document::focus_soon_in_place("detail-heading");
                } else {
                    document::focus_soon("detail-heading");
                }
            }
            (Some(Some(_)), None) => match opener.take() {
                Some(opener) if in_place => opener.restore_in_place(),
                Some(opener) => opener.restore("main"),
                None => {}
            },
            _ => {}
        }
        before = Some(record);
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
