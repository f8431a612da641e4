//! Map tiles of others, where the site is configured to offer them: nothing is asked of anybody until the visitor has
//! read whom and why and has said so, and that for this page view alone.

use std::sync::Arc;

use clusteratlas_core::tiles::TileSource;
use leptos::prelude::*;

use crate::browser::announcer::spoken;
use crate::browser::document::{self, configured};
use crate::browser::dom::{Element, button, el, list};
use crate::store::Store;

use super::parts::source::web_link;

const OFFER: &str = "tiles-offer";
const HEADING: &str = "tiles-heading";
const REMOVE: &str = "tiles-remove";

/// The offer, or what is shown; nothing where no provider is configured.
pub fn content(store: Store) -> Vec<Element> {
    let sources: Arc<[TileSource]> = configured("tiles")
        .map(|words| TileSource::read(&words))
        .unwrap_or_default()
        .into();
    if sources.is_empty() {
        return Vec::new();
    }
    let asks = RwSignal::new(false);
    let view = el("div").class("tiles").live(move || {
        if !store.tiles.with(|shown| shown.is_empty()) {
            shown(store, &sources)
        } else if asks.get() {
            vec![question(store, &sources, asks)]
        } else {
            vec![offer(store, asks)]
        }
    });
    vec![view]
}

fn offer(store: Store, asks: RwSignal<bool>) -> Element {
    button("tiles__offer")
        .id(OFFER)
        .attr("aria-expanded", "false")
        .words(store.session.language, |texts| texts.tiles().offer)
        .on_click(move || {
            asks.set(true);
            document::focus_soon(HEADING);
        })
}

/// Whom the browser would ask, what for, and what follows from it.
fn question(store: Store, sources: &Arc<[TileSource]>, asks: RwSignal<bool>) -> Element {
    let language = store.session.language;
    let heading = el("h3")
        .class("tiles__heading")
        .id(HEADING)
        .attr("tabindex", "-1");
    let provider = |source: &TileSource| {
        let words = (store.texts().tiles().privacy)(&source.provider);
        el("li")
            .text(&format!("{} ({}). ", source.provider, source.host()))
            .child(web_link(store, &source.privacy_address, &words))
    };
    let chosen = sources.clone();
    let load = button("tiles__load")
        .words(language, |texts| texts.tiles().load)
        .on_click(move || {
            asks.set(false);
            store.show_tiles(chosen.clone());
            document::focus_soon(REMOVE);
        });
    let cancel = button("")
        .words(language, |texts| texts.tiles().cancel)
        .on_click(move || {
            asks.set(false);
            document::focus_soon(OFFER);
        });
    el("section")
        .class("tiles__question")
        .attr("aria-labelledby", HEADING)
        .child(heading.words(language, |texts| texts.tiles().offer))
        .child(el("p").words(language, |texts| texts.tiles().from))
        .child(list("tiles__providers", sources.iter().map(provider)))
        .child(el("p").words(language, |texts| texts.tiles().consequence))
        .child(el("p").class("tiles__buttons").child(load).child(cancel))
}

/// Whose tiles are shown, and the way back.
fn shown(store: Store, sources: &Arc<[TileSource]>) -> Vec<Element> {
    let language = store.session.language;
    let credit =
        |source: &TileSource| el("li").child(web_link(store, &source.credit_address, &source.credit));
    let remove = button("tiles__remove")
        .id(REMOVE)
        .words(language, |texts| texts.tiles().remove)
        .on_click(move || {
            store.show_tiles(Arc::default());
            document::focus_soon(OFFER);
        });
    let missing = move || {
        let words = if store.tiles_missing.get() {
            store.texts().tiles().missing
        } else {
            ""
        };
        words.to_owned()
    };
    vec![
        el("p")
            .class("tiles__shown")
            .words(language, |texts| texts.tiles().shown),
        list("tiles__credits", sources.iter().map(credit)),
        remove,
        spoken(el("p"), missing),
    ]
}
