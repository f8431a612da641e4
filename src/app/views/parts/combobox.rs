//! A field that suggests records while the reader types: an editable combobox with a list (ARIA Authoring Practices).
//! Nothing changes but the list before a suggestion or the words themselves are chosen.

use std::cell::Cell;
use std::rc::Rc;

use clusteratlas_core::locale::format::{number, years};
use clusteratlas_core::locale::texts::Texts;
use clusteratlas_core::query::bitmap::Bitmap;
use clusteratlas_core::query::selection::Record;
use clusteratlas_core::search::Suggestion;
use leptos::prelude::*;

use crate::browser::announcer::say;
use crate::browser::document;
use crate::browser::dom::{self, Element, el, keep, span};
use crate::browser::frame::after_paint;
use crate::store::Store;

/// At most so many suggestions are shown.
pub const MOST: usize = 8;

/// Words about what is typed.
type AboutTyped = fn(&str) -> String;

/// What a combobox is for.
pub struct Purpose {
    /// The id of the field, with which those of its list and rows begin.
    pub id: &'static str,
    /// The name of the field.
    pub label: fn(&Texts) -> &'static str,
    /// What can be typed.
    pub hint: fn(&Texts) -> &'static str,
    /// Among how many suggestions those are sought that suit.
    pub among: usize,
    /// Which suggestions are shown.
    pub suits: fn(Suggestion) -> bool,
    /// The words of the last row, which stands for what is typed; where there is none, it is not there.
    pub as_typed: Option<fn(&Texts) -> AboutTyped>,
    /// What is typed at present as far as the page goes by it.
    pub applied: fn(Store) -> String,
    /// Does what is chosen: a suggestion, or what is typed.
    pub choose: fn(Store, Option<Suggestion>, &str),
}

/// What the field and its list show.
#[derive(Clone, Copy)]
pub struct Combobox {
    store: Store,
    purpose: &'static Purpose,
    /// What is typed.
    text: RwSignal<String>,
    suggestions: RwSignal<Vec<Suggestion>>,
    /// Whether the list is open.
    open: RwSignal<bool>,
    /// The row of the list that the keyboard has reached.
    active: RwSignal<Option<usize>>,
}

impl Combobox {
    /// A field for a purpose, with what is typed at present.
    pub fn new(store: Store, purpose: &'static Purpose) -> Self {
        let own = Self {
            store,
            purpose,
            text: RwSignal::new(String::new()),
            suggestions: RwSignal::new(Vec::new()),
            open: RwSignal::new(false),
            active: RwSignal::new(None),
        };
        keep(move || own.text.set((purpose.applied)(store)));
        // What was typed before there was an engine is answered when it comes.
        keep(move || {
            store.later.track();
            if own.open.get_untracked() {
                untrack(|| own.suggest());
            }
        });
        keep(move || {
            if let Some(row) = own.active.get() {
                document::reveal(&own.row_id(row));
            }
        });
        keep(move || {
            if own.open.get() {
                let texts = store.texts();
                say(own.suggestions.with(|found| (texts.search.how_many)(found.len())));
            }
        });
        own
    }

    /// The list of suggestions.
    pub fn list(self) -> Element {
        let is_open = move || self.open.get();
        el("ul")
            .class("search-box__list")
            .id(&self.list_id())
            .attr("role", "listbox")
            .attr_words("aria-label", self.store.session.language, |texts| {
                texts.search.suggestions
            })
            .live_flag("hidden", move || !is_open())
            // The focus stays in the field.
            .on("mousedown", |event| event.prevent_default())
            .live(move || if is_open() { self.rows() } else { Vec::new() })
    }

    /// Whether nothing is typed; tracked.
    pub fn is_empty(self) -> bool {
        self.text.with(String::is_empty)
    }

    /// Takes away what is typed.
    pub fn clear(self) {
        self.close();
        self.text.set(String::new());
    }

    fn list_id(self) -> String {
        format!("{}-list", self.purpose.id)
    }

    fn row_id(self, position: usize) -> String {
        format!("{}-row-{position}", self.purpose.id)
    }

    /// The field.
    pub fn input(self) -> Element {
        let language = self.store.session.language;
        let waits = Rc::new(Cell::new(false));
        el("input")
            .class("search-box__input")
            .id(self.purpose.id)
            .attr("type", "search")
            .attr("role", "combobox")
            .attr("autocomplete", "off")
            .attr("spellcheck", "false")
            .attr("enterkeyhint", "search")
            .attr("aria-autocomplete", "list")
            .attr("aria-controls", &self.list_id())
            .attr_words("aria-label", language, self.purpose.label)
            .attr_words("placeholder", language, self.purpose.hint)
            .live_state("aria-expanded", move || self.open.get())
            .live_attr("aria-activedescendant", move || self.active.get().map(|row| self.row_id(row)))
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
                Some(self.found(text))
            }
        });
        self.active.set(None);
        self.open.set(found.is_some());
        self.suggestions.set(found.unwrap_or_default());
    }

    fn found(self, text: &str) -> Vec<Suggestion> {
        let mut found = self.store.search.suggest(text, self.purpose.among);
        found.retain(|&suggestion| (self.purpose.suits)(suggestion));
        found.truncate(MOST);
        found
    }

    fn close(self) {
        self.open.set(false);
        self.active.set(None);
    }

    /// What a key does; whether it was meant for the box.
    fn on_key(self, key: &str) -> bool {
        let rows = self.suggestions.with_untracked(Vec::len) + usize::from(self.purpose.as_typed.is_some());
        let is_open = self.open.get_untracked();
        let active = self.active.get_untracked();
        let next = match (key, active) {
            ("ArrowDown" | "ArrowUp", _) if rows == 0 => None,
            ("ArrowDown", None) => Some(0),
            ("ArrowDown", Some(row)) => (row + 1 < rows).then_some(row + 1),
            ("ArrowUp", None) => Some(rows - 1),
            ("ArrowUp", Some(row)) => row.checked_sub(1),
            ("Enter", _) => {
                self.choose(active.or_else(|| self.row_by_enter()));
                return true;
            }
            ("Escape", _) if is_open => {
                self.close();
                return true;
            }
            ("Escape", _) => {
                self.text.set(untrack(|| (self.purpose.applied)(self.store)));
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

    /// The row that Enter chooses where none has been reached: what is typed, or the best suggestion.
    fn row_by_enter(self) -> Option<usize> {
        let found = self.suggestions.with_untracked(Vec::len);
        (self.purpose.as_typed.is_none() && found > 0).then_some(0)
    }

    /// Chooses a row: a suggestion, or what is typed.
    fn choose(self, row: Option<usize>) {
        self.close();
        let chosen = self.suggestions.with_untracked(|found| found.get(row?).copied());
        let text = self.text.get_untracked();
        (self.purpose.choose)(self.store, chosen, &text);
        self.text.set(untrack(|| (self.purpose.applied)(self.store)));
        self.suggestions.set(Vec::new());
    }

    /// The rows of the list, in the page's language.
    fn rows(self) -> Vec<Element> {
        let (store, texts) = (self.store, self.store.texts());
        let found = self.suggestions.get();
        let row = move |position: usize| {
            el("li")
                .class("search-box__row")
                .id(&self.row_id(position))
                .attr("role", "option")
                .live_state("aria-selected", move || self.active.get() == Some(position))
                .on_click(move || self.choose(Some(position)))
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
        if let Some(as_typed) = self.purpose.as_typed {
            let words = self.text.with_untracked(|text| text.trim().to_owned());
            let words = as_typed(texts)(&words);
            rows.push(row(found.len()).child(span("search-box__name").text(&words)));
        }
        rows
    }
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
