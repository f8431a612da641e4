//! The strands of a connection, one for each field of themes, and their dashes.
//!
//! Colour is never the only thing that tells a field. Marks, filters and tables have its shape; lines have its dashes,
//! but hundreds of dashed lines are a flicker and no picture. So lines are whole until somebody looks at them: those
//! that are lit up, by pointer, focus or selection, are dashed, and all are for readers who ask for more contrast or
//! have colours of their own. The legend shows shape, colour and dashes side by side; the words of a touched line and
//! the table name the field. In a comparison dashes part its two sides and tell nothing else.

use crate::order::heaviest_first;

/// Thinnest strand, in screen pixels: narrower ones give way to the fields with more cooperations.
const MIN_STRAND_PX: f64 = 1.1;

/// Dashes and the gaps after them, by field in the order of
/// [`Field::ALL`](crate::domain::theme::Field::ALL), in units of [`dash_unit_px`]; none for whole lines.
pub const DASHES: [&[f64]; 6] = [
    &[],
    &[1.0, 1.0],
    &[7.0, 2.0],
    &[6.0, 1.5, 1.0, 1.5],
    &[3.0, 2.0],
    &[6.0, 1.5, 1.0, 1.5, 1.0, 1.5],
];

/// The unit of dashes on a line, in screen pixels: its width, as long as that makes neither dust nor whole lines.
pub fn dash_unit_px(width_px: f64) -> f64 {
    width_px.clamp(2.0, 4.0)
}

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
