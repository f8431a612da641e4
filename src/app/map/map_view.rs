//! The map and what lies over it.

use leptos::prelude::*;

use crate::browser::dom::{Element, el};
use crate::store::Store;

use super::controls::controls;
use super::live_map::LiveMap;

/// The map of the matches, with buttons besides its own and with what lies over it; it ends with the present owner.
pub fn map_view(store: Store, buttons: Element, over: Element) -> Element {
    let language = store.session.language;
    let live = LiveMap::new(store);
    let failed = RwSignal::new(false);
    let container = el("div")
        .id("map")
        .class("map__leaflet")
        .attr("role", "region")
        .attr_words("aria-label", language, |texts| texts.map_label)
        .attr("aria-describedby", "map-help");
    let own = container.clone();
    // Soon the element is in the page and has a size.
    let owner = Owner::current().unwrap_or_default();
    queue_microtask(move || {
        // Another form of the page may have taken this one's place meanwhile.
        if failed.is_disposed() {
            return;
        }
        if let Err(error) = owner.with(|| live.create(own.node())) {
            leptos::logging::error!("{error}");
            failed.set(true);
        }
    });
    on_cleanup(move || live.remove());
    let failure = el("p").class("map__failure").attr("role", "alert");
    let help = el("p").id("map-help").class("visually-hidden");
    el("div")
        .class("map")
        .live_class("map--failed", move || failed.get())
        .child(container)
        .child(help.live_text(move || help_words(store).to_owned()))
        .child(
            failure
                .live_flag("hidden", move || !failed.get())
                .words(language, |texts| texts.map_failed),
        )
        .child(controls(store, buttons, move |wish| live.grant(wish)))
        .child(over)
        .child(live.gesture.view(store))
        .child(
            el("p")
                .class("map__further")
                .live_flag("hidden", move || live.untold().is_empty())
                .live_text(move || live.untold()),
        )
        .child(el("p").class("map__credit").live_text(move || credit(store)))
}

/// Whose work the background of the map is.
fn credit(store: Store) -> String {
    let credits = store.tiles.with(|tiles| {
        let credits = tiles.iter().map(|source| source.credit.as_str());
        credits.collect::<Vec<_>>().join(" · ")
    });
    if credits.is_empty() {
        store.texts().map_credit.to_owned()
    } else {
        credits
    }
}

/// What keys do with the map, and where the same is told in words.
fn help_words(store: Store) -> &'static str {
    let texts = store.texts();
    if store.session.embed.get() {
        texts.embed.map_help
    } else {
        texts.map_help
    }
}
