//! Buttons over the map: pointer alternatives to wheel, pinch and drag.

use clusteratlas_core::locale::texts::Texts;

use crate::browser::dom::{Element, button, el, sign};
use crate::store::Store;

/// What the visitor asks of the map.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Wish {
    /// A zoom level nearer.
    In,
    /// A zoom level farther.
    Out,
    /// The whole world.
    World,
    /// Germany.
    Germany,
}

/// The buttons, and those that come later.
pub(super) fn controls(store: Store, later: Element, on_wish: impl Fn(Wish) + Copy + 'static) -> Element {
    let language = store.session.language;
    let control = |wish: Wish, kind: &str, name: fn(&Texts) -> &'static str| {
        button("map__control")
            .attr_words("title", language, name)
            .child(sign(&format!("map__sign map__sign--{kind}")))
            .on_click(move || on_wish(wish))
    };
    el("div")
        .class("map__controls")
        .child(control(Wish::In, "in", |texts| texts.zoom_in))
        .child(control(Wish::Out, "out", |texts| texts.zoom_out))
        .child(control(Wish::World, "world", |texts| texts.show_world))
        .child(control(Wish::Germany, "germany", |texts| texts.show_germany))
        .child(later)
}
