//! The second piece of the program: code, constants and styles that the first map does not need.
//!
//! It works in the memory and the tables of the first, which `cargo xtask build` prepares for it.

use js_sys::{Object, Promise, Reflect, WebAssembly};
use wasm_bindgen::JsValue;
use wasm_bindgen_futures::JsFuture;

use super::document;
use super::dom::{Element, el};
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
    let style = Sheet::ask();
    let integrity = document::root_attribute("data-later-integrity").unwrap_or_default();
    let bytes = fetch::sealed(&address, &integrity).await?;
    // What it shows is never seen without its style.
    style.arrive().await?;
    let refused = |cause| BrowserError::new("WebAssembly", &cause);
    let imports = Object::new();
    Reflect::set(&imports, &FIRST.into(), &wasm_bindgen::exports()).map_err(refused)?;
    JsFuture::from(WebAssembly::instantiate_buffer(&bytes, &imports))
        .await
        .map(drop)
        .map_err(refused)
}

/// The style of what the second piece shows, on its way; nothing where the page has all styles at once.
struct Sheet(Option<(Element, Promise)>);

impl Sheet {
    fn ask() -> Self {
        Self(document::root_attribute("data-later-style").map(|address| {
            let integrity = document::root_attribute("data-later-style-integrity").unwrap_or_default();
            let link = el("link")
                .attr("rel", "stylesheet")
                .attr("integrity", &integrity)
                .attr("crossorigin", "anonymous")
                .attr("href", &address);
            let arrival = Promise::new(&mut |arrived, failed| {
                for (kind, call) in [("load", arrived), ("error", failed)] {
                    // An element takes any listener.
                    let _listens = link.node().add_event_listener_with_callback(kind, &call);
                }
            });
            document::add_to_head(&link);
            (link, arrival)
        }))
    }

    async fn arrive(self) -> Result<(), BrowserError> {
        let Some((link, arrival)) = self.0 else {
            return Ok(());
        };
        if JsFuture::from(arrival).await.is_err() {
            link.remove();
            return Err(BrowserError::new("CSS", &JsValue::from_str("error")));
        }
        Ok(())
    }
}
