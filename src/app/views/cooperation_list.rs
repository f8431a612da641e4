//! The selection as a table, one row for each cooperation; cards where the page is narrow.

use clusteratlas_core::dataset::Dataset;
use clusteratlas_core::domain::cooperation::{Cooperation, CooperationKey};
use clusteratlas_core::domain::localized::Language;
use clusteratlas_core::domain::place::PlaceKey;
use clusteratlas_core::locale::format::{self, years};
use clusteratlas_core::locale::texts;
use clusteratlas_core::locale::texts::Texts;
use clusteratlas_core::order::insert;
use clusteratlas_core::permalink::view_state::View;
use clusteratlas_core::query::selection::Record;
use leptos::prelude::*;

use crate::browser::dom::{Element, button, el, keep, list, span};
use crate::browser::frame::Calm;
use crate::browser::listener::on_sight;
use crate::store::Store;

use super::parts::field_mark::themes;
use super::parts::record_link::record_link;

/// Rows that are shown at first: under the map a glance, in a view of their own a page.
const FIRST_ROWS: [(View, usize); 2] = [(View::Map, 12), (View::List, 50)];

/// Rows that are added at a time.
const MORE_ROWS: usize = 500;

/// The columns: what they are called.
const COLUMNS: [fn(&Texts) -> &'static str; 6] = [
    |texts| texts.column_title,
    |texts| texts.column_clusters,
    |texts| texts.column_partners,
    |texts| texts.column_themes,
    |texts| texts.column_programme,
    |texts| texts.column_period,
];

/// The table of the matches.
pub fn cooperation_list(store: Store) -> Element {
    let language = store.session.language;
    let shown = RwSignal::new(0);
    keep(move || {
        store.matches.track();
        let view = store.session.view.get();
        let first = FIRST_ROWS.iter().find(|(own, _)| *own == view);
        shown.set(first.map_or(MORE_ROWS, |&(_, rows)| rows));
    });
    let total = move || store.matches.with(|matches| matches.number);
    let caption = move || (store.texts().table_caption)(shown.get().min(total()), total());
    let rest = move || total().saturating_sub(shown.get()).min(MORE_ROWS);
    let headings = COLUMNS.map(|words| {
        let heading = el("th").attr("scope", "col").attr("role", "columnheader");
        heading.words(language, words)
    });
    let body = el("tbody").attr("role", "rowgroup");
    let table = el("table")
        .class("cooperation-list__table")
        .attr("role", "table")
        .child(
            el("caption")
                .class("cooperation-list__caption")
                .live_text(caption),
        )
        .child(
            el("thead")
                .attr("role", "rowgroup")
                .child(el("tr").attr("role", "row").children(headings.into())),
        )
        .child(body.clone());
    let more = button("cooperation-list__more")
        .live_flag("hidden", move || rest() == 0)
        .live_text(move || (store.texts().show_more_rows)(rest()))
        .on_click(move || shown.update(|shown| *shown += MORE_ROWS));
    let heading = el("h2").class("cooperation-list__heading").id("results-heading");
    keep_rows(store, body, shown);
    el("section")
        .class("cooperation-list")
        .id("results")
        .attr("aria-labelledby", "results-heading")
        .attr("tabindex", "-1")
        .child(heading.words(language, |texts| texts.results))
        .child(table)
        .child(more)
}

/// Keeps the rows in step: at once while they are on the screen; below it, what is on the screen goes first and they
/// follow when the filters have been left alone for a moment.
fn keep_rows(store: Store, body: Element, shown: RwSignal<usize>) {
    let seen = RwSignal::new(true);
    let later = Calm::default();
    let waiting = later.clone();
    on_sight(body.node(), move |sight| {
        seen.set(sight);
        if sight {
            waiting.hurry();
        }
    });
    keep(move || {
        let (matches, shown, language) = (store.matches.get(), shown.get(), store.language());
        let body = body.clone();
        later.ask(move || {
            let sorted = store.atlas().index.latest_first(&matches.cooperations);
            body.replace(sorted.take(shown).map(|key| row(store, key, language)).collect());
        });
        // Rows that are only scrolled to stay as they are, with the focus that may have led to them.
        if seen.get_untracked() {
            later.hurry();
        }
    });
}

/// A row in a language.
fn row(store: Store, key: CooperationKey, language: Language) -> Element {
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
        .child(heading.child(title))
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
