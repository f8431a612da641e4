//! Guards coordinates and the plane of the map: its edges, its cut at 169° west, and the way back.

use clusteratlas_core::geo::lat_lon::{LatLon, LatLonError};
use clusteratlas_core::geo::mercator::{
    LEFT_EDGE_LON, MAX_LAT, Point, WORLD_PX, degrees_from_pixel, map_lon, pixel_from_degrees,
    pixel_from_lat_lon, scale_at, zoom_level_of,
};
use proptest::prelude::*;

use crate::property::cases;

#[track_caller]
fn pixel(lat: f64, lon: f64) -> Point {
    pixel_from_lat_lon(LatLon::try_new(lat, lon).unwrap())
}

#[track_caller]
fn check(note: &str, found: f64, expected: f64) {
    assert!(
        (found - expected).abs() < 1e-6,
        "{note}: {found} instead of {expected}"
    );
}

#[test]
fn coordinates_are_finite_and_on_the_earth() {
    let rows = [
        (true, 90.0, 180.0, "the pole at the date line"),
        (true, -90.0, -180.0, "the other pole"),
        (true, 0.0, 0.0, "the middle"),
        (false, 90.000_1, 0.0, "beyond the pole"),
        (false, 0.0, 180.000_1, "beyond the date line"),
        (false, f64::NAN, 0.0, "no number"),
        (false, 0.0, f64::NAN, "no number"),
        (false, f64::INFINITY, 0.0, "no finite number"),
        (false, 0.0, f64::NEG_INFINITY, "no finite number"),
    ];
    for (expected, lat, lon, note) in rows {
        assert_eq!(LatLon::try_new(lat, lon).is_ok(), expected, "{note}");
    }
    assert_eq!(
        LatLon::try_new(91.0, 181.0),
        Err(LatLonError::Lat(91.0)),
        "latitude is named first"
    );
}

#[test]
fn the_world_is_a_square_that_ends_at_85_degrees() {
    check("the northern edge", pixel(MAX_LAT, 0.0).y, 0.0);
    check("the southern edge", pixel(-MAX_LAT, 0.0).y, WORLD_PX);
    check("north of the edge", pixel(90.0, 0.0).y, 0.0);
    check("south of the edge", pixel(-90.0, 0.0).y, WORLD_PX);
    check("the equator", pixel(0.0, 0.0).y, WORLD_PX / 2.0);
    check("Greenwich", pixel(0.0, 0.0).x, WORLD_PX / 2.0);
    // Half of the world's width in radians, Snyder's formula with phi = 60° gives ln(2 + √3).
    check(
        "60° north",
        pixel(60.0, 0.0).y,
        WORLD_PX / 2.0 * (1.0 - (2.0 + 3_f64.sqrt()).ln() / std::f64::consts::PI),
    );
}

#[test]
fn the_map_is_cut_at_169_degrees_west() {
    check("at the cut", map_lon(LEFT_EDGE_LON), -169.0);
    check("just west of it", map_lon(-169.000_1), 190.999_9);
    check("just east of it", map_lon(-168.999_9), -168.999_9);
    check("the date line from the west", map_lon(180.0), 180.0);
    check("the date line from the east", map_lon(-180.0), 180.0);
    check("both are one point", pixel(0.0, 180.0).x, pixel(0.0, -180.0).x);
    check(
        "the left edge in pixels",
        pixel(0.0, -169.0).x,
        11.0 / 360.0 * WORLD_PX,
    );
}

#[test]
fn countries_at_the_cut_stand_on_the_side_that_is_expected() {
    let places = [
        ("Hawaii", 19.9, -155.6),
        ("Alaska, at the Bering Strait", 65.6, -168.1),
        ("Alaska", 64.2, -149.5),
        ("Chile", -33.4, -70.7),
        ("Germany", 51.1, 10.4),
        ("Japan", 35.7, 139.7),
        ("New Zealand", -41.3, 174.8),
        ("Fiji", -18.1, 178.4),
        ("Fiji's east, past the date line", -17.3, -179.0),
        ("Russia's east, past the date line", 66.0, -170.0),
    ];
    let x = |name: &str| {
        let &(_, lat, lon) = places.iter().find(|(other, ..)| *other == name).unwrap();
        pixel(lat, lon).x
    };
    let samoa = pixel(-13.8, -171.8).x;
    let left_to_right = [
        "Alaska, at the Bering Strait",
        "Hawaii",
        "Alaska",
        "Chile",
        "Germany",
        "Japan",
        "New Zealand",
        "Fiji",
    ];
    for pair in left_to_right.windows(2) {
        assert!(x(pair[0]) < x(pair[1]), "{pair:?}");
    }
    assert!(x("Fiji") < samoa, "Samoa is right of Fiji");
    assert!(samoa - x("Fiji") < 10.0, "and near it");
    assert!(
        x("Fiji's east, past the date line") - x("Fiji") < 3.0,
        "Fiji stays in one piece"
    );
    assert!(
        x("Russia's east, past the date line") > x("New Zealand"),
        "and so does Russia"
    );
}

#[test]
fn a_zoom_level_doubles_the_scale() {
    check("the whole world", scale_at(0.0), 1.0);
    check("a level", scale_at(1.0), 2.0);
    check("ten levels", scale_at(10.0), 1024.0);
    check("half a level", scale_at(0.5), 2_f64.sqrt());
}

proptest! {
    #![proptest_config(cases(1000))]

    #[test]
    fn a_pixel_leads_back_to_its_degrees(lat in -MAX_LAT..MAX_LAT, lon in -180.0..=180.0) {
        let (back_lat, back_lon) = degrees_from_pixel(pixel(lat, lon));
        prop_assert!((back_lat - lat).abs() < 1e-9, "{} instead of {}", back_lat, lat);
        prop_assert!((back_lon - map_lon(lon)).abs() < 1e-9, "{} instead of {}", back_lon, map_lon(lon));
    }

    #[test]
    fn degrees_lead_back_to_their_pixel(x in -WORLD_PX..2.0 * WORLD_PX, y in 0.0..WORLD_PX) {
        let point = Point { x, y };
        let (lat, lon) = degrees_from_pixel(point);
        prop_assert!(pixel_from_degrees(lat, lon).distance(point) < 1e-9);
    }

    #[test]
    fn every_point_of_the_earth_is_on_the_map(lat in -90.0..=90.0, lon in -180.0..=180.0) {
        let Point { x, y } = pixel(lat, lon);
        let left = pixel(0.0, LEFT_EDGE_LON).x;
        prop_assert!((left..=left + WORLD_PX).contains(&x), "{}", x);
        prop_assert!((-1e-9..=WORLD_PX + 1e-9).contains(&y), "{}", y);
    }

    #[test]
    fn north_is_up_and_east_is_right(a in -85.0..85.0, b in -85.0..85.0, c in -169.0..180.0, d in -169.0..180.0) {
        prop_assert_eq!(pixel(a, c).y < pixel(b, c).y, a > b);
        prop_assert_eq!(pixel(a, c).x < pixel(a, d).x, c < d);
    }
}

proptest! {
    #![proptest_config(cases(2_000))]

    #[test]
    fn the_plane_is_that_of_the_standard_librarys_tangent(lat in -MAX_LAT..MAX_LAT) {
        let phi = lat.to_radians();
        let northing = (std::f64::consts::FRAC_PI_4 + phi / 2.0).tan().ln();
        let y = (1.0 - northing / std::f64::consts::PI) / 2.0 * WORLD_PX;
        prop_assert!((pixel_from_degrees(lat, 0.0).y - y).abs() < 1e-10, "{lat}");
    }

    #[test]
    fn scales_and_zoom_levels_are_inverse(zoom_level in 0.0..12.0_f64) {
        prop_assert!((zoom_level_of(scale_at(zoom_level)) - zoom_level).abs() < 1e-12);
        prop_assert!((scale_at(zoom_level) / zoom_level.exp2() - 1.0).abs() < 1e-14);
    }
}

#[test]
fn whole_zoom_levels_double_exactly() {
    for (zoom_level, scale) in [(0.0, 1.0), (1.0, 2.0), (5.0, 32.0), (12.0, 4096.0), (-2.0, 0.25)] {
        assert_eq!(
            scale_at(zoom_level).to_bits(),
            f64::to_bits(scale),
            "{zoom_level}"
        );
    }
}
