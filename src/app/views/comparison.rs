//! Two selections side by side: their line styles on the map, and the buttons that keep, swap and drop the second.
//! What they are says the sentence above.

use clusteratlas_core::locale::texts::Words;
use leptos::prelude::*;

use crate::browser::document;
use crate::browser::dom::{Element, button, el, list, sign};
use crate::store::Store;

use super::parts::later::later_quietly;

/// The button that begins a comparison; then both selections with the line styles of the map.
pub fn comparison(store: Store) -> Element {
    let is_on = Memo::new(move |_| store.session.compared.with(Option::is_some));
    el("div").class("comparison").live(move || {
        if is_on.get() {
            vec![later_quietly(store, |later| later.comparison)]
        } else {
            vec![start(store)]
        }
    })
}

fn start(store: Store) -> Element {
    button("comparison__start")
        .id("comparison-start")
        .words(store.session.language, |texts| texts.comparison.start)
        .on_click(move || {
            store.compare();
            document::focus("comparison-heading");
        })
}

/// Both selections with the line styles of the map.
pub fn selections(store: Store) -> Vec<Element> {
    let language = store.session.language;
    let row = move |style: &'static str, name: Words, number: fn(Store) -> usize| {
        let sign = sign(&format!("comparison__line comparison__line--{style}"));
        let words = move || format!(" {}", (store.texts().cooperations)(number(store)));
        el("li")
            .class("comparison__selection")
            .child(sign)
            .child(el("span").class("comparison__name").words(language, name))
            .child(el("span").live_text(words))
    };
    let own = row(
        "own",
        |texts| texts.comparison.sides[0],
        |store| store.matches.with(|matches| matches.number),
    );
    let other = row(
        "other",
        |texts| texts.comparison.sides[1],
        |store| {
            store
                .compared
                .with(|other| other.as_ref().map_or(0, |matches| matches.number))
        },
    );
    vec![list("comparison__selections", [own, other])]
}

/// Both selections, and the buttons that swap them and drop the second.
pub fn content(store: Store) -> Vec<Element> {
    let language = store.session.language;
    let heading = el("h2")
        .class("comparison__heading")
        .id("comparison-heading")
        .attr("tabindex", "-1")
        .words(language, |texts| texts.comparison.heading);
    let is_same = move || {
        store
            .session
            .compared
            .with(|other| store.session.query.with(|own| other.as_ref() == Some(own)))
    };
    let advice = el("p")
        .class("comparison__advice")
        .live_flag("hidden", move || !is_same())
        .words(language, |texts| texts.comparison.advice);
    let swap = button("comparison__button")
        .words(language, |texts| texts.comparison.swap)
        .on_click(move || store.swap_compared());
    let stop = button("comparison__button")
        .words(language, |texts| texts.comparison.stop)
        .on_click(move || {
            store.stop_comparing();
            document::focus("comparison-start");
        });
    let section = el("section")
        .class("comparison__both")
        .attr("aria-labelledby", "comparison-heading")
        .child(heading)
        .children(selections(store))
        .child(advice)
        .child(el("p").class("comparison__buttons").child(swap).child(stop));
    vec![section]
}
