//! Two selections side by side: which they are, and the buttons that keep, swap and drop the second.

use leptos::prelude::*;

use crate::browser::document;
use crate::browser::dom::{Element, button, el, sign};
use crate::store::Store;

use super::sentence::compared_sentences;

/// The button that begins a comparison; then both selections in words, with the line styles of the map.
pub fn comparison(store: Store) -> Element {
    let is_on = Memo::new(move |_| store.session.compared.with(Option::is_some));
    el("div").class("comparison").live(move || {
        if is_on.get() {
            vec![both(store)]
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

fn both(store: Store) -> Element {
    let language = store.session.language;
    let heading = el("h2")
        .class("comparison__heading")
        .id("comparison-heading")
        .attr("tabindex", "-1")
        .words(language, |texts| texts.comparison.heading);
    let row = move |style: &'static str, name: Element, position: usize| {
        let words = move || compared_sentences(store)[position].clone();
        vec![
            el("dt")
                .class("comparison__name")
                .child(sign(&format!("comparison__line comparison__line--{style}")))
                .child(name),
            el("dd").class("comparison__sentence").live_text(words),
        ]
    };
    let name = || el("span");
    let rows = el("dl")
        .class("comparison__rows")
        .children(row(
            "own",
            name().words(language, |texts| texts.comparison.own),
            0,
        ))
        .children(row(
            "other",
            name().words(language, |texts| texts.comparison.other),
            1,
        ));
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
    el("section")
        .class("comparison__both")
        .attr("aria-labelledby", "comparison-heading")
        .child(heading)
        .child(rows)
        .child(advice)
        .child(el("p").class("comparison__buttons").child(swap).child(stop))
}
