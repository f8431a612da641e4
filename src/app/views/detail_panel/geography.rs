//! Places, countries and German states in the detail panel.

use clusteratlas_core::dataset::Dataset;
use clusteratlas_core::domain::cluster::ClusterKey;
use clusteratlas_core::domain::country::CountryKey;
use clusteratlas_core::domain::federal_state::FederalState;
use clusteratlas_core::domain::id::Key;
use clusteratlas_core::domain::place::{PlaceKey, Precision};
use clusteratlas_core::query::facet::Facet;
use clusteratlas_core::query::selection::Record;

use crate::browser::dom::Element;
use crate::store::Store;
use crate::views::parts::record_link::record_link;

use super::connected::connected;
use super::facts::{Facts, brief_button, filter_button, heading, note, subheading};
use super::related::{clusters, cooperations};

pub(super) fn place(store: Store, key: PlaceKey) -> Vec<Element> {
    let dataset = &store.atlas().dataset;
    let place = dataset.place(key);
    let (texts, language) = (store.texts(), store.language());
    let (kind, remark) = match place.precision {
        Precision::City => (texts.kind_place, None),
        Precision::Region => (texts.kind_region, Some(texts.precision_region)),
        Precision::Country => (texts.kind_country, Some(texts.precision_country)),
    };
    let mut facts = Facts::new();
    if let Some(key) = place.country {
        let name = dataset.country(key).name.get(language);
        facts.fact(
            texts.country,
            vec![record_link(store, Record::Country(key), name)],
        );
    }
    if let Some(state) = place.state {
        let name = state.name(language);
        facts.fact(
            texts.federal_state,
            vec![record_link(store, Record::State(state), name)],
        );
    }
    let mut body = heading(kind, place.name.get(language));
    body.extend(remark.map(note));
    body.extend([facts.done(), connected(store, Record::Place(key))]);
    body.extend(cooperations(store, Record::Place(key)));
    body
}

pub(super) fn country(store: Store, key: CountryKey) -> Vec<Element> {
    let dataset = &store.atlas().dataset;
    let country = dataset.country(key);
    let name = country.name.get(store.language());
    let mut body = heading(store.texts().kind_country, name);
    body.push(filter_button(
        store,
        Facet::Country,
        &country.code.to_string(),
        name,
    ));
    body.push(brief_button(store));
    if key == dataset.germany() {
        body.push(subheading(store.texts().clusters_without_state));
        body.push(clusters(store, &clusters_in(dataset, None)));
    }
    body.push(connected(store, Record::Country(key)));
    body.extend(cooperations(store, Record::Country(key)));
    body
}

pub(super) fn state(store: Store, state: FederalState) -> Vec<Element> {
    let name = state.name(store.language());
    let own = clusters_in(&store.atlas().dataset, Some(state));
    let mut body = heading(store.texts().kind_state, name);
    body.push(filter_button(store, Facet::State, state.code(), name));
    body.push(brief_button(store));
    body.push(subheading(&(store.texts().clusters)(own.len())));
    body.push(clusters(store, &own));
    body.push(connected(store, Record::State(state)));
    body.extend(cooperations(store, Record::State(state)));
    body
}

/// The clusters of a state, or those without one.
fn clusters_in(dataset: &Dataset, state: Option<FederalState>) -> Vec<ClusterKey> {
    (0_u32..)
        .zip(dataset.clusters())
        .filter(|(_, cluster)| cluster.state == state)
        .map(|(position, _)| Key::new(position))
        .collect()
}
