//! Everything that is asked for as chips that can be taken away.

use clusteratlas_core::locale::format::count;
use clusteratlas_core::naming::option_name;
use clusteratlas_core::query::facet::{Facet, Query};
use clusteratlas_core::query::years::{Undated, Years};
use leptos::prelude::*;

use crate::browser::document;
use crate::browser::dom::{Element, button, el, list, sign};
use crate::store::{Change, Store};

/// More values of a facet than this stand in one chip.
const MANY: usize = 8;

/// The chips, and the button that takes all filters back.
pub fn active_filters(store: Store) -> Element {
    let bar = el("div").class("active-filters");
    let asks_for_nothing = move || store.session.query.with(|query| *query == Query::default());
    bar.live_flag("hidden", asks_for_nothing).live(move || {
        let query = store.session.query.get();
        let mut chips = Vec::new();
        for facet in Facet::ALL {
            chips.append(&mut facet_chips(store, &query, facet));
        }
        chips.append(&mut other_chips(store, &query));
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

/// The chosen values of a facet: each, or of many their number.
fn facet_chips(store: Store, query: &Query, facet: Facet) -> Vec<Element> {
    let values = query.values(facet);
    if values.len() > MANY {
        let what = store.texts().facets.many[facet.index()];
        let name = format!("{} {what}", count(values.len(), store.language()));
        return vec![chip(store, &name, Box::new(move || store.clear_filter(facet)))];
    }
    let each = values.iter().cloned().map(|value| {
        let name = option_name(&store.atlas().dataset, facet, &value, store.language());
        let remove = move || store.set_filter(facet, &value, false);
        chip(store, &name, Box::new(remove))
    });
    each.collect()
}

/// What is asked for besides values of facets.
fn other_chips(store: Store, query: &Query) -> Vec<Element> {
    let facets = store.texts().facets;
    let mut chips = Vec::new();
    if query.in_each_country {
        let remove = move || store.ask_for_each_country(false);
        chips.push(chip(store, facets.match_all, Box::new(remove)));
    }
    let Years { from, to, undated } = query.years;
    // Where only undated ones are shown, years ask for nothing.
    if (from.is_some() || to.is_some()) && undated != Undated::Only {
        let others = Years {
            undated,
            ..Years::default()
        };
        let remove = move || store.choose_years(others, Change::Step);
        chips.push(chip(store, &(facets.years)(from, to), Box::new(remove)));
    }
    let words = match undated {
        Undated::Included => None,
        Undated::Excluded => Some(facets.dated_only),
        Undated::Only => Some(facets.undated_only),
    };
    if let Some(words) = words {
        let undated = Undated::Included;
        let remove = move || store.choose_years(Years { from, to, undated }, Change::Step);
        chips.push(chip(store, words, Box::new(remove)));
    }
    if !query.text().is_empty() {
        let remove = move || store.search_for("");
        chips.push(chip(store, &(facets.words)(query.text()), Box::new(remove)));
    }
    chips
}

/// A part of the query with its name, and how to take it away.
fn chip(store: Store, name: &str, remove: Box<dyn Fn()>) -> Element {
    let chip = button("active-filters__chip")
        .attr("aria-label", &(store.texts().remove_filter)(name))
        .child(el("span").text(name))
        .child(sign("active-filters__cross"))
        .on_click(move || {
            remove();
            // The chip is gone; the sentence says what has come of it.
            document::focus("main");
        });
    el("li").child(chip)
}
