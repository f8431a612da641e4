//! Files that belong to the page.

use gloo_net::http::Request;

use super::error::BrowserError;

/// The text of a file beside the page.
///
/// # Errors
/// When it does not arrive, or the server answers with anything but success.
pub async fn text(path: &'static str) -> Result<String, BrowserError> {
    let response = response(path).await?;
    response.text().await.map_err(|error| refused(path, &error))
}

/// The bytes of a file beside the page.
///
/// # Errors
/// When they do not arrive, or the server answers with anything but success.
pub async fn bytes(path: &'static str) -> Result<Vec<u8>, BrowserError> {
    let response = response(path).await?;
    response.binary().await.map_err(|error| refused(path, &error))
}

async fn response(path: &'static str) -> Result<gloo_net::http::Response, BrowserError> {
    let response = Request::get(path)
        .send()
        .await
        .map_err(|error| refused(path, &error))?;
    if response.ok() {
        Ok(response)
    } else {
        let cause = format!("{} {}", response.status(), response.status_text());
        Err(BrowserError { attempt: path, cause })
    }
}

fn refused(path: &'static str, error: &gloo_net::Error) -> BrowserError {
    BrowserError {
        attempt: path,
        cause: error.to_string(),
    }
}
