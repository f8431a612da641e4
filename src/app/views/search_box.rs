//! The search box: suggests while the reader types, and filters by what is chosen.

use std::time::Duration;

use clusteratlas_core::search::Suggestion;
use leptos::prelude::*;

use crate::browser::document;
use crate::browser::dom::{Element, button, el, keep, sign};
use crate::store::Store;

use super::parts::combobox::{Combobox, MOST, Purpose};

/// So many summaries are read at a time: a few milliseconds' work.
const SUMMARIES: usize = 1000;

static SEARCH: Purpose = Purpose {
    id: "search",
    label: |texts| texts.search.heading,
    hint: |texts| texts.search.hint,
    among: MOST,
    suits: |_| true,
    as_typed: Some(|texts| texts.search.everywhere),
    applied: |store| store.session.query.with(|query| query.text().to_owned()),
    choose,
};

/// The search box.
pub fn search_box(store: Store) -> Element {
    let language = store.session.language;
    let own = Combobox::new(store, &SEARCH);
    keep_summaries_coming(store);
    let clear = button("search-box__clear")
        .attr_words("title", language, |texts| texts.search.clear)
        .live_flag("hidden", move || own.is_empty())
        .child(sign("search-box__cross"))
        .on_click(move || {
            own.clear();
            store.search_for("");
            document::focus(SEARCH.id);
        });
    el("div")
        .class("search-box")
        .attr("role", "search")
        .child(own.input())
        .child(clear)
        .child(own.list())
}

/// Filters by a suggestion, or by the words.
fn choose(store: Store, chosen: Option<Suggestion>, words: &str) {
    let dataset = &store.atlas().dataset;
    match chosen.map(|chosen| (chosen, chosen.filter(dataset))) {
        Some((_, Some((facet, value)))) => store.set_filter(facet, &value, true),
        Some((Suggestion::Record(record), None)) => {
            let name = Suggestion::Record(record).name(dataset, store.language_untracked());
            store.find(name, record);
        }
        _ => store.search_for(words),
    }
}

/// Reads summaries into the engine once both are there, a portion at a time.
fn keep_summaries_coming(store: Store) {
    keep(move || {
        let details = store.details.get();
        if store.search.waits_for_summaries(&details) {
            read_summaries(store);
        }
    });
}

fn read_summaries(store: Store) {
    let read_on = move || {
        let details = store.details.get_untracked();
        if !store.search.read_summaries(&details, SUMMARIES) {
            read_summaries(store);
        }
    };
    set_timeout(read_on, Duration::ZERO);
}
