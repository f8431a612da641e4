//! Links to pages elsewhere, and sources.

use clusteratlas_core::domain::source::Source;
use clusteratlas_core::locale::format::date;

use crate::browser::dom::{Element, el, span};
use crate::store::Store;

/// A link to a page elsewhere.
pub fn web_link(store: Store, url: &str, words: &str) -> Element {
    let remark = format!(" ({})", store.texts().opens_new_page);
    el("a")
        .attr("href", url)
        .attr("target", "_blank")
        .attr("rel", "noopener noreferrer")
        .text(words)
        .child(span("visually-hidden").text(&remark))
}

/// A source as an item of a list: title with its link, publisher, date.
pub fn source_item(store: Store, source: &Source) -> Element {
    let title = match &source.url {
        Some(url) => web_link(store, url, &source.title),
        None => el("span").text(&format!("{} ({})", source.title, store.texts().given_document)),
    };
    let published = source
        .published
        .map(|published| date(published, store.language()));
    let origin: Vec<&str> = source
        .publisher
        .as_deref()
        .into_iter()
        .chain(published.as_deref())
        .collect();
    let item = el("li").child(title);
    if origin.is_empty() {
        return item;
    }
    item.text(" ")
        .child(span("source__origin").text(&origin.join(", ")))
}
