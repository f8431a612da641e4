//! A programme in the detail panel.

use clusteratlas_core::dataset::details::DetailsOf;
use clusteratlas_core::domain::programme::ProgrammeKey;
use clusteratlas_core::locale::format::period;
use clusteratlas_core::query::facet::Facet;
use clusteratlas_core::query::selection::Record;

use crate::browser::dom::Element;
use crate::store::Store;
use crate::views::parts::source::web_link;

use super::facts::{Facts, brief_button, filter_button, heading};
use super::related::cooperations;
use super::sources::{sources, summary};

pub(super) fn body(store: Store, key: ProgrammeKey) -> Vec<Element> {
    let programme = store.atlas().dataset.programme(key);
    let (texts, language) = (store.texts(), store.language());
    let id = DetailsOf::Programme(programme.id.as_str());
    let name = programme.name.get(language);
    let mut facts = Facts::new();
    facts.words(texts.funder, &programme.funder);
    match period(programme.period, language) {
        Some(term) => facts.words(texts.term, &term),
        None => facts.words(texts.term, texts.unknown),
    }
    if let Some(url) = &programme.url {
        facts.fact(texts.programme_page, vec![web_link(store, url, url)]);
    }
    let mut body = heading(texts.kind_programme, name);
    body.extend([
        summary(store, id),
        facts.done(),
        filter_button(store, Facet::Programme, programme.id.as_str(), name),
        brief_button(store),
    ]);
    body.extend(cooperations(store, Record::Programme(key)));
    body.push(sources(store, id));
    body
}
