//! The second piece of the program: code and constants that the first map does not need.
//!
//! It works in the memory and the tables of the first, which `cargo xtask build` prepares for it.

use js_sys::{Object, Reflect, WebAssembly};
use wasm_bindgen_futures::JsFuture;

use super::document;
use super::error::BrowserError;
use super::fetch;

/// What the second piece calls the first.
const FIRST: &str = "main";

/// Fetches the second piece and puts it in its place; nothing to do where the page names none, because the program
/// was built in one piece.
///
/// May be called again after it has failed. After it has succeeded it must not: the variables of what runs already
/// would be set back.
///
/// # Errors
/// When the file does not arrive, or the browser refuses it.
pub async fn load() -> Result<(), BrowserError> {
    let Some(address) = document::root_attribute("data-later") else {
        return Ok(());
    };
    let integrity = document::root_attribute("data-later-integrity").unwrap_or_default();
    let bytes = fetch::sealed(&address, &integrity).await?;
    let refused = |cause| BrowserError::new("WebAssembly", &cause);
    let imports = Object::new();
    Reflect::set(&imports, &FIRST.into(), &wasm_bindgen::exports()).map_err(refused)?;
    JsFuture::from(WebAssembly::instantiate_buffer(&bytes, &imports))
        .await
        .map(drop)
        .map_err(refused)
}
