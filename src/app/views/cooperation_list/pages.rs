//! The way between the pages of the table.

use clusteratlas_core::locale::texts::Words;
use clusteratlas_core::permalink::view_state::View;
use leptos::prelude::*;

use crate::browser::document;
use crate::browser::dom::{Element, button, el};
use crate::store::Store;

/// Rows of a page, so that screen readers and the browser's search work.
const PAGE_ROWS: usize = 500;

/// Rows of a page of the compact form, whose frame grows with its content.
const COMPACT_ROWS: usize = 25;

/// Rows of a page; tracked.
pub(super) fn page_rows(store: Store) -> usize {
    if store.session.embed.get() {
        COMPACT_ROWS
    } else {
        PAGE_ROWS
    }
}

/// The rows that are shown, over the table: where the focus goes with another page.
pub(super) const POSITION: &str = "results-position";

/// Buttons to the pages before and after, and between them which rows are shown.
pub(super) fn pager(store: Store, page: RwSignal<usize>, position: Element, name: Words) -> Element {
    let language = store.session.language;
    let total = move || store.listed.with(|listed| listed.number);
    let rows = move || {
        let (total, rows) = (total(), page_rows(store));
        let first = page.get() * rows;
        (store.texts().table().page)((first + 1).min(total), (first + rows).min(total), total)
    };
    let turn = move |page_now: usize| {
        page.set(page_now);
        document::focus(POSITION);
    };
    let previous = button("cooperation-list__turn")
        .words(language, |texts| texts.table().previous)
        .live_flag("disabled", move || page.get() == 0)
        .on_click(move || turn(page.get_untracked().saturating_sub(1)));
    let next = button("cooperation-list__turn")
        .words(language, |texts| texts.table().next)
        .live_flag("disabled", move || (page.get() + 1) * page_rows(store) >= total())
        .on_click(move || turn(page.get_untracked() + 1));
    el("nav")
        .class("cooperation-list__pages")
        .attr_words("aria-label", language, name)
        .live_flag("hidden", move || {
            store.session.view.get() != View::List || total() <= page_rows(store)
        })
        .child(previous)
        .child(position.class("cooperation-list__position").live_text(rows))
        .child(next)
}
