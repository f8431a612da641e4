//! The strands of a connection, one for each field of themes.

use crate::order::heaviest_first;

/// Thinnest strand, in screen pixels: narrower ones give way to the fields with more cooperations.
const MIN_STRAND_PX: f64 = 1.1;

/// Fields and widths of a connection's strands in screen pixels: as many fields as have room, the most
/// frequent of them, in order of display.
pub fn strands(by_field: &[u32; 6], width_px: f64) -> Vec<(usize, f64)> {
    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "a width of a few pixels"
    )]
    let room = ((width_px / MIN_STRAND_PX) as usize).max(1);
    let mut chosen = heaviest_first(by_field);
    chosen.truncate(room);
    let sum: u32 = chosen.iter().map(|&field| by_field[field]).sum();
    let part = |field: usize| width_px * f64::from(by_field[field]) / f64::from(sum.max(1));
    (0..by_field.len())
        .filter(|field| by_field[*field] > 0 && chosen.contains(field))
        .map(|field| (field, part(field).max(MIN_STRAND_PX.min(width_px))))
        .collect()
}
