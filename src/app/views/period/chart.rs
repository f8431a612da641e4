//! The histogram: a bar for each year, over which a pointer chooses years.

use std::cell::Cell;
use std::rc::Rc;

use clusteratlas_core::decimal;
use clusteratlas_core::query::years::{Histogram, Undated, Years};
use leptos::prelude::*;

use crate::browser::dom::{self, Element, el, keep, sign, span};
use crate::store::Store;

use super::axis::Axis;
use super::drag::Drag;

/// A length of so many percent.
pub(super) fn percent(share: f64) -> String {
    format!("{}%", decimal::write(share, 3))
}

/// The numbers of a year in words; tracked.
pub(super) fn reading(store: Store, histogram: Memo<Histogram>, axis: Axis, year: u16) -> String {
    let (running, perhaps) = histogram.with(|histogram| histogram.at(year));
    let texts = store.texts();
    (texts.period().reading)(&axis.name(year, texts), running, perhaps)
}

/// The bars. `pointed` is the year that the pointer is on.
pub(super) fn chart(
    store: Store,
    histogram: Memo<Histogram>,
    years: Memo<Years>,
    axis: Axis,
    pointed: RwSignal<Option<u16>>,
) -> Element {
    let bars: Vec<Bar> = (axis.first..=axis.last).map(Bar::new).collect();
    let bars = Rc::new(bars);
    let drawn = bars.clone();
    keep(move || {
        histogram.with(|histogram| {
            let sums = histogram.running.iter().zip(&histogram.perhaps);
            let highest = sums.map(|(running, perhaps)| running + perhaps).max();
            for bar in drawn.iter() {
                bar.draw(histogram.at(bar.year), highest.unwrap_or(0).max(1));
            }
        });
    });
    let marked = bars.clone();
    keep(move || {
        let (years, pointed) = (years.get(), pointed.get());
        let (from, to) = axis.range(years);
        for bar in marked.iter() {
            let chosen = (from..=to).contains(&bar.year) && years.undated != Undated::Only;
            bar.element.set_class("period__bar--out", !chosen);
            bar.element
                .set_class("period__bar--pointed", pointed == Some(bar.year));
        }
    });
    let plot = el("div")
        .class("period__plot")
        .attr("role", "img")
        .live_attr("aria-label", move || Some(description(store, histogram, axis)))
        .children(bars.iter().map(|bar| bar.element.clone()).collect());
    follow_pointer(plot, store, axis, pointed)
}

/// A bar of two parts.
struct Bar {
    year: u16,
    element: Element,
    running: Element,
    perhaps: Element,
}

impl Bar {
    fn new(year: u16) -> Self {
        let (running, perhaps) = (span("period__running"), span("period__perhaps"));
        let element = sign("period__bar").child(perhaps.clone()).child(running.clone());
        Self {
            year,
            element,
            running,
            perhaps,
        }
    }

    fn draw(&self, (running, perhaps): (u32, u32), highest: u32) {
        for (part, number) in [(&self.running, running), (&self.perhaps, perhaps)] {
            let share = 100.0 * f64::from(number) / f64::from(highest);
            part.set_style("height", &percent(share));
            part.set_flag("hidden", number == 0);
        }
    }
}

/// What the histogram shows, for those who do not see it; the table has its numbers.
fn description(store: Store, histogram: Memo<Histogram>, axis: Axis) -> String {
    let texts = store.texts();
    histogram.with(|histogram| {
        let mut most = (axis.first, 0);
        for year in axis.first..=axis.last {
            let (running, _) = histogram.at(year);
            if running > most.1 {
                most = (year, running);
            }
        }
        let (year, running) = most;
        if running == 0 {
            return texts.period().chart_empty.to_owned();
        }
        let most = (texts.period().most)(&axis.name(year, texts), running);
        format!("{}, {most}", texts.period().chart)
    })
}

/// Lets a pointer show the numbers of a year, choose it, or choose several by moving over them.
fn follow_pointer(plot: Element, store: Store, axis: Axis, pointed: RwSignal<Option<u16>>) -> Element {
    let drag = Drag::new(store);
    // Where the pointer was pressed, and whether it has left that year.
    let pressed: Rc<Cell<Option<(u16, bool)>>> = Rc::default();
    let year = move |event: &_| dom::share_across(event).map(|share| axis.year_at(share));
    let (moving, own) = (pressed.clone(), drag.clone());
    let on_move = move |event| {
        let Some(year) = year(&event) else { return };
        if pointed.get_untracked() != Some(year) {
            pointed.set(Some(year));
        }
        if let Some((start, moved)) = moving.get().filter(|&(start, moved)| moved || start != year) {
            if !moved {
                moving.set(Some((start, true)));
            }
            let (from, to) = (start.min(year), start.max(year));
            own.go(axis.lower(from), axis.upper(to));
        }
    };
    let pressing = pressed.clone();
    let (begun, ended) = (drag.clone(), pressed.clone());
    plot.on("pointermove", on_move)
        .on("pointerdown", move |event| {
            if dom::hold_pointer(&event) {
                begun.begin();
                pressing.set(year(&event).map(|year| (year, false)));
            }
        })
        .on("pointerup", move |_| {
            if let Some((year, false)) = pressed.take() {
                // A second click on the same year takes it back.
                let present = store
                    .session
                    .query
                    .with_untracked(|query| axis.range(query.years));
                if present == (year, year) {
                    drag.go(None, None);
                } else {
                    drag.go(axis.lower(year), axis.upper(year));
                }
            }
            drag.end();
        })
        .on("pointercancel", move |_| ended.set(None))
        .on("pointerleave", move |_| pointed.set(None))
}
