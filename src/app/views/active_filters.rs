//! Chosen filters as chips that can be taken away.

use clusteratlas_core::naming::option_name;
use clusteratlas_core::query::facet::{Facet, Query};
use leptos::prelude::*;

use crate::browser::document;
use crate::browser::dom::{Element, button, el, list, sign};
use crate::store::Store;

/// The chips, and the button that takes all filters back.
pub fn active_filters(store: Store) -> Element {
    let bar = el("div").class("active-filters");
    bar.live_flag("hidden", move || store.session.query.with(Query::is_empty))
        .live(move || {
            let query = store.session.query.get();
            let chips = Facet::ALL.into_iter().flat_map(|facet| {
                let values = query.values(facet).iter();
                values.map(move |value| chip(store, facet, value.clone()))
            });
            let reset = button("active-filters__reset")
                .text(store.texts().reset_filters)
                .on_click(move || {
                    store.reset_filters();
                    document::focus("main");
                });
            vec![
                list("active-filters__list", chips).attr("aria-label", store.texts().active_filters),
                reset,
            ]
        })
}

/// A chosen value, in the page's language.
fn chip(store: Store, facet: Facet, value: Box<str>) -> Element {
    let name = option_name(&store.atlas().dataset, facet, &value, store.language());
    let chip = button("active-filters__chip")
        .attr("aria-label", &(store.texts().remove_filter)(&name))
        .child(el("span").text(&name))
        .child(sign("active-filters__cross"))
        .on_click(move || {
            store.set_filter(facet, &value, false);
            // The chip is gone; the sentence says what has come of it.
            document::focus("main");
        });
    el("li").child(chip)
}
