//! The numbers of the histogram as a table.

use clusteratlas_core::locale::format::number;
use clusteratlas_core::locale::texts::Words;
use clusteratlas_core::query::years::Histogram;
use leptos::prelude::*;

use crate::browser::dom::{Element, el};
use crate::store::Store;

use super::axis::Axis;

/// The headings of the columns.
const COLUMNS: [Words; 3] = [
    |texts| texts.period().year,
    |texts| texts.period().running,
    |texts| texts.period().perhaps,
];

/// The table, folded; its rows are written while it is open.
pub(super) fn table(store: Store, histogram: Memo<Histogram>, axis: Axis) -> Element {
    let language = store.session.language;
    let open = RwSignal::new(false);
    let headings = COLUMNS.map(|words| el("th").attr("scope", "col").words(language, words));
    let rows = move || {
        if !open.get() {
            return Vec::new();
        }
        let texts = store.texts();
        let row = |year| {
            let (running, perhaps) = histogram.with(|histogram| histogram.at(year));
            let cell = |count: u32| el("td").text(&number(count.into(), language.get()));
            el("tr")
                .child(el("th").attr("scope", "row").text(&axis.name(year, texts)))
                .child(cell(running))
                .child(cell(perhaps))
        };
        (axis.first..=axis.last).rev().map(row).collect()
    };
    let caption = el("caption").words(language, |texts| texts.period().chart);
    let table = el("table")
        .class("period__table")
        .child(caption)
        .child(el("thead").child(el("tr").children(headings.into())))
        .child(el("tbody").live(rows));
    // Long, so that it scrolls by itself: by keyboard too.
    let frame = el("div")
        .class("period__table-frame")
        .attr("role", "region")
        .attr("tabindex", "0")
        .attr_words("aria-label", language, |texts| texts.period().table)
        .child(table);
    let details = el("details").class("period__details");
    let own = details.clone();
    details
        .child(el("summary").words(language, |texts| texts.period().table))
        .child(frame)
        .on("toggle", move |_| open.set(own.has_attr("open")))
}
