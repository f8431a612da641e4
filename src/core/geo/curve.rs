//! The curve of a connection on the plane of the map.
//!
//! A quadratic Bézier curve whose control point lies beside the middle of the straight line, on its
//! northern side. It is a visual curve and no route: great circles to East Asia and North America leave a
//! Mercator map at its top edge, lie on one another over Scandinavia and meet their ends steeply, so that a
//! fan of them cannot be told apart; gently bent lines keep the order of their directions.

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

    /// The distance of `point` to the curve, if it is at most `reach`; measured against chords.
    pub fn distance_within(&self, point: Point, reach: f64) -> Option<f64> {
        const CHORDS: u32 = 24;
        let outside = |low: f64, value: f64, high: f64| value < low - reach || value > high + reach;
        let [x, y] = [|at: Point| at.x, |at: Point| at.y].map(|axis: fn(Point) -> f64| {
            let ends = [axis(self.from), axis(self.control), axis(self.to)];
            (
                ends.into_iter().fold(f64::INFINITY, f64::min),
                ends.into_iter().fold(f64::NEG_INFINITY, f64::max),
            )
        });
        if outside(x.0, point.x, x.1) || outside(y.0, point.y, y.1) {
            return None;
        }
        let mut best = f64::INFINITY;
        let mut start = self.from;
        for chord in 1..=CHORDS {
            let end = self.at(f64::from(chord) / f64::from(CHORDS));
            best = best.min(distance_to_segment(point, start, end));
            start = end;
        }
        (best <= reach).then_some(best)
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

fn distance_to_segment(point: Point, start: Point, end: Point) -> f64 {
    let (dx, dy) = (end.x - start.x, end.y - start.y);
    let square = dx * dx + dy * dy;
    let part = if square > 0.0 {
        (((point.x - start.x) * dx + (point.y - start.y) * dy) / square).clamp(0.0, 1.0)
    } else {
        0.0
    };
    point.distance(Point {
        x: start.x + part * dx,
        y: start.y + part * dy,
    })
}
