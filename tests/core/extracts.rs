//! Guards JSON and JSON-LD for saving: every record once, nothing that points nowhere, terms of use in each.

use std::collections::BTreeSet;

use clusteratlas_core::dataset::details::Details;
use clusteratlas_core::dataset::keys;
use clusteratlas_core::export::extract::Extract;
use clusteratlas_core::export::files::files;
use clusteratlas_core::export::linked::linked;
use clusteratlas_core::export::selection::selection;
use proptest::prelude::*;
use serde_json::{Value, json};

use crate::atlas::{dataset, random, small};
use crate::property::cases;

fn read(text: &str) -> Value {
    serde_json::from_str(text).unwrap()
}

/// Ids of the records in a list of a file.
fn ids<'a>(file: &'a Value, list: &str) -> BTreeSet<&'a str> {
    let records = file[list].as_array().unwrap();
    let ids: BTreeSet<&str> = records
        .iter()
        .map(|record| record["id"].as_str().unwrap())
        .collect();
    assert_eq!(ids.len(), records.len(), "twice in {list}");
    ids
}

/// Every value of `@id`, however deep.
fn references<'a>(value: &'a Value, found: &mut Vec<&'a str>) {
    match value {
        Value::Array(items) => items.iter().for_each(|item| references(item, found)),
        Value::Object(members) => {
            found.extend(members.get("@id").and_then(Value::as_str));
            members.values().for_each(|member| references(member, found));
        }
        _ => {}
    }
}

#[test]
fn an_extract_has_only_what_its_cooperations_need_and_the_whole_has_everything() {
    let dataset = dataset(&small());
    let part = Extract::of(&dataset, None, "", keys(1).collect());
    let file = read(&selection(&part));
    assert_eq!(file["whole"], false);
    assert_eq!(ids(&file, "cooperations"), BTreeSet::from(["growth"]));
    assert!(ids(&file, "clusters").is_empty());
    let file = read(&selection(&Extract::whole(&dataset, None, "")));
    assert_eq!(file["whole"], true);
    assert_eq!(ids(&file, "clusters").len(), dataset.clusters().len());
}

#[test]
fn json_says_everything_in_full_words() {
    let dataset = dataset(&small());
    let details = json!({
        "version": 1, "content": "abc",
        "sources": [{"url": "https://example.org/a", "title": "A"}],
        "clusters": {}, "programmes": {},
        "cooperations": {"light": {"summary_de": "Kurz.", "summary_en": "Short.", "sources": [0]}},
    });
    let details = Details::read(&details.to_string(), "abc").unwrap();
    let extract = Extract::of(
        &dataset,
        Some(&details),
        "https://example.org/atlas/",
        keys(2).collect(),
    );
    let file = read(&selection(&extract));
    assert_eq!(
        file["$schema"],
        "https://example.org/atlas/data/selection.schema.json"
    );
    assert_eq!(file["dataset"]["licence_en"], "Invented");
    let light = &file["cooperations"][1];
    assert_eq!(light["title_de"], "Licht");
    assert_eq!(light["start"], "2016-04");
    assert_eq!(light["status"], "ended");
    assert_eq!(light["funding_eur"], 1_200_000);
    assert_eq!(light["funding_qualifier"], "up-to");
    assert_eq!(light["partners"][0]["place"]["name_en"], "Tokyo");
    assert_eq!(light["partners"][0]["country"]["id"], "JP");
    assert_eq!(light["summary_de"], "Kurz.");
    assert_eq!(
        light["sources"],
        json!([{"title": "A", "url": "https://example.org/a"}])
    );
}

#[test]
fn ids_of_linked_data_are_permalinks_where_the_address_is_known() {
    let dataset = dataset(&small());
    let file = read(&linked(&Extract::whole(
        &dataset,
        None,
        "https://example.org/atlas/",
    )));
    assert_eq!(file["@context"]["@base"], "https://example.org/atlas/");
    assert_eq!(file["@graph"][1]["@id"], "#sel=cooperation:growth");
    let file = read(&linked(&Extract::whole(&dataset, None, "")));
    assert!(file["@context"].get("@base").is_none());
}

proptest! {
    #![proptest_config(cases(100))]

    #[test]
    fn nothing_in_an_extract_points_nowhere(atlas in random(20), share in 0_usize..=100) {
        let dataset = dataset(&atlas);
        let number = dataset.cooperations().len();
        let kept = number * share / 100;
        let extract = Extract::of(&dataset, None, "", keys(kept).collect());

        let file = read(&selection(&extract));
        prop_assert_eq!(ids(&file, "cooperations").len(), kept);
        let (clusters, places) = (ids(&file, "clusters"), ids(&file, "places"));
        for cooperation in file["cooperations"].as_array().unwrap() {
            for cluster in cooperation["clusters"].as_array().unwrap() {
                prop_assert!(clusters.contains(cluster["id"].as_str().unwrap()));
            }
            for partner in cooperation["partners"].as_array().unwrap() {
                prop_assert!(places.contains(partner["place"]["id"].as_str().unwrap()));
            }
        }

        let file = read(&linked(&extract));
        let graph = file["@graph"].as_array().unwrap();
        let own: BTreeSet<&str> = graph.iter().filter_map(|one| one["@id"].as_str()).collect();
        prop_assert_eq!(own.len(), graph.len() - 1, "all but the dataset have an id of their own");
        let mut found = Vec::new();
        references(&file["@graph"], &mut found);
        prop_assert!(found.iter().all(|id| own.contains(id)));
    }

    #[test]
    fn every_file_names_version_publisher_and_licence(atlas in random(10)) {
        let dataset = dataset(&atlas);
        let edition = &dataset.edition;
        for file in files(&Extract::whole(&dataset, None, "")) {
            if dataset.cooperations().is_empty() || dataset.clusters().is_empty() {
                continue;
            }
            let content = String::from_utf8(file.content).unwrap();
            let said = |text: &str| content.contains(text);
            prop_assert!(said(&edition.version), "{}", file.name);
            prop_assert!(said(&edition.publisher.de) || said(&edition.publisher.en), "{}", file.name);
            prop_assert!(said(&edition.licence.de) || said(&edition.licence.en), "{}", file.name);
        }
    }
}
