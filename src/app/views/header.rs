//! Title, views, language and appearance.

use clusteratlas_core::domain::localized::Language;
use clusteratlas_core::locale;
use clusteratlas_core::locale::texts::Words;
use clusteratlas_core::permalink::view_state::{Appearance, View};
use leptos::prelude::*;

use crate::browser::document;
use crate::browser::dom::{self, Element, button, el, sign};
use crate::store::{Session, Store};

use super::search_box::search_box;
use super::{brief, editors};

/// The head of the page. The views appear once there is a dataset.
pub fn header(session: Session, store: Option<Store>) -> Element {
    let language = session.language;
    let name = el("div")
        .class("header__name")
        .child(sign("header__sign"))
        .child(
            el("h1")
                .class("header__title")
                .words(language, |texts| texts.title),
        )
        .child(
            el("p")
                .class("header__tagline")
                .words(language, |texts| texts.tagline),
        );
    let settings = el("div")
        .class("header__settings")
        .child(appearance_choice(session))
        .child(language_switch(session));
    el("header")
        .class("header")
        .child(name)
        .children(store.map(search_box).into_iter().collect())
        .children(store.map(|store| views(store, |_| true)).into_iter().collect())
        .child(settings)
}

/// The views that have a tab, and what it is called. A brief belongs to a record, which opens it; editors find theirs in the
/// foot of the page.
const TABS: [(View, Words); 4] = [
    (View::Map, |texts| texts.map),
    (View::List, |texts| texts.list),
    (View::Matrix, |texts| texts.matrix_view),
    (View::Figures, |texts| texts.figures_view),
];

/// The views as tabs, as far as they are offered; the map always is.
pub fn views(store: Store, is_offered: impl Fn(View) -> bool + Copy + 'static) -> Element {
    let language = store.session.language;
    let tabs = TABS.iter().enumerate().map(|(position, &(view, words))| {
        let is_open = move || store.session.view_state.with(|state| state.view) == view;
        // Without an open tab the first takes the focus.
        let has_no_tab = move || matches!(store.session.view.get(), View::Brief | View::Editors);
        let is_stop = move || is_open() || position == 0 && has_no_tab();
        let on_key = move |key: &str| {
            let last = TABS.len() - 1;
            let offered = |mut at: usize, step: usize| {
                while !is_offered(TABS[at % TABS.len()].0) {
                    at += step;
                }
                TABS[at % TABS.len()].0
            };
            let other = match key {
                "ArrowRight" => Some(offered(position + 1, 1)),
                "ArrowLeft" => Some(offered(position + last, last)),
                "Home" => Some(offered(0, 1)),
                "End" => Some(offered(last, last)),
                _ => None,
            };
            if let Some(other) = other {
                store.open_view(other);
                document::focus(&format!("tab-{}", other.code()));
            }
            other.is_some()
        };
        button("header__view")
            .attr("role", "tab")
            .id(&format!("tab-{}", view.code()))
            .attr("aria-controls", "view")
            .live_flag("hidden", move || !is_offered(view))
            .live_state("aria-selected", is_open)
            .live_attr("tabindex", move || {
                Some(if is_stop() { "0" } else { "-1" }.to_owned())
            })
            .words(language, words)
            .on_click(move || store.open_view(view))
            .on_key(on_key)
    });
    el("div")
        .class("header__views")
        .attr("role", "tablist")
        .attr_words("aria-label", language, |texts| texts.views)
        .children(tabs.collect())
}

/// The role and the name of what shows a view. One without a tab is named by its own heading.
pub fn named_panel(store: Store, panel: Element) -> Element {
    let view = store.session.view;
    panel
        .live_attr("role", move || {
            let has_no_tab = matches!(view.get(), View::Brief | View::Editors);
            Some(if has_no_tab { "region" } else { "tabpanel" }.to_owned())
        })
        .live_attr("aria-labelledby", move || {
            Some(match view.get() {
                View::Brief => brief::HEADING.to_owned(),
                View::Editors => editors::HEADING.to_owned(),
                view => format!("tab-{}", view.code()),
            })
        })
}

/// A button in the other language that changes to it.
fn language_switch(session: Session) -> Element {
    let other = move || match session.language.get() {
        Language::German => Language::English,
        Language::English => Language::German,
    };
    button("header__language")
        .live_attr("lang", move || Some(other().code().to_owned()))
        .live_text(move || locale::texts(session.language.get()).other_language.to_owned())
        .on_click(move || session.choose_language(other()))
}

/// Light, dark or as the system.
fn appearance_choice(session: Session) -> Element {
    let options = Appearance::ALL.iter().map(|&appearance| {
        el("option").attr("value", appearance.code()).words(
            session.language,
            match appearance {
                Appearance::Auto => |texts| texts.appearance_auto,
                Appearance::Light => |texts| texts.appearance_light,
                Appearance::Dark => |texts| texts.appearance_dark,
            },
        )
    });
    el("select")
        .class("header__appearance")
        .attr_words("aria-label", session.language, |texts| texts.appearance)
        .children(options.collect())
        .live_value(move || session.appearance.get().code().to_owned())
        .on("change", move |event| {
            if let Some(appearance) = Appearance::from_code(&dom::value_of(&event)) {
                session.choose_appearance(appearance);
            }
        })
}
