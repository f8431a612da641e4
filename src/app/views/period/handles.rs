//! The two handles under the histogram: for mouse, finger and keyboard.

use clusteratlas_core::query::years::{Histogram, Years};
use leptos::prelude::*;

use crate::browser::dom::{Element, el, keep, sign};
use crate::store::Store;

use super::axis::Axis;
use super::chart::{percent, reading};
use super::drag::Drag;

/// The end of the range that a handle moves.
#[derive(Clone, Copy, PartialEq, Eq)]
enum End {
    First,
    Last,
}

/// Both handles, and the part of the axis between them.
pub(super) fn handles(
    store: Store,
    histogram: Memo<Histogram>,
    years: Memo<Years>,
    axis: Axis,
    pointed: RwSignal<Option<u16>>,
) -> Element {
    let between = sign("period__between");
    let own = between.clone();
    keep(move || {
        let (from, to) = axis.range(years.get());
        own.set_style("left", &percent(axis.percent_before(from)));
        own.set_style("right", &percent(100.0 - axis.percent_before(to + 1)));
    });
    let handle = |end| handle(store, histogram, years, axis, pointed, end);
    el("div")
        .class("period__handles")
        .child(between)
        .child(handle(End::First))
        .child(handle(End::Last))
}

fn handle(
    store: Store,
    histogram: Memo<Histogram>,
    years: Memo<Years>,
    axis: Axis,
    pointed: RwSignal<Option<u16>>,
    end: End,
) -> Element {
    let value = move |years: Years| {
        let (from, to) = axis.range(years);
        if end == End::First { from } else { to }
    };
    let input = el("input")
        .class(match end {
            End::First => "period__handle period__handle--first",
            End::Last => "period__handle period__handle--last",
        })
        .attr("type", "range")
        .attr("min", &axis.first.to_string())
        .attr("max", &axis.last.to_string())
        .attr_words(
            "aria-label",
            store.session.language,
            match end {
                End::First => |texts| texts.period().first_year,
                End::Last => |texts| texts.period().last_year,
            },
        )
        .live_value(move || value(years.get()).to_string())
        .live_attr("aria-valuetext", move || {
            Some(reading(store, histogram, axis, value(years.get())))
        });
    let drag = Drag::new(store);
    let (own, going) = (input.clone(), drag.clone());
    let on_input = move |_| {
        let present = store.session.query.with_untracked(|query| query.years);
        let (from, to) = axis.range(present);
        let wanted: u16 = own.value().parse().unwrap_or(axis.first);
        // One handle does not pass the other; what the link asks for beyond the axis stays as it is.
        let (year, from, to) = match end {
            End::First => {
                let year = wanted.min(to);
                (year, axis.lower(year), present.to)
            }
            End::Last => {
                let year = wanted.max(from);
                (year, present.from, axis.upper(year))
            }
        };
        own.set_value(&year.to_string());
        pointed.set(Some(year));
        going.go(from, to);
    };
    let (begun, pressed) = (drag.clone(), drag.clone());
    input
        .on("input", on_input)
        .on("change", move |_| drag.end())
        .on("pointerdown", move |_| pressed.begin())
        .on("focus", move |_| {
            begun.begin();
            pointed.set(Some(value(years.get_untracked())));
        })
        .on("blur", move |_| pointed.set(None))
}
