//! The fragment of the page's address.

use leptos::prelude::window;

use super::document::configured;
use super::fetch::is_offline;
use super::frame::Calm;
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

/// The address of the page with another fragment, given without its `#`.
pub fn address_of(fragment: &str) -> String {
    let address = window().location().href().unwrap_or_default();
    let page = address.split('#').next().unwrap_or_default();
    format!("{page}#{fragment}")
}

/// The same for others to follow; none where nobody knows the site's.
///
/// A file on the visitor's device is found by nobody else, and its address would tell how folders there are named.
pub fn public_address_of(fragment: &str) -> Option<String> {
    if is_offline() {
        Some(format!("{}#{fragment}", configured("address")?))
    } else {
        Some(address_of(fragment))
    }
}

/// Writes fragments: steps at once, replacements soon, for browsers allow few of them in a second.
#[derive(Clone, Default)]
pub struct Writer(Calm);

impl Writer {
    /// Writes a fragment.
    pub fn write(&self, fragment: String, step: Step) {
        match step {
            Step::Push => {
                self.0.hurry();
                write_fragment(&fragment, step);
            }
            Step::Replace => self.0.ask(move || write_fragment(&fragment, step)),
        }
    }

    /// Calls back with the fragment whenever the visitor changes it: by hand, by a link, back or forward.
    pub fn on_fragment_change(&self, mut on_change: impl FnMut(String) + 'static) {
        let own = self.clone();
        listen(window(), "popstate", move |_: web_sys::Event| {
            own.0.forget();
            on_change(fragment());
        });
    }
}

/// Where the browser keeps no history (some sandboxes), the address stays as it is.
fn write_fragment(fragment: &str, step: Step) {
    let Ok(history) = window().history() else { return };
    let address = format!("#{fragment}");
    let _unchanged = match step {
        Step::Push => history.push_state_with_url(&wasm_bindgen::JsValue::NULL, "", Some(&address)),
        Step::Replace => history.replace_state_with_url(&wasm_bindgen::JsValue::NULL, "", Some(&address)),
    };
}
