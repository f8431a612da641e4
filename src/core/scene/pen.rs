//! How the connections of a scene are drawn: the lines that each is made of, with their widths and dashes.

use crate::geo::curve::Curve;

use super::level::Level;
use super::scale::{ink, width_px};
use super::strand::{DASHES, dash_unit_px, strands};
use super::{Connection, Scene};

/// Lengths of the dashes of what is compared and of the gaps between them, in screen pixels.
const COMPARED_PX: [f64; 2] = [7.0, 5.0];

/// Which lines are dashed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Dashes {
    /// None.
    Without,
    /// Every field has its own.
    ByField,
    /// All alike: they are what others are compared with.
    Compared,
}

/// By so much bold lines are wider, in screen pixels.
const BOLD_PX: f64 = 1.0;

/// A line on the plane of the map.
#[derive(Clone, Debug, PartialEq)]
pub struct Line {
    /// Where it runs.
    pub curve: Curve,
    /// The field that it stands for, by its position in [`Field::ALL`](crate::domain::theme::Field::ALL).
    pub field: usize,
    /// Its width in screen pixels.
    pub width_px: f64,
    /// Lengths of its dashes and of the gaps between them in screen pixels; none where it is whole.
    pub dashes_px: Vec<f64>,
}

/// What draws the connections of a scene.
#[derive(Clone, Copy, Debug)]
pub struct Pen<'a> {
    level: &'a Level,
    /// Width of a screen pixel on the plane.
    pixel: f64,
    greatest: u32,
    /// Part of their ink that connections keep.
    ink: f64,
    bold: bool,
    dashes: Dashes,
}

impl<'a> Pen<'a> {
    /// The pen of a scene where a screen pixel is that wide on the plane. `bold` lines are wider.
    pub fn new(level: &'a Level, scene: &Scene, pixel: f64, bold: bool, dashes: Dashes) -> Self {
        Self {
            level,
            pixel,
            greatest: scene.greatest_connection(),
            ink: ink(scene.connections.len()),
            bold,
            dashes,
        }
    }

    /// Whether its lines are dashed, or some of them.
    pub const fn is_dashed(&self) -> bool {
        !matches!(self.dashes, Dashes::Without)
    }

    /// The width of a connection in screen pixels.
    pub fn width_px(&self, connection: &Connection) -> f64 {
        let width = width_px(connection.cooperations, self.greatest, self.ink);
        if self.bold { width + BOLD_PX } else { width }
    }

    /// How many screen pixels beside its curve a connection of the scene that this pen's is compared with is drawn:
    /// beside the same connection of this one, where there is one.
    pub fn aside_px(&self, scene: &Scene, other: &Self, connection: &Connection) -> f64 {
        let ends = (connection.from, connection.to);
        let same = scene.connections.iter().find(|one| (one.from, one.to) == ends);
        same.map_or(0.0, |same| {
            // The halves of both and a pixel between them.
            f64::midpoint(self.width_px(same), other.width_px(connection)) + 1.0
        })
    }

    /// The lines of a connection some screen pixels beside its curve.
    pub fn lines(&self, connection: &Connection, aside_px: f64) -> impl Iterator<Item = Line> {
        let (pixel, dashes) = (self.pixel, self.dashes);
        let whole = connection.curve(self.level);
        let strands = strands(&connection.by_field, self.width_px(connection));
        let mut offset = aside_px - strands.iter().map(|(_, width)| width).sum::<f64>() / 2.0;
        strands.into_iter().map(move |(field, width_px)| {
            let curve = whole.beside((offset + width_px / 2.0) * pixel);
            offset += width_px;
            let (lengths, unit): (&[f64], f64) = match dashes {
                Dashes::Without => (&[], 1.0),
                Dashes::ByField => (DASHES[field], dash_unit_px(width_px)),
                Dashes::Compared => (&COMPARED_PX, 1.0),
            };
            Line {
                curve,
                field,
                width_px,
                dashes_px: lengths.iter().map(|length| length * unit).collect(),
            }
        })
    }
}
