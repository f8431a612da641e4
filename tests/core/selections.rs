//! Guards what can be opened: which record a link names, and which cooperations belong to it.

use clusteratlas_core::dataset::{Dataset, keys};
use clusteratlas_core::domain::federal_state::FederalState;
use clusteratlas_core::query::index::Index;
use clusteratlas_core::query::selection::{Record, Selection};
use proptest::prelude::*;
use serde_json::json;

use crate::atlas::{dataset, random, small, with};
use crate::property::cases;

/// Everything of a dataset that can be opened.
fn records(dataset: &Dataset) -> Vec<Record> {
    let states = FederalState::ALL.map(Record::State);
    keys(dataset.clusters().len())
        .map(Record::Cluster)
        .chain(keys(dataset.places().len()).map(Record::Place))
        .chain(keys(dataset.countries().len()).map(Record::Country))
        .chain(keys(dataset.cooperations().len()).map(Record::Cooperation))
        .chain(keys(dataset.programmes().len()).map(Record::Programme))
        .chain(states)
        .collect()
}

#[test]
fn a_selection_without_a_record_opens_nothing() {
    let dataset = dataset(&small());
    let rows = [
        ("cluster:light", "the id of a cooperation"),
        ("cluster:OPTICS", "another case"),
        ("place:nowhere", "an unknown place"),
        ("country:XX", "an unknown country"),
        ("country:jp", "small letters"),
        ("state:DE-XX", "an unknown state"),
        ("state:SN", "half of a state's code"),
        ("cooperation:2", "a position"),
        ("programme:none", "no programme"),
    ];
    for (text, note) in rows {
        let selection: Selection = text.parse().unwrap();
        assert_eq!(Record::find(&dataset, &selection), None, "{note}: {text}");
    }
}

/// Compares which of the two cooperations of the small dataset, and a third within Germany, belong to what
/// `text` names.
#[track_caller]
fn check(text: &str, expected: &[&str]) {
    let mut atlas = small();
    atlas["places"].as_array_mut().unwrap().push(json!({
        "id": "halle", "name_de": "Halle", "name_en": "Halle", "country": "DE", "precision": "city",
        "lat": 51.48, "lon": 11.97, "state": "DE-ST",
    }));
    let inland = with(atlas["cooperations"][1].clone(), "id", json!("inland"));
    let inland = with(
        inland,
        "partners",
        json!([{"place": "halle"}, {"place": "halle"}]),
    );
    atlas["cooperations"].as_array_mut().unwrap().push(inland);
    let dataset = dataset(&atlas);
    let record = Record::find(&dataset, &text.parse().unwrap()).unwrap();
    let touching = Index::build(&dataset).touching(&dataset, record);
    let found: Vec<&str> = touching
        .iter()
        .map(|key| dataset.cooperation(key).id.as_str())
        .collect();
    assert_eq!(found, expected, "{text}");
}

#[test]
fn cooperations_belong_to_the_records_that_they_name() {
    check("cluster:optics", &["light"]);
    check("cluster:bio", &[]);
    check("place:andes", &["growth"]);
    check("place:halle", &["inland"]);
    check("country:JP", &["light"]);
    check("country:DE", &["inland"]);
    check("country:FR", &[]);
    check("programme:bridges", &["light"]);
    check("cooperation:growth", &["growth"]);
}

#[test]
fn a_state_has_the_cooperations_of_its_clusters_and_of_its_places() {
    check("state:DE-TH", &["light"]);
    check("state:DE-ST", &["inland"]);
    check("state:DE-SN", &[]);
}

proptest! {
    #![proptest_config(cases(48))]

    #[test]
    fn every_record_is_found_by_the_link_that_names_it(atlas in random(10)) {
        let dataset = dataset(&atlas);
        for record in records(&dataset) {
            let selection = record.selection(&dataset);
            prop_assert_eq!(selection.to_string().parse(), Ok(selection.clone()));
            prop_assert_eq!(Record::find(&dataset, &selection), Some(record));
        }
    }
}
