//! Guards the curves of connections: their ends, their bend, strands beside one another, and the straight
//! pieces by which a pointer is told how far it is from them.

use clusteratlas_core::geo::curve::{Curve, square_distance_to_segment};
use clusteratlas_core::geo::lat_lon::LatLon;
use clusteratlas_core::geo::mercator::{
    LEFT_EDGE_LON, Point, WORLD_PX, pixel_from_degrees, pixel_from_lat_lon,
};
use proptest::prelude::*;

use crate::property::cases;

const fn point(x: f64, y: f64) -> Point {
    Point { x, y }
}

#[track_caller]
fn check(note: &str, found: Point, expected: Point) {
    assert!(
        found.distance(expected) < 1e-9,
        "{note}: {found:?} instead of {expected:?}"
    );
}

fn points() -> impl Strategy<Value = Point> {
    (-10.0..270.0, 0.0..256.0).prop_map(|(x, y)| point(x, y))
}

#[test]
fn a_curve_bends_north_and_straight_lines_bend_west() {
    let from = point(100.0, 100.0);
    let rows = [
        (point(200.0, 100.0), point(150.0, 78.0), "east"),
        (point(0.0, 100.0), point(50.0, 78.0), "west"),
        (point(100.0, 200.0), point(122.0, 150.0), "south"),
        (point(100.0, 0.0), point(122.0, 50.0), "north"),
    ];
    for (to, control, note) in rows {
        check(note, Curve::between(from, to).control, control);
    }
}

#[test]
fn a_point_with_itself_gives_a_curve_of_no_length() {
    let at = point(10.0, 20.0);
    let curve = Curve::between(at, at);
    for part in [0.0, 0.3, 1.0] {
        check("on the way", curve.at(part), at);
    }
    assert_eq!(curve.beside(5.0), curve);
    let square = square_distance_to_segment(point(13.0, 24.0), at, at);
    assert!((square - 25.0).abs() < 1e-9, "{square}");
}

/// Where partners far away are, and on which side of Germany readers look for them.
const FAR_AWAY: [(&str, f64, f64, f64); 9] = [
    ("Japan", 35.7, 139.7, 1.0),
    ("New Zealand", -41.3, 174.8, 1.0),
    ("Fiji", -18.1, 178.4, 1.0),
    ("Fiji's east, past the date line", -17.3, -179.0, 1.0),
    ("Samoa", -13.8, -171.8, 1.0),
    ("Hawaii", 21.3, -157.8, -1.0),
    ("Alaska", 61.2, -149.9, -1.0),
    ("Alaska, at the Bering Strait", 65.6, -168.1, -1.0),
    ("Chile", -33.4, -70.7, -1.0),
];

#[test]
fn curves_from_germany_take_the_side_that_is_expected_and_stay_on_the_map() {
    let pixel = |lat, lon| pixel_from_lat_lon(LatLon::try_new(lat, lon).unwrap());
    let germany = pixel(51.1, 10.4);
    let left = pixel_from_degrees(0.0, LEFT_EDGE_LON).x;
    for (name, lat, lon, side) in FAR_AWAY {
        let far = pixel(lat, lon);
        let curve = Curve::between(germany, far);
        let mut before = germany;
        for step in 1..=100 {
            let at = curve.at(f64::from(step) / 100.0);
            assert!((at.x - before.x) * side > 0.0, "{name}: turns back at {step}");
            assert!(
                at.x >= left && at.x <= left + WORLD_PX,
                "{name}: leaves the map sideways at {step}"
            );
            assert!(at.y > 0.0 && at.y < WORLD_PX, "{name}: leaves the map at {step}");
            before = at;
        }
        // The date line and the cut at 169 degrees west part no curve, and none goes round the world.
        assert!(
            (far.x - germany.x).abs() < 0.55 * WORLD_PX,
            "{name}: across the map"
        );
    }
}

#[test]
fn neighbours_across_the_date_line_are_neighbours_on_the_map() {
    let pixel = |lat, lon| pixel_from_lat_lon(LatLon::try_new(lat, lon).unwrap());
    let curve = Curve::between(pixel(-16.5, 179.95), pixel(-16.8, -179.95));
    let bounds = curve.bounds();
    assert!(bounds.right - bounds.left < 0.2, "{bounds:?}");
}

#[test]
fn a_strand_lies_to_the_right_of_its_direction() {
    let curve = Curve::between(point(0.0, 100.0), point(100.0, 100.0));
    let moved = point(curve.at(0.5).x, curve.at(0.5).y + 3.0);
    check("eastwards, right is south", curve.beside(3.0).at(0.5), moved);
    let moved = point(curve.at(0.5).x, curve.at(0.5).y - 3.0);
    check("negative is left", curve.beside(-3.0).at(0.5), moved);
}

proptest! {
    #![proptest_config(cases(256))]

    #[test]
    fn a_curve_leads_from_its_beginning_to_its_end(from in points(), to in points()) {
        let curve = Curve::between(from, to);
        prop_assert!(curve.at(0.0).distance(from) < 1e-9);
        prop_assert!(curve.at(1.0).distance(to) < 1e-9);
    }

    #[test]
    fn the_middle_lies_north_of_the_line_by_a_part_of_its_length(from in points(), to in points()) {
        let middle = Curve::between(from, to).at(0.5);
        let straight = point(f64::midpoint(from.x, to.x), f64::midpoint(from.y, to.y));
        prop_assert!(middle.y <= straight.y + 1e-9);
        prop_assert!((middle.distance(straight) - 0.11 * from.distance(to)).abs() < 1e-9);
    }

    #[test]
    fn both_directions_take_the_same_way(from in points(), to in points(), part in 0.0..1.0) {
        let (there, back) = (Curve::between(from, to), Curve::between(to, from));
        if (from.x - to.x).abs() > 1e-6 {
            prop_assert!(there.at(part).distance(back.at(1.0 - part)) < 1e-6);
        }
    }

    #[test]
    fn strands_share_their_ends_and_are_apart_in_the_middle(from in points(), to in points(), offset in -9.0..9.0) {
        let curve = Curve::between(from, to);
        let strand = curve.beside(offset);
        prop_assert_eq!((strand.from, strand.to), (from, to));
        let apart = strand.at(0.5).distance(curve.at(0.5));
        prop_assert!(from == to || (apart - f64::abs(offset)).abs() < 1e-9, "{}", apart);
    }

    #[test]
    fn halves_follow_the_curve(from in points(), to in points(), part in 0.0..=1.0) {
        let curve = Curve::between(from, to);
        let [first, second] = curve.halves();
        prop_assert!(first.at(part).distance(curve.at(part / 2.0)) < 1e-9);
        prop_assert!(second.at(part).distance(curve.at(0.5 + part / 2.0)) < 1e-9);
    }

    #[test]
    fn a_curve_stays_within_its_bounds_and_its_sagitta(from in points(), to in points(), part in 0.0..=1.0) {
        let curve = Curve::between(from, to);
        for curve in [curve, curve.halves()[0].halves()[1]] {
            let at = curve.at(part);
            prop_assert!(curve.bounds().grown(1e-9).contains(at));
            let aside = square_distance_to_segment(at, curve.from, curve.to).sqrt();
            prop_assert!(aside <= curve.sagitta() + 1e-9, "{} beyond {}", aside, curve.sagitta());
        }
    }

    #[test]
    fn the_distance_to_a_segment_is_that_to_its_nearest_point(
        from in points(), to in points(), pointer in points(), part in 0.0..=1.0,
    ) {
        let found = square_distance_to_segment(pointer, from, to).sqrt();
        let on = |part: f64| point(from.x + part * (to.x - from.x), from.y + part * (to.y - from.y));
        prop_assert!(found <= pointer.distance(on(part)) + 1e-9);
        let sampled = (0..=1000).map(|step| pointer.distance(on(f64::from(step) / 1000.0)));
        let sampled = sampled.fold(f64::INFINITY, f64::min);
        prop_assert!((found - sampled).abs() <= 0.001 * from.distance(to) + 1e-9);
    }
}
