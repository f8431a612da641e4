//! Shared arcs on the grid, and which areas use them.

use clusteratlas_core::geo::world::Line;

use clusteratlas_editorial::gazetteer::polygon::Position;

use crate::packages::topology::{ArcUse, Ring, Shape, Topology};

/// A topology on a grid of whole numbers.
pub(super) struct Arcs<'t> {
    /// Grid units in a whole turn of 360 degrees.
    turn: i32,
    lines: Vec<Line>,
    /// For each arc the areas that use it, and how.
    uses: Vec<Vec<(&'t Shape, ArcUse)>>,
}

impl<'t> Arcs<'t> {
    /// The arcs of `topology` as far as `shapes` use them.
    pub(super) fn new(
        topology: &Topology,
        shapes: impl Iterator<Item = &'t Shape>,
        tolerance_units: f64,
        units_per_degree: u32,
    ) -> Self {
        let mut uses = vec![Vec::new(); topology.arcs.len()];
        for shape in shapes {
            for used in shape.polygons.iter().flatten().flatten() {
                if let Some(users) = uses.get_mut(used.arc) {
                    users.push((shape, *used));
                }
            }
        }
        let turn = i32::try_from(360 * units_per_degree).unwrap_or(i32::MAX);
        let line = |arc: &Vec<Position>| thinned(&on_grid(arc, units_per_degree, turn), tolerance_units);
        Self {
            turn,
            lines: topology.arcs.iter().map(line).collect(),
            uses,
        }
    }

    /// Arcs that one area uses alone: the coastline, in that area's direction.
    pub(super) fn unshared(&self) -> impl Iterator<Item = Line> {
        self.uses.iter().filter_map(|users| match users[..] {
            [(_, used)] => Some(self.line(used)),
            _ => None,
        })
    }

    /// Arcs between two areas for which `wanted` holds.
    pub(super) fn shared(&self, wanted: impl Fn(&Shape, &Shape, &Line) -> bool) -> Vec<Line> {
        let lines = self.uses.iter().filter_map(|users| match users[..] {
            [(one, used), (other, _), ..] if !std::ptr::eq(one, other) => {
                let line = self.line(used);
                (line.len() > 1 && wanted(one, other, &line)).then_some(line)
            }
            _ => None,
        });
        lines.collect()
    }

    /// All areas that use any arc, with repetitions.
    pub(super) fn shapes(&self) -> impl Iterator<Item = &'t Shape> {
        self.uses.iter().flatten().map(|(shape, _)| *shape)
    }

    /// The points of a closed line without repeating the first at the end.
    pub(super) fn ring(&self, ring: &Ring) -> Line {
        let mut points = Line::new();
        for used in ring {
            append(&mut points, self.line(*used), self.turn);
        }
        points.pop();
        points
    }

    fn line(&self, used: ArcUse) -> Line {
        let mut line = self.lines.get(used.arc).cloned().unwrap_or_default();
        if used.reversed {
            line.reverse();
        }
        line
    }

    /// Grid units in a whole turn of 360 degrees.
    pub(super) const fn turn(&self) -> i32 {
        self.turn
    }
}

/// Continues `points` with a line that starts where they end, perhaps a whole turn away.
pub(super) fn append(points: &mut Line, line: Line, turn: i32) {
    let shift = match (points.last(), line.first()) {
        (Some(last), Some(first)) => last[0] - first[0],
        _ => 0,
    };
    debug_assert_eq!(shift % turn, 0, "arcs of a ring follow each other");
    let skipped = usize::from(!points.is_empty());
    points.extend(
        line.into_iter()
            .skip(skipped)
            .map(|[lon, lat]| [lon + shift, lat]),
    );
}

/// Rounds to the grid and leaves out repeated points; longitudes do not jump at the 180th meridian.
fn on_grid(arc: &[Position], units_per_degree: u32, turn: i32) -> Line {
    let mut line = Line::new();
    for position in arc {
        let [x, y] = position.map(|degrees| whole_units(degrees, units_per_degree));
        let next = match line.last() {
            Some([before, _]) => [x - (x - before + turn / 2).div_euclid(turn) * turn, y],
            None => [x, y],
        };
        if line.last() != Some(&next) {
            line.push(next);
        }
    }
    line
}

#[expect(
    clippy::cast_possible_truncation,
    reason = "degrees times a few hundred are far below the limit"
)]
fn whole_units(degrees: f64, units_per_degree: u32) -> i32 {
    (degrees * f64::from(units_per_degree)).round() as i32
}

/// Leaves out points that lie within `tolerance` of the line without them; both ends stay.
///
/// Algorithm: D. H. Douglas and T. K. Peucker, "Algorithms for the reduction of the number of points
/// required to represent a digitized line or its caricature", The Canadian Cartographer 10 (1973).
fn thinned(line: &Line, tolerance: f64) -> Line {
    let mut kept = vec![false; line.len()];
    let mut open = vec![(0, line.len().saturating_sub(1))];
    while let Some((from, to)) = open.pop() {
        for end in [from, to] {
            if let Some(keep) = kept.get_mut(end) {
                *keep = true;
            }
        }
        let farthest = (from + 1..to)
            .map(|between| (between, distance(line[between], line[from], line[to])))
            .max_by(|a, b| a.1.total_cmp(&b.1));
        if let Some((between, distance)) = farthest
            && distance > tolerance
        {
            open.extend([(from, between), (between, to)]);
        }
    }
    line.iter()
        .zip(kept)
        .filter(|(_, kept)| *kept)
        .map(|(point, _)| *point)
        .collect()
}

/// Distance of `point` from the segment between two points.
fn distance(point: [i32; 2], from: [i32; 2], to: [i32; 2]) -> f64 {
    let vector = |a: [i32; 2]| [0, 1].map(|axis| f64::from(a[axis]) - f64::from(from[axis]));
    let [x, y] = vector(point);
    let [dx, dy] = vector(to);
    let length = dx * dx + dy * dy;
    let along = if length > 0.0 {
        ((x * dx + y * dy) / length).clamp(0.0, 1.0)
    } else {
        0.0
    };
    (x - along * dx).hypot(y - along * dy)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn points_on_the_way_are_left_out_and_corners_stay() {
        let line = vec![[0, 0], [5, 0], [10, 0], [10, 10]];
        assert_eq!(thinned(&line, 0.5), [[0, 0], [10, 0], [10, 10]]);
        assert_eq!(thinned(&line[..1].to_vec(), 0.5), [[0, 0]]);
        assert_eq!(thinned(&Line::new(), 0.5), Line::new());
    }

    #[test]
    fn longitudes_go_on_beyond_the_180th_meridian() {
        let line = on_grid(&[[179.0, 1.0], [-179.0, 1.0], [-179.0, 1.001]], 10, 3600);
        assert_eq!(line, [[1790, 10], [1810, 10]]);
    }
}
