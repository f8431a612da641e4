//! Pages for print about one record.

mod map;
mod numbers;
mod sources;
mod table;

use std::rc::Rc;

use clusteratlas_core::brief::Brief;
use clusteratlas_core::dataset::details::DetailsOf;
use clusteratlas_core::description::describe;
use clusteratlas_core::domain::place::Precision;
use clusteratlas_core::locale::format::date;
use clusteratlas_core::locale::texts::Texts;
use clusteratlas_core::naming::record_name;
use clusteratlas_core::permalink::view_state::View;
use clusteratlas_core::query::selection::Record;
use leptos::prelude::*;

use crate::browser::address_bar::public_address_of;
use crate::browser::dom::{Element, button, el};
use crate::browser::{document, download};
use crate::store::{DetailsState, Store};

use super::parts::source::web_link;

/// The id of the heading, by which the page names the view.
pub const HEADING: &str = "brief-heading";

/// Pages for print about one record.
pub fn content(store: Store) -> Vec<Element> {
    if document::has_focus() {
        document::focus_soon(HEADING);
    }
    let language = store.session.language;
    let back = button("")
        .words(language, |texts| texts.brief().back)
        .on_click(move || {
            store.open_view(View::Map);
            let record = store.record.get_untracked();
            document::focus_soon(if record.is_some() {
                "detail-heading"
            } else {
                "main"
            });
        });
    let print = button("brief__print")
        .words(language, |texts| texts.brief().print)
        .live_flag("hidden", move || store.record.get().is_none())
        .on_click(download::print);
    let tools = el("div").class("brief__tools").child(back).child(print);
    let sheet = el("article").class("brief__sheet paper").live(move || {
        store
            .record
            .get()
            .map_or_else(|| nothing(store), |record| about(store, record))
    });
    vec![el("div").class("brief").child(tools).child(sheet)]
}

fn heading(words: &str) -> Element {
    el("h2")
        .class("brief__heading")
        .id(HEADING)
        .attr("tabindex", "-1")
        .text(words)
}

fn subheading(words: &str) -> Element {
    el("h3").class("brief__subheading").text(words)
}

fn note(words: &str) -> Element {
    el("p").class("brief__note").text(words)
}

/// What stands there without a record, and what to do.
fn nothing(store: Store) -> Vec<Element> {
    let texts = store.texts().brief();
    let selection = store.session.view_state.with(|state| state.selection.clone());
    let words = match selection {
        Some(selection) => (texts.unknown_record)(&selection.to_string()),
        None => texts.nothing_chosen.to_owned(),
    };
    vec![
        heading(store.texts().brief_view),
        el("p").class("brief__sentence").text(&words),
        el("p").text(texts.advice),
    ]
}

/// What the sheet says of a record.
fn about(store: Store, record: Record) -> Vec<Element> {
    let (texts, language, atlas) = (store.texts(), store.language(), store.atlas());
    let dataset = &atlas.dataset;
    let own = store
        .matches
        .with(|matches| Brief::of(dataset, &atlas.index, record, &matches.cooperations));
    let edition = (texts.edition)(&dataset.edition.version, &date(dataset.edition.date, language));
    let kind = format!("{} · {}", texts.brief_view, kind(store, record, texts));
    let mut parts = vec![
        el("p").class("brief__kind").text(&kind),
        heading(record_name(dataset, record, language)),
        el("p").class("brief__edition").text(&edition),
    ];
    if own.of_all == 0 {
        parts.push(el("p").class("brief__sentence").text(texts.no_known_cooperation));
    } else {
        let sentence = store.session.query.with(|query| {
            let query = Brief::query(dataset, record, query);
            describe(dataset, &atlas.index, &query, &own.cooperations, language)
        });
        parts.push(el("p").class("brief__sentence").text(&sentence));
    }
    parts.extend(filters_note(store, &own));
    parts.extend(summary(store, record));
    if own.summary.cooperations > 0 {
        parts.extend(map::map(store, &own));
        parts.extend(numbers::numbers(store, record, &own));
    }
    let keys: Rc<[_]> = table::printed(store, &own).into();
    let printed = keys.clone();
    parts.push(sources::citing(store, record, &keys, move |cited| {
        table::table(store, &own, &printed, cited)
    }));
    parts.push(sources::sources(store, record, &keys));
    parts.push(foot(store, &edition));
    parts
}

fn kind(store: Store, record: Record, texts: &Texts) -> &'static str {
    match record {
        Record::Cluster(_) => texts.kind_cluster,
        Record::Country(_) => texts.kind_country,
        Record::State(_) => texts.kind_state,
        Record::Cooperation(_) => texts.kind_cooperation,
        Record::Programme(_) => texts.kind_programme,
        Record::Place(key) => match store.atlas().dataset.place(key).precision {
            Precision::City => texts.kind_place,
            Precision::Region => texts.kind_region,
            Precision::Country => texts.kind_country,
        },
    }
}

/// Says it where filters narrow what the sheet shows.
fn filters_note(store: Store, own: &Brief) -> Option<Element> {
    if store
        .session
        .query
        .with(clusteratlas_core::query::facet::Query::is_empty)
        || own.of_all == 0
    {
        return None;
    }
    let texts = store.texts().brief();
    Some(note(&match own.summary.cooperations {
        0 => texts.none_left.to_owned(),
        shown if shown == own.of_all => texts.filtered_all.to_owned(),
        shown => (texts.filtered)(shown, own.of_all),
    }))
}

/// The summary of a record that has one, once it is there.
fn summary(store: Store, record: Record) -> Option<Element> {
    let of = details_of(store, record)?;
    Some(el("div").live(move || {
        let DetailsState::Ready(details) = store.details.get() else {
            return Vec::new();
        };
        let summary = details.summary(of, store.language());
        summary
            .map(|summary| el("p").class("brief__summary").text(summary))
            .into_iter()
            .collect()
    }))
}

/// The record in the file of details, if it has any.
fn details_of(store: Store, record: Record) -> Option<DetailsOf<'static>> {
    let dataset = &store.atlas().dataset;
    match record {
        Record::Cluster(key) => Some(DetailsOf::Cluster(dataset.cluster(key).id.as_str())),
        Record::Programme(key) => Some(DetailsOf::Programme(dataset.programme(key).id.as_str())),
        Record::Cooperation(key) => Some(DetailsOf::Cooperation(dataset.cooperation(key).id.as_str())),
        Record::Place(_) | Record::Country(_) | Record::State(_) => None,
    }
}

/// Edition, address of the view, and that the collection is not complete.
fn foot(store: Store, edition: &str) -> Element {
    let texts = store.texts();
    let web = public_address_of(&store.session.fragment.get()).map(|address| {
        el("p")
            .text(texts.brief().address)
            .text(" ")
            .child(web_link(store, &address, &address))
    });
    el("footer")
        .class("brief__foot")
        .child(el("p").text(&format!("{} · {edition}. {}", texts.title, texts.not_complete)))
        .children(web.into_iter().collect())
        .child(el("p").text(texts.border_note))
}
