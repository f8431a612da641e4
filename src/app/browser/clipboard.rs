//! What the visitor takes elsewhere.

use wasm_bindgen::prelude::*;

use super::document::Focus;
use super::dom::Element;

#[wasm_bindgen]
extern "C" {
    /// A field with text.
    type Field;

    #[wasm_bindgen(method)]
    fn select(this: &Field);

    // The clipboard of `navigator` is there on encrypted pages only, and never in a sandbox.
    #[wasm_bindgen(js_namespace = document, js_name = execCommand)]
    fn execute(command: &str) -> bool;
}

/// Copies the text of a field; whether the browser has copied it. Otherwise the text stays selected for the visitor.
pub fn copy(field: &Element) -> bool {
    let focus = Focus::present();
    field.node().unchecked_ref::<Field>().select();
    let copied = execute("copy");
    if copied {
        focus.restore("");
    }
    copied
}
