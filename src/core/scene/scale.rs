//! Sizes and widths from counts.

/// Radius of the mark of one cooperation, in screen pixels.
const MIN_RADIUS_PX: f64 = 6.0;

/// Radius of the largest mark, in screen pixels.
const MAX_RADIUS_PX: f64 = 23.0;

/// Half of the smallest room that a mark takes, in screen pixels: targets are 24 pixels wide.
pub const MIN_HIT_RADIUS_PX: f64 = 12.0;

/// Half the width of a digit on a mark, and the room beside digits, in screen pixels.
const HALF_DIGIT_PX: (f64, f64) = (3.2, 2.2);

/// Width of a connection of one cooperation where there are few, in screen pixels.
const MIN_WIDTH_PX: f64 = 1.3;

/// Width of the widest connection, in screen pixels.
const MAX_WIDTH_PX: f64 = 11.0;

/// The radius of a mark in screen pixels: its area above the smallest grows with the count.
///
/// `greatest` is the count of the largest mark; a mark without cooperations has the smallest radius.
pub fn radius_px(count: u32, greatest: u32) -> f64 {
    MIN_RADIUS_PX + (MAX_RADIUS_PX - MIN_RADIUS_PX) * root_part(count, greatest)
}

/// The number that a mark shows, where it has room for it: from a thousand on in thousands (`k`), rounded down so
/// that it never says more than there is. Its name has the whole number.
pub fn number_on_mark(count: u32, radius_px: f64) -> Option<String> {
    let number = if count < 1000 {
        count.to_string()
    } else {
        format!("{}k", count / 1000)
    };
    let (half_digit, beside) = HALF_DIGIT_PX;
    let digits = u32::try_from(number.len()).unwrap_or(u32::MAX);
    let fits = radius_px >= beside + half_digit * f64::from(digits);
    fits.then_some(number)
}

/// So many connections still lie beside each other.
const FEW_CONNECTIONS: f64 = 70.0;

/// Opacity of connections: those below shine through, and every colour still stands out from land and water.
pub const OPACITY: f64 = 0.8;

/// Part of their ink that connections keep, 0 to 1, so that many of them together cover no more than few: 1 where
/// there are few, falling with the root of their number.
pub fn ink(connections: usize) -> f64 {
    let number = f64::from(u32::try_from(connections).unwrap_or(u32::MAX));
    (FEW_CONNECTIONS / number.max(FEW_CONNECTIONS)).sqrt()
}

/// The width of a connection in screen pixels, from 1.3 to 11; `ink` makes all narrower, and the wide ones most. They
/// are never paler instead: a line that is there can be seen.
pub fn width_px(count: u32, greatest: u32, ink: f64) -> f64 {
    // Few connections with few cooperations shall not look like the busiest ones.
    let part = root_part(count.saturating_sub(1), greatest.max(60) - 1);
    MIN_WIDTH_PX * ink.sqrt() + (MAX_WIDTH_PX - MIN_WIDTH_PX) * ink * part
}

fn root_part(count: u32, greatest: u32) -> f64 {
    if greatest == 0 {
        0.0
    } else {
        (f64::from(count.min(greatest)) / f64::from(greatest)).sqrt()
    }
}
