//! What exists before a dataset does: language, view state, and how changes of it enter the link.

use std::ops::Deref;
use std::sync::{Mutex, OnceLock};

use clusteratlas_core::domain::localized::Language;
use clusteratlas_core::locale;
use clusteratlas_core::locale::texts::Texts;
use clusteratlas_core::permalink::controls::Controls;
use clusteratlas_core::permalink::decode::{Ignored, decode};
use clusteratlas_core::permalink::encode::encode;
use clusteratlas_core::permalink::view_state::{Appearance, View, ViewState};
use clusteratlas_core::query::facet::Query;
use clusteratlas_core::query::sort::Sort;
use leptos::prelude::*;

use super::{Desk, Store};

/// How the last change of the view state came about.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Change {
    /// From the link, which says it already.
    Given,
    /// A deliberate step of the visitor.
    Step,
    /// A small change, such as a move of the map or a message: the link says it without a step.
    Small,
}

/// Language, view state and link: a handle as small as a pointer. Its parts live as long as the page.
#[derive(Clone, Copy)]
pub struct Session(&'static SessionParts);

impl Deref for Session {
    type Target = SessionParts;

    fn deref(&self) -> &SessionParts {
        self.0
    }
}

/// The parts of a [`Session`].
pub struct SessionParts {
    /// Everything that the visitor can choose.
    pub view_state: RwSignal<ViewState>,
    /// How it last changed.
    pub last_change: RwSignal<Change>,
    /// Whether the reader has opened the record after the step of a story that is open as well.
    pub record_is_newer: RwSignal<bool>,
    /// The filters that the link or a message has asked for last.
    pub given: RwSignal<Query>,
    /// Parts of the link that were not understood.
    pub ignored: RwSignal<Vec<Ignored>>,
    /// The language of the page.
    pub language: Memo<Language>,
    /// Light or dark.
    pub appearance: Memo<Appearance>,
    /// The open view.
    pub view: Memo<View>,
    /// Chosen filters.
    pub query: Memo<Query>,
    /// Order of the list.
    pub sort: Memo<Sort>,
    /// The second set of filters, shown beside the first.
    pub compared: Memo<Option<Query>>,
    /// Whether it is the compact form for other people's pages.
    pub embed: Memo<bool>,
    /// What the compact form offers beside the map.
    pub controls: Memo<Controls>,
    /// The link's fragment for the present view state, without `#`.
    pub fragment: Memo<String>,
    /// Whether a preview is shown in place of what is published; a link does not carry it.
    previews: RwSignal<bool>,
    preview: Mutex<Option<Store>>,
    desk: OnceLock<Desk>,
    /// The page's: what is made under it outlives the view in which somebody asks for it.
    pub(super) owner: Owner,
}

impl Session {
    /// A session that begins with a link's fragment, for a visitor who prefers a language.
    pub fn new(fragment: &str, preferred: Language) -> Self {
        let (view_state, ignored) = decode(fragment);
        let given = RwSignal::new(view_state.query.clone());
        let view_state = RwSignal::new(view_state);
        Self(Box::leak(Box::new(SessionParts {
            view_state,
            last_change: RwSignal::new(Change::Given),
            record_is_newer: RwSignal::new(false),
            given,
            ignored: RwSignal::new(ignored),
            language: Memo::new(move |_| view_state.with(|state| state.language).unwrap_or(preferred)),
            appearance: Memo::new(move |_| view_state.with(|state| state.appearance)),
            view: Memo::new(move |_| view_state.with(|state| state.view)),
            query: Memo::new(move |_| view_state.with(|state| state.query.clone())),
            sort: Memo::new(move |_| view_state.with(|state| state.sort)),
            compared: Memo::new(move |_| view_state.with(|state| state.compared.clone())),
            embed: Memo::new(move |_| view_state.with(|state| state.embed)),
            controls: Memo::new(move |_| view_state.with(|state| state.controls)),
            fragment: Memo::new(move |_| view_state.with(encode)),
            previews: RwSignal::new(false),
            preview: Mutex::new(None),
            desk: OnceLock::new(),
            owner: Owner::current().unwrap_or_default(),
        })))
    }

    /// The fragment of the same view in full instead of the compact form; tracked.
    pub fn full_fragment(self) -> String {
        self.view_state.with(|state| {
            encode(&ViewState {
                embed: false,
                controls: Controls::default(),
                ..state.clone()
            })
        })
    }

    /// The fragment of something else in the same language and appearance; tracked.
    pub fn fragment_of(self, other: ViewState) -> String {
        self.view_state.with(|state| {
            encode(&ViewState {
                language: state.language,
                appearance: state.appearance,
                ..other
            })
        })
    }

    /// The store that is shown: that of a preview, or else the one that is published; tracked.
    pub fn shown(self, published: Store) -> Store {
        let preview = self.previews.get().then(|| self.preview.lock().ok());
        preview
            .flatten()
            .and_then(|preview| *preview)
            .unwrap_or(published)
    }

    /// Shows a preview in place of what is published, or that again; whether anything has changed.
    ///
    /// The whole page is made anew in the course of the next moments. Whatever else changes must wait until then.
    pub fn show(self, preview: Option<Store>) -> bool {
        let changes = preview.is_some() || self.previews.get_untracked();
        if let Ok(mut shown) = self.preview.lock() {
            *shown = preview;
        }
        if changes {
            self.previews.set(preview.is_some());
        }
        changes
    }

    /// What editors have before them.
    pub fn desk(self) -> Desk {
        *self.desk.get_or_init(|| self.owner.with(Desk::new))
    }

    /// Whether it asks for words.
    pub fn asks_for_words(self) -> bool {
        self.view_state.with_untracked(|state| {
            let queries = std::iter::once(&state.query).chain(&state.compared);
            queries.into_iter().any(|query| !query.text().is_empty())
        })
    }

    /// Replaces the whole view state by that of a fragment, which the link has already or shall have.
    pub fn open_link(self, fragment: &str, change: Change) {
        let (view_state, ignored) = decode(fragment);
        self.last_change.set(change);
        self.record_is_newer.set(false);
        self.ignored.set(ignored);
        self.given.set(view_state.query.clone());
        self.view_state.set(view_state);
    }

    /// The texts of the page's language; tracked.
    pub fn texts(self) -> &'static Texts {
        locale::texts(self.language.get())
    }

    pub(super) fn change(self, change: Change, update: impl FnOnce(&mut ViewState)) {
        let mut next = self.view_state.get_untracked();
        update(&mut next);
        if next != self.view_state.get_untracked() {
            self.last_change.set(change);
            self.view_state.set(next);
        }
    }
}
