//! Buttons that open a record and look like links.

use clusteratlas_core::query::selection::{Record, Selection};
use leptos::prelude::*;

use crate::browser::document;
use crate::browser::dom::{Element, button, keep};
use crate::store::Store;

/// The attribute that says which record a button opens.
const RECORD: &str = "data-record";

/// A button with the name of a record that opens it in the detail panel.
pub fn record_link(store: Store, record: Record, name: &str) -> Element {
    let link = button_for_record();
    open_record(&link, store, record, name);
    link
}

/// A button that opens no record yet.
pub fn button_for_record() -> Element {
    button("record-link")
}

/// Lets a button open a record.
pub fn open_record(link: &Element, store: Store, record: Record, name: &str) {
    link.set_attr(RECORD, &record.selection(&store.atlas().dataset).to_string());
    link.set_text(name);
    if store.record.get_untracked() == Some(record) {
        link.set_attr("aria-current", "true");
    } else {
        link.remove_attr("aria-current");
    }
}

/// Lets all such buttons of the page work: there may be hundreds, and a listener and an effect serve them all.
pub fn serve_record_links(store: Store) {
    document::on_click_of(RECORD, move |selection| {
        let selection: Option<Selection> = selection.parse().ok();
        let record = selection.and_then(|selection| Record::find(&store.atlas().dataset, &selection));
        if let Some(record) = record {
            store.select(record);
        }
    });
    keep(move || {
        let record = store.record.get();
        let selection = record.map(|record| record.selection(&store.atlas().dataset).to_string());
        document::mark_current(RECORD, selection.as_deref());
    });
}
