//! Grouping of points that would overlap.
//!
//! The heaviest point stands first and never moves; every lighter one that would touch a standing point
//! joins the nearest of those. So the marks that remain are apart by construction, and the result depends
//! on nothing but the input.

use std::collections::HashMap;

use super::mercator::Point;

/// A point with the room its mark needs.
#[derive(Clone, Copy, Debug)]
pub struct Spot {
    /// Where it is, in any unit of length.
    pub at: Point,
    /// Half the width of its mark, in the same unit.
    pub radius: f64,
    /// What decides who stays: the greater, the earlier.
    pub weight: u32,
}

/// Which spots stand for which.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Bundles {
    /// For every spot the position in `leaders` of the bundle that it belongs to.
    pub bundle_of: Vec<usize>,
    /// For every bundle the spot that stands for it, heaviest first.
    pub leaders: Vec<usize>,
}

/// Bundles spots so that no two leaders are nearer than the sum of their radii plus `gap`.
pub fn bundle(spots: &[Spot], gap: f64) -> Bundles {
    let mut order: Vec<usize> = (0..spots.len()).collect();
    order.sort_by_key(|&spot| (std::cmp::Reverse(spots[spot].weight), spot));

    let largest = spots.iter().map(|spot| spot.radius).fold(0.0, f64::max);
    let mut grid = Grid::new(2.0 * largest + gap);
    let mut bundles = Bundles {
        bundle_of: vec![0; spots.len()],
        leaders: Vec::new(),
    };
    for spot in order {
        let Spot { at, radius, .. } = spots[spot];
        let mut nearest: Option<(f64, usize)> = None;
        grid.near(at, |bundle| {
            let leader = spots[bundles.leaders[bundle]];
            let distance = at.distance(leader.at);
            let touches = distance < radius + leader.radius + gap;
            if touches && nearest.is_none_or(|(best, _)| distance < best) {
                nearest = Some((distance, bundle));
            }
        });
        bundles.bundle_of[spot] = if let Some((_, bundle)) = nearest {
            bundle
        } else {
            grid.add(at, bundles.leaders.len());
            bundles.leaders.push(spot);
            bundles.leaders.len() - 1
        };
    }
    bundles
}

/// Standing bundles by square of the plane, so that each spot meets only its neighbours.
struct Grid {
    cell: f64,
    bundles: HashMap<(i32, i32), Vec<usize>>,
}

impl Grid {
    fn new(cell: f64) -> Self {
        Self {
            cell: cell.max(f64::MIN_POSITIVE),
            bundles: HashMap::new(),
        }
    }

    #[expect(
        clippy::cast_possible_truncation,
        reason = "a saturated cell only makes the search slower"
    )]
    fn cell_of(&self, at: Point) -> (i32, i32) {
        (
            (at.x / self.cell).floor() as i32,
            (at.y / self.cell).floor() as i32,
        )
    }

    fn add(&mut self, at: Point, bundle: usize) {
        self.bundles.entry(self.cell_of(at)).or_default().push(bundle);
    }

    fn near(&self, at: Point, mut visit: impl FnMut(usize)) {
        let (column, row) = self.cell_of(at);
        for x in column.saturating_sub(1)..=column.saturating_add(1) {
            for y in row.saturating_sub(1)..=row.saturating_add(1) {
                self.bundles
                    .get(&(x, y))
                    .into_iter()
                    .flatten()
                    .for_each(|&bundle| visit(bundle));
            }
        }
    }
}
