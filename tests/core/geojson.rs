//! Guards GeoJSON by the letter of RFC 7946: positions, lines at the 180th meridian, one feature for each record.

use std::collections::BTreeSet;

use clusteratlas_core::dataset::keys;
use clusteratlas_core::export::extract::Extract;
use clusteratlas_core::export::geojson::geojson;
use proptest::prelude::*;
use serde_json::Value;

use crate::atlas::{dataset, random, small};
use crate::property::cases;

fn file(atlas: &Value) -> Value {
    let dataset = dataset(atlas);
    let keys = keys(dataset.cooperations().len()).collect();
    serde_json::from_str(&geojson(&Extract::of(&dataset, None, "", keys))).unwrap()
}

/// Every position with a number for longitude and latitude, and no other.
fn position(value: &Value) -> [f64; 2] {
    let numbers: Vec<f64> = value
        .as_array()
        .unwrap()
        .iter()
        .map(|one| one.as_f64().unwrap())
        .collect();
    let [lon, lat] = numbers.as_slice() else {
        panic!("not a position: {value}");
    };
    assert!(lon.abs() <= 180.0 && lat.abs() <= 90.0, "{value}");
    [*lon, *lat]
}

/// Looks at a feature as RFC 7946 defines it.
fn check(feature: &Value) {
    assert_eq!(feature["type"], "Feature");
    assert!(feature["properties"].is_object());
    let geometry = &feature["geometry"];
    match geometry["type"].as_str() {
        None => assert!(geometry.is_null()),
        Some("Point") => {
            position(&geometry["coordinates"]);
        }
        Some("MultiLineString") => {
            for line in geometry["coordinates"].as_array().unwrap() {
                let positions: Vec<[f64; 2]> = line.as_array().unwrap().iter().map(position).collect();
                assert!(positions.len() >= 2, "{line}");
                for pair in positions.windows(2) {
                    assert!((pair[0][0] - pair[1][0]).abs() <= 180.0, "not cut: {line}");
                }
            }
        }
        Some(other) => panic!("no such geometry is written: {other}"),
    }
}

#[test]
fn the_file_names_who_made_it_and_under_which_terms() {
    let file = file(&small());
    assert_eq!(file["type"], "FeatureCollection");
    for member in [
        "version",
        "date",
        "publisher_de",
        "publisher_en",
        "licence_de",
        "licence_en",
    ] {
        assert!(!file[member].is_null(), "{member}");
    }
    assert!(file.get("crs").is_none());
}

proptest! {
    #![proptest_config(cases(200))]

    #[test]
    fn every_record_is_one_valid_feature(atlas in random(20)) {
        let file = file(&atlas);
        let features = file["features"].as_array().unwrap();
        features.iter().for_each(check);
        let ids: BTreeSet<&str> = features.iter().map(|feature| feature["id"].as_str().unwrap()).collect();
        prop_assert_eq!(ids.len(), features.len());
        let told = ids.iter().filter(|id| id.starts_with("cooperation:")).count();
        prop_assert_eq!(told, dataset(&atlas).cooperations().len());
        for feature in features {
            for cluster in feature["properties"]["clusters"].as_array().into_iter().flatten() {
                let id = format!("cluster:{}", cluster.as_str().unwrap());
                prop_assert!(ids.contains(&*id), "{}", id);
            }
            for partner in feature["properties"]["partners"].as_array().into_iter().flatten() {
                let id = format!("place:{}", partner["place"].as_str().unwrap());
                prop_assert!(ids.contains(&*id), "{}", id);
            }
        }
    }
}
