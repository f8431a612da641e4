//! Polygons on the plane of longitude and latitude: containment, distance, a point well inside.

use clusteratlas_core::geo::lat_lon::LatLon;

/// Longitude and latitude in degrees, in the order of maps.
pub type Position = [f64; 2];

/// Kilometres per degree of latitude.
const KM_PER_DEGREE: f64 = 111.2;

/// How many cells the search for an inner point lays along each side.
const CELLS: u32 = 12;

/// How often that search is refined around its best cell.
const REFINEMENTS: u32 = 3;

/// A polygon with holes. Longitudes are continuous, and so may leave -180 to 180 degrees.
#[derive(Clone, Debug)]
pub struct Polygon {
    /// Closed: each ring ends with its first point.
    rings: Vec<Vec<Position>>,
    /// Least and greatest longitude and latitude.
    bounds: [Position; 2],
}

impl Polygon {
    /// A polygon of open rings; the first bounds it, the others are holes.
    pub fn new(mut rings: Vec<Vec<Position>>) -> Self {
        for ring in &mut rings {
            // So that every edge is a pair of neighbours.
            ring.extend(ring.first().copied());
        }
        let mut bounds = [[f64::INFINITY; 2], [f64::NEG_INFINITY; 2]];
        for point in rings.iter().flatten() {
            for axis in 0..2 {
                bounds[0][axis] = bounds[0][axis].min(point[axis]);
                bounds[1][axis] = bounds[1][axis].max(point[axis]);
            }
        }
        Self { rings, bounds }
    }

    /// Its open rings, as [`Polygon::new`] takes them.
    pub fn rings(&self) -> impl Iterator<Item = &[Position]> {
        let open = |ring: &'_ Vec<Position>| ring.len().saturating_sub(1);
        self.rings
            .iter()
            .map(move |ring| ring.get(..open(ring)).unwrap_or_default())
    }

    /// Area in square degrees at the equator's scale, holes not subtracted: for comparing sizes.
    pub fn size(&self) -> f64 {
        let area = self.rings.first().map_or(0.0, |ring| signed_area(ring).abs());
        area * self.middle_lat().to_radians().cos()
    }

    /// Whether `at` lies inside.
    pub fn contains(&self, at: LatLon) -> bool {
        turns(at.lon()).any(|lon| self.holds([lon, at.lat()]))
    }

    /// The box around it: least and greatest latitude and longitude.
    pub fn bounds(&self) -> [[f64; 2]; 2] {
        self.bounds.map(|[lon, lat]| [lat, lon])
    }

    /// Distance from `at` to the nearest edge, in kilometres.
    pub fn edge_distance_km(&self, at: LatLon) -> f64 {
        let distances = turns(at.lon()).map(|lon| self.edge_distance([lon, at.lat()]));
        distances.fold(f64::INFINITY, f64::min) * KM_PER_DEGREE
    }

    /// A point inside that is far from every edge: the visual centre.
    ///
    /// The best cell of a grid over the bounding box is searched again by a finer grid, as often as
    /// `REFINEMENTS` says; that finds the pole of inaccessibility as closely as a mark on a map needs.
    pub fn inner_point(&self) -> Position {
        let [least, greatest] = self.bounds;
        let mut middle = [0, 1].map(|axis: usize| f64::midpoint(least[axis], greatest[axis]));
        let mut side = [greatest[0] - least[0], greatest[1] - least[1]];
        let mut best = (f64::NEG_INFINITY, middle);
        for _ in 0..=REFINEMENTS {
            for step in 0..CELLS * CELLS {
                let cell = [step % CELLS, step / CELLS];
                let part = cell.map(|number| (f64::from(number) + 0.5) / f64::from(CELLS) - 0.5);
                let point = [middle[0] + side[0] * part[0], middle[1] + side[1] * part[1]];
                if !self.holds(point) {
                    continue;
                }
                let distance = self.edge_distance(point);
                if distance > best.0 {
                    best = (distance, point);
                }
            }
            middle = best.1;
            side = side.map(|length| length * 3.0 / f64::from(CELLS));
        }
        best.1
    }

    fn middle_lat(&self) -> f64 {
        f64::midpoint(self.bounds[0][1], self.bounds[1][1])
    }

    fn edges(&self) -> impl Iterator<Item = (Position, Position)> {
        self.rings
            .iter()
            .flat_map(|ring| ring.windows(2).map(|pair| (pair[0], pair[1])))
    }

    /// By the number of edges that a ray to the east crosses.
    fn holds(&self, [x, y]: Position) -> bool {
        let crosses = |(a, b): &(Position, Position)| {
            (a[1] > y) != (b[1] > y) && x < (b[0] - a[0]) * (y - a[1]) / (b[1] - a[1]) + a[0]
        };
        self.edges().filter(crosses).count() % 2 == 1
    }

    /// Distance to the nearest edge in degrees of latitude.
    fn edge_distance(&self, [x, y]: Position) -> f64 {
        let narrowing = y.to_radians().cos();
        let mut least = f64::INFINITY;
        for (a, b) in self.edges() {
            let from = [(a[0] - x) * narrowing, a[1] - y];
            let step = [(b[0] - a[0]) * narrowing, b[1] - a[1]];
            let length = step[0] * step[0] + step[1] * step[1];
            let along = if length > 0.0 {
                -(from[0] * step[0] + from[1] * step[1]) / length
            } else {
                0.0
            };
            let along = along.clamp(0.0, 1.0);
            let nearest = [from[0] + along * step[0], from[1] + along * step[1]];
            least = least.min(nearest[0] * nearest[0] + nearest[1] * nearest[1]);
        }
        least.sqrt()
    }
}

/// The longitude as it is, and one turn further in both directions.
fn turns(lon: f64) -> impl Iterator<Item = f64> {
    [lon, lon - 360.0, lon + 360.0].into_iter()
}

/// Twice the enclosed area is the sum of cross products (the shoelace formula); positive when the ring
/// runs against the clock.
fn signed_area(ring: &[Position]) -> f64 {
    let cross = |pair: &[Position]| pair[0][0] * pair[1][1] - pair[1][0] * pair[0][1];
    ring.windows(2).map(cross).sum::<f64>() / 2.0
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A square from 0 to 10 degrees with a hole in its middle.
    fn square_with_a_hole() -> Polygon {
        let outer = vec![[0.0, 0.0], [10.0, 0.0], [10.0, 10.0], [0.0, 10.0]];
        let hole = vec![[4.0, 4.0], [4.0, 6.0], [6.0, 6.0], [6.0, 4.0]];
        Polygon::new(vec![outer, hole])
    }

    fn at(lat: f64, lon: f64) -> LatLon {
        LatLon::try_new(lat, lon).unwrap()
    }

    #[test]
    fn a_hole_is_outside() {
        let polygon = square_with_a_hole();
        assert!(polygon.contains(at(2.0, 2.0)));
        assert!(!polygon.contains(at(5.0, 5.0)));
        assert!(!polygon.contains(at(11.0, 5.0)));
    }

    #[test]
    fn the_inner_point_lies_between_edge_and_hole() {
        let polygon = square_with_a_hole();
        let point = polygon.inner_point();
        assert!(polygon.holds(point), "{point:?}");
        assert!(polygon.edge_distance(point) > 2.0, "{point:?}");
    }

    #[test]
    fn a_polygon_beyond_the_180th_meridian_holds_points_on_both_sides() {
        let polygon = Polygon::new(vec![vec![
            [170.0, 0.0],
            [190.0, 0.0],
            [190.0, 10.0],
            [170.0, 10.0],
        ]]);
        assert!(polygon.contains(at(5.0, 175.0)));
        assert!(polygon.contains(at(5.0, -175.0)));
    }
}
