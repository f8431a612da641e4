//! The sentence that says what is shown: for the eye, for screen readers and as the title of the page.

use clusteratlas_core::locale::sentence::{Facts, sentence};
use clusteratlas_core::query::facet::{Facet, NONE};
use leptos::prelude::*;

use crate::browser::document;
use crate::browser::dom::{Element, el, keep};
use crate::browser::frame::Calm;
use crate::store::Store;

use super::parts::option_names::option_name;

/// The sentence of the present selection.
pub fn present_sentence(store: Store) -> String {
    let language = store.language();
    let atlas = store.atlas();
    let dataset = &atlas.dataset;
    let summary = store.summary.get();
    let query = store.session.query.get();
    let names = |facet: Facet| -> Vec<String> {
        let known = query
            .values(facet)
            .iter()
            .filter(|value| atlas.index.option(facet, value).is_some());
        known
            .map(|value| option_name(dataset, facet, value, language))
            .collect()
    };
    // Together with "not stated", names would say less than is shown.
    let names_without_none = |facet: Facet| {
        if query.has(facet, NONE) {
            Vec::new()
        } else {
            names(facet)
        }
    };
    let themes = names(Facet::Theme);
    let (programmes, states) = (
        names_without_none(Facet::Programme),
        names_without_none(Facet::State),
    );
    let without_programme = matches!(query.values(Facet::Programme), [only] if **only == *NONE);
    let top = summary.top_country().map(|(country, cooperations)| {
        (
            &**dataset.country(country).name.get(language),
            cooperations as usize,
        )
    });
    let facts = Facts {
        cooperations: summary.cooperations,
        clusters: summary.clusters.len(),
        countries: summary.countries.len(),
        domestic: summary.domestic as usize,
        top_country: top,
        themes: themes.iter().map(String::as_str).collect(),
        programmes: programmes.iter().map(String::as_str).collect(),
        without_programme,
        states: states.iter().map(String::as_str).collect(),
    };
    sentence(&facts, language)
}

/// The sentence, with what to do where nothing matches.
pub fn sentence_view(store: Store) -> Element {
    let title = Calm::default();
    keep(move || {
        let words = format!("{} – {}", present_sentence(store), store.texts().title);
        title.ask(move || document::set_title(&words));
    });
    let note = move || {
        let nothing = store.summary.with(|summary| summary.cooperations == 0);
        let texts = store.texts();
        let words = if nothing {
            texts.no_cooperation_advice
        } else {
            texts.not_complete
        };
        words.to_owned()
    };
    let sentence = el("p")
        .class("sentence__text")
        .id("sentence")
        .attr("role", "status");
    el("div")
        .class("sentence")
        .child(sentence.live_text(move || present_sentence(store)))
        .child(el("p").class("sentence__note").live_text(note))
}
