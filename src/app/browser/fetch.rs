//! Files that belong to the page: beside it on a server, or inside it in the offline edition.

use std::pin::Pin;

use gloo_net::http::{Request, Response};
use js_sys::{Function, Promise, Reflect};
use leptos::prelude::window;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;

use super::error::BrowserError;

/// The function of the offline edition's page that gives a file of a path, as `fetch` would.
const PACKED: &str = "clusteratlasFile";

/// Begins something that waits for files.
pub fn spawn(work: impl Future<Output = ()> + 'static) {
    // One type for all of them: what runs a task is compiled for each.
    let work: Pin<Box<dyn Future<Output = ()>>> = Box::pin(work);
    leptos::task::spawn_local(work);
}

/// Whether the page holds its files itself and nothing lies beside it: the offline edition.
pub fn is_offline() -> bool {
    packed().is_some()
}

fn packed() -> Option<Function> {
    Reflect::get(&window(), &PACKED.into()).ok()?.dyn_into().ok()
}

/// The text of a file of the page.
///
/// # Errors
/// When it does not arrive, or the server answers with anything but success.
pub async fn text(path: &str) -> Result<String, BrowserError> {
    // Through the browser's own strings a large file would be there twice, at two bytes a letter.
    let bytes = bytes(path).await?;
    String::from_utf8(bytes).map_err(|error| BrowserError {
        attempt: path.to_owned(),
        cause: error.to_string(),
    })
}

/// The bytes of a file of the page.
///
/// # Errors
/// When they do not arrive, or the server answers with anything but success.
pub async fn bytes(path: &str) -> Result<Vec<u8>, BrowserError> {
    sealed(path, "").await
}

/// The bytes of a file of the page, if they have this digest; an empty one fits all.
///
/// # Errors
/// When they do not arrive, are others, or the server answers with anything but success.
pub async fn sealed(path: &str, integrity: &str) -> Result<Vec<u8>, BrowserError> {
    let response = match packed() {
        Some(packed) => unpack(&packed, path)
            .await
            .map_err(|cause| BrowserError::new(path, &cause))?,
        None => response(path, integrity).await?,
    };
    response.binary().await.map_err(|error| refused(path, &error))
}

async fn unpack(packed: &Function, path: &str) -> Result<Response, JsValue> {
    let promise: Promise = packed.call1(&JsValue::NULL, &path.into())?.unchecked_into();
    let response = JsFuture::from(promise).await?;
    Ok(response.unchecked_into::<web_sys::Response>().into())
}

async fn response(path: &str, integrity: &str) -> Result<Response, BrowserError> {
    let response = Request::get(path)
        .integrity(integrity)
        .send()
        .await
        .map_err(|error| refused(path, &error))?;
    if response.ok() {
        Ok(response)
    } else {
        let cause = format!("{} {}", response.status(), response.status_text());
        Err(BrowserError {
            attempt: path.to_owned(),
            cause,
        })
    }
}

fn refused(path: &str, error: &gloo_net::Error) -> BrowserError {
    BrowserError {
        attempt: path.to_owned(),
        cause: error.to_string(),
    }
}
