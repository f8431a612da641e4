//! The table of counts.

use std::sync::Arc;

use clusteratlas_core::locale::format::number;
use clusteratlas_core::locale::texts::Texts;
use clusteratlas_core::naming::facet_name;
use clusteratlas_core::query::facet::Facet;
use clusteratlas_core::query::matrix::{Axes, Line, Matrix, Top};
use leptos::prelude::*;

use crate::browser::document;
use crate::browser::dom::{Element, button, el, keep, sign, span, value_at};
use crate::store::Store;
use crate::views::parts::field_mark::field_mark;

use super::name;

/// Columns that are shown at first.
const FIRST_COLUMNS: usize = 20;

/// The attribute that names the values of a cell: `photonics JP`.
const CELL: &str = "data-cell";

/// The table in a frame that scrolls by itself, and the button for all columns.
pub(super) fn counts(store: Store, matrix: Memo<Arc<Matrix>>) -> Element {
    let unabridged = RwSignal::new(false);
    let body = el("table").class("matrix__table");
    let table = body.clone();
    keep(move || {
        let matrix = matrix.get();
        let columns = if unabridged.get() {
            usize::MAX
        } else {
            FIRST_COLUMNS
        };
        table.replace(Table::new(store, &matrix, columns).parts());
    });
    let caption = move || {
        let axes = matrix.with(|matrix| matrix.axes);
        caption_of(axes, store.texts())
    };
    let all = move || matrix.with(|matrix| matrix.columns.len());
    let words = move || {
        let texts = store.texts().matrix();
        if unabridged.get() {
            (texts.fewer_countries)(FIRST_COLUMNS)
        } else {
            (texts.all_countries)(all())
        }
    };
    let more = button("matrix__more")
        .live_flag("hidden", move || all() <= FIRST_COLUMNS)
        .live_state("aria-expanded", move || unabridged.get())
        .live_text(words)
        .on_click(move || unabridged.update(|unabridged| *unabridged = !*unabridged));
    let frame = el("div")
        .class("matrix__frame")
        .attr("role", "region")
        .attr("tabindex", "0")
        .live_attr("aria-label", move || Some(caption()))
        .child(body)
        .on("click", move |event| {
            if let Some(cell) = value_at(&event, CELL) {
                open_cell(store, matrix, &cell);
            }
        });
    let nothing = el("p")
        .class("matrix__nothing")
        .live_flag("hidden", move || all() > 0)
        .words(store.session.language, |texts| texts.matrix().nothing);
    el("div")
        .child(frame.live_flag("hidden", move || all() == 0))
        .child(nothing)
        .child(more)
}

/// What is counted by two properties.
fn caption_of(axes: Axes, texts: &Texts) -> String {
    let [rows, columns] = [axes.rows(), axes.columns()].map(|facet| facet_name(facet, texts));
    (texts.matrix().caption)(rows, columns)
}

/// Shows the cooperations of a cell on the map.
fn open_cell(store: Store, matrix: Memo<Arc<Matrix>>, cell: &str) {
    let axes = matrix.with_untracked(|matrix| matrix.axes);
    if let Some((row, column)) = cell.split_once(' ') {
        store.show_both((axes.rows(), row), (axes.columns(), column));
        // The table with the focus is gone.
        document::focus("main");
    }
}

/// What the parts of a table are made of.
struct Table<'a> {
    store: Store,
    matrix: &'a Matrix,
    columns: &'a [Line],
    column_names: Vec<String>,
}

impl<'a> Table<'a> {
    fn new(store: Store, matrix: &'a Matrix, most: usize) -> Self {
        let columns = matrix.columns.get(..most).unwrap_or(&matrix.columns);
        let name = |column: &Line| name(store, matrix.axes.columns(), column.option);
        Self {
            store,
            matrix,
            columns,
            column_names: columns.iter().map(name).collect(),
        }
    }

    fn number(&self, count: u32) -> String {
        number(count.into(), self.store.language())
    }

    fn parts(&self) -> Vec<Element> {
        let caption = caption_of(self.matrix.axes, self.store.texts());
        let rows = (0..self.matrix.rows.len()).map(|row| self.row(row));
        vec![
            el("caption")
                .class("matrix__caption")
                .child(span("matrix__title").text(&caption)),
            el("thead").child(self.head()),
            el("tbody").children(rows.collect()),
            el("tfoot").child(self.foot()),
        ]
    }

    fn head(&self) -> Element {
        let texts = self.store.texts();
        let heading = |class: &str, words: &str| {
            let heading = el("th").class(class).attr("scope", "col");
            heading.child(span("matrix__words").text(words))
        };
        let columns = self.column_names.iter();
        el("tr")
            .child(heading(
                "matrix__corner",
                facet_name(self.matrix.axes.rows(), texts),
            ))
            .child(heading("matrix__top-heading", texts.matrix().top))
            .child(heading("matrix__column", texts.matrix().total))
            .children(columns.map(|name| heading("matrix__column", name)).collect())
    }

    fn row(&self, row: usize) -> Element {
        let facet = self.matrix.axes.rows();
        let line = self.matrix.rows[row];
        let name = name(self.store, facet, line.option);
        let top = self.matrix.top(row);
        let value = |facet: Facet, option: usize| &*self.store.atlas().index.options(facet)[option];
        let heading = self.row_heading(line, &name);
        let counts = self.matrix.cells(row).iter();
        let cells = self.columns.iter().zip(counts).enumerate();
        let cells = cells.map(|(column, (other, &count))| {
            if count == 0 {
                return self.empty();
            }
            let values = format!(
                "{} {}",
                value(facet, line.option),
                value(self.matrix.axes.columns(), other.option)
            );
            let is_top = top == Top::One(column, count);
            self.cell(&name, &self.column_names[column], count, is_top)
                .attr(CELL, &values)
        });
        let cells = cells.map(|content| el("td").child(content)).collect();
        el("tr")
            .child(heading)
            .child(self.top(top))
            .child(self.total(line.total))
            .children(cells)
    }

    fn row_heading(&self, line: Line, name: &str) -> Element {
        let heading = el("th").class("matrix__row").attr("scope", "row");
        let themes = self.store.atlas().dataset.themes();
        let theme = match self.matrix.axes.rows() {
            Facet::Theme => themes.get(line.option),
            _ => None,
        };
        heading
            .children(theme.map(|theme| field_mark(theme.field)).into_iter().collect())
            .child(span("matrix__name").text(name))
    }

    /// The most frequent country of a row, by name.
    fn top(&self, top: Top) -> Element {
        let texts = &self.store.texts().matrix();
        let cell = el("td").class("matrix__top");
        match top {
            Top::One(column, count) => {
                let name = match self.column_names.get(column) {
                    Some(name) => name.clone(),
                    None => name(
                        self.store,
                        self.matrix.axes.columns(),
                        self.matrix.columns[column].option,
                    ),
                };
                cell.child(span("matrix__top-name").text(&name))
                    .text(&format!(" ({})", self.number(count)))
            }
            Top::Several(count) => cell.text(&(texts.several)(&self.number(count))),
            Top::None => cell.child(span("matrix__quiet").text(texts.no_top)),
        }
    }

    fn total(&self, count: u32) -> Element {
        let cell = el("td").class("matrix__total");
        if count == 0 {
            cell.child(self.empty())
        } else {
            cell.text(&self.number(count))
        }
    }

    fn cell(&self, row: &str, column: &str, count: u32, is_top: bool) -> Element {
        let texts = self.store.texts();
        let cooperations = (texts.cooperations)(count as usize);
        let step = self.matrix.step(count);
        let cell = button(&format!("matrix__cell matrix__cell--{step}")).text(&self.number(count));
        if is_top {
            let name = format!("{row}, {column}: {cooperations}; {}", texts.matrix().is_top);
            cell.set_class("matrix__cell--top", true);
            cell.child(sign("matrix__sign")).attr("aria-label", &name)
        } else {
            cell.attr("aria-label", &format!("{row}, {column}: {cooperations}"))
        }
    }

    fn empty(&self) -> Element {
        span("visually-hidden").text(self.store.texts().matrix().none_known)
    }

    fn foot(&self) -> Element {
        let heading = el("th").class("matrix__row").attr("scope", "row");
        let totals = self.columns.iter().map(|column| self.total(column.total));
        el("tr")
            .class("matrix__foot")
            .child(heading.text(self.store.texts().matrix().total))
            .child(self.top(self.matrix.top_of_all()))
            .child(self.total(self.matrix.total))
            .children(totals.collect())
    }
}
