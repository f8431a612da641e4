//! A cluster in the detail panel.

use clusteratlas_core::dataset::details::DetailsOf;
use clusteratlas_core::domain::cluster::{Cluster, ClusterKey};
use clusteratlas_core::query::selection::Record;

use crate::browser::dom::{Element, el, list};
use crate::store::Store;
use crate::views::parts::field_mark::themes;
use crate::views::parts::record_link::record_link;
use crate::views::parts::source::web_link;

use super::connected::connected;
use super::facts::{Facts, brief_button, heading, note};
use super::related::cooperations;
use super::sources::{sources, summary};

/// The membership that is recorded without a programme of its own.
const NRW_LANDESCLUSTER: &str = "nrw-landescluster";

pub(super) fn body(store: Store, key: ClusterKey) -> Vec<Element> {
    let dataset = &store.atlas().dataset;
    let cluster = dataset.cluster(key);
    let (texts, language) = (store.texts(), store.language());
    let id = DetailsOf::Cluster(cluster.id.as_str());
    let mut facts = Facts::new();
    facts.fact(texts.seat, seat(store, cluster));
    facts.fact(
        texts.themes,
        vec![themes(dataset, &cluster.themes, "detail-panel__themes", language)],
    );
    if !cluster.memberships.is_empty() {
        facts.fact(texts.memberships, memberships(store, cluster));
    }
    if !cluster.aliases.is_empty() {
        facts.words(texts.also_known_as, &cluster.aliases.join(" · "));
    }
    if let Some(url) = &cluster.website {
        facts.fact(texts.website, vec![web_link(store, url, url)]);
    }
    let mut body = heading(texts.kind_cluster, &cluster.name);
    body.extend([
        summary(store, id),
        facts.done(),
        brief_button(store),
        connected(store, Record::Cluster(key)),
    ]);
    body.extend(cooperations(store, Record::Cluster(key)));
    body.push(sources(store, id));
    body
}

/// City and state, or honest words where they are not known.
fn seat(store: Store, cluster: &Cluster) -> Vec<Element> {
    let texts = store.texts();
    let state = cluster
        .state
        .map(|state| record_link(store, Record::State(state), state.name(store.language())));
    match (&cluster.seat, state) {
        (Some(seat), Some(state)) => vec![el("span").text(&seat.city).text(", ").child(state)],
        (Some(seat), None) => vec![el("span").text(&seat.city)],
        (None, Some(state)) => vec![state, note(texts.seat_unknown)],
        (None, None) => vec![note(texts.state_unknown)],
    }
}

fn memberships(store: Store, cluster: &Cluster) -> Vec<Element> {
    let dataset = &store.atlas().dataset;
    let item = |id: &str| match dataset.programme_by_id(id) {
        Some(key) => {
            let name = dataset.programme(key).name.get(store.language());
            el("li").child(record_link(store, Record::Programme(key), name))
        }
        None if id == NRW_LANDESCLUSTER => el("li").text(store.texts().nrw_landescluster),
        None => el("li").text(id),
    };
    let items = cluster.memberships.iter().map(|id| item(id));
    vec![
        list("detail-panel__records", items),
        note(store.texts().membership_note),
    ]
}
