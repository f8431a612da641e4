//! What becomes of cooperations without any date: counted, included unless the reader says otherwise.

use clusteratlas_core::locale::format::number;
use clusteratlas_core::query::years::{Histogram, Undated, Years};
use leptos::prelude::*;

use crate::browser::dom::{self, Element, button, el, keep, span};
use crate::store::{Change, Store};

/// The checkbox, and the button that shows nothing else.
pub(super) fn undated(store: Store, histogram: Memo<Histogram>, years: Memo<Years>) -> Element {
    let language = store.session.language;
    let input = el("input")
        .class("filter-panel__box")
        .attr("type", "checkbox")
        .on("change", move |event| {
            let undated = if dom::is_ticked(&event) {
                Undated::Included
            } else {
                Undated::Excluded
            };
            let present = years.get_untracked();
            store.choose_years(Years { undated, ..present }, Change::Step);
        });
    let own = input.clone();
    keep(move || own.set_checked(years.get().undated != Undated::Excluded));
    let count = move || {
        number(
            histogram.with(|histogram| histogram.undated).into(),
            language.get(),
        )
    };
    let name = span("").words(language, |texts| texts.period().include_undated);
    let count = span("period__count").live_text(count);
    let label = el("label")
        .class("period__undated-option")
        .child(input)
        .child(name.text(" ").child(count));
    let is_only = move || years.get().undated == Undated::Only;
    let only = button("period__only")
        .attr_words("aria-label", language, |texts| texts.period().only_undated_name)
        .live_state("aria-pressed", is_only)
        .words(language, |texts| texts.period().only_undated)
        .on_click(move || {
            let undated = if untrack(is_only) {
                Undated::Included
            } else {
                Undated::Only
            };
            // Years say nothing about them.
            let next = Years {
                undated,
                ..Years::default()
            };
            store.choose_years(next, Change::Step);
        });
    el("div").class("period__undated").child(label).child(only)
}
