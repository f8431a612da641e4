//! What helps to find the way on the map without pointing: the connections of a mark, a field that leads to a place,
//! the list of keys. One of them at a time lies over the map.

mod go_to;
mod keys;
mod links;

use leptos::prelude::*;

use crate::browser::document::{self, Focus};
use crate::browser::dom::{Element, button, el, sign};
use crate::store::{Goal, Guide, Store};

/// The id of the heading of what lies over the map.
const HEADING: &str = "guide-heading";

/// Buttons beside those that move the map.
pub fn buttons(store: Store) -> Vec<Element> {
    let guide = store.walk.guide;
    let button = |kind: &str, which: Guide, name: fn(Store) -> &'static str| {
        button("map__control")
            .id(&format!("guide-{kind}"))
            .live_attr("title", move || Some(name(store).to_owned()))
            .live_state("aria-expanded", move || guide.get() == Some(which))
            .child(sign(&format!("map__sign map__sign--{kind}")))
            .on_click(move || guide.update(|shown| *shown = (*shown != Some(which)).then_some(which)))
    };
    vec![
        button("go-to", Guide::GoTo, |store| store.texts().walk().go_to),
        button("keys", Guide::Keys, |store| store.texts().walk().keys),
    ]
}

/// What lies over the map, if anything does.
pub fn content(store: Store) -> Vec<Element> {
    let guide = store.walk.guide;
    on_cleanup(move || {
        guide.set(None);
        store.walk.link.set(None);
    });
    vec![el("div").live(move || match guide.get() {
        Some(shown) => vec![untrack(|| panel(store, shown))],
        None => Vec::new(),
    })]
}

fn panel(store: Store, shown: Guide) -> Element {
    let before = StoredValue::new_local(Some(Focus::present()));
    let close = move || {
        store.walk.link.set(None);
        store.walk.guide.set(None);
        match shown {
            Guide::Links(node) => store.walk.goal.set(Some(Goal::Mark(node))),
            Guide::GoTo | Guide::Keys => {
                if let Some(focus) = before.try_update_value(Option::take).flatten() {
                    focus.restore_in_place();
                }
            }
        }
    };
    let (kind, title, parts, first) = match shown {
        Guide::Links(node) => links::content(store, node),
        Guide::GoTo => go_to::content(store),
        Guide::Keys => keys::content(store),
    };
    // Its parts take the focus once they are on the page.
    document::focus_soon_in_place(first);
    let language = store.session.language;
    let head = el("div")
        .class("guide__head")
        .child(
            el("h2")
                .class("guide__heading")
                .id(HEADING)
                .attr("tabindex", "-1")
                .text(&title),
        )
        .child(
            button("guide__close")
                .attr_words("title", language, |texts| texts.close)
                .child(sign("search-box__cross"))
                .on_click(close),
        );
    el("section")
        .class(&format!("guide guide--{kind}"))
        .attr("aria-labelledby", HEADING)
        .child(head)
        .children(parts)
        .on_key(move |key| {
            let closes = key == "Escape";
            if closes {
                close();
            }
            closes
        })
}

/// What a panel is made of: its kind, its title, its parts, and the id of what takes the focus.
type Parts = (&'static str, String, Vec<Element>, &'static str);
