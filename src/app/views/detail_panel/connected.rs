//! Links to what a record is related to.

use clusteratlas_core::domain::id::Key;
use clusteratlas_core::locale::format::number;
use clusteratlas_core::naming::record_name;
use clusteratlas_core::query::related::Related;
use clusteratlas_core::query::selection::Record;
use leptos::prelude::*;

use crate::browser::dom::{Element, button, el, list, span};
use crate::store::Store;
use crate::views::parts::record_link::record_link;

use super::facts::Facts;

/// So many links are shown at first.
const FEW: usize = 8;

/// A record with the number of cooperations that it shares with the open one, if it is one of these that relates both.
type Link = (Record, Option<u32>);

/// What the cooperations of the present selection relate a record to.
pub(super) fn connected(store: Store, record: Record) -> Element {
    let atlas = store.atlas();
    let related = store
        .matches
        .with(|matches| Related::of(&atlas.dataset, &atlas.index, record, &matches.cooperations));
    let (all, texts) = (store.texts(), store.texts().details());
    let mut facts = Facts::new();
    let mut add = |name: &str, own: Vec<Link>| {
        if !own.is_empty() {
            facts.fact(name, links(store, own));
        }
    };
    let clusters = with_numbers(&related.clusters, Record::Cluster);
    let countries = with_numbers(&related.countries, Record::Country);
    let places = with_numbers(&related.places, Record::Place);
    let programmes = with_numbers(&related.programmes, Record::Programme);
    match record {
        Record::Cluster(_) => {
            add(all.partner_countries, countries);
            add(texts.places, places);
            add(texts.further_clusters, clusters);
            add(texts.programmes, programmes);
        }
        Record::Country(_) => {
            add(texts.clusters, clusters);
            add(texts.places, places);
            add(texts.further_countries, countries);
            add(texts.programmes, programmes);
        }
        Record::Place(_) => {
            add(texts.clusters, clusters);
            add(texts.programmes, programmes);
        }
        // Its own clusters have a list of their own.
        Record::State(_) => {
            add(all.partner_countries, countries);
            add(texts.programmes, programmes);
        }
        Record::Programme(_) => {
            add(texts.clusters, clusters);
            add(all.partner_countries, countries);
        }
        // Its parts are its facts.
        Record::Cooperation(_) => {}
    }
    facts.done()
}

fn with_numbers<T>(ranked: &[(Key<T>, u32)], record: fn(Key<T>) -> Record) -> Vec<Link> {
    ranked
        .iter()
        .map(|&(key, number)| (record(key), Some(number)))
        .collect()
}

/// Links to records; where they are many, a button shows all of them.
pub(super) fn links(store: Store, links: Vec<Link>) -> Vec<Element> {
    let (texts, language) = (store.texts(), store.language());
    let total = links.len();
    // One more takes no more room than the button.
    let is_long = total > FEW + 1;
    let unabridged = RwSignal::new(!is_long);
    let item = |(position, (record, count)): (usize, Link)| {
        let dataset = &store.atlas().dataset;
        let name = match record {
            // Full names fill a line each.
            Record::Cluster(key) => dataset.cluster(key).label(),
            _ => record_name(dataset, record, language),
        };
        let count = count.map(|count| span("detail-panel__count").text(&number(count.into(), language)));
        let item = el("li")
            .child(record_link(store, record, name))
            .children(count.into_iter().collect());
        if is_long && position >= FEW {
            item.live_flag("hidden", move || !unabridged.get())
        } else {
            item
        }
    };
    let items = links.into_iter().enumerate().map(item);
    let mut parts = vec![list("detail-panel__related", items)];
    if is_long {
        let words = move || {
            if unabridged.get() {
                texts.show_fewer_options.to_owned()
            } else {
                (texts.show_all_options)(total)
            }
        };
        let more = button("detail-panel__more")
            .live_state("aria-expanded", move || unabridged.get())
            .live_text(words)
            .on_click(move || unabridged.update(|unabridged| *unabridged = !*unabridged));
        parts.push(more);
    }
    parts
}
