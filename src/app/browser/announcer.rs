//! The one place where the page speaks of itself: a polite status, there before it has anything to say.

use leptos::prelude::{Get, Memo, document};
use wasm_bindgen::JsCast;

use super::dom::{Element, el, keep};
use super::frame::Calm;

/// The id of the region.
const ANNOUNCER: &str = "announcer";

thread_local! {
    /// What is about to be said.
    static ASKED: Calm = Calm::default();
}

/// The region; the page shows it once.
pub fn announcer() -> Element {
    el("div")
        .id(ANNOUNCER)
        .class("visually-hidden")
        .attr("role", "status")
}

/// Says words to those who listen to the page. Of many in a row the last alone are said, and what was said last is not
/// said again.
pub fn say(words: String) {
    let page = document();
    let Some(region) = page.get_element_by_id(ANNOUNCER).filter(|_| !words.is_empty()) else {
        return;
    };
    // What lies behind a dialog is not heard.
    let dialog = page.query_selector("dialog[open]").ok().flatten();
    let stage = dialog.or_else(|| page.body().map(Into::into));
    if let Some(stage) = stage.filter(|stage| region.parent_element().as_ref() != Some(stage)) {
        region.set_text_content(None);
        Element::of(stage.unchecked_into()).add(vec![Element::of(region.clone().unchecked_into())]);
    }
    let say = move || {
        if region.text_content().as_deref() != Some(&words) {
            region.set_text_content(Some(&words));
        }
    };
    ASKED.with(|asked| asked.ask(say));
}

/// Lets an element show a text, which is said as well whenever it changes.
pub fn spoken(element: Element, text: impl Fn() -> String + Send + Sync + 'static) -> Element {
    let text = Memo::new(move |_| text());
    keep(move || say(text.get()));
    element.live_text(move || text.get())
}
