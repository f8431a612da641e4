//! Which connection the pointer touches: an index over the drawn curves, so that an answer looks at the few
//! pieces near the pointer and neither draws nor goes through all.

use crate::geo::area::Area;
use crate::geo::curve::{Curve, square_distance_to_segment};
use crate::geo::grid::Grid;
use crate::geo::mercator::{Point, scale_at};

use super::Scene;
use super::level::Level;
use super::viewport::Viewport;

/// The pointer touches a connection within so many screen pixels of its middle.
pub const TOUCH_PX: f64 = 6.0;

/// Straight pieces stay so near to their curve, in screen pixels.
const TOLERANCE_PX: f64 = 0.5;

/// Straight pieces are at most so long, and squares of the grid half as wide, in screen pixels.
const PIECE_PX: f64 = 64.0;

/// A curve is halved at most so often; by then its pieces are a thousandth of a screen pixel long at every
/// zoom level, unless its numbers are not finite.
const MOST_HALVINGS: u32 = 24;

/// The connections of a scene by where they are drawn.
#[derive(Clone, Debug)]
pub struct Hover {
    /// Length of a screen pixel on the plane.
    pixel: f64,
    pieces: Vec<Piece>,
    grid: Grid,
}

/// A straight piece of a curve.
#[derive(Clone, Copy, Debug)]
struct Piece {
    from: Point,
    to: Point,
    connection: usize,
}

impl Hover {
    /// The index of a scene's connections as far as they lie in the visible part of a viewport.
    pub fn build(level: &Level, scene: &Scene, viewport: &Viewport) -> Self {
        let pixel = 1.0 / scale_at(viewport.zoom_level);
        let mut hover = Self {
            pixel,
            pieces: Vec::new(),
            grid: Grid::new(PIECE_PX / 2.0 * pixel, 16 * scene.connections.len()),
        };
        let within = viewport.visible.grown(TOUCH_PX * pixel);
        for (position, connection) in scene.connections.iter().enumerate() {
            hover.add(&connection.curve(level), position, within, MOST_HALVINGS);
        }
        hover
    }

    fn add(&mut self, curve: &Curve, connection: usize, within: Area, halvings: u32) {
        if !curve.bounds().touches(within) {
            return;
        }
        let short = curve.from.distance(curve.to) <= PIECE_PX * self.pixel;
        if halvings == 0 || short && curve.sagitta() <= TOLERANCE_PX * self.pixel {
            self.grid
                .add(Area::between(curve.from, curve.to), self.pieces.len());
            self.pieces.push(Piece {
                from: curve.from,
                to: curve.to,
                connection,
            });
        } else {
            for half in curve.halves() {
                self.add(&half, connection, within, halvings - 1);
            }
        }
    }

    /// The connection that a pointer at a point of the plane touches: the nearest, and of equally near ones
    /// the strongest.
    pub fn touched(&self, at: Point) -> Option<usize> {
        let reach = TOUCH_PX * self.pixel;
        let mut nearest: Option<(f64, usize)> = None;
        self.grid.visit(Area::around(at, reach), &mut |position| {
            let piece = self.pieces[position];
            let distance = square_distance_to_segment(at, piece.from, piece.to);
            let found = (distance, piece.connection);
            if distance <= reach * reach && nearest.is_none_or(|nearest| found < nearest) {
                nearest = Some(found);
            }
        });
        nearest.map(|(_, connection)| connection)
    }
}
