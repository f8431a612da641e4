//! What the map shows, as plain data.
//!
//! A [`level::Level`] says into which groups a zoom level gathers clusters and places; a [`Scene`] counts a
//! set of cooperations by those groups: marks with numbers, connections with widths. [`mark`] gives marks
//! their sizes and names for a [`viewport::Viewport`], [`hover`] finds what the pointer touches, [`walk`] what the keyboard can walk along. Whatever
//! draws the map draws nothing else. A [`picture`] is a map in a box of its own, for paper and for files.
//!
//! How much is drawn follows from the screen and not from the dataset: the strongest connections and the
//! largest marks that can be told apart, and the number of the others. Counts are those of all matches,
//! wherever the map looks.

pub mod ground;
pub mod hover;
pub mod label;
pub mod level;
pub mod mark;
pub mod node;
pub mod pen;
pub mod picture;
pub mod scale;
pub mod strand;
mod strongest;
mod tally;
pub mod viewport;
pub mod walk;
mod whole;

use crate::geo::area::Area;
use crate::geo::curve::Curve;
use crate::query::bitmap::Bitmap;
use crate::query::index::Index;

use level::Level;
use tally::Tally;

/// Cooperations between two groups.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Connection {
    /// The group of a cluster.
    pub from: usize,
    /// The group of a partner.
    pub to: usize,
    /// Number of different cooperations; at least 1.
    pub cooperations: u32,
    /// How many of them belong to each field, in the order of
    /// [`Field::ALL`](crate::domain::theme::Field::ALL); one may belong to several.
    pub by_field: [u32; 6],
}

impl Connection {
    /// The curve on the plane of the map by which it is drawn.
    pub fn curve(&self, level: &Level) -> Curve {
        Curve::between(level.groups[self.from].at, level.groups[self.to].at)
    }
}

/// Counted cooperations on the groups of a level.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Scene {
    /// For every group of the level the number of different cooperations that touch it.
    pub counts: Vec<u32>,
    /// Connections between different groups, the strongest first.
    pub connections: Vec<Connection>,
    /// Number of weaker connections that would be there if there were room.
    pub further: usize,
}

impl Scene {
    /// Counts cooperations by the groups of a level.
    ///
    /// Connections are the `most` strongest of those that begin or end within `frame`, an area of the plane;
    /// of equally strong ones those of heavier groups, which come first in a level. The others within the
    /// frame are counted as further ones. What neither begins nor ends there is no connection of the scene: a
    /// line that only crosses the screen tells nothing on it.
    pub fn build(index: &Index, level: &Level, cooperations: &Bitmap, frame: Area, most: usize) -> Self {
        let counted = whole::count(index, level, cooperations, frame, most);
        let (counts, connections, further) = counted.unwrap_or_else(|| {
            let tally = Tally::take(index, level, cooperations, frame);
            let (connections, further) = tally.connections(most);
            (tally.counts, connections, further)
        });
        Self {
            counts,
            connections,
            further,
        }
    }

    /// The greatest number of cooperations at a group; 0 where there are none.
    pub fn greatest_count(&self) -> u32 {
        self.counts.iter().copied().max().unwrap_or(0)
    }

    /// The greatest number of cooperations on a connection; 0 where there are none.
    pub fn greatest_connection(&self) -> u32 {
        self.connections
            .first()
            .map_or(0, |connection| connection.cooperations)
    }
}
