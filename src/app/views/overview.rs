//! The selection at a glance: the most frequent partner countries and clusters.

use clusteratlas_core::domain::cluster::ClusterKey;
use clusteratlas_core::locale::format::number;
use clusteratlas_core::query::selection::Record;
use leptos::prelude::*;

use crate::store::Store;

use super::parts::record_link::RecordLink;

/// Rows of each ranking.
const ROWS: usize = 8;

/// The rankings, where no record is open.
#[component]
pub fn Overview() -> impl IntoView {
    let store = expect_context::<Store>();
    let countries = move || {
        let summary = store.summary.get();
        let atlas = store.atlas();
        let name = |key| atlas.dataset.country(key).name.get(store.language()).to_string();
        let rows = summary.countries.iter().take(ROWS);
        rows.map(|&(key, count)| (Record::Country(key), name(key), count))
            .collect::<Vec<_>>()
    };
    let clusters = move || {
        let summary = store.summary.get();
        let atlas = store.atlas();
        let name = |key: ClusterKey| atlas.dataset.cluster(key).label().to_owned();
        let rows = summary.clusters.iter().take(ROWS);
        rows.map(|&(key, count)| (Record::Cluster(key), name(key), count))
            .collect::<Vec<_>>()
    };
    view! {
        <aside class="overview" aria-labelledby="overview-heading">
            <h2 class="overview__heading" id="overview-heading">{move || store.texts().at_a_glance}</h2>
            <h3 class="overview__subheading">{move || store.texts().partner_countries}</h3>
            {move || ranking(store, countries())}
            <h3 class="overview__subheading">{move || store.texts().clusters_heading}</h3>
            {move || ranking(store, clusters())}
            <p class="overview__note">{move || store.texts().not_complete}</p>
        </aside>
    }
}

fn ranking(store: Store, rows: Vec<(Record, String, u32)>) -> impl IntoView {
    let greatest = rows.iter().map(|&(_, _, count)| count).max().unwrap_or(1);
    let row = |(record, name, count): (Record, String, u32)| {
        let part = format!("{}%", 100.0 * f64::from(count) / f64::from(greatest));
        view! {
            <li class="overview__row">
                <RecordLink record name />
                <span class="overview__count">{number(count.into(), store.language())}</span>
                <span class="overview__bar" style:width=part aria-hidden="true"></span>
            </li>
        }
    };
    view! { <ol class="overview__ranking">{rows.into_iter().map(row).collect_view()}</ol> }
}
