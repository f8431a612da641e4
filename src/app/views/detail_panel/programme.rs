//! A programme in the detail panel.

use clusteratlas_core::dataset::details::DetailsOf;
use clusteratlas_core::dataset::{Dataset, keys};
use clusteratlas_core::domain::cluster::ClusterKey;
use clusteratlas_core::domain::federal_state::FederalState;
use clusteratlas_core::domain::localized::Language;
use clusteratlas_core::domain::programme::{Programme, ProgrammeKey};
use clusteratlas_core::locale::figures::value;
use clusteratlas_core::locale::format::period;
use clusteratlas_core::query::facet::Facet;
use clusteratlas_core::query::selection::Record;

use crate::browser::dom::{Element, el, list};
use crate::store::Store;
use crate::views::parts::record_link::record_link;
use crate::views::parts::source::{source_title, web_link};

use super::connected::{connected, links};
use super::facts::{Facts, brief_button, filter_button, heading, subheading};
use super::related::cooperations;
use super::sources::{sources, summary};

pub(super) fn body(store: Store, key: ProgrammeKey) -> Vec<Element> {
    let dataset = &store.atlas().dataset;
    let programme = dataset.programme(key);
    let (texts, language) = (store.texts(), store.language());
    let id = DetailsOf::Programme(programme.id.as_str());
    let name = programme.name.get(language);
    let mut facts = Facts::new();
    facts.fact(texts.funder, vec![funder(store, &programme.funder)]);
    match period(programme.period, language) {
        Some(term) => facts.words(texts.term, &term),
        None => facts.words(texts.term, texts.unknown),
    }
    if let Some(url) = &programme.url {
        facts.fact(texts.programme_page, vec![web_link(store, url, url)]);
    }
    let (others, members) = (of_same_funder(dataset, key), members(dataset, programme));
    for (name, records) in [
        (texts.details().of_same_funder, others),
        (texts.details().members, members),
    ] {
        if !records.is_empty() {
            let records = records.into_iter().map(|record| (record, None));
            facts.fact(name, links(store, records.collect()));
        }
    }
    let mut body = heading(texts.kind_programme, name);
    body.extend([
        summary(store, id),
        facts.done(),
        filter_button(store, Facet::Programme, programme.id.as_str(), name),
        brief_button(store),
        connected(store, Record::Programme(key)),
    ]);
    body.extend(cooperations(store, Record::Programme(key)));
    body.extend(key_figures(store, key));
    body.push(sources(store, id));
    body
}

/// Who pays; a German state can be opened.
fn funder(store: Store, funder: &str) -> Element {
    let state = FederalState::ALL
        .into_iter()
        .find(|state| state.name(Language::German) == funder);
    match state {
        Some(state) => record_link(store, Record::State(state), state.name(store.language())),
        None => el("span").text(funder),
    }
}

/// The other programmes that the funder of one pays for.
fn of_same_funder(dataset: &Dataset, own: ProgrammeKey) -> Vec<Record> {
    let funder = &dataset.programme(own).funder;
    keys(dataset.programmes().len())
        .filter(|&key| key != own && dataset.programme(key).funder == *funder)
        .map(Record::Programme)
        .collect()
}

/// The clusters that belong or belonged to a programme.
fn members(dataset: &Dataset, programme: &Programme) -> Vec<Record> {
    let id = programme.id.as_str();
    let is_member = |key: &ClusterKey| dataset.cluster(*key).memberships.iter().any(|own| **own == *id);
    keys(dataset.clusters().len())
        .filter(is_member)
        .map(Record::Cluster)
        .collect()
}

/// Published figures about a programme, with their sources.
fn key_figures(store: Store, key: ProgrammeKey) -> Vec<Element> {
    let language = store.language();
    let figures = store.atlas().dataset.key_figures().iter();
    let own = figures.filter(|figure| figure.programme == Some(key));
    let items: Vec<Element> = own
        .map(|figure| {
            el("li")
                .child(el("strong").text(&value(figure, language)))
                .text(" ")
                .text(figure.label.get(language))
                .child(
                    el("p")
                        .class("detail-panel__note")
                        .child(source_title(store, &figure.source)),
                )
        })
        .collect();
    if items.is_empty() {
        return items;
    }
    vec![
        subheading(store.texts().figures().published),
        list("detail-panel__records", items),
    ]
}
