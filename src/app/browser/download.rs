//! Files handed to the visitor, and the printer.

use js_sys::{Array, Uint8Array};
use leptos::prelude::{document, set_timeout, window};
use wasm_bindgen::JsCast;
use web_sys::{Blob, BlobPropertyBag, HtmlElement, Url};

use super::error::BrowserError;

/// Browsers begin to save within this time; after it the content is let go.
const SAVED: std::time::Duration = std::time::Duration::from_mins(1);

/// Offers content as a file for saving: a name and a media type such as `text/csv;charset=utf-8`.
///
/// # Errors
/// When the browser makes no address for it.
pub fn save(name: &str, media_type: &str, content: &[u8]) -> Result<(), BrowserError> {
    let refused = |cause| BrowserError::new("offer a file", &cause);
    let options = BlobPropertyBag::new();
    options.set_type(media_type);
    let parts = Array::of1(&Uint8Array::from(content));
    let blob = Blob::new_with_u8_array_sequence_and_options(&parts, &options).map_err(refused)?;
    save_blob(name, &blob)
}

/// Offers what the browser has made as a file for saving.
///
/// # Errors
/// When the browser makes no address for it.
pub fn save_blob(name: &str, blob: &Blob) -> Result<(), BrowserError> {
    let refused = |cause| BrowserError::new("offer a file", &cause);
    let address = Url::create_object_url_with_blob(blob).map_err(refused)?;
    let link: HtmlElement = document().create_element("a").map_err(refused)?.unchecked_into();
    link.set_attribute("href", &address)
        .and_then(|()| link.set_attribute("download", name))
        .map_err(refused)?;
    link.click();
    let forget = move || {
        // An address that is gone already needs no end.
        let _gone = Url::revoke_object_url(&address);
    };
    set_timeout(forget, SAVED);
    Ok(())
}

/// Opens the browser's print dialog; where the page may not, nothing happens.
pub fn print() {
    let _refused = window().print();
}
