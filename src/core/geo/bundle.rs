//! Grouping of points that would overlap.
//!
//! The heaviest point stands first and never moves; every lighter one that would touch a standing point
//! joins the nearest of those. So the marks that remain are apart by construction, and the result depends
//! on nothing but the input.
//!
//! Marks of another kind may stand there already. A point that would lie on one of them is moved straight
//! away from it, just far enough; where there is no room either, it is moved to the nearest free direction,
//! and failing that it joins the nearest bundle.

use crate::order::heaviest_first;

use super::area::Area;
use super::grid::Grid;
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

/// A bundle of spots.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Bundle {
    /// The heaviest of its spots, which stands for it.
    pub leader: usize,
    /// Where it stands: where its leader is, or beside the obstacle that the leader would lie on.
    pub at: Point,
    /// Half the width of its mark.
    pub radius: f64,
}

/// Which spots stand for which.
#[derive(Clone, Debug, PartialEq)]
pub struct Bundles {
    /// The spots, heaviest first.
    pub order: Vec<usize>,
    /// For every spot the position of its bundle in `bundles`.
    pub bundle_of: Vec<usize>,
    /// The bundles, heaviest leader first.
    pub bundles: Vec<Bundle>,
}

/// Directions that are tried around an obstacle, starting with the spot's own.
const DIRECTIONS: i32 = 16;

/// Cosine and sine of the angle between two neighbouring directions, 22.5 degrees.
const STEP: (f64, f64) = (0.923_879_532_511_286_7, 0.382_683_432_365_089_8);

/// Width of the squares by which bundles are looked up, in widths of the largest mark: most spots then meet
/// those of four squares.
const SQUARE_PER_MARK: f64 = 1.6;

/// Bundles spots so that no two bundles, and no bundle and obstacle, are nearer than the sum of their
/// radii plus `gap`. With obstacles the last spots may have no free place; they join the nearest bundle, or
/// stand where they are if there is none.
pub fn bundle(spots: &[Spot], obstacles: &[Bundle], gap: f64) -> Bundles {
    let weights: Vec<u32> = spots.iter().map(|spot| spot.weight).collect();
    let order = heaviest_first(&weights);

    let radii = spots.iter().map(|spot| spot.radius);
    let mut standing = Standing::new(radii.fold(0.0, f64::max), gap, spots.len());
    let radii = obstacles.iter().map(|obstacle| obstacle.radius);
    let mut blocked = Standing::new(radii.fold(0.0, f64::max), gap, obstacles.len());
    for obstacle in obstacles {
        blocked.add(*obstacle);
    }

    let mut bundle_of = vec![0; spots.len()];
    for &leader in &order {
        let Spot { at, radius, .. } = spots[leader];
        bundle_of[leader] = match free_place(at, radius, &standing, &blocked) {
            Place::Free(at) => standing.add(Bundle { leader, at, radius }),
            Place::Taken(bundle) => bundle,
            Place::Blocked => standing
                .nearest_of_all(at)
                .unwrap_or_else(|| standing.add(Bundle { leader, at, radius })),
        };
    }
    Bundles {
        order,
        bundle_of,
        bundles: standing.bundles,
    }
}

enum Place {
    Free(Point),
    Taken(usize),
    Blocked,
}

fn free_place(at: Point, radius: f64, standing: &Standing, blocked: &Standing) -> Place {
    if let Some(bundle) = standing.touched(at, radius) {
        return Place::Taken(bundle);
    }
    let Some(obstacle) = blocked.touched(at, radius) else {
        return Place::Free(at);
    };
    let obstacle = blocked.bundles[obstacle];
    // A little more than needed, so that rounding does not leave it touching.
    let distance = (obstacle.radius + radius + blocked.gap) * 1.001;
    let away = at.distance(obstacle.at);
    let own = if away > 0.0 {
        Point {
            x: (at.x - obstacle.at.x) / away,
            y: (at.y - obstacle.at.y) / away,
        }
    } else {
        Point { x: 1.0, y: 0.0 }
    };
    // Its own direction, then alternately to both sides of it.
    let (mut left, mut right) = (own, own);
    for step in 0..DIRECTIONS {
        let direction = match step {
            0 => own,
            _ if step % 2 == 1 => {
                right = right.turned(STEP);
                right
            }
            _ => {
                left = left.turned((STEP.0, -STEP.1));
                left
            }
        };
        let place = Point {
            x: obstacle.at.x + direction.x * distance,
            y: obstacle.at.y + direction.y * distance,
        };
        if let Some(bundle) = standing.touched(place, radius) {
            return Place::Taken(bundle);
        }
        if blocked.touched(place, radius).is_none() {
            return Place::Free(place);
        }
    }
    Place::Blocked
}

/// Bundles that stand already, so that each spot meets only its neighbours.
struct Standing {
    grid: Grid,
    gap: f64,
    greatest_radius: f64,
    bundles: Vec<Bundle>,
}

impl Standing {
    fn new(greatest_radius: f64, gap: f64, expected: usize) -> Self {
        Self {
            grid: Grid::new(SQUARE_PER_MARK * (2.0 * greatest_radius + gap), expected),
            gap,
            greatest_radius,
            bundles: Vec::new(),
        }
    }

    fn add(&mut self, bundle: Bundle) -> usize {
        let position = self.bundles.len();
        self.grid.add(Area::around(bundle.at, 0.0), position);
        self.bundles.push(bundle);
        position
    }

    /// The nearest bundle that a mark at `at` would touch, the earlier one of equally near ones.
    fn touched(&self, at: Point, radius: f64) -> Option<usize> {
        let mut nearest: Option<(f64, usize)> = None;
        let near = Area::around(at, radius + self.greatest_radius + self.gap);
        self.grid.visit(near, &mut |position| {
            let other = self.bundles[position];
            let distance = at.square_distance(other.at);
            let room = radius + other.radius + self.gap;
            let nearer = nearest.is_none_or(|nearest| (distance, position) < nearest);
            if distance < room * room && nearer {
                nearest = Some((distance, position));
            }
        });
        nearest.map(|(_, position)| position)
    }

    fn nearest_of_all(&self, at: Point) -> Option<usize> {
        (0..self.bundles.len()).min_by(|&a, &b| {
            at.square_distance(self.bundles[a].at)
                .total_cmp(&at.square_distance(self.bundles[b].at))
        })
    }
}
