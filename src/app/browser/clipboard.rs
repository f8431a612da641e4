//! What the visitor takes elsewhere.

use wasm_bindgen::prelude::*;

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

/// Selects the text of a field and copies it; whether the browser has copied it.
pub fn copy(field: &Element) -> bool {
    field.node().unchecked_ref::<Field>().select();
    execute("copy")
}
