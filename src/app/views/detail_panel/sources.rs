//! Summary and sources of a record, which arrive after the first map.

use clusteratlas_core::dataset::details::DetailsOf;
use leptos::prelude::*;

use crate::browser::dom::{Element, el};
use crate::store::{DetailsState, Store};
use crate::views::parts::source::{missing_sources, source_item};

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
    const HEADING: &str = "detail-sources";
    let content = move || match store.details.get() {
        DetailsState::Loading => vec![note(store.texts().sources_loading)],
        DetailsState::Failed(cause) => missing_sources(store, &cause, note, HEADING),
        DetailsState::Ready(details) => {
            let items = details.sources(of).map(|source| source_item(store, source));
            let sources = el("ol").class("detail-panel__sources");
            vec![sources.children(items.collect())]
        }
    };
    let heading = subheading(store.texts().sources);
    el("div")
        .child(heading.id(HEADING).attr("tabindex", "-1"))
        .child(el("div").live(content))
}
