//! Cooperations and clusters that belong to a record.

use clusteratlas_core::domain::cluster::ClusterKey;
use clusteratlas_core::domain::cooperation::CooperationKey;
use clusteratlas_core::query::selection::Record;
use leptos::prelude::*;

use crate::store::Store;
use crate::views::cooperation_list::term_in_short;
use crate::views::parts::record_link::RecordLink;

/// The most cooperations that are listed; the table has them all.
const MAX_LISTED: usize = 200;

/// The cooperations of a record: those of the present selection, and how many there are in all.
pub(super) fn cooperations(store: Store, record: Record) -> impl IntoView {
    let atlas = store.atlas();
    let dataset = &atlas.dataset;
    let mut own = atlas.index.touching(dataset, record);
    let all = own.count() as usize;
    store.matches.with(|matches| own.meet(&matches.cooperations));
    let texts = store.texts();
    if all == 0 {
        return view! { <p class="detail-panel__note">{texts.no_known_cooperation}</p> }.into_any();
    }
    let item = |key: CooperationKey| {
        let cooperation = dataset.cooperation(key);
        let name = cooperation.title.get(store.language()).to_string();
        view! {
            <li>
                <RecordLink record=Record::Cooperation(key) name />
                <span class="detail-panel__term">{term_in_short(cooperation, texts.no_date)}</span>
            </li>
        }
    };
    let items = atlas
        .index
        .latest_first(&own)
        .take(MAX_LISTED)
        .map(item)
        .collect_view();
    view! {
        <h3 class="detail-panel__subheading">{(texts.cooperations_heading)(own.count() as usize, all)}</h3>
        <ul class="detail-panel__cooperations">{items}</ul>
    }
    .into_any()
}

/// Clusters by name.
pub(super) fn clusters(store: Store, keys: &[ClusterKey]) -> impl IntoView + use<> {
    let atlas = store.atlas();
    let item = |&key: &ClusterKey| {
        let name = atlas.dataset.cluster(key).name.to_string();
        view! { <li><RecordLink record=Record::Cluster(key) name /></li> }
    };
    view! { <ul class="detail-panel__records">{keys.iter().map(item).collect_view()}</ul> }
}
