//! Moments at which the browser paints.

use leptos::prelude::request_animation_frame;

/// Calls back once the changes made so far have been painted.
pub fn after_paint(call: impl FnOnce() + 'static) {
    // The first frame paints them; the second begins after that.
    request_animation_frame(move || request_animation_frame(call));
}
