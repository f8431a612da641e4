//! Sources, and links to pages elsewhere.

use clusteratlas_core::domain::source::Source;
use clusteratlas_core::locale::format::date;

use crate::browser::announcer::say;
use crate::browser::document;
use crate::browser::dom::{Element, button, el, span};
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

/// The title of a source as a link, or with words that it has no address.
pub fn source_title(store: Store, source: &Source) -> Element {
    match &source.url {
        Some(url) => web_link(store, url, &source.title),
        None => el("span").text(&format!("{} ({})", source.title, store.texts().given_document)),
    }
}

/// Who has published a source, and when; empty where nothing is known of it.
pub fn source_origin(store: Store, source: &Source) -> String {
    let published = source
        .published
        .map(|published| date(published, store.language()));
    let origin: Vec<&str> = source
        .publisher
        .as_deref()
        .into_iter()
        .chain(published.as_deref())
        .collect();
    origin.join(", ")
}

/// A source as an item of a list: title with its link, publisher, date.
pub fn source_item(store: Store, source: &Source) -> Element {
    let item = el("li").child(source_title(store, source));
    let origin = source_origin(store, source);
    if origin.is_empty() {
        return item;
    }
    item.text(" ").child(span("source__origin").text(&origin))
}

/// What says that sources have not arrived, and the button that asks for them again: the focus goes on to the heading
/// with an id, since the button goes.
pub fn missing_sources(
    store: Store,
    cause: &str,
    note: fn(&str) -> Element,
    heading: &'static str,
) -> Vec<Element> {
    let texts = store.texts();
    let words = format!("{} ({cause})", texts.sources_failed);
    let notice = note(&words);
    say(words);
    let again = button("source__again").text(texts.try_again).on_click(move || {
        store.ask_for_details();
        document::focus_soon_in_place(heading);
    });
    vec![notice, again]
}

/// Where the data come from: who publishes them, and their version; tracked.
pub fn data_source(store: Store) -> String {
    let texts = store.texts();
    let language = store.language();
    let edition = &store.atlas().dataset.edition;
    let dated = (texts.edition)(&edition.version, &date(edition.date, language));
    (texts.figures().source)(edition.publisher.get(language), &dated)
}
