//! A programme in the detail panel.

use clusteratlas_core::dataset::details::DetailsOf;
use clusteratlas_core::domain::programme::ProgrammeKey;
use clusteratlas_core::locale::format::period;
use clusteratlas_core::query::facet::Facet;
use clusteratlas_core::query::selection::Record;
use leptos::prelude::*;

use crate::store::Store;

use super::facts::{fact, facts, filter_button, heading, web_link};
use super::related::cooperations;
use super::sources::{sources, summary};

pub(super) fn body(store: Store, key: ProgrammeKey) -> impl IntoView {
    let atlas = store.atlas();
    let programme = atlas.dataset.programme(key);
    let (texts, language) = (store.texts(), store.language());
    let id = DetailsOf::Programme(programme.id.as_str());
    let name = programme.name.get(language).to_string();
    let mut rows = vec![fact(texts.funder, programme.funder.to_string())];
    let term = period(programme.period, language).unwrap_or_else(|| texts.unknown.to_owned());
    rows.push(fact(texts.term, term));
    if let Some(url) = &programme.url {
        rows.push(fact(texts.programme_page, web_link(store, url, url.to_string())));
    }
    view! {
        {heading(texts.kind_programme, name.clone())}
        {summary(store, id)}
        {facts(rows)}
        {filter_button(store, Facet::Programme, programme.id.to_string(), name)}
        {cooperations(store, Record::Programme(key))}
        {sources(store, id)}
    }
}
