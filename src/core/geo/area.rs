//! Upright rectangles on the plane of the map or on the screen.

use super::mercator::Point;

/// An upright rectangle, in any unit of length.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Area {
    /// Left edge.
    pub left: f64,
    /// Upper edge.
    pub top: f64,
    /// Right edge.
    pub right: f64,
    /// Lower edge.
    pub bottom: f64,
}

impl Area {
    /// The square around a point with edges at `reach` from it.
    pub fn around(at: Point, reach: f64) -> Self {
        Self {
            left: at.x - reach,
            top: at.y - reach,
            right: at.x + reach,
            bottom: at.y + reach,
        }
    }

    /// The smallest rectangle around two points.
    pub fn between(one: Point, other: Point) -> Self {
        Self {
            left: one.x.min(other.x),
            top: one.y.min(other.y),
            right: one.x.max(other.x),
            bottom: one.y.max(other.y),
        }
    }

    /// The smallest rectangle around it and another.
    #[must_use]
    pub const fn joined(self, other: Self) -> Self {
        Self {
            left: self.left.min(other.left),
            top: self.top.min(other.top),
            right: self.right.max(other.right),
            bottom: self.bottom.max(other.bottom),
        }
    }

    /// With every edge moved outwards.
    #[must_use]
    pub fn grown(self, by: f64) -> Self {
        Self {
            left: self.left - by,
            top: self.top - by,
            right: self.right + by,
            bottom: self.bottom + by,
        }
    }

    /// Measured in a unit that is `factor` times smaller.
    #[must_use]
    pub fn scaled(self, factor: f64) -> Self {
        Self {
            left: self.left * factor,
            top: self.top * factor,
            right: self.right * factor,
            bottom: self.bottom * factor,
        }
    }

    /// Whether a point lies in it or on its edge.
    pub fn contains(self, at: Point) -> bool {
        self.left <= at.x && at.x <= self.right && self.top <= at.y && at.y <= self.bottom
    }

    /// Whether all of another lies in it.
    pub fn holds(self, other: Self) -> bool {
        self.left <= other.left
            && other.right <= self.right
            && self.top <= other.top
            && other.bottom <= self.bottom
    }

    /// Whether both share more than an edge.
    pub fn overlaps(self, other: Self) -> bool {
        self.left < other.right
            && other.left < self.right
            && self.top < other.bottom
            && other.top < self.bottom
    }

    /// Whether both share a point, be it on an edge.
    pub fn touches(self, other: Self) -> bool {
        self.left <= other.right
            && other.left <= self.right
            && self.top <= other.bottom
            && other.top <= self.bottom
    }
}
