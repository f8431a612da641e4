//! A cluster in the detail panel.

use clusteratlas_core::dataset::details::DetailsOf;
use clusteratlas_core::domain::cluster::{Cluster, ClusterKey};
use clusteratlas_core::query::selection::Record;
use leptos::prelude::*;

use crate::store::Store;
use crate::views::parts::record_link::RecordLink;

use super::facts::{fact, facts, heading, themes, web_link};
use super::related::cooperations;
use super::sources::{sources, summary};

/// The membership that is recorded without a programme of its own.
const NRW_LANDESCLUSTER: &str = "nrw-landescluster";

pub(super) fn body(store: Store, key: ClusterKey) -> impl IntoView {
    let atlas = store.atlas();
    let cluster = atlas.dataset.cluster(key);
    let (texts, language) = (store.texts(), store.language());
    let id = DetailsOf::Cluster(cluster.id.as_str());
    let mut rows = vec![fact(texts.seat, seat(store, cluster))];
    rows.push(fact(
        texts.themes,
        themes(&atlas.dataset, &cluster.themes, language),
    ));
    if !cluster.memberships.is_empty() {
        rows.push(fact(texts.memberships, memberships(store, cluster)));
    }
    if !cluster.aliases.is_empty() {
        rows.push(fact(texts.also_known_as, cluster.aliases.join(" · ")));
    }
    if let Some(url) = &cluster.website {
        rows.push(fact(texts.website, web_link(store, url, url.to_string())));
    }
    view! {
        {heading(texts.kind_cluster, cluster.name.to_string())}
        {summary(store, id)}
        {facts(rows)}
        {cooperations(store, Record::Cluster(key))}
        {sources(store, id)}
    }
}

/// City and state, or honest words where they are not known.
fn seat(store: Store, cluster: &Cluster) -> impl IntoView + use<> {
    let texts = store.texts();
    let state = cluster.state.map(|state| {
        let name = state.name(store.language());
        view! { <RecordLink record=Record::State(state) name /> }
    });
    match (&cluster.seat, state) {
        (Some(seat), Some(state)) => view! { <span>{seat.city.to_string()}", "{state}</span> }.into_any(),
        (Some(seat), None) => view! { <span>{seat.city.to_string()}</span> }.into_any(),
        (None, Some(state)) => view! {
            <span>{state}</span>
            <p class="detail-panel__note">{texts.seat_unknown}</p>
        }
        .into_any(),
        (None, None) => view! { <p class="detail-panel__note">{texts.state_unknown}</p> }.into_any(),
    }
}

fn memberships(store: Store, cluster: &Cluster) -> impl IntoView + use<> {
    let atlas = store.atlas();
    let dataset = &atlas.dataset;
    let item = |id: &str| match dataset.programme_by_id(id) {
        Some(key) => {
            let name = dataset.programme(key).name.get(store.language()).to_string();
            view! { <li><RecordLink record=Record::Programme(key) name /></li> }.into_any()
        }
        None if id == NRW_LANDESCLUSTER => view! { <li>{store.texts().nrw_landescluster}</li> }.into_any(),
        None => view! { <li>{id.to_owned()}</li> }.into_any(),
    };
    view! {
        <ul class="detail-panel__records">{cluster.memberships.iter().map(|id| item(id)).collect_view()}</ul>
        <p class="detail-panel__note">{store.texts().membership_note}</p>
    }
}
