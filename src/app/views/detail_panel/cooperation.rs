//! A cooperation in the detail panel.

use clusteratlas_core::dataset::details::DetailsOf;
use clusteratlas_core::domain::cooperation::{Cooperation, CooperationKey, Partner};
use clusteratlas_core::locale::format::{funding, period};
use clusteratlas_core::query::selection::Record;

use crate::browser::dom::{Element, el, list, span};
use crate::store::Store;
use crate::views::cooperation_list::row::place_link;
use crate::views::parts::field_mark::themes;
use crate::views::parts::funding_reference::funding_reference;
use crate::views::parts::record_link::record_link;

use super::facts::{Facts, heading, note};
use super::related::clusters;
use super::sources::{sources, summary};

pub(super) fn body(store: Store, key: CooperationKey) -> Vec<Element> {
    let cooperation = store.atlas().dataset.cooperation(key);
    let id = DetailsOf::Cooperation(cooperation.id.as_str());
    let mut body = heading(
        store.texts().kind_cooperation,
        cooperation.title.get(store.language()),
    );
    body.extend([
        summary(store, id),
        facts(store, cooperation).done(),
        sources(store, id),
    ]);
    body
}

fn facts(store: Store, cooperation: &Cooperation) -> Facts {
    let dataset = &store.atlas().dataset;
    let (texts, language) = (store.texts(), store.language());
    let mut facts = Facts::new();
    if cooperation.clusters.is_empty() {
        facts.words(texts.column_clusters, texts.no_cluster);
    } else {
        facts.fact(
            texts.column_clusters,
            vec![clusters(store, &cooperation.clusters)],
        );
    }
    facts.fact(texts.partners, vec![partners(store, cooperation)]);
    if let Some(key) = cooperation.programme {
        let name = dataset.programme(key).name.get(language);
        facts.fact(
            texts.programme,
            vec![record_link(store, Record::Programme(key), name)],
        );
    } else {
        facts.words(texts.programme, texts.programme_not_stated);
    }
    facts.fact(
        texts.themes,
        vec![themes(
            dataset,
            &cooperation.themes,
            "detail-panel__themes",
            language,
        )],
    );
    let kinds: Vec<&str> = cooperation
        .kinds
        .iter()
        .map(|&key| &**dataset.kind(key).name.get(language))
        .collect();
    facts.words(texts.kind, &kinds.join(", "));
    match period(cooperation.period, language) {
        Some(term) => facts.words(texts.term, &term),
        None => facts.words(texts.term, texts.no_date),
    }
    if let Some(reference) = &cooperation.funding_reference {
        facts.fact(
            texts.funding_reference,
            vec![funding_reference(store, "", reference)],
        );
    }
    if let Some(amount) = cooperation.funding {
        let words = el("span").text(&funding(amount, language));
        facts.fact(texts.funding, vec![words, note(texts.funding_note)]);
    }
    if let Some(coordinator) = &cooperation.coordinator {
        facts.words(texts.coordinator, coordinator);
    }
    facts
}

fn partners(store: Store, cooperation: &Cooperation) -> Element {
    let (dataset, texts) = (&store.atlas().dataset, store.texts());
    let item = |partner: &Partner| {
        let organisation = partner
            .organisation
            .as_deref()
            .unwrap_or(texts.organisation_unknown);
        let item = el("li").child(span("detail-panel__organisation").text(organisation));
        place_link(store, item, dataset, partner.place, store.language())
    };
    list("detail-panel__records", cooperation.partners.iter().map(item))
}
