//! A table of what may have thousands of rows: filters, a search, the first rows and a button for more. Cards where the
//! page is narrow.

use std::sync::Arc;

use clusteratlas_core::locale::editors::EditorsTexts;
use clusteratlas_core::locale::format::count;
use clusteratlas_core::workbench::{Form, Product};
use leptos::prelude::*;

use crate::browser::announcer::say;
use crate::browser::document;
use crate::browser::dom::{self, Element, button, el};
use crate::browser::frame::{Calm, after_paint};
use crate::store::{Kinds, Reading, Sieve, Sifted, Store};

use super::{Said, maker};

/// So many rows are shown at first, and more with each press of the button.
const ROWS: usize = 100;

/// What a table is of.
pub(super) struct Listing<T> {
    /// With which ids begin.
    pub(super) id: &'static str,
    /// What it is called.
    pub(super) name: Said,
    /// Everything that could be shown.
    pub(super) items: fn(&Reading) -> &[T],
    /// The headings of the columns.
    pub(super) columns: fn(&EditorsTexts) -> &[&'static str],
    /// What the kind of one is called.
    pub(super) kind: fn(Store, &T) -> String,
    /// What the sheet of one is called.
    pub(super) sheet: fn(Store, &T) -> String,
    /// What stands in the cells of one, as many as there are columns.
    pub(super) cells: fn(Store, &T) -> Vec<Element>,
    /// The file that holds all.
    pub(super) product: fn(Form) -> Product,
}

/// The table with all that belongs to it.
pub(super) fn listing<T: Sifted + 'static>(
    store: Store,
    reading: &Arc<Reading>,
    what: &'static Listing<T>,
    sieve: RwSignal<Sieve>,
) -> Element {
    let shown = RwSignal::new(ROWS);
    let all = reading.clone();
    let found = Memo::new(move |_| sieve.with(|sieve| sieve.sift((what.items)(&all))));
    dom::keep(move || {
        found.track();
        shown.set(ROWS);
    });
    let number = (what.items)(reading).len();
    let seen = move || shown.get().min(found.with(Vec::len));
    let words = Memo::new(move |_| (store.texts().editors().shown)(seen(), found.with(Vec::len), number));
    let mut begins = true;
    dom::keep(move || {
        let words = words.get();
        if !std::mem::take(&mut begins) {
            say(words);
        }
    });
    let count = el("p").class("editors__count").live_text(move || words.get());
    let more = move || (found.with(Vec::len) - seen()).min(ROWS);
    let more = button("editors__more")
        .live_flag("hidden", move || more() == 0)
        .live_text(move || (store.texts().editors().more)(more()))
        .on_click(move || {
            let first = shown.get_untracked();
            shown.set(first + ROWS);
            let row = format!("{}-{first}", what.id);
            after_paint(move || document::focus(&row));
        });
    let rows = reading.clone();
    el("div")
        .class("editors__list")
        .child(filters(store, reading.clone(), what, sieve))
        .child(count)
        .child(el("div").live(move || {
            let positions = found.get();
            if positions.is_empty() {
                return Vec::new();
            }
            let items = (what.items)(&rows);
            let items = positions.iter().take(seen()).filter_map(|at| items.get(*at));
            vec![table(store, items, what)]
        }))
        .child(more)
        .child(forms(store, what.name, what.product))
}

/// The filters: kind, sheet and words.
fn filters<T: Sifted + 'static>(
    store: Store,
    reading: Arc<Reading>,
    what: &'static Listing<T>,
    sieve: RwSignal<Sieve>,
) -> Element {
    el("div")
        .class("editors__filters")
        .attr("role", "group")
        .live_attr("aria-label", move || {
            let texts = store.texts().editors();
            Some((texts.filters)((what.name)(texts)))
        })
        .live(move || {
            let [kind, sheet, words] = store.texts().editors().filter_labels;
            let items = (what.items)(&reading);
            let kinds = options(store, &Sieve::keys(items, T::kind), what.kind);
            let sheets = options(store, &Sieve::keys(items, T::sheet), what.sheet);
            let kinds = choice(kinds, sieve, |sieve| &mut sieve.kind);
            let sheets = choice(sheets, sieve, |sieve| &mut sieve.sheet);
            let words_later = Calm::default();
            let field = el("input")
                .attr("type", "search")
                .live_value(move || sieve.with_untracked(|sieve| sieve.words.clone()))
                .on("input", move |event| {
                    let words = dom::value_of(&event);
                    words_later.ask(move || sieve.update(|sieve| sieve.words = words));
                });
            let labelled = |label: &str, field: Element| {
                el("label")
                    .class("editors__filter")
                    .child(el("span").text(label))
                    .child(field)
            };
            vec![
                labelled(kind, kinds),
                labelled(sheet, sheets),
                labelled(words, field),
            ]
        })
}

/// A selection of one key or all.
fn choice(options: Vec<Element>, sieve: RwSignal<Sieve>, key: fn(&mut Sieve) -> &mut String) -> Element {
    el("select")
        .children(options)
        .live_value(move || key(&mut sieve.get()).clone())
        .on("change", move |event| {
            let chosen = dom::value_of(&event);
            sieve.update(|sieve| *key(sieve) = chosen);
        })
}

/// The keys that can be chosen, with how many have them.
fn options<T>(store: Store, keys: &Kinds<'_, T>, name: fn(Store, &T) -> String) -> Vec<Element> {
    let option = |key: &str, words: &str| el("option").attr("value", key).text(words);
    let all = option("", store.texts().editors().all);
    let each = keys.iter().map(|(key, item, number)| {
        let number = count(*number, store.language());
        option(key, &format!("{} ({number})", name(store, item)))
    });
    std::iter::once(all).chain(each).collect()
}

/// Rows with their headings; each cell says what it is, for where there is no room for columns.
fn table<'a, T: Sifted + 'a>(
    store: Store,
    items: impl Iterator<Item = &'a T>,
    what: &'static Listing<T>,
) -> Element {
    let texts = store.texts().editors();
    let columns = (what.columns)(texts);
    let headings = columns.iter().map(|column| {
        el("th")
            .attr("role", "columnheader")
            .attr("scope", "col")
            .text(column)
    });
    let headings = el("tr").attr("role", "row").children(headings.collect());
    let rows = items.enumerate().map(|(position, item)| {
        let cells = (what.cells)(store, item).into_iter().zip(columns);
        let cells = cells.map(|(cell, column)| {
            el("td")
                .attr("role", "cell")
                .attr("data-label", column)
                .child(cell)
        });
        el("tr")
            .class("editors__row")
            .attr("role", "row")
            .attr("tabindex", "-1")
            .id(&format!("{}-{position}", what.id))
            .children(cells.collect())
    });
    el("table")
        .class(&format!("editors__table editors__table--{}", what.id))
        .attr("role", "table")
        .attr("aria-label", (what.name)(texts))
        .child(el("thead").attr("role", "rowgroup").child(headings))
        .child(el("tbody").attr("role", "rowgroup").children(rows.collect()))
}

/// Buttons that save all of it.
fn forms(store: Store, name: Said, product: fn(Form) -> Product) -> Element {
    let label = move || {
        let texts = store.texts().editors();
        (texts.save_list)(name(texts))
    };
    let forms: [(Form, Said); 3] = [
        (Form::Xlsx, |texts| texts.forms[0]),
        (Form::Csv, |texts| texts.forms[1]),
        (Form::Text, |texts| texts.forms[2]),
    ];
    let buttons = forms.map(|(form, said)| maker(store, product(form), said));
    el("div")
        .class("editors__forms")
        .attr("role", "group")
        .live_attr("aria-label", move || Some(label()))
        .child(el("span").class("editors__forms-name").live_text(label))
        .children(buttons.into())
}

/// What stands in a cell: a text.
pub(super) fn cell(text: &str) -> Element {
    el("div").text(text)
}
