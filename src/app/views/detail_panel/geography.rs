//! Places, countries and German states in the detail panel.

use clusteratlas_core::dataset::Dataset;
use clusteratlas_core::domain::cluster::ClusterKey;
use clusteratlas_core::domain::country::CountryKey;
use clusteratlas_core::domain::federal_state::FederalState;
use clusteratlas_core::domain::id::Key;
use clusteratlas_core::domain::place::{PlaceKey, Precision};
use clusteratlas_core::query::facet::Facet;
use clusteratlas_core::query::selection::Record;
use leptos::prelude::*;

use crate::store::Store;
use crate::views::parts::record_link::RecordLink;

use super::facts::{fact, facts, filter_button, heading};
use super::related::{clusters, cooperations};

pub(super) fn place(store: Store, key: PlaceKey) -> impl IntoView {
    let atlas = store.atlas();
    let place = atlas.dataset.place(key);
    let (texts, language) = (store.texts(), store.language());
    let (kind, note) = match place.precision {
        Precision::City => (texts.kind_place, None),
        Precision::Region => (texts.kind_region, Some(texts.precision_region)),
        Precision::Country => (texts.kind_country, Some(texts.precision_country)),
    };
    let country = place.country.map(|key| {
        let name = atlas.dataset.country(key).name.get(language).to_string();
        fact(
            texts.country,
            view! { <RecordLink record=Record::Country(key) name /> },
        )
    });
    let state = place.state.map(|state| {
        let name = state.name(language);
        fact(
            texts.federal_state,
            view! { <RecordLink record=Record::State(state) name /> },
        )
    });
    view! {
        {heading(kind, place.name.get(language).to_string())}
        {note.map(|note| view! { <p class="detail-panel__note">{note}</p> })}
        {facts(country.into_iter().chain(state).collect())}
        {cooperations(store, Record::Place(key))}
    }
}

pub(super) fn country(store: Store, key: CountryKey) -> impl IntoView {
    let dataset = &store.atlas().dataset;
    let country = dataset.country(key);
    let name = country.name.get(store.language()).to_string();
    let stateless = (key == dataset.germany()).then(|| {
        view! {
            <h3 class="detail-panel__subheading">{store.texts().clusters_without_state}</h3>
            {clusters(store, &clusters_in(dataset, None))}
        }
    });
    view! {
        {heading(store.texts().kind_country, name.clone())}
        {filter_button(store, Facet::Country, country.code.to_string(), name)}
        {stateless}
        {cooperations(store, Record::Country(key))}
    }
}

pub(super) fn state(store: Store, state: FederalState) -> impl IntoView {
    let name = state.name(store.language()).to_owned();
    let own = clusters_in(&store.atlas().dataset, Some(state));
    view! {
        {heading(store.texts().kind_state, name.clone())}
        {filter_button(store, Facet::State, state.code().to_owned(), name)}
        <h3 class="detail-panel__subheading">{(store.texts().clusters)(own.len())}</h3>
        {clusters(store, &own)}
        {cooperations(store, Record::State(state))}
    }
}

/// The clusters of a state, or those without one.
fn clusters_in(dataset: &Dataset, state: Option<FederalState>) -> Vec<ClusterKey> {
    (0_u32..)
        .zip(dataset.clusters())
        .filter(|(_, cluster)| cluster.state == state)
        .map(|(position, _)| Key::new(position))
        .collect()
}
