//! What the browser refused.

use std::fmt;

use wasm_bindgen::JsValue;

/// Something that the browser refused: what was tried and what it said.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BrowserError {
    /// What was tried.
    pub attempt: String,
    /// What the browser said.
    pub cause: String,
}

impl BrowserError {
    /// The error of an attempt that threw `cause`.
    pub fn new(attempt: &str, cause: &JsValue) -> Self {
        let text = js_sys::Reflect::get(cause, &"message".into())
            .ok()
            .and_then(|message| message.as_string());
        let cause = text
            .or_else(|| cause.as_string())
            .unwrap_or_else(|| format!("{cause:?}"));
        Self {
            attempt: attempt.to_owned(),
            cause,
        }
    }
}

impl fmt::Display for BrowserError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: {}", self.attempt, self.cause)
    }
}
