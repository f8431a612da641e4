//! The years of the selection: a histogram of what runs in each, with a range that a mouse, a finger, keys or
//! two numbers choose, and what has no date beside it.

mod axis;
mod chart;
mod drag;
mod fields;
mod handles;
mod table;
mod undated;

use clusteratlas_core::query::years::Undated;
use leptos::prelude::*;

use crate::browser::dom::{Element, el, sign, span};
use crate::store::Store;

use axis::Axis;
use chart::{chart, percent, reading};
use fields::fields;
use handles::handles;
use table::table;
use undated::undated;

/// The years of the selection.
pub fn content(store: Store) -> Vec<Element> {
    vec![untrack(|| period(store))]
}

fn period(store: Store) -> Element {
    let language = store.session.language;
    let histogram = Memo::new(move |_| store.histogram());
    let years = Memo::new(move |_| store.session.query.with(|query| query.years));
    let legend = el("legend")
        .class("period__legend")
        .words(language, |texts| texts.period().heading);
    let period = el("fieldset").class("period").child(legend);
    let axis = Axis::of(&histogram.get_untracked());
    let (Some(axis), Some((first, last))) = (axis, store.atlas().index.terms().span()) else {
        return period.child(undated(store, histogram, years));
    };
    let pointed = RwSignal::new(None);
    let caption = move || match pointed.get() {
        Some(year) => reading(store, histogram, axis, year),
        None => store.texts().period().chart.to_owned(),
    };
    let plot = el("div")
        .class("period__frame")
        .child(chart(store, histogram, years, axis, pointed))
        .child(handles(store, histogram, years, axis, pointed))
        .child(labels(store, axis));
    plot.set_style("--years", &axis.length().to_string());
    let foot = el("div")
        .class("period__row")
        .child(key(store, axis))
        .child(undated(store, histogram, years));
    period
        .live_class("period--idle", move || years.get().undated == Undated::Only)
        .child(fields(store, years, [first, last]))
        // A line of its own, so that a longer text moves nothing.
        .child(el("p").class("period__caption").live_text(caption))
        .child(plot)
        .child(foot)
        .child(table(store, histogram, axis))
}

/// Years under the axis; the handles say them too.
fn labels(store: Store, axis: Axis) -> Element {
    let label = |year: u16| {
        let middle = f64::midpoint(axis.percent_before(year), axis.percent_before(year + 1));
        let label = span("period__year").live_text(move || axis.name(year, store.texts()));
        label.set_style("left", &percent(middle));
        label
    };
    sign("period__years").children(axis.labelled().map(label).collect())
}

/// What the parts of a bar mean.
fn key(store: Store, axis: Axis) -> Element {
    let language = store.session.language;
    let entry = |class| el("span").class("period__entry").child(sign(class));
    el("p")
        .class("period__key")
        .child(entry("period__sample period__running").words(language, |texts| texts.period().running))
        .text(" ")
        .child(entry("period__sample period__perhaps").words(language, |texts| texts.period().perhaps))
        .text(" ")
        .child(
            span("period__entry")
                .live_flag("hidden", move || !axis.gathers)
                .live_text(move || (store.texts().period().gathers)(axis.first)),
        )
}
