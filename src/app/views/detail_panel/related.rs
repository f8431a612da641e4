//! Cooperations and clusters that belong to a record.

use clusteratlas_core::domain::cluster::ClusterKey;
use clusteratlas_core::domain::cooperation::CooperationKey;
use clusteratlas_core::query::selection::Record;
use leptos::prelude::*;

use crate::browser::dom::{Element, el, list, span};
use crate::store::Store;
use crate::views::cooperation_list::row::term_in_short;
use crate::views::parts::record_link::record_link;

use super::facts::{note, subheading};

/// The most cooperations that are listed; the table has them all.
const MAX_LISTED: usize = 200;

/// The cooperations of a record: those of the present selection, and how many there are in all.
pub(super) fn cooperations(store: Store, record: Record) -> Vec<Element> {
    let atlas = store.atlas();
    let dataset = &atlas.dataset;
    let mut own = atlas.index.touching(dataset, record);
    let all = own.count() as usize;
    store.matches.with(|matches| own.meet(&matches.cooperations));
    let texts = store.texts();
    if all == 0 {
        return vec![note(texts.no_known_cooperation)];
    }
    let item = |key: CooperationKey| {
        let cooperation = dataset.cooperation(key);
        let term = span("detail-panel__term").text(&term_in_short(cooperation, texts.no_date));
        let name = cooperation.title.get(store.language());
        el("li")
            .child(record_link(store, Record::Cooperation(key), name))
            .child(term)
    };
    let items = atlas.index.latest_first(&own).take(MAX_LISTED).map(item);
    vec![
        subheading(&(texts.cooperations_heading)(own.count() as usize, all)),
        list("detail-panel__cooperations", items),
    ]
}

/// Clusters by name.
pub(super) fn clusters(store: Store, keys: &[ClusterKey]) -> Element {
    let item = |&key: &ClusterKey| {
        let name = &*store.atlas().dataset.cluster(key).name;
        el("li").child(record_link(store, Record::Cluster(key), name))
    };
    list("detail-panel__records", keys.iter().map(item))
}
