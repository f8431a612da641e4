//! The order of the table: headings that sort, a choice in their place where there are cards, and words for it.

use clusteratlas_core::locale::table::TableTexts;
use clusteratlas_core::locale::texts::Words;
use clusteratlas_core::query::sort::{Column, Sort};
use leptos::prelude::*;

use crate::browser::document;
use crate::browser::dom::{self, Element, button, el, sign, span};
use crate::store::Store;

/// The columns, and what they are called.
const COLUMNS: [(Column, Words); 6] = [
    (Column::Title, |texts| texts.column_title),
    (Column::Clusters, |texts| texts.column_clusters),
    (Column::Partners, |texts| texts.column_partners),
    (Column::Themes, |texts| texts.column_themes),
    (Column::Programme, |texts| texts.column_programme),
    (Column::Start, |texts| texts.column_period),
];

/// The row of headings: each is a button that sorts by its column, and the other way round when pressed again.
pub(super) fn headings(store: Store) -> Element {
    let sort = store.session.sort;
    let heading = |&(column, words): &(Column, Words)| {
        let direction = move || {
            let Sort { descending, .. } = sort.get();
            let by_this = sort.get().column == column;
            by_this.then(|| if descending { "descending" } else { "ascending" }.to_owned())
        };
        let button = button("cooperation-list__sort")
            .words(store.session.language, words)
            .child(sign("cooperation-list__direction"))
            .on_click(move || sort_by(store, sort.get_untracked().toggled(column)));
        el("th")
            .attr("scope", "col")
            .attr("role", "columnheader")
            .live_attr("aria-sort", direction)
            .child(button)
    };
    el("tr")
        .attr("role", "row")
        .children(COLUMNS.iter().map(heading).collect())
}

/// Every order in one list, for cards, which have no headings.
pub(super) fn choice(store: Store) -> Element {
    let option = |sort: Sort| {
        let words = move || {
            let texts = store.texts().table();
            format!("{}, {}", column_name(texts, sort.column), direction(texts, sort))
        };
        el("option").attr("value", &sort.to_string()).live_text(words)
    };
    let select = el("select")
        .children(Sort::all().map(option).collect())
        .live_value(move || store.session.sort.get().to_string())
        .on("change", move |event| {
            if let Ok(sort) = dom::value_of(&event).parse() {
                sort_by(store, sort);
            }
        });
    let name = span("").words(store.session.language, |texts| texts.table().sort_by);
    el("label")
        .class("cooperation-list__order")
        .child(name)
        .child(select)
}

/// Sorts, and shows where the order begins.
fn sort_by(store: Store, sort: Sort) {
    store.sort(sort);
    document::reveal(super::HEADING);
}

/// An order in words that follow a number of rows.
pub(super) fn words(texts: &TableTexts, sort: Sort) -> String {
    let direction = direction(texts, sort);
    if sort.column == Column::Start {
        direction.to_owned()
    } else {
        format!("{}, {direction}", (texts.by)(column_name(texts, sort.column)))
    }
}

const fn column_name(texts: &TableTexts, column: Column) -> &'static str {
    texts.columns[column as usize]
}

const fn direction(texts: &TableTexts, sort: Sort) -> &'static str {
    let directions = match sort.column {
        Column::Start => texts.dates,
        _ => texts.alphabet,
    };
    directions[sort.descending as usize]
}
