//! What lies near a point: positions of a list by square of the plane.
//!
//! Squares are found by a hash of column and row in a table of fixed size, so that a plane of any extent
//! takes no more room than what lies on it. One such grid serves bundles, labels and the pointer.

use super::area::Area;

/// Positions of a list by the squares that they lie in.
#[derive(Clone, Debug)]
pub struct Grid {
    side: f64,
    /// The last entry of each chain of squares with one hash.
    heads: Vec<u32>,
    entries: Vec<Entry>,
}

#[derive(Clone, Copy, Debug)]
struct Entry {
    square: (i32, i32),
    position: u32,
    /// The entry before it in its chain.
    next: u32,
}

/// The end of a chain.
const END: u32 = u32::MAX;

impl Grid {
    /// A grid of squares with sides of length `side`, for about `expected` positions.
    pub fn new(side: f64, expected: usize) -> Self {
        Self {
            side: side.max(f64::MIN_POSITIVE),
            heads: vec![END; (2 * expected).next_power_of_two().max(16)],
            entries: Vec::with_capacity(expected),
        }
    }

    /// Enters a position in every square that an area touches. Areas should not be much larger than squares.
    pub fn add(&mut self, area: Area, position: usize) {
        let Ok(position) = u32::try_from(position) else {
            return;
        };
        let ((left, top), (right, bottom)) = self.squares(area);
        for column in left..=right {
            for row in top..=bottom {
                let head = self.chain(column, row);
                self.entries.push(Entry {
                    square: (column, row),
                    position,
                    next: self.heads[head],
                });
                self.heads[head] = u32::try_from(self.entries.len() - 1).unwrap_or(END);
            }
        }
    }

    /// Visits the positions in every square that an area touches, in no order; one that lies in several
    /// squares comes as often.
    pub fn visit(&self, area: Area, visit: &mut dyn FnMut(usize)) {
        let ((left, top), (right, bottom)) = self.squares(area);
        for column in left..=right {
            for row in top..=bottom {
                let mut next = self.heads[self.chain(column, row)];
                while let Some(entry) = self.entries.get(next as usize) {
                    if entry.square == (column, row) {
                        visit(entry.position as usize);
                    }
                    next = entry.next;
                }
            }
        }
    }

    #[expect(
        clippy::cast_possible_truncation,
        reason = "a saturated square only makes the search slower"
    )]
    fn squares(&self, area: Area) -> ((i32, i32), (i32, i32)) {
        let square = |length: f64| (length / self.side).floor() as i32;
        (
            (square(area.left), square(area.top)),
            (square(area.right), square(area.bottom)),
        )
    }

    const fn chain(&self, column: i32, row: i32) -> usize {
        // Odd numbers with many changes of bit spread neighbours over the table.
        let hash =
            column.cast_unsigned().wrapping_mul(0x9e37_79b1) ^ row.cast_unsigned().wrapping_mul(0x85eb_ca77);
        ((hash ^ hash >> 15) as usize) & (self.heads.len() - 1)
    }
}
