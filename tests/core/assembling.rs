//! Guards how `atlas.json` becomes a dataset: what is no dataset at all, and that records arrive whole, each
//! once, sorted and found by id.

use clusteratlas_core::dataset::assemble::assemble;
use clusteratlas_core::dataset::problem::ReadError;
use clusteratlas_core::domain::federal_state::FederalState;
use clusteratlas_core::domain::id::Key;
use clusteratlas_core::domain::localized::Language;
use proptest::prelude::*;
use serde_json::{Value, json};

use crate::atlas::{dataset, frame, random, remove, small, with};
use crate::property::cases;

#[track_caller]
fn check_unreadable(note: &str, change: impl FnOnce(&mut Value), expected: &str) {
    let mut atlas = small();
    change(&mut atlas);
    let error = assemble(&atlas.to_string()).unwrap_err();
    assert!(error.to_string().contains(expected), "{note}: {error}");
}

#[test]
fn a_valid_dataset_has_no_problems() {
    let mut atlas = small();
    atlas["colours"] = json!([1, {"a": null}]);
    atlas["clusters"][0]["colour"] = json!("red");
    let mut no_figures = small();
    remove(&mut no_figures, "key_figures");
    let rows = [
        (frame(), "without clusters, places and cooperations"),
        (small(), "with them"),
        (no_figures, "without key figures"),
        (atlas, "with parts of a later edition"),
    ];
    for (atlas, note) in rows {
        let (_, problems) = assemble(&atlas.to_string()).unwrap();
        assert_eq!(problems, [], "{note}");
    }
}

#[test]
fn a_text_that_is_no_dataset_is_damaged_at_a_line_and_column() {
    let rows = [
        ("", 1, 0, "nothing"),
        ("null", 1, 4, "another value"),
        ("[]", 1, 2, "a list"),
        ("{}", 1, 2, "no version"),
        ("{\n \"version\": \"1\"\n}", 2, 15, "a version in quotes"),
        ("{\n \"version\": -1}", 2, 14, "a negative version"),
        ("{\"version\": 1}", 1, 14, "a version and nothing else"),
        ("{\"version\": 1,\n\"dataset\": {}}", 2, 13, "an empty edition"),
        ("{\n\n  \"version\": 1,\n  oops\n}", 4, 3, "a syntax error"),
        ("<!doctype html>", 1, 1, "a page instead of the file"),
        ("\u{feff}{\"version\": 1}", 1, 1, "a byte order mark"),
    ];
    for (text, expected_line, expected_column, note) in rows {
        match assemble(text) {
            Err(ReadError::Damaged { line, column, .. }) => {
                assert_eq!((line, column), (expected_line, expected_column), "{note}");
            }
            other => panic!("{note}: {other:?}"),
        }
    }
}

#[test]
fn text_after_the_dataset_is_damage() {
    let error = assemble(&format!("{} x", small())).unwrap_err();
    assert!(matches!(error, ReadError::Damaged { .. }), "{error}");
}

#[test]
fn another_version_is_told_apart_from_damage() {
    for found in [0, 2, u64::MAX] {
        let versions = [
            (json!({ "version": found }), "another shape altogether"),
            (with(small(), "version", json!(found)), "the same shape"),
        ];
        for (atlas, note) in versions {
            let expected = ReadError::Version { found, supported: 1 };
            assert_eq!(assemble(&atlas.to_string()).unwrap_err(), expected, "{note}");
        }
    }
}

#[test]
fn without_an_essential_part_there_is_no_dataset() {
    check_unreadable("no edition", |atlas| remove(atlas, "dataset"), "dataset");
    check_unreadable("no clusters", |atlas| remove(atlas, "clusters"), "clusters");
    check_unreadable(
        "no hash",
        |atlas| remove(&mut atlas["dataset"], "content"),
        "content",
    );
    check_unreadable(
        "a date that is none",
        |atlas| atlas["dataset"]["date"] = json!("June 2020"),
        "without it nothing can be shown: dataset.date: not a date",
    );
    check_unreadable(
        "no Germany",
        |atlas| {
            atlas["countries"]
                .as_array_mut()
                .unwrap()
                .retain(|country| country["id"] != "DE");
        },
        "without it nothing can be shown: countries: DE",
    );
    check_unreadable(
        "Germany beyond the pole",
        |atlas| atlas["countries"][2]["lat"] = json!(91),
        "without it nothing can be shown: countries: DE",
    );
    check_unreadable(
        "a field without its name",
        |atlas| remove(&mut atlas["fields"][3], "name_en"),
        "without it nothing can be shown: fields: mobility-logistics",
    );
    check_unreadable(
        "fifteen states",
        |atlas| atlas["states"].as_array_mut().unwrap().truncate(15),
        "without it nothing can be shown: states: DE-TH",
    );
}

#[test]
fn a_record_that_is_named_twice_counts_once() {
    let mut atlas = small();
    atlas["cooperations"][0]["clusters"] = json!(["optics", "bio", "optics"]);
    atlas["cooperations"][0]["themes"] = json!(["photonics", "photonics"]);
    let dataset = dataset(&atlas);
    let light = dataset.cooperation(dataset.cooperation_by_id("light").unwrap());
    let clusters: Vec<&str> = light
        .clusters
        .iter()
        .map(|&key| dataset.cluster(key).id.as_str())
        .collect();
    assert_eq!((clusters, light.themes.len()), (vec!["optics", "bio"], 1));
}

#[test]
fn every_fact_of_a_record_arrives() {
    let dataset = dataset(&small());
    let light = dataset.cooperation(dataset.cooperation_by_id("light").unwrap());
    assert_eq!(&**light.title.get(Language::German), "Licht");
    assert_eq!(light.period.start.unwrap().to_string(), "2016-04");
    assert_eq!(light.period.end.unwrap().to_string(), "2018");
    assert_eq!(
        light.funding.unwrap().amount_eur.to_bits(),
        1_200_000_f64.to_bits()
    );
    assert_eq!(light.coordinator.as_deref(), Some("Optics"));
    assert_eq!(light.partners[0].organisation.as_deref(), Some("Institute"));
    assert_eq!(light.programme, dataset.programme_by_id("bridges"));

    let optics = dataset.cluster(light.clusters[0]);
    assert_eq!((optics.id.as_str(), optics.label()), ("optics", "Optics"));
    assert_eq!(optics.state, Some(FederalState::Thuringia));
    assert_eq!(&*optics.seat.as_ref().unwrap().city, "Jena");
    let bio = dataset.cluster(dataset.cluster_by_id("bio").unwrap());
    assert_eq!((bio.label(), &bio.seat, bio.state), ("Bio", &None, None));

    let share = &dataset.key_figures()[0];
    assert_eq!(share.as_of.unwrap().to_string(), "2019");
    assert_eq!(share.programme, dataset.programme_by_id("bridges"));
    assert_eq!(share.source.url.as_deref(), Some("https://example.org"));
}

#[test]
fn an_unsafe_address_of_a_key_figure_is_dropped_and_its_title_stays() {
    let mut atlas = small();
    atlas["key_figures"][0]["source"]["url"] = json!("javascript:alert(1)");
    let source = &dataset(&atlas).key_figures()[0].source.clone();
    assert_eq!((source.url.as_deref(), &*source.title), (None, "Study"));
}

proptest! {
    #![proptest_config(cases(64))]

    #[test]
    fn records_are_sorted_and_found_by_id(atlas in random(20)) {
        let dataset = dataset(&atlas);
        macro_rules! check {
            ($($list:ident, $find:ident;)*) => {$(
                let ids: Vec<&str> = dataset.$list().iter().map(|record| record.id.as_str()).collect();
                prop_assert!(ids.is_sorted_by(|a, b| a < b), "{ids:?}");
                for (position, id) in ids.iter().enumerate() {
                    prop_assert_eq!(dataset.$find(id).map(|key| key.index()), Some(position));
                }
                prop_assert_eq!(dataset.$find("nobody"), None);
            )*};
        }
        check! {
            clusters, cluster_by_id;
            places, place_by_id;
            cooperations, cooperation_by_id;
            programmes, programme_by_id;
        }
        for (position, theme) in dataset.themes().iter().enumerate() {
            prop_assert_eq!(dataset.theme_by_id(theme.id.as_str()).map(Key::index), Some(position));
        }
        for (position, country) in dataset.countries().iter().enumerate() {
            prop_assert_eq!(dataset.country_by_code(country.code).map(Key::index), Some(position));
        }
    }

    #[test]
    fn the_order_of_records_in_the_file_does_not_matter(atlas in random(20)) {
        let mut reversed = atlas.clone();
        for list in ["clusters", "places", "cooperations", "countries", "programmes"] {
            reversed[list].as_array_mut().unwrap().reverse();
        }
        prop_assert_eq!(format!("{:?}", dataset(&atlas)), format!("{:?}", dataset(&reversed)));
    }
}
