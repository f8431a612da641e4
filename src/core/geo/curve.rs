//! The curve of a connection on the plane of the map.
//!
//! A quadratic Bézier curve whose control point lies beside the middle of the straight line, on its
//! northern side. It is a visual curve and no route: great circles to East Asia and North America leave a
//! Mercator map at its top edge, lie on one another over Scandinavia and meet their ends steeply, so that a
//! fan of them cannot be told apart; gently bent lines keep the order of their directions.

use super::area::Area;
use super::mercator::Point;

/// How far the control point lies from the line, as a part of the line's length.
const BEND: f64 = 0.22;

/// A quadratic Bézier curve on the plane of the map.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Curve {
    /// Where it begins.
    pub from: Point,
    /// What it bends towards.
    pub control: Point,
    /// Where it ends.
    pub to: Point,
}

impl Curve {
    /// The curve between two points; a point with itself gives a curve of no length.
    pub fn between(from: Point, to: Point) -> Self {
        let (dx, dy) = (to.x - from.x, to.y - from.y);
        // The normal that points north; due north and due south links bend to the west.
        let side = if dx > 0.0 || (dx == 0.0 && dy > 0.0) {
            1.0
        } else {
            -1.0
        };
        let control = Point {
            x: f64::midpoint(from.x, to.x) + side * dy * BEND,
            y: f64::midpoint(from.y, to.y) - side * dx * BEND,
        };
        Self { from, control, to }
    }

    /// The point at `part` of the way, 0 to 1.
    pub fn at(&self, part: f64) -> Point {
        let rest = 1.0 - part;
        let blend = |from: f64, control: f64, to: f64| {
            rest * rest * from + 2.0 * rest * part * control + part * part * to
        };
        Point {
            x: blend(self.from.x, self.control.x, self.to.x),
            y: blend(self.from.y, self.control.y, self.to.y),
        }
    }

    /// Its two halves.
    pub fn halves(&self) -> [Self; 2] {
        let between = |a: Point, b: Point| Point {
            x: f64::midpoint(a.x, b.x),
            y: f64::midpoint(a.y, b.y),
        };
        let (before, after) = (between(self.from, self.control), between(self.control, self.to));
        let middle = between(before, after);
        [
            Self {
                from: self.from,
                control: before,
                to: middle,
            },
            Self {
                from: middle,
                control: after,
                to: self.to,
            },
        ]
    }

    /// A rectangle that it does not leave.
    pub fn bounds(&self) -> Area {
        let ends = Area::between(self.from, self.to);
        Area {
            left: ends.left.min(self.control.x),
            top: ends.top.min(self.control.y),
            right: ends.right.max(self.control.x),
            bottom: ends.bottom.max(self.control.y),
        }
    }

    /// The greatest distance between the curve and the straight line between its ends.
    pub fn sagitta(&self) -> f64 {
        let middle = Point {
            x: f64::midpoint(self.from.x, self.to.x),
            y: f64::midpoint(self.from.y, self.to.y),
        };
        self.control.distance(middle) / 2.0
    }

    /// The curve moved sideways by `offset` pixels, to the right of its direction where positive.
    #[must_use]
    pub fn beside(&self, offset: f64) -> Self {
        let (dx, dy) = (self.to.x - self.from.x, self.to.y - self.from.y);
        let length = dx.hypot(dy);
        if length == 0.0 {
            return *self;
        }
        let (x, y) = (-dy / length * offset, dx / length * offset);
        // Only the middle moves: strands of one pair meet at its ends.
        Self {
            control: Point {
                x: self.control.x + 2.0 * x,
                y: self.control.y + 2.0 * y,
            },
            ..*self
        }
    }
}

/// The square of the distance of a point to the straight line between two others.
pub fn square_distance_to_segment(point: Point, start: Point, end: Point) -> f64 {
    let (dx, dy) = (end.x - start.x, end.y - start.y);
    let square = dx * dx + dy * dy;
    let part = if square > 0.0 {
        (((point.x - start.x) * dx + (point.y - start.y) * dy) / square).clamp(0.0, 1.0)
    } else {
        0.0
    };
    point.square_distance(Point {
        x: start.x + part * dx,
        y: start.y + part * dy,
    })
}
