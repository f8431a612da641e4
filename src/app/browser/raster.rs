//! Drawings turned into pictures of points.

use js_sys::{Promise, encode_uri_component};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{Blob, HtmlImageElement, OffscreenCanvas, OffscreenCanvasRenderingContext2d};

use super::error::BrowserError;

/// An SVG file as PNG of that width and height in points.
///
/// # Errors
/// When the browser does not read the drawing, or has no room for the picture.
pub async fn png(svg: &str, width: u32, height: u32) -> Result<Blob, BrowserError> {
    let refused = |cause: JsValue| BrowserError::new("make a picture", &cause);
    let image = HtmlImageElement::new().map_err(refused)?;
    // What comes from an address of its own would make the canvas unreadable in a page without a server.
    let text = String::from(encode_uri_component(svg));
    image.set_src(&format!("data:image/svg+xml;charset=utf-8,{text}"));
    awaited(image.decode()).await.map_err(refused)?;
    let canvas = OffscreenCanvas::new(width, height).map_err(refused)?;
    let context = canvas.get_context("2d").map_err(refused)?;
    let context = context.ok_or_else(|| refused("no drawing context".into()))?;
    context
        .unchecked_into::<OffscreenCanvasRenderingContext2d>()
        .draw_image_with_html_image_element_and_dw_and_dh(
            &image,
            0.0,
            0.0,
            f64::from(width),
            f64::from(height),
        )
        .map_err(refused)?;
    let blob = awaited(canvas.convert_to_blob().map_err(refused)?);
    Ok(blob.await.map_err(refused)?.unchecked_into())
}

async fn awaited(promise: impl Into<Promise>) -> Result<JsValue, JsValue> {
    JsFuture::from(promise.into()).await
}
