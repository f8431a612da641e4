//! The sources of a record and its cooperations, numbered in the order in which they are cited.

use std::rc::Rc;

use clusteratlas_core::dataset::details::{Details, DetailsOf};
use clusteratlas_core::domain::cooperation::CooperationKey;
use clusteratlas_core::domain::source::Source;
use clusteratlas_core::locale::format::date;
use clusteratlas_core::query::selection::Record;
use leptos::prelude::*;

use crate::browser::dom::{Element, el, span};
use crate::store::{DetailsState, Store};
use crate::views::parts::source::{missing_sources, web_link};

use super::{details_of, note, subheading};

/// The id of their heading.
const HEADING: &str = "brief-sources";

/// Sources, each once, and which of them a cooperation cites.
pub(super) struct Cited<'a> {
    details: Option<&'a Details>,
    sources: Vec<&'a Source>,
}

impl<'a> Cited<'a> {
    /// The sources of a record and of cooperations; none while they are on their way.
    fn of(
        store: Store,
        record: Record,
        cooperations: &[CooperationKey],
        details: Option<&'a Details>,
    ) -> Self {
        let mut cited = Self {
            details,
            sources: Vec::new(),
        };
        if let Some(details) = details {
            let of_cooperations = cooperations.iter().map(|&key| of_cooperation(store, key));
            for of in details_of(store, record).into_iter().chain(of_cooperations) {
                for source in details.sources(of) {
                    if cited.position(source).is_none() {
                        cited.sources.push(source);
                    }
                }
            }
        }
        cited
    }

    fn position(&self, source: &Source) -> Option<usize> {
        self.sources.iter().position(|known| std::ptr::eq(*known, source))
    }

    /// The numbers of a cooperation's sources.
    pub(super) fn numbers(&self, store: Store, key: CooperationKey) -> Option<Element> {
        let sources = self.details?.sources(of_cooperation(store, key));
        let numbers: Vec<String> = sources
            .filter_map(|source| Some((self.position(source)? + 1).to_string()))
            .collect();
        let words = format!(" {}: ", store.texts().brief().sources_of_row);
        let numbers = format!("[{}]", numbers.join(", "));
        Some(
            span("brief__citation")
                .child(span("visually-hidden").text(&words))
                .text(&numbers),
        )
    }

    /// The list with publishers and addresses in full, or words that it is still to come.
    fn list(&self, store: Store) -> Vec<Element> {
        let texts = store.texts();
        match store.details.get() {
            DetailsState::Loading => vec![note(texts.sources_loading)],
            DetailsState::Failed(cause) => missing_sources(store, &cause, note, HEADING),
            DetailsState::Ready(_) if self.sources.is_empty() => vec![note(texts.brief().no_sources)],
            DetailsState::Ready(_) => {
                let items = self.sources.iter().map(|source| item(store, source));
                vec![el("ol").class("brief__sources").children(items.collect())]
            }
        }
    }
}

/// What names sources, which follows when they arrive.
pub(super) fn citing(
    store: Store,
    record: Record,
    cooperations: &Rc<[CooperationKey]>,
    content: impl Fn(&Cited<'_>) -> Vec<Element> + 'static,
) -> Element {
    let cooperations = cooperations.clone();
    el("div").live(move || {
        let details = match store.details.get() {
            DetailsState::Ready(details) => Some(details),
            DetailsState::Loading | DetailsState::Failed(_) => None,
        };
        content(&Cited::of(store, record, &cooperations, details.as_deref()))
    })
}

/// The sources under their heading.
pub(super) fn sources(store: Store, record: Record, cooperations: &Rc<[CooperationKey]>) -> Element {
    let heading = subheading(store.texts().sources);
    el("section")
        .class("brief__section")
        .child(heading.id(HEADING).attr("tabindex", "-1"))
        .child(citing(store, record, cooperations, move |cited| {
            cited.list(store)
        }))
}

fn of_cooperation(store: Store, key: CooperationKey) -> DetailsOf<'static> {
    DetailsOf::Cooperation(store.atlas().dataset.cooperation(key).id.as_str())
}

/// Title, publisher, date and address of a source.
fn item(store: Store, source: &Source) -> Element {
    let published = source
        .published
        .map(|published| date(published, store.language()));
    let mut words: Vec<&str> = vec![&source.title];
    words.extend(source.publisher.as_deref());
    words.extend(published.as_deref());
    let item = el("li").text(&words.join(", ")).text(". ");
    match &source.url {
        Some(url) => item.child(web_link(store, url, url)),
        None => item.text(store.texts().given_document),
    }
}
