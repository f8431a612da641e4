//! The map of the world: readable, small, without a seam at the 180th meridian.

use clusteratlas_core::dataset::Dataset;
use clusteratlas_core::domain::federal_state::FederalState;
use clusteratlas_core::geo::mercator::map_lon;
use clusteratlas_core::geo::world::{Layer, Line, World};

use crate::project::Published;

fn worlds(published: &Published) -> [(&'static str, World); 2] {
    ["public/data/world-coarse.bin", "public/data/world-fine.bin"]
        .map(|file| (file, World::decode(published.bytes(file)).unwrap()))
}

fn degrees(world: &World, point: [i32; 2]) -> [f64; 2] {
    point.map(|units| f64::from(units) / f64::from(world.units_per_degree))
}

fn edges(line: &Line) -> impl Iterator<Item = ([i32; 2], [i32; 2])> {
    line.iter().copied().zip(line.iter().copied().cycle().skip(1))
}

/// Whether a point lies on land, by the even-odd rule over all rings.
fn on_land(world: &World, lat: f64, lon: f64) -> bool {
    let crosses = |(a, b): ([i32; 2], [i32; 2])| {
        let ([ax, ay], [bx, by]) = (degrees(world, a), degrees(world, b));
        (ay > lat) != (by > lat) && lon < (bx - ax) * (lat - ay) / (by - ay) + ax
    };
    let crossings = world
        .lines(Layer::Land)
        .iter()
        .flat_map(edges)
        .filter(|edge| crosses(*edge));
    crossings.count() % 2 == 1
}

#[test]
fn both_worlds_read_back_with_every_layer() {
    let published = Published::small();
    for (file, world) in worlds(published) {
        for layer in Layer::ALL {
            assert!(!world.lines(layer).is_empty(), "{file}: {layer:?}");
        }
        assert_eq!(World::decode(&world.encode()).unwrap(), world, "{file}");
    }
}

#[test]
fn both_worlds_stay_small() {
    let published = Published::small();
    assert!(published.bytes("public/data/world-coarse.bin").len() < 25_000);
    assert!(published.bytes("public/data/world-fine.bin").len() < 140_000);
}

#[test]
fn every_point_lies_on_the_map_and_nothing_of_antarctica_is_left() {
    for (file, world) in worlds(Published::small()) {
        for point in world.layers.iter().flatten().flatten() {
            let [lon, lat] = degrees(&world, *point);
            assert!((-172.0..=194.0).contains(&lon), "{file}: longitude {lon}");
            assert!((-60.0..=84.0).contains(&lat), "{file}: latitude {lat}");
        }
    }
}

#[test]
fn no_line_runs_across_the_map_or_along_the_180th_meridian() {
    for (file, world) in worlds(Published::small()) {
        for (from, to) in world.lines(Layer::Land).iter().flat_map(edges) {
            let ([a, low], [b, high]) = (degrees(&world, from), degrees(&world, to));
            assert!((a - b).abs() < 20.0, "{file}: from {a} to {b}");
            let on_seam = (a - 180.0).abs() < 0.005 && (b - 180.0).abs() < 0.005;
            assert!(
                !on_seam || (high - low).abs() < 0.05,
                "{file}: from {low} to {high} along the meridian"
            );
        }
    }
}

#[test]
fn land_and_sea_are_where_they_belong() {
    let rows = [
        ("Germany", 51.0, 10.0, true),
        ("Chukotka beyond the 180th meridian", 67.0, -175.0, true),
        ("Siberia before it", 67.5, 178.0, true),
        ("Sahara", 23.0, 10.0, true),
        ("New Zealand", -43.5, 171.5, true),
        ("North Atlantic", 45.0, -35.0, false),
        ("Caspian Sea", 42.0, 50.5, false),
        ("Pacific", 0.0, -150.0, false),
        ("Antarctica", -80.0, 0.0, false),
    ];
    for (file, world) in worlds(Published::small()) {
        for (place, lat, lon, land) in rows {
            assert_eq!(on_land(&world, lat, map_lon(lon)), land, "{file}: {place}");
        }
    }
}

#[test]
fn the_line_of_control_north_of_crimea_is_no_border() {
    for (file, world) in worlds(Published::small()) {
        for point in world.lines(Layer::Borders).iter().flatten() {
            let [lon, lat] = degrees(&world, *point);
            let there = (32.5..36.5).contains(&lon) && (45.0..46.6).contains(&lat);
            assert!(!there, "{file}: a border at {lat}, {lon}");
        }
    }
}

#[test]
fn points_of_countries_lie_on_land_and_points_of_states_apart() {
    let published = Published::real();
    let dataset = published.dataset();
    let [_, (_, fine)] = worlds(published);
    for country in dataset.countries() {
        let (lat, lon) = (country.at.lat(), map_lon(country.at.lon()));
        assert!(on_land(&fine, lat, lon), "{} at {lat}, {lon}", country.code);
    }
    // Berlin lies in the middle of Brandenburg and Bremen inside Lower Saxony.
    assert!(apart_km(&dataset, FederalState::Berlin, FederalState::Brandenburg) > 30.0);
    assert!(apart_km(&dataset, FederalState::Bremen, FederalState::LowerSaxony) > 30.0);
}

fn apart_km(dataset: &Dataset, one: FederalState, other: FederalState) -> f64 {
    let (one, other) = (dataset.state_point(one), dataset.state_point(other));
    let narrowing = one.lat().to_radians().cos();
    111.2 * (one.lat() - other.lat()).hypot((one.lon() - other.lon()) * narrowing)
}
