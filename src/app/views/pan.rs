//! Buttons that move the map, for those who point but cannot drag, and those that help to find the way on it.

use clusteratlas_core::locale::pan::PanTexts;
use leptos::prelude::*;

use crate::browser::document;
use crate::browser::dom::{Element, button, el, sign};
use crate::store::Store;

use super::guide;

const TOGGLE: &str = "pan-toggle";
const ARROWS: &str = "pan-arrows";

/// How much of what the map shows a step is.
const STEP: f64 = 0.3;

/// A direction: its class, its steps to the right and down, its name.
type Direction = (&'static str, (f64, f64), fn(&PanTexts) -> &'static str);

const DIRECTIONS: [Direction; 4] = [
    ("pan__arrow--up", (0.0, -STEP), |texts| texts.up),
    ("pan__arrow--left", (-STEP, 0.0), |texts| texts.left),
    ("pan__arrow--right", (STEP, 0.0), |texts| texts.right),
    ("pan__arrow--down", (0.0, STEP), |texts| texts.down),
];

/// The button that unfolds the arrows, and they.
pub fn content(store: Store) -> Vec<Element> {
    let shown = RwSignal::new(false);
    let named = move |element: Element, attribute: &'static str, name: fn(&PanTexts) -> &'static str| {
        element.live_attr(attribute, move || Some(name(store.texts().pan()).to_owned()))
    };
    let toggle = button("map__control")
        .id(TOGGLE)
        .live_state("aria-expanded", move || shown.get())
        .attr("aria-controls", ARROWS)
        .child(sign("map__sign map__sign--pan"))
        .on_click(move || shown.update(|shown| *shown = !*shown));
    let arrows = DIRECTIONS.map(|(kind, (right, down), name)| {
        let arrow = button(&format!("map__control {kind}")).child(sign("map__sign map__sign--arrow"));
        named(arrow, "title", name).on_click(move || store.pan(right, down))
    });
    let cross = el("div")
        .class("pan__arrows")
        .id(ARROWS)
        .attr("role", "group")
        .live_flag("hidden", move || !shown.get())
        .children(arrows.into());
    let pan = el("div")
        .class("pan")
        .child(named(toggle, "title", |texts| texts.toggle))
        .child(named(cross, "aria-label", |texts| texts.toggle))
        .on_key(move |key| {
            let closes = key == "Escape" && shown.get_untracked();
            if closes {
                shown.set(false);
                document::focus(TOGGLE);
            }
            closes
        });
    let mut buttons = vec![pan];
    buttons.extend(guide::buttons(store));
    buttons
}
