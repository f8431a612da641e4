//! Sizes and widths from counts.

/// Radius of the mark of one cooperation, in screen pixels.
const MIN_RADIUS_PX: f64 = 6.0;

/// Radius of the largest mark, in screen pixels.
const MAX_RADIUS_PX: f64 = 23.0;

/// Half of the smallest room that a mark takes, in screen pixels: targets are 24 pixels wide.
pub const MIN_HIT_RADIUS_PX: f64 = 12.0;

/// A mark of at least this radius has room for its number, in screen pixels.
pub const NUMBER_RADIUS_PX: f64 = 9.5;

/// Width of a connection of one cooperation, in screen pixels.
const MIN_WIDTH_PX: f64 = 1.3;

/// Width of the widest connection, in screen pixels.
const MAX_WIDTH_PX: f64 = 11.0;

/// The radius of a mark in screen pixels: its area above the smallest grows with the count.
///
/// `greatest` is the count of the largest mark; a mark without cooperations has the smallest radius.
pub fn radius_px(count: u32, greatest: u32) -> f64 {
    MIN_RADIUS_PX + (MAX_RADIUS_PX - MIN_RADIUS_PX) * root_part(count, greatest)
}

/// The width of a connection in screen pixels.
pub fn width_px(count: u32, greatest: u32) -> f64 {
    // Few connections with few cooperations shall not look like the busiest ones.
    MIN_WIDTH_PX + (MAX_WIDTH_PX - MIN_WIDTH_PX) * root_part(count.saturating_sub(1), greatest.max(60) - 1)
}

fn root_part(count: u32, greatest: u32) -> f64 {
    if greatest == 0 {
        0.0
    } else {
        (f64::from(count.min(greatest)) / f64::from(greatest)).sqrt()
    }
}
