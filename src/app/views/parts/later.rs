//! Views whose code arrives after the first map, in the second piece of the program.

use std::hint::black_box;

use leptos::prelude::*;

use crate::browser::dom::{Element, button, el};
use crate::store::{Arrival, Store};
use crate::views::about::about_text;
use crate::views::detail_panel::detail_panel;

/// The ways into the second piece. A view is put there by being named here, and here alone: what only these
/// functions lead to, `cargo xtask build` moves there.
pub struct Later {
    /// What the dialog about the atlas says.
    pub about: fn(Store) -> Element,
    /// The open record.
    pub detail_panel: fn(Store) -> Element,
}

/// The splitter knows this table by its name (`ENTRIES` in `src/xtask/split.rs`).
static LATER: Later = Later {
    about: about_text,
    detail_panel,
};

/// A place for a view that arrives later. As long as it has not arrived, and if it does not, this is told where the
/// view is `wanted`.
pub fn later(
    store: Store,
    wanted: impl Fn() -> bool + 'static,
    view: fn(&Later) -> fn(Store) -> Element,
) -> Element {
    el("div").live(move || match store.later.get() {
        // What the compiler knew of the functions it would compile into the first piece.
        Arrival::Ready(()) => vec![view(black_box(&LATER))(store)],
        Arrival::Loading if wanted() => vec![el("p").text(store.texts().part_loading)],
        Arrival::Failed(cause) if wanted() => vec![failure(store, &cause)],
        _ => Vec::new(),
    })
}

fn failure(store: Store, cause: &str) -> Element {
    let texts = store.texts();
    let words = format!("{} ({cause})", texts.part_failed);
    let again = button("").text(texts.try_again);
    el("div")
        .class("failure-notice")
        .attr("role", "alert")
        .child(el("p").text(&words))
        .child(again.on_click(move || store.ask_for_later()))
}
