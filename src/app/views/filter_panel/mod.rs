//! Filters: one group of checkboxes for each facet, with the number of cooperations that each would leave.

mod item;
mod match_choice;
mod name_search;
mod options;

use clusteratlas_core::naming::facet_name;
use clusteratlas_core::query::facet::Facet;
use leptos::prelude::*;

use crate::browser::dom::{Element, button, el, keep, sign};
use crate::store::Store;

use super::parts::later::here;

pub use options::options;

/// All filters.
pub fn filter_panel(store: Store) -> Element {
    let language = store.session.language;
    let heading = el("h2")
        .class("filter-panel__heading")
        .id("filters-heading")
        .attr("tabindex", "-1");
    el("section")
        .class("filter-panel")
        .id("filters")
        .attr("aria-labelledby", "filters-heading")
        .child(heading.words(language, |texts| texts.filters))
        .child(
            el("p")
                .class("filter-panel__note")
                .words(language, |texts| texts.option_counts_note),
        )
        .children(Facet::ALL.iter().map(|&facet| open_group(store, facet)).collect())
}

/// A group that begins unfolded where it is often needed or something is chosen in it.
fn open_group(store: Store, facet: Facet) -> Element {
    let chosen_at_start = !store.session.query.get_untracked().values(facet).is_empty();
    let unfolded =
        RwSignal::new(matches!(facet, Facet::Theme | Facet::Programme | Facet::Country) || chosen_at_start);
    // What is chosen elsewhere, by a suggestion or a cell of the matrix, is not hidden.
    let mut before = chosen_at_start;
    keep(move || {
        let chosen = store.session.query.with(|query| !query.values(facet).is_empty());
        if !std::mem::replace(&mut before, chosen) && chosen {
            unfolded.set(true);
        }
    });
    group(store, facet, unfolded)
}

/// The id of the button that unfolds the options of a facet.
pub fn fold_id(facet: Facet) -> String {
    format!("fold-{}", facet.key())
}

/// The options of a facet, which can be folded away. They are made when they are first seen.
pub fn group(store: Store, facet: Facet, unfolded: RwSignal<bool>) -> Element {
    let seen = Memo::new(move |before| before == Some(&true) || unfolded.get());
    let id = format!("filter-{}", facet.key());
    let fold = button("filter-panel__fold")
        .id(&fold_id(facet))
        .attr("aria-controls", &id)
        .live_state("aria-expanded", move || unfolded.get())
        .live_text(move || facet_name(facet, store.texts()).to_owned())
        .on_click(move || unfolded.update(|unfolded| *unfolded = !*unfolded));
    let chosen = move || store.session.query.with(|query| query.values(facet).len());
    let made = move || {
        let later = seen.get().then(|| here(store)).flatten();
        later.map_or_else(Vec::new, |later| {
            untrack(|| (later.options)(store, facet, unfolded))
        })
    };
    el("fieldset")
        .class("filter-panel__group")
        .child(el("legend").class("filter-panel__legend").child(fold))
        .child(
            el("div")
                .class("filter-panel__options")
                .id(&id)
                .live_flag("hidden", move || !unfolded.get())
                .live(made),
        )
        .child(
            sign("filter-panel__chosen")
                .live_flag("hidden", move || unfolded.get() || chosen() == 0)
                .live_text(move || chosen().to_string()),
        )
}
