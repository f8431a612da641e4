//! Whether clusters must have a cooperation in each of several chosen countries.

use clusteratlas_core::locale::texts::Words;
use clusteratlas_core::query::facet::Facet;
use leptos::prelude::*;

use crate::browser::dom::{Element, el, keep, span};
use crate::store::Store;

/// Both answers, and whether they ask for each country.
const ANSWERS: [(bool, Words); 2] = [
    (false, |texts| texts.facets.match_any),
    (true, |texts| texts.facets.match_all),
];

/// The choice; it is shown where there is something to choose.
pub(super) fn match_choice(store: Store) -> Element {
    let language = store.session.language;
    let answers = ANSWERS.map(|(each, words)| {
        let input = el("input")
            .class("filter-panel__box")
            .attr("type", "radio")
            .attr("name", "match")
            .on("change", move |_| store.ask_for_each_country(each));
        let own = input.clone();
        keep(move || own.set_checked(store.session.query.with(|query| query.in_each_country) == each));
        el("label")
            .class("filter-panel__option")
            .child(input)
            .child(span("filter-panel__name").words(language, words))
    });
    let idle = move || {
        let query = store.session.query.get();
        query.values(Facet::Country).len() < 2 && !query.in_each_country
    };
    el("div")
        .class("filter-panel__match")
        .attr("role", "radiogroup")
        .attr("aria-labelledby", "filter-match")
        .live_flag("hidden", idle)
        .child(
            el("p")
                .class("filter-panel__subheading")
                .id("filter-match")
                .words(language, |texts| texts.facets.match_countries),
        )
        .children(answers.into())
}
