//! The selection in numbers and charts, and published key figures with their sources.

mod chart;
mod key_figures;
mod plot;

use std::sync::Arc;

use clusteratlas_core::chart::By;
use clusteratlas_core::query::bitmap::Bitmap;
use leptos::prelude::*;

use crate::browser::dom::{Element, el, span};
use crate::store::Store;

use super::parts::numbers::numbers;

/// The view of figures.
pub fn content(store: Store) -> Vec<Element> {
    let language = store.session.language;
    let heading = el("h2").class("figures__heading").id("figures-heading");
    let own_numbers = move || with_selections(store, |selections| numbers(store, selections));
    let charts = By::ALL.map(|by| chart::chart(store, by)).to_vec();
    let note = el("p")
        .class("figures__note")
        .words(language, |texts| texts.figures().several_note)
        .text(" ")
        .child(span("figures__hint").words(language, |texts| texts.figures().bar_note));
    let selection = el("section")
        .class("figures__selection")
        .attr("aria-labelledby", "figures-heading")
        .child(heading.words(language, |texts| texts.figures().of_selection))
        .child(el("div").live(move || vec![own_numbers()]))
        .child(note)
        .child(el("div").class("figures__charts").children(charts));
    let figures = el("div").class("figures").child(selection);
    vec![figures.child(key_figures::key_figures(store))]
}

/// Calls with the selection, and with what it is compared with, if it is; tracked.
fn with_selections<T>(store: Store, call: impl FnOnce(&[&Bitmap]) -> T) -> T {
    let (matches, compared) = (store.matches.get(), store.compared.get());
    let first = std::iter::once(&matches.cooperations);
    let both: Vec<&Bitmap> = first
        .chain(compared.as_ref().map(|compared: &Arc<_>| &compared.cooperations))
        .collect();
    call(&both)
}
