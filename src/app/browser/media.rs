//! What the visitor's system prefers.

use clusteratlas_core::domain::localized::Language;
use leptos::prelude::window;

use super::listener::listen;

/// The language of the browser.
pub fn preferred_language() -> Language {
    Language::for_preference(&window().navigator().language().unwrap_or_default())
}

fn query(condition: &str) -> Option<web_sys::MediaQueryList> {
    window().match_media(condition).ok().flatten()
}

/// Whether a media condition holds now.
pub fn matches(condition: &str) -> bool {
    query(condition).is_some_and(|media| media.matches())
}

/// Whether the visitor asks for less motion.
pub fn prefers_reduced_motion() -> bool {
    matches("(prefers-reduced-motion: reduce)")
}

/// The colours are those of the reader's system.
const READERS_COLOURS: &str = "(forced-colors: active)";

/// Whether the colours are those of the reader's system.
pub fn has_readers_colours() -> bool {
    matches(READERS_COLOURS)
}

/// Calls back whenever colours may have changed: light, dark, forced colours, contrast.
pub fn on_colour_change(on_change: impl Fn() + Clone + 'static) {
    for condition in [
        "(prefers-color-scheme: dark)",
        READERS_COLOURS,
        "(prefers-contrast: more)",
    ] {
        if let Some(media) = query(condition) {
            let on_change = on_change.clone();
            listen(media, "change", move |_: web_sys::Event| on_change());
        }
    }
}

/// Whether the keyboard is that of a Mac.
pub fn is_mac() -> bool {
    window()
        .navigator()
        .user_agent()
        .is_ok_and(|agent| agent.contains("Macintosh"))
}

/// Screen pixels per CSS pixel; at least 1, so that drawings stay sharp when a page is zoomed out.
pub fn pixel_ratio() -> f64 {
    window().device_pixel_ratio().max(1.0)
}
