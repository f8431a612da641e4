//! Summary and sources of a record, which arrive after the first map.

use clusteratlas_core::dataset::details::DetailsOf;
use leptos::prelude::*;

use crate::browser::announcer::say;
use crate::browser::dom::{Element, button, el};
use crate::store::{DetailsState, Store};
use crate::views::parts::source::source_item;

use super::facts::{note, subheading};

/// The summary of a record, once it is there.
pub(super) fn summary(store: Store, of: DetailsOf<'static>) -> Element {
    el("div").live(move || {
        let DetailsState::Ready(details) = store.details.get() else {
            return Vec::new();
        };
        let summary = details.summary(of, store.language());
        let paragraph = summary.map(|summary| el("p").class("detail-panel__summary").text(summary));
        paragraph.into_iter().collect()
    })
}

/// The sources of a record, or words that they are still to come.
pub(super) fn sources(store: Store, of: DetailsOf<'static>) -> Element {
    el("div").live(move || {
        let texts = store.texts();
        let mut parts = vec![subheading(texts.sources)];
        match store.details.get() {
            DetailsState::Loading => parts.push(note(texts.sources_loading)),
            DetailsState::Failed(cause) => {
                let words = format!("{} ({cause})", texts.sources_failed);
                parts.push(note(&words));
                say(words);
                let again = button("").text(texts.try_again);
                parts.push(again.on_click(move || store.ask_for_details()));
            }
            DetailsState::Ready(details) => {
                let items = details.sources(of).map(|source| source_item(store, source));
                let sources = el("ol").class("detail-panel__sources");
                parts.push(sources.children(items.collect()));
            }
        }
        parts
    })
}
