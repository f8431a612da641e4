//! Guards levels of detail: what every cluster and place stands for at a zoom level, and that marks stay
//! apart at all of them.

use std::collections::HashSet;

use clusteratlas_core::dataset::{Dataset, keys};
use clusteratlas_core::domain::country::Continent;
use clusteratlas_core::domain::federal_state::FederalState;
use clusteratlas_core::domain::localized::Language;
use clusteratlas_core::geo::mercator::{pixel_from_lat_lon, scale_at};
use clusteratlas_core::scene::level::{
    CITIES_FROM, CLUSTERS_FROM, COUNTRIES_FROM, PLACES_FROM, STATES_FROM, Side, ZOOM_STEP, stepped,
};
use clusteratlas_core::scene::node::Node;
use clusteratlas_core::scene::scale::MIN_HIT_RADIUS_PX;
use proptest::prelude::*;
use serde_json::json;

use crate::atlas::{Map, dataset, frame, random, small, with};
use crate::property::cases;

/// Clusters and places of every degree of knowledge.
fn known_and_unknown() -> Dataset {
    let cluster = |id: &str| json!({"id": id, "name": id, "themes": ["health"]});
    let stated = |id: &str| with(cluster(id), "state", json!("DE-TH"));
    let with_seat = |id: &str| {
        let seat = [
            ("city", json!("Jena")),
            ("lat", json!(50.9272)),
            ("lon", json!(11.5892)),
        ];
        seat.into_iter()
            .fold(stated(id), |record, (field, value)| with(record, field, value))
    };
    let mut stateless = with_seat("stateless");
    stateless.as_object_mut().unwrap().remove("state");
    stateless["city"] = json!("Erfurt");
    (stateless["lat"], stateless["lon"]) = (json!(50.9787), json!(11.0328));
    let mut atlas = frame();
    atlas["clusters"] = json!([
        with_seat("seated"),
        with_seat("seated-too"),
        stated("stated"),
        stateless,
        cluster("unknown")
    ]);
    let place = |id: &str, country: &str, precision: &str, lat: f64, lon: f64| json!({"id": id, "name_de": id, "name_en": id, "country": country, "precision": precision, "lat": lat, "lon": lon});
    atlas["places"] = json!([
        place("tokyo", "JP", "city", 35.69, 139.69),
        place("hokkaido", "JP", "region", 43.0, 142.0),
        place("germany", "DE", "country", 51.1, 10.4),
        with(
            place("jena", "DE", "city", 50.9272, 11.5892),
            "state",
            json!("DE-TH")
        ),
        with(place("gera", "DE", "city", 50.88, 12.08), "state", json!("DE-TH")),
    ]);
    dataset(&atlas)
}

/// Compares what a cluster stands for at zoom levels.
#[track_caller]
fn check_cluster(id: &str, expected: impl Fn(&Dataset) -> Vec<(f64, Node)>) {
    let map = Map::with_dataset(known_and_unknown());
    let dataset = &map.dataset;
    let key = dataset.cluster_by_id(id).unwrap();
    for (zoom_level, node) in expected(dataset) {
        let level = map.level(zoom_level);
        let nodes = level.nodes(level.group_of_cluster(key));
        assert!(
            nodes.contains(&node),
            "{id} at {zoom_level}: {nodes:?} lacks {node:?}"
        );
    }
}

#[track_caller]
fn check_place(id: &str, expected: impl Fn(&Dataset) -> Vec<(f64, Node)>) {
    let map = Map::with_dataset(known_and_unknown());
    let dataset = &map.dataset;
    let key = dataset.place_by_id(id).unwrap();
    for (zoom_level, node) in expected(dataset) {
        let level = map.level(zoom_level);
        let nodes = level.nodes(level.group_of_place(key));
        assert!(
            nodes.contains(&node),
            "{id} at {zoom_level}: {nodes:?} lacks {node:?}"
        );
    }
}

#[test]
fn germany_parts_into_states_cities_and_clusters() {
    check_cluster("seated", |dataset| {
        let key = dataset.cluster_by_id("seated").unwrap();
        let state = Node::State(FederalState::Thuringia);
        vec![
            (0.0, Node::Germany),
            (STATES_FROM, state),
            (CITIES_FROM, Node::City(key)),
            (CLUSTERS_FROM, Node::Cluster(key)),
        ]
    });
    check_cluster("seated-too", |dataset| {
        let first = dataset.cluster_by_id("seated").unwrap();
        let key = dataset.cluster_by_id("seated-too").unwrap();
        let state = Node::State(FederalState::Thuringia);
        vec![
            (STATES_FROM - ZOOM_STEP, Node::Germany),
            (CITIES_FROM - ZOOM_STEP, state),
            (CLUSTERS_FROM - ZOOM_STEP, Node::City(first)),
            (11.0, Node::Cluster(key)),
        ]
    });
}

#[test]
fn a_cluster_without_a_seat_stands_at_its_state() {
    check_cluster("stated", |_| {
        let state = FederalState::Thuringia;
        let somewhere = Node::SomewhereInState(state);
        vec![
            (0.0, Node::Germany),
            (STATES_FROM, Node::State(state)),
            (CITIES_FROM, somewhere),
            (11.0, somewhere),
        ]
    });
}

#[test]
fn a_seat_without_a_state_stands_at_its_city_once_germany_parts() {
    check_cluster("stateless", |dataset| {
        let key = dataset.cluster_by_id("stateless").unwrap();
        vec![
            (0.0, Node::Germany),
            (STATES_FROM, Node::City(key)),
            (CITIES_FROM, Node::City(key)),
            (CLUSTERS_FROM, Node::Cluster(key)),
        ]
    });
}

#[test]
fn a_cluster_without_seat_and_state_stands_at_germany() {
    check_cluster("unknown", |_| {
        let somewhere = Node::SomewhereInGermany;
        vec![
            (0.0, Node::Germany),
            (STATES_FROM, somewhere),
            (CITIES_FROM, somewhere),
            (11.0, somewhere),
        ]
    });
}

#[test]
fn clusters_without_a_seat_stand_where_their_state_or_germany_is() {
    let map = Map::with_dataset(known_and_unknown());
    let dataset = &map.dataset;
    let level = map.level(11.0);
    let at = |id| level.groups[level.group_of_cluster(dataset.cluster_by_id(id).unwrap())].at;
    let state = pixel_from_lat_lon(dataset.state_point(FederalState::Thuringia));
    let germany = pixel_from_lat_lon(dataset.country(dataset.germany()).at);
    assert!(at("stated").distance(state) < 1e-9);
    assert!(at("unknown").distance(germany) < 1e-9);
    assert_eq!(
        level.group_of_germany(),
        level.group_of_cluster(dataset.cluster_by_id("unknown").unwrap())
    );
}

#[test]
fn continents_part_into_countries_and_these_into_places() {
    let japan = |dataset: &Dataset| Node::Country(dataset.country_by_code("JP".parse().unwrap()).unwrap());
    let asia = Node::Continent(Continent::Asia);
    for id in ["tokyo", "hokkaido"] {
        check_place(id, |dataset| {
            let place = Node::Place(dataset.place_by_id(id).unwrap());
            vec![
                (0.0, asia),
                (COUNTRIES_FROM - ZOOM_STEP, asia),
                (COUNTRIES_FROM, japan(dataset)),
                (PLACES_FROM - ZOOM_STEP, japan(dataset)),
                (PLACES_FROM, place),
                (11.0, place),
            ]
        });
    }
}

#[test]
fn a_continent_stands_among_its_partner_countries_by_their_cooperations() {
    let mut atlas = small();
    for (id, country) in [("suva", "FJ"), ("apia", "WS")] {
        let (lat, lon) = if country == "FJ" {
            (-18.1, 178.4)
        } else {
            (-13.8, -171.8)
        };
        atlas["places"].as_array_mut().unwrap().push(json!({
            "id": id, "name_de": id, "name_en": id, "country": country, "precision": "city", "lat": lat, "lon": lon,
        }));
    }
    let with_partners = |id: &str, partners: &[&str]| {
        let partners: Vec<_> = partners.iter().map(|place| json!({"place": place})).collect();
        with(
            with(small()["cooperations"][0].clone(), "id", json!(id)),
            "partners",
            json!(partners),
        )
    };
    atlas["cooperations"] = json!([
        with_partners("a", &["suva"]),
        with_partners("b", &["suva", "apia"]),
        with_partners("c", &["suva"]),
    ]);
    let map = Map::of(&atlas);
    let at = |code: &str| {
        let key = map.dataset.country_by_code(code.parse().unwrap()).unwrap();
        pixel_from_lat_lon(map.dataset.country(key).at)
    };
    let level = map.level(0.0);
    let suva = map.dataset.place_by_id("suva").unwrap();
    let oceania = level.groups[level.group_of_place(suva)].at;
    // Samoa lies right of Fiji on the map, though west of the date line.
    assert!(at("FJ").x < oceania.x && oceania.x < at("WS").x, "{oceania:?}");
    assert!((oceania.x - (3.0 * at("FJ").x + at("WS").x) / 4.0).abs() < 1e-6);
    assert!((oceania.y - (3.0 * at("FJ").y + at("WS").y) / 4.0).abs() < 1e-6);
}

#[test]
fn a_region_of_several_countries_stands_for_itself_at_every_zoom_level() {
    let map = Map::of(&small());
    let dataset = &map.dataset;
    let andes = dataset.place_by_id("andes").unwrap();
    for zoom_level in zoom_levels() {
        let level = map.level(zoom_level);
        assert_eq!(
            level.nodes(level.group_of_place(andes)),
            [Node::Place(andes)],
            "{zoom_level}"
        );
    }
}

#[test]
fn partners_in_germany_stand_among_the_clusters() {
    check_place("jena", |dataset| {
        let state = Node::State(FederalState::Thuringia);
        let city = Node::City(dataset.cluster_by_id("seated").unwrap());
        let place = Node::Place(dataset.place_by_id("jena").unwrap());
        vec![
            (0.0, Node::Germany),
            (STATES_FROM, state),
            (CITIES_FROM, city),
            (CLUSTERS_FROM, place),
        ]
    });
    check_place("gera", |dataset| {
        let state = Node::State(FederalState::Thuringia);
        let place = Node::Place(dataset.place_by_id("gera").unwrap());
        vec![
            (0.0, Node::Germany),
            (STATES_FROM, state),
            (CITIES_FROM, place),
            (11.0, place),
        ]
    });
    check_place("germany", |_| {
        let somewhere = Node::SomewhereInGermany;
        vec![
            (0.0, Node::Germany),
            (STATES_FROM, somewhere),
            (CITIES_FROM, somewhere),
            (11.0, somewhere),
        ]
    });
}

#[test]
fn nodes_have_names_and_records_and_say_when_they_are_vague() {
    let dataset = known_and_unknown();
    let cluster = dataset.cluster_by_id("seated").unwrap();
    let place = |id| Node::Place(dataset.place_by_id(id).unwrap());
    let state = FederalState::Thuringia;
    let rows = [
        (Node::Germany, "DE", true, false),
        (Node::SomewhereInGermany, "DE", true, true),
        (Node::State(state), "Thuringia", true, false),
        (Node::SomewhereInState(state), "Thuringia", true, true),
        (Node::City(cluster), "Jena", false, false),
        (Node::Cluster(cluster), "seated", true, false),
        (place("tokyo"), "tokyo", true, false),
        (place("hokkaido"), "hokkaido", true, true),
        (place("germany"), "germany", true, true),
        (Node::Country(dataset.germany()), "DE", true, false),
        (
            Node::Continent(Continent::SouthAmerica),
            "South America",
            false,
            false,
        ),
    ];
    for (node, name, opens, vague) in rows {
        assert_eq!(node.name(&dataset, Language::English), name, "{node:?}");
        assert_eq!(node.record(&dataset).is_some(), opens, "{node:?}");
        assert_eq!(node.is_vague(&dataset), vague, "{node:?}");
    }
}

#[test]
fn zoom_levels_are_grouped_in_quarters_from_below() {
    let rows = [
        (0.0, 0.0),
        (0.24, 0.0),
        (0.25, 0.25),
        (3.99, 3.75),
        (4.0, 4.0),
        (6.0 - 1e-9, 6.0),
        (11.1, 11.0),
    ];
    for (zoom_level, expected) in rows {
        assert_eq!(
            stepped(zoom_level).to_bits(),
            f64::to_bits(expected),
            "{zoom_level}"
        );
    }
}

/// Every level that a map of 0 to 11 shows.
fn zoom_levels() -> impl Iterator<Item = f64> {
    (0..=44_u8).map(|step| f64::from(step) / 4.0)
}

proptest! {
    #![proptest_config(cases(24))]

    #[test]
    fn marks_are_24_pixels_apart_at_every_zoom_level(atlas in random(25)) {
        let map = Map::of(&atlas);
        for zoom_level in zoom_levels() {
            let level = map.level(zoom_level);
            for (position, group) in level.groups.iter().enumerate() {
                for other in &level.groups[..position] {
                    let px = group.at.distance(other.at) * scale_at(zoom_level);
                    prop_assert!(px >= 2.0 * MIN_HIT_RADIUS_PX, "{}: {:?} and {:?}", zoom_level, group, other);
                }
            }
        }
    }

    #[test]
    fn marks_that_keep_to_their_room_do_not_touch(atlas in random(25)) {
        let map = Map::of(&atlas);
        for zoom_level in zoom_levels() {
            let level = map.level(zoom_level);
            for (position, group) in level.groups.iter().enumerate() {
                for other in &level.groups[..position] {
                    let px = group.at.distance(other.at) * scale_at(zoom_level);
                    prop_assert!(px > group.room_px + other.room_px, "{}: {:?} and {:?}", zoom_level, group, other);
                }
            }
        }
    }

    #[test]
    fn clusters_and_places_are_in_a_group_of_their_side(atlas in random(10)) {
        let map = Map::of(&atlas);
        for zoom_level in zoom_levels() {
            let level = map.level(zoom_level);
            prop_assert!((0..level.groups.len()).all(|group| !level.nodes(group).is_empty()));
            prop_assert!(level.groups.is_sorted_by_key(|group| group.side == Side::Abroad), "those at home come first");
            for key in keys(map.dataset.clusters().len()) {
                let group = level.group_of_cluster(key);
                prop_assert_eq!(level.groups[group].side, Side::Home);
            }
            for key in keys(map.dataset.places().len()) {
                let home = map.dataset.place(key).country == Some(map.dataset.germany());
                let side = if home { Side::Home } else { Side::Abroad };
                prop_assert_eq!(level.groups[level.group_of_place(key)].side, side);
            }
        }
    }

    #[test]
    fn every_node_is_in_one_group(atlas in random(10)) {
        let map = Map::of(&atlas);
        for zoom_level in zoom_levels() {
            let level = map.level(zoom_level);
            let nodes: Vec<Node> = (0..level.groups.len()).flat_map(|group| level.nodes(group).iter().copied()).collect();
            let different: HashSet<Node> = nodes.iter().copied().collect();
            prop_assert_eq!(nodes.len(), different.len());
        }
    }
}
