//! A cooperation in the detail panel.

use clusteratlas_core::dataset::Dataset;
use clusteratlas_core::dataset::details::DetailsOf;
use clusteratlas_core::domain::cooperation::{Cooperation, CooperationKey, Partner};
use clusteratlas_core::locale::format::{funding, period};
use clusteratlas_core::query::selection::Record;
use leptos::prelude::*;

use crate::store::Store;
use crate::views::parts::record_link::RecordLink;

use super::facts::{fact, facts, heading, themes};
use super::related::clusters;
use super::sources::{sources, summary};

pub(super) fn body(store: Store, key: CooperationKey) -> impl IntoView {
    let atlas = store.atlas();
    let cooperation = atlas.dataset.cooperation(key);
    let id = DetailsOf::Cooperation(cooperation.id.as_str());
    view! {
        {heading(store.texts().kind_cooperation, cooperation.title.get(store.language()).to_string())}
        {summary(store, id)}
        {facts(rows(store, &atlas.dataset, cooperation))}
        {sources(store, id)}
    }
}

fn rows(store: Store, dataset: &Dataset, cooperation: &Cooperation) -> Vec<AnyView> {
    let (texts, language) = (store.texts(), store.language());
    let term = period(cooperation.period, language).unwrap_or_else(|| texts.no_date.to_owned());
    let own_clusters = if cooperation.clusters.is_empty() {
        view! { <span>{texts.no_cluster}</span> }.into_any()
    } else {
        clusters(store, &cooperation.clusters).into_any()
    };
    let programme = cooperation.programme.map_or_else(
        || view! { <span>{texts.programme_not_stated}</span> }.into_any(),
        |key| {
            let name = dataset.programme(key).name.get(language).to_string();
            view! { <RecordLink record=Record::Programme(key) name /> }.into_any()
        },
    );
    let kinds: Vec<&str> = cooperation
        .kinds
        .iter()
        .map(|&key| &**dataset.kind(key).name.get(language))
        .collect();
    let mut rows = vec![
        fact(texts.column_clusters, own_clusters),
        fact(texts.partners, partners(store, dataset, cooperation)),
        fact(texts.programme, programme),
        fact(texts.themes, themes(dataset, &cooperation.themes, language)),
        fact(texts.kind, kinds.join(", ")),
        fact(texts.term, term),
    ];
    if let Some(reference) = &cooperation.funding_reference {
        rows.push(fact(texts.funding_reference, reference.to_string()));
    }
    if let Some(amount) = cooperation.funding {
        let words = funding(amount, language);
        rows.push(fact(
            texts.funding,
            view! { {words} <p class="detail-panel__note">{texts.funding_note}</p> },
        ));
    }
    if let Some(coordinator) = &cooperation.coordinator {
        rows.push(fact(texts.coordinator, coordinator.to_string()));
    }
    rows
}

fn partners(store: Store, dataset: &Dataset, cooperation: &Cooperation) -> impl IntoView + use<> {
    let (texts, language) = (store.texts(), store.language());
    let item = |partner: &Partner| {
        let place = dataset.place(partner.place);
        let name = place.name.get(language);
        let country = place.country.map(|key| dataset.country(key).name.get(language));
        let country = country
            .filter(|country| *country != name)
            .map(|country| format!(", {country}"));
        let organisation = partner
            .organisation
            .as_deref()
            .unwrap_or(texts.organisation_unknown)
            .to_owned();
        view! {
            <li>
                <span class="detail-panel__organisation">{organisation}</span>
                <RecordLink record=Record::Place(partner.place) name=name.to_string() />
                {country}
            </li>
        }
    };
    view! { <ul class="detail-panel__records">{cooperation.partners.iter().map(item).collect_view()}</ul> }
}
