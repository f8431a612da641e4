//! Files that belong to the page.

use std::pin::Pin;

use gloo_net::http::Request;

use super::error::BrowserError;

/// Begins something that waits for files.
pub fn spawn(work: impl Future<Output = ()> + 'static) {
    // One type for all of them: what runs a task is compiled for each.
    let work: Pin<Box<dyn Future<Output = ()>>> = Box::pin(work);
    leptos::task::spawn_local(work);
}

/// The text of a file beside the page.
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

/// The bytes of a file beside the page.
///
/// # Errors
/// When they do not arrive, or the server answers with anything but success.
pub async fn bytes(path: &str) -> Result<Vec<u8>, BrowserError> {
    sealed(path, "").await
}

/// The bytes of a file beside the page, if they have this digest; an empty one fits all.
///
/// # Errors
/// When they do not arrive, are others, or the server answers with anything but success.
pub async fn sealed(path: &str, integrity: &str) -> Result<Vec<u8>, BrowserError> {
    let response = response(path, integrity).await?;
    response.binary().await.map_err(|error| refused(path, &error))
}

async fn response(path: &str, integrity: &str) -> Result<gloo_net::http::Response, BrowserError> {
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
