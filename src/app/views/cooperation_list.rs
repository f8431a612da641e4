//! The selection as a table, one row for each cooperation; cards where the page is narrow.
//!
//! Under the map it is a glance at the first rows; in a view of its own it has pages, so that screen readers and the
//! browser's search work; on paper it is whole.

mod order;
mod pages;
pub mod row;

use std::cell::Cell;
use std::ops::Range;
use std::rc::Rc;

use clusteratlas_core::permalink::view_state::View;
use leptos::prelude::*;

use crate::browser::document;
use crate::browser::dom::{Element, button, el, keep, px};
use crate::browser::frame::{Calm, after_paint};
use crate::browser::listener::{on_print, on_sight};
use crate::store::Store;

use super::export_menu::export_menu;

use pages::{POSITION, page_rows, pager};

/// Rows under the map.
const GLANCE_ROWS: usize = 12;

/// Rows that are made before the page is painted: more than are seen at once. The others follow the paint.
const FIRST_ROWS: usize = 30;

/// The heading over the table.
const HEADING: &str = "results-heading";

/// The table of the matches, for where the second piece of the program shows it.
pub fn content(store: Store) -> Vec<Element> {
    vec![untrack(|| cooperation_list(store))]
}

/// The table of the matches.
pub fn cooperation_list(store: Store) -> Element {
    let language = store.session.language;
    let page = RwSignal::new(0);
    keep(move || {
        store.listed.track();
        store.session.sort.track();
        store.session.view.track();
        page.set(0);
    });
    let shown = Memo::new(move |_| {
        let total = store.listed.with(|listed| listed.number);
        let (first, rows) = match store.session.view.get() {
            View::Map => (0, GLANCE_ROWS),
            View::List => (page.get() * page_rows(store), page_rows(store)),
            View::Matrix | View::Figures | View::Brief | View::Editors => (0, 0),
        };
        first.min(total)..(first + rows).min(total)
    });
    let table = Table {
        store,
        caption: el("caption").class("cooperation-list__caption"),
        body: el("tbody").attr("role", "rowgroup"),
        section: el("section").class("cooperation-list").id("results"),
        turn: StoredValue::default(),
        waits: Rc::default(),
    };
    let total = move || store.listed.with(|listed| listed.number);
    let none = el("p")
        .class("cooperation-list__none")
        .live_flag("hidden", move || total() > 0)
        .words(language, |texts| texts.table().none);
    let element = el("table")
        .class("cooperation-list__table")
        .live_flag("hidden", move || total() == 0)
        .attr("role", "table")
        .child(table.caption.clone())
        .child(el("thead").attr("role", "rowgroup").child(order::headings(store)))
        .child(table.body.clone());
    table.keep_in_step(shown);
    let all = button("cooperation-list__all")
        .live_flag("hidden", move || {
            store.session.view.get() != View::Map || total() <= GLANCE_ROWS
        })
        .live_text(move || (store.texts().table().show_all)(total()))
        .on_click(move || {
            store.open_view(View::List);
            document::focus_soon(HEADING);
        });
    let heading = el("h2")
        .class("cooperation-list__heading")
        .id(HEADING)
        .attr("tabindex", "-1");
    let position = el("span").id(POSITION).attr("tabindex", "-1");
    let head = el("div")
        .class("cooperation-list__head")
        .child(heading.words(language, |texts| texts.results))
        .child(export_menu(store))
        .child(order::choice(store))
        .child(pager(store, page, position, |texts| texts.table().pages));
    table
        .section
        .attr("aria-labelledby", HEADING)
        .attr("tabindex", "-1")
        .child(head)
        .child(none)
        .child(element)
        .child(all)
        .child(pager(store, page, el("span"), |texts| texts.table().pages_below))
}

/// The parts of the table that follow the selection.
#[derive(Clone)]
struct Table {
    store: Store,
    caption: Element,
    body: Element,
    section: Element,
    /// Counts how often rows were made, so that late ones know whether they are still wanted; it ends with the table.
    turn: StoredValue<u32>,
    /// Whether rows are still to follow.
    waits: Rc<Cell<bool>>,
}

impl Table {
    /// Keeps the rows in step: at once while they are on the screen; below it, what is on the screen goes first and
    /// they follow when the filters have been left alone for a moment. On paper there are all.
    fn keep_in_step(&self, shown: Memo<Range<usize>>) {
        let seen = RwSignal::new(true);
        let later = Calm::default();
        let waiting = later.clone();
        on_sight(self.body.node(), move |sight| {
            seen.set(sight);
            if sight {
                waiting.hurry();
            }
        });
        let own = self.clone();
        keep(move || {
            own.store.language();
            own.store.listed.track();
            own.store.session.sort.track();
            let rows = shown.get();
            own.say(rows.clone());
            let table = own.clone();
            later.ask(move || table.write(rows));
            // Rows that are only scrolled to stay as they are, with the focus that may have led to them.
            if seen.get_untracked() {
                later.hurry();
            }
        });
        let own = self.clone();
        on_print(move |prints| {
            let (rows, total) = (
                shown.get_untracked(),
                own.store.listed.with_untracked(|all| all.number),
            );
            let is_whole = rows.len() == total && !own.waits.get();
            if !rows.is_empty() && !is_whole {
                let rows = if prints { 0..total } else { rows };
                own.say(rows.clone());
                own.write_whole(rows);
            }
        });
    }

    /// Says which rows the table has, and in which order.
    fn say(&self, rows: Range<usize>) {
        let (session, texts) = (self.store.session, untrack(|| self.store.texts()));
        let (total, is_compared) = self
            .store
            .listed
            .with_untracked(|listed| (listed.number, listed.sides().is_some()));
        let of_both = if is_compared { texts.comparison.of_both } else { "" };
        let texts = texts.table();
        let order = order::words(texts, session.sort.get_untracked()) + of_both;
        let is_page = session.view.get_untracked() == View::List && rows.len() < total;
        let words = if is_page {
            let page = (texts.page)(rows.start + 1, rows.end, total);
            (texts.page_caption)(&page, &order)
        } else {
            (texts.some)(rows.len(), total, &order)
        };
        self.caption.set_text(&words);
    }

    /// Makes rows of the selection: what is seen first at once, the others when it has been painted.
    fn write(&self, rows: Range<usize>) {
        if self.turn.is_disposed() {
            return;
        }
        let first = rows.start..rows.end.min(rows.start + FIRST_ROWS);
        if first == rows {
            return self.write_whole(rows);
        }
        // Where the page is scrolled to stays there while the rows are fewer.
        let height = f64::from(self.section.node().offset_height());
        self.section.set_style("min-height", &px(height));
        let turn = self.begin(first.clone());
        self.waits.set(true);
        let own = self.clone();
        after_paint(move || {
            if own.turn.try_get_value() == Some(turn) {
                own.body.add(own.rows(first.end..rows.end));
                own.end();
            }
        });
    }

    fn write_whole(&self, rows: Range<usize>) {
        self.begin(rows);
        self.end();
    }

    /// Makes rows in place of all before; says which turn it is.
    fn begin(&self, rows: Range<usize>) -> u32 {
        self.body.replace(self.rows(rows));
        self.turn.update_value(|turn| *turn = turn.wrapping_add(1));
        self.turn.get_value()
    }

    fn end(&self) {
        self.waits.set(false);
        self.section.set_style("min-height", "");
    }

    fn rows(&self, rows: Range<usize>) -> Vec<Element> {
        let store = self.store;
        let (sort, language) = (
            store.session.sort.get_untracked(),
            store.session.language.get_untracked(),
        );
        let order = store.order(sort.column, language);
        let listed = store.listed.get_untracked();
        let keys = order.of(&listed.cooperations, sort).skip(rows.start);
        keys.take(rows.len())
            .map(|key| row::row(store, key, listed.side(key), language))
            .collect()
    }
}
