//! Guards the curves of connections: their ends, their bend, strands beside one another, and how far a
//! pointer is from them.

use clusteratlas_core::geo::curve::Curve;
use clusteratlas_core::geo::mercator::Point;
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

/// The smallest distance to many points of the curve.
fn sampled_distance(curve: &Curve, to: Point) -> f64 {
    (0..=1000)
        .map(|step| curve.at(f64::from(step) / 1000.0).distance(to))
        .fold(f64::INFINITY, f64::min)
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
    let distance = curve.distance_within(point(13.0, 24.0), 5.1).unwrap();
    assert!((distance - 5.0).abs() < 1e-9, "{distance}");
    assert_eq!(curve.distance_within(point(13.0, 24.0), 4.9), None);
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
    fn the_distance_to_a_curve_is_that_to_its_nearest_point(
        from in points(), to in points(), pointer in points(), part in 0.0..1.0, reach in 0.5..60.0,
    ) {
        let curve = Curve::between(from, to);
        // One pointer anywhere, one close to the curve.
        let on = curve.at(part);
        for pointer in [pointer, point(on.x + reach / 3.0, on.y)] {
            let sampled = sampled_distance(&curve, pointer);
            // Chords cut corners, samples leave steps between them.
            let tolerance = 0.001 * from.distance(to) + 1e-9;
            match curve.distance_within(pointer, reach) {
                Some(found) => {
                    prop_assert!(found <= reach);
                    prop_assert!((found - sampled).abs() <= tolerance, "{} and {}", found, sampled);
                }
                None => prop_assert!(sampled >= reach - tolerance, "{} is within {}", sampled, reach),
            }
        }
    }
}
