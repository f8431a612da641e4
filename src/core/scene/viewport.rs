//! Where the map looks, and how much of it can be told apart there.

use crate::geo::area::Area;
use crate::geo::mercator::{LEFT_EDGE_LON, WORLD_PX, pixel_from_degrees, scale_at};

use super::level::stepped;

/// So much of the screen has room for one connection among others, in square pixels.
const PX_PER_CONNECTION: f64 = 2500.0;

/// At least and at most so many connections are drawn.
const CONNECTIONS: (usize, usize) = (60, 300);

/// So much of the screen has room for one mark among others, in square pixels.
const PX_PER_MARK: f64 = 1600.0;

/// At least and at most so many marks are drawn.
const MARKS: (usize, usize) = (100, 400);

/// A frame reaches so far beyond what is visible, in screen pixels, and its edges stand at multiples of it.
const FRAME_PX: f64 = 256.0;

/// Marks so near to what is visible are there too, in screen pixels: the half of the largest with a name may
/// reach into it.
const MARGIN_PX: f64 = 48.0;

/// A part of the plane at a zoom level.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Viewport {
    /// The zoom level.
    pub zoom_level: f64,
    /// The visible part of the plane, in pixels at zoom level 0.
    pub visible: Area,
}

impl Default for Viewport {
    /// The whole world on a small screen.
    fn default() -> Self {
        let left = pixel_from_degrees(0.0, LEFT_EDGE_LON).x;
        Self {
            zoom_level: 0.0,
            visible: Area {
                left,
                top: 0.0,
                right: left + WORLD_PX,
                bottom: WORLD_PX,
            },
        }
    }
}

impl Viewport {
    /// The part of the plane whose connections are of interest: what is visible and some of what surrounds
    /// it. Small moves leave it as it is.
    pub fn frame(&self) -> Area {
        let side = FRAME_PX / scale_at(stepped(self.zoom_level));
        let Area {
            left,
            top,
            right,
            bottom,
        } = self.visible;
        Area {
            left: ((left / side).floor() - 1.0) * side,
            top: ((top / side).floor() - 1.0) * side,
            right: ((right / side).ceil() + 1.0) * side,
            bottom: ((bottom / side).ceil() + 1.0) * side,
        }
    }

    /// The part of the plane whose marks are of interest.
    pub fn with_margin(&self) -> Area {
        self.visible.grown(MARGIN_PX / scale_at(self.zoom_level))
    }

    /// How many connections can be told apart where each stands out: one for every 2 500 square pixels of the map, at
    /// least 60 and at most 300.
    pub fn most_connections(&self) -> usize {
        self.most(PX_PER_CONNECTION, CONNECTIONS)
    }

    /// How many marks can be told apart and walked through: one for every 1 600 square pixels of the map, at
    /// least 100 and at most 400.
    pub fn most_marks(&self) -> usize {
        self.most(PX_PER_MARK, MARKS)
    }

    fn most(&self, px_per_one: f64, (least, most): (usize, usize)) -> usize {
        let scale = scale_at(self.zoom_level);
        let Area {
            left,
            top,
            right,
            bottom,
        } = self.visible;
        // Rounded to whole pixels first, so that a move of the map does not change it.
        let px = ((right - left) * scale).round() * ((bottom - top) * scale).round();
        #[expect(
            clippy::cast_possible_truncation,
            clippy::cast_sign_loss,
            reason = "saturates, and is bounded next"
        )]
        let number = (px / px_per_one) as usize;
        number.clamp(least, most)
    }
}
