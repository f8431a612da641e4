//! The fragment of the page's address.

use leptos::prelude::window;

use super::listener::listen;

/// How a new fragment enters the browser's history.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Step {
    /// A deliberate step: "back" returns to the view before it.
    Push,
    /// A small change: it takes the place of the view before it.
    Replace,
}

/// The present fragment with its `#`, or an empty text.
pub fn fragment() -> String {
    window().location().hash().unwrap_or_default()
}

/// Writes the fragment. Where the browser keeps no history (some sandboxes), the address stays as it is.
pub fn write_fragment(fragment: &str, step: Step) {
    let Ok(history) = window().history() else { return };
    let address = format!("#{fragment}");
    let _unchanged = match step {
        Step::Push => history.push_state_with_url(&wasm_bindgen::JsValue::NULL, "", Some(&address)),
        Step::Replace => history.replace_state_with_url(&wasm_bindgen::JsValue::NULL, "", Some(&address)),
    };
}

/// Calls back with the fragment whenever the visitor changes it: by hand, by a link, back or forward.
pub fn on_fragment_change(mut on_change: impl FnMut(String) + 'static) {
    listen(window(), "popstate", move |_: web_sys::Event| {
        on_change(fragment());
    });
}
