//! The search box with its suggestions: an editable combobox whose list is filled while the reader types (ARIA
//! Authoring Practices). What is shown changes only when a suggestion or the words themselves are chosen.

use std::cell::Cell;
use std::rc::Rc;
use std::time::Duration;

use clusteratlas_core::locale::format::{number, years};
use clusteratlas_core::locale::texts::Texts;
use clusteratlas_core::query::bitmap::Bitmap;
use clusteratlas_core::query::selection::Record;
use clusteratlas_core::search::Suggestion;
use leptos::prelude::*;

use crate::browser::announcer::say;
use crate::browser::document;
use crate::browser::dom::{self, Element, button, el, keep, sign, span};
use crate::browser::frame::after_paint;
use crate::store::Store;

/// At most so many suggestions are shown.
const MOST: usize = 8;

/// So many summaries are read at a time: a few milliseconds' work.
const SUMMARIES: usize = 1000;

/// What the box and its list show.
#[derive(Clone, Copy)]
struct Combobox {
    store: Store,
    /// What is typed.
    text: RwSignal<String>,
    suggestions: RwSignal<Vec<Suggestion>>,
    /// Whether the list is open.
    open: RwSignal<bool>,
    /// The row of the list that the keyboard has reached; the last row stands for the words themselves.
    active: RwSignal<Option<usize>>,
}

/// The search box.
pub fn search_box(store: Store) -> Element {
    let language = store.session.language;
    let own = Combobox {
        store,
        text: RwSignal::new(String::new()),
        suggestions: RwSignal::new(Vec::new()),
        open: RwSignal::new(false),
        active: RwSignal::new(None),
    };
    keep(move || {
        own.text
            .set(store.session.query.with(|query| query.text().to_owned()));
    });
    keep_summaries_coming(store);
    keep(move || {
        if let Some(row) = own.active.get() {
            document::reveal(&row_id(row));
        }
    });
    let is_open = move || own.open.get();
    let clear = button("search-box__clear")
        .attr_words("title", language, |texts| texts.search.clear)
        .live_flag("hidden", move || own.text.with(String::is_empty))
        .child(sign("search-box__cross"))
        .on_click(move || {
            own.close();
            own.text.set(String::new());
            store.search_for("");
            document::focus("search");
        });
    let list = el("ul")
        .class("search-box__list")
        .id("search-list")
        .attr("role", "listbox")
        .attr_words("aria-label", language, |texts| texts.search.suggestions)
        .live_flag("hidden", move || !is_open())
        // The focus stays in the box.
        .on("mousedown", |event| event.prevent_default())
        .live(move || if is_open() { own.rows() } else { Vec::new() });
    let told = move || {
        if is_open() {
            let texts = store.texts();
            own.suggestions.with(|found| (texts.search.how_many)(found.len()))
        } else {
            String::new()
        }
    };
    keep(move || say(told()));
    el("div")
        .class("search-box")
        .attr("role", "search")
        .child(own.input())
        .child(clear)
        .child(list)
}

/// Reads summaries into the engine once both are there, a portion at a time.
fn keep_summaries_coming(store: Store) {
    keep(move || {
        let details = store.details.get();
        if store.search.waits_for_summaries(&details) {
            read_summaries(store);
        }
    });
}

fn read_summaries(store: Store) {
    let read_on = move || {
        let details = store.details.get_untracked();
        if !store.search.read_summaries(&details, SUMMARIES) {
            read_summaries(store);
        }
    };
    set_timeout(read_on, Duration::ZERO);
}

impl Combobox {
    fn input(self) -> Element {
        let language = self.store.session.language;
        let waits = Rc::new(Cell::new(false));
        el("input")
            .class("search-box__input")
            .id("search")
            .attr("type", "search")
            .attr("role", "combobox")
            .attr("autocomplete", "off")
            .attr("spellcheck", "false")
            .attr("enterkeyhint", "search")
            .attr("aria-autocomplete", "list")
            .attr("aria-controls", "search-list")
            .attr_words("aria-label", language, |texts| texts.search.heading)
            .attr_words("placeholder", language, |texts| texts.search.hint)
            .live_state("aria-expanded", move || self.open.get())
            .live_attr("aria-activedescendant", move || self.active.get().map(row_id))
            .live_value(move || self.text.get())
            .on("input", move |event| {
                self.text.set(dom::value_of(&event));
                // However fast the typing, a frame brings at most one answer.
                if !waits.replace(true) {
                    let waits = waits.clone();
                    request_animation_frame(move || {
                        waits.set(false);
                        self.suggest();
                    });
                }
            })
            // The dataset has been read when the first word is typed.
            .on("focus", move |_| after_paint(move || self.store.search.prepare()))
            .on("blur", move |_| self.close())
            .on_key(move |key| self.on_key(key))
    }

    fn suggest(self) {
        let found = self.text.with_untracked(|text| {
            if text.trim().is_empty() {
                None
            } else {
                Some(self.store.search.suggest(text, MOST))
            }
        });
        self.active.set(None);
        self.open.set(found.is_some());
        self.suggestions.set(found.unwrap_or_default());
    }

    fn close(self) {
        self.open.set(false);
        self.active.set(None);
    }

    /// What a key does; whether it was meant for the box.
    fn on_key(self, key: &str) -> bool {
        let rows = self.suggestions.with_untracked(Vec::len) + 1;
        let is_open = self.open.get_untracked();
        let active = self.active.get_untracked();
        let next = match (key, active) {
            ("ArrowDown", None) => Some(0),
            ("ArrowDown", Some(row)) => (row + 1 < rows).then_some(row + 1),
            ("ArrowUp", None) => Some(rows - 1),
            ("ArrowUp", Some(row)) => row.checked_sub(1),
            ("Enter", _) => {
                self.choose(active.unwrap_or(rows - 1));
                return true;
            }
            ("Escape", _) if is_open => {
                self.close();
                return true;
            }
            ("Escape", _) => {
                self.text.set(self.applied());
                return false;
            }
            _ => return false,
        };
        if is_open {
            self.active.set(next);
        } else {
            self.suggest();
        }
        true
    }

    /// The words that filter at present.
    fn applied(self) -> String {
        let query = self.store.session.query;
        query.with_untracked(|query| query.text().to_owned())
    }

    /// Chooses a row: a suggestion, or the words themselves.
    fn choose(self, row: usize) {
        self.close();
        let chosen = self.suggestions.with_untracked(|found| found.get(row).copied());
        let dataset = &self.store.atlas().dataset;
        match chosen.map(|chosen| (chosen, chosen.filter(dataset))) {
            Some((_, Some((facet, value)))) => self.store.set_filter(facet, &value, true),
            Some((Suggestion::Record(record), None)) => {
                let name = Suggestion::Record(record).name(dataset, self.store.language_untracked());
                self.store.find(name, record);
            }
            _ => self.text.with_untracked(|text| self.store.search_for(text)),
        }
        self.text.set(self.applied());
        self.suggestions.set(Vec::new());
    }

    /// The rows of the list, in the page's language.
    fn rows(self) -> Vec<Element> {
        let (store, texts) = (self.store, self.store.texts());
        let found = self.suggestions.get();
        let row = move |position: usize| {
            el("li")
                .class("search-box__row")
                .id(&row_id(position))
                .attr("role", "option")
                .live_state("aria-selected", move || self.active.get() == Some(position))
                .on_click(move || self.choose(position))
        };
        let mut rows: Vec<Element> = found
            .iter()
            .enumerate()
            .map(|(position, &suggestion)| {
                let name = suggestion.name(&store.atlas().dataset, store.language());
                row(position)
                    .child(span("search-box__name").text(name))
                    .text(" ")
                    .child(span("search-box__type").text(kind_of(suggestion, texts)))
                    .text(" ")
                    .child(span("search-box__count").text(&weight(store, suggestion)))
            })
            .collect();
        let words = self.text.with_untracked(|text| text.trim().to_owned());
        let everywhere = (texts.search.everywhere)(&words);
        rows.push(row(found.len()).child(span("search-box__name").text(&everywhere)));
        rows
    }
}

fn row_id(position: usize) -> String {
    format!("search-row-{position}")
}

fn kind_of(suggestion: Suggestion, texts: &Texts) -> &'static str {
    match suggestion {
        Suggestion::Theme(_) => texts.search.theme,
        Suggestion::Kind(_) => texts.search.kind,
        Suggestion::Record(record) => match record {
            Record::Cluster(_) => texts.kind_cluster,
            Record::Place(_) => texts.kind_place,
            Record::Country(_) => texts.kind_country,
            Record::State(_) => texts.kind_state,
            Record::Cooperation(_) => texts.kind_cooperation,
            Record::Programme(_) => texts.kind_programme,
        },
    }
}

/// The number of a suggestion's cooperations; of a cooperation its years.
fn weight(store: Store, suggestion: Suggestion) -> String {
    let atlas = store.atlas();
    let count = match suggestion {
        Suggestion::Record(Record::Cooperation(key)) => {
            return years(atlas.dataset.cooperation(key).period).unwrap_or_default();
        }
        Suggestion::Record(record) => atlas.index.touching(&atlas.dataset, record).count(),
        Suggestion::Theme(_) | Suggestion::Kind(_) => {
            let filter = suggestion.filter(&atlas.dataset);
            let sets = filter.and_then(|(facet, value)| {
                let option = atlas.index.option(facet, &value)?;
                atlas.index.sets(facet).get(option)
            });
            sets.map_or(0, Bitmap::count)
        }
    };
    number(count.into(), store.language())
}
