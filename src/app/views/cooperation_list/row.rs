//! A row of the table: one cooperation.

use clusteratlas_core::dataset::Dataset;
use clusteratlas_core::domain::cooperation::{Cooperation, CooperationKey};
use clusteratlas_core::domain::localized::Language;
use clusteratlas_core::domain::place::PlaceKey;
use clusteratlas_core::locale::format::{self, years};
use clusteratlas_core::locale::texts;
use clusteratlas_core::order::insert;
use clusteratlas_core::query::selection::Record;
use clusteratlas_core::query::side::Side;

use crate::browser::dom::{Element, el, list, sign, span};
use crate::store::Store;
use crate::views::parts::field_mark::themes;
use crate::views::parts::record_link::record_link;

/// A row in a language; where there are two selections, it says in which it is.
pub(super) fn row(store: Store, key: CooperationKey, side: Option<Side>, language: Language) -> Element {
    let texts = texts(language);
    let dataset = &store.atlas().dataset;
    let cooperation = dataset.cooperation(key);
    let programme = cooperation.programme.map_or_else(
        || unknown(texts.programme_not_stated),
        |key| {
            record_link(
                store,
                Record::Programme(key),
                dataset.programme(key).name.get(language),
            )
        },
    );
    let term =
        years(cooperation.period).map_or_else(|| unknown(texts.no_date), |years| el("span").text(&years));
    let title = record_link(store, Record::Cooperation(key), cooperation.title.get(language));
    let heading = el("th")
        .class("cooperation-list__title")
        .attr("scope", "row")
        .attr("role", "rowheader")
        .attr("data-label", texts.column_title);
    let cell = |name: &str, content: Element| {
        let cell = el("td").attr("role", "cell").attr("data-label", name);
        cell.child(content)
    };
    let themes = themes(
        dataset,
        &cooperation.themes,
        "cooperation-list__items cooperation-list__themes",
        language,
    );
    el("tr")
        .class("cooperation-list__row")
        .attr("role", "row")
        .child(match side {
            Some(side) => heading.child(title).child(side_sign(side, language)),
            None => heading.child(title),
        })
        .child(cell(
            texts.column_clusters,
            clusters(store, cooperation, texts.no_cluster),
        ))
        .child(cell(
            texts.column_partners,
            partners(store, cooperation, language),
        ))
        .child(cell(texts.column_themes, themes))
        .child(cell(texts.column_programme, programme))
        .child(cell(texts.column_period, term).class("cooperation-list__term"))
}

/// The lines of the map in which a cooperation is drawn, and what they mean.
fn side_sign(side: Side, language: Language) -> Element {
    let lines = span("cooperation-list__side");
    let line = |style: &str| sign(&format!("comparison__line comparison__line--{style}"));
    let lines = match side {
        Side::Own => lines.child(line("own")),
        Side::Other => lines.child(line("other")),
        Side::Both => lines.child(line("own")).child(line("other")),
    };
    lines.child(span("").text(texts(language).comparison.sides[side as usize]))
}

fn unknown(words: &str) -> Element {
    span("cooperation-list__unknown").text(words)
}

fn clusters(store: Store, cooperation: &Cooperation, none: &str) -> Element {
    if cooperation.clusters.is_empty() {
        return unknown(none);
    }
    let item = |&key| {
        let name = store.atlas().dataset.cluster(key).label();
        el("li").child(record_link(store, Record::Cluster(key), name))
    };
    list("cooperation-list__items", cooperation.clusters.iter().map(item))
}

/// Places with their countries, each once.
fn partners(store: Store, cooperation: &Cooperation, language: Language) -> Element {
    let dataset = &store.atlas().dataset;
    let mut places: Vec<PlaceKey> = Vec::new();
    for partner in &cooperation.partners {
        insert(&mut places, partner.place);
    }
    let item = |key| place_link(store, el("li"), dataset, key, language);
    list("cooperation-list__items", places.into_iter().map(item))
}

/// A place and its country, where that has another name, as further parts of an element.
pub fn place_link(
    store: Store,
    parent: Element,
    dataset: &Dataset,
    key: PlaceKey,
    language: Language,
) -> Element {
    let place = dataset.place(key);
    let name = &**place.name.get(language);
    let parent = parent.child(record_link(store, Record::Place(key), name));
    let country = place
        .country
        .map(|key| &**dataset.country(key).name.get(language));
    match country.filter(|&country| country != name) {
        Some(country) => parent.text(", ").text(country),
        None => parent,
    }
}

/// The years of a cooperation for narrow places, or words that there is no date.
pub fn term_in_short(cooperation: &Cooperation, no_date: &'static str) -> String {
    format::years(cooperation.period).unwrap_or_else(|| no_date.to_owned())
}
