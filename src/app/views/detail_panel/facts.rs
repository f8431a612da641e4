//! Heading and facts of a record.

use clusteratlas_core::permalink::view_state::View;
use clusteratlas_core::query::facet::Facet;
use leptos::prelude::*;

use crate::browser::dom::{Element, button, el};
use crate::store::Store;

/// The kind of a record and its name.
pub(super) fn heading(kind: &str, name: &str) -> Vec<Element> {
    let heading = el("h2")
        .class("detail-panel__heading")
        .id("detail-heading")
        .attr("tabindex", "-1");
    vec![el("p").class("detail-panel__kind").text(kind), heading.text(name)]
}

/// A heading within the panel.
pub(super) fn subheading(words: &str) -> Element {
    el("h3").class("detail-panel__subheading").text(words)
}

/// A remark on what stands before it.
pub(super) fn note(words: &str) -> Element {
    el("p").class("detail-panel__note").text(words)
}

/// Facts in order: their names and what is known.
pub(super) struct Facts(Element);

impl Facts {
    pub(super) fn new() -> Self {
        Self(el("dl").class("detail-panel__facts"))
    }

    /// Adds a fact.
    pub(super) fn fact(&mut self, name: &str, value: Vec<Element>) {
        self.0.add(vec![
            el("dt").class("detail-panel__name").text(name),
            el("dd").class("detail-panel__value").children(value),
        ]);
    }

    /// Adds a fact in words.
    pub(super) fn words(&mut self, name: &str, value: &str) {
        self.fact(name, vec![el("span").text(value)]);
    }

    pub(super) fn done(self) -> Element {
        self.0
    }
}

/// A button that opens the pages for print about the open record.
pub(super) fn brief_button(store: Store) -> Element {
    button("detail-panel__filter")
        .text(store.texts().brief_view)
        .on_click(move || store.open_view(View::Brief))
}

/// A button that leaves one value in a facet; not there while it is the only one.
pub(super) fn filter_button(store: Store, facet: Facet, value: &str, name: &str) -> Element {
    let (value, own): (Box<str>, Box<str>) = (value.into(), value.into());
    let is_only = move || {
        let query = store.session.query.get();
        matches!(query.values(facet), [only] if *only == own)
    };
    button("detail-panel__filter")
        .live_flag("hidden", is_only)
        .text(&(store.texts().filter_by)(name))
        .on_click(move || store.show_only(facet, &value))
}
