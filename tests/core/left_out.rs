//! Guards which records of `atlas.json` are left out, and that each is reported with its reason.

use clusteratlas_core::dataset::Dataset;
use clusteratlas_core::dataset::assemble::assemble;
use clusteratlas_core::dataset::problem::Cause;
use serde_json::{Value, json};

use crate::atlas::{remove, small, with};

/// Changes the small dataset and compares what is reported and how many clusters, places and cooperations
/// are left.
#[track_caller]
fn check(note: &str, change: impl FnOnce(&mut Value), expected: &[&str], left: [usize; 3]) {
    let mut atlas = small();
    change(&mut atlas);
    let (dataset, problems) = assemble(&atlas.to_string()).unwrap();
    let problems: Vec<String> = problems.iter().map(ToString::to_string).collect();
    assert_eq!(problems, expected, "{note}");
    assert_eq!(lengths(&dataset), left, "{note}: clusters, places, cooperations");
}

fn lengths(dataset: &Dataset) -> [usize; 3] {
    [
        dataset.clusters().len(),
        dataset.places().len(),
        dataset.cooperations().len(),
    ]
}

#[test]
fn a_record_of_the_wrong_shape_is_left_out() {
    let reported = |record: Value| {
        let mut atlas = small();
        atlas["clusters"][1] = record;
        let (_, mut problems) = assemble(&atlas.to_string()).unwrap();
        assert_eq!(problems.len(), 1);
        problems.remove(0)
    };
    let rows = [
        (json!({"id": "bio", "themes": ["health"]}), "a missing field"),
        (
            json!({"id": "bio", "name": "Bio", "themes": "health"}),
            "a text instead of a list",
        ),
        (
            json!({"id": "bio", "name": null, "themes": ["health"]}),
            "nothing instead of a text",
        ),
        (
            json!({"id": "bio", "name": "Bio", "themes": [1]}),
            "a number instead of a text",
        ),
    ];
    for (record, note) in rows {
        let problem = reported(record);
        assert!(matches!(problem.cause, Cause::Shape(_)), "{note}: {problem}");
        assert_eq!(
            (problem.list, problem.position, problem.id.as_deref()),
            ("clusters", 1, Some("bio")),
            "{note}"
        );
    }
    let without_id = reported(json!(17));
    assert_eq!(
        (without_id.position, &without_id.id),
        (1, &None),
        "a number instead of a record"
    );
}

#[test]
fn a_value_that_is_not_allowed_leaves_the_record_out() {
    check(
        "an address that would run",
        |atlas| atlas["clusters"][1]["website"] = json!("javascript:alert(1)"),
        &["clusters[1] \"bio\": website: not a web address: \"javascript:alert(1)\""],
        [1, 2, 2],
    );
    check(
        "coordinates beyond the pole",
        |atlas| atlas["places"][1]["lat"] = json!(-90.5),
        &[
            "places[1] \"andes\": lat, lon: latitude is not between -90 and 90: -90.5",
            "cooperations[1] \"growth\": partners.place names an unknown record: \"andes\"",
        ],
        [2, 1, 1],
    );
    check(
        "a state elsewhere",
        |atlas| atlas["clusters"][1]["state"] = json!("AT-9"),
        &["clusters[1] \"bio\": state: not an ISO 3166-2 code of a German state such as DE-SN: \"AT-9\""],
        [1, 2, 2],
    );
    check(
        "a city without coordinates",
        |atlas| atlas["clusters"][1]["city"] = json!("Jena"),
        &["clusters[1] \"bio\": city: known without its coordinates, or they without it"],
        [1, 2, 2],
    );
    check(
        "half of the coordinates",
        |atlas| remove(&mut atlas["clusters"][0], "lon"),
        &[
            "clusters[0] \"optics\": city: known without its coordinates, or they without it",
            "cooperations[0] \"light\": clusters names an unknown record: \"optics\"",
        ],
        [1, 2, 1],
    );
    check(
        "an amount without its qualifier",
        |atlas| remove(&mut atlas["cooperations"][0], "funding_qualifier"),
        &["cooperations[0] \"light\": funding_eur: stated without its qualifier, or it without the amount"],
        [2, 2, 1],
    );
    check(
        "a qualifier without its amount",
        |atlas| remove(&mut atlas["cooperations"][0], "funding_eur"),
        &["cooperations[0] \"light\": funding_eur: stated without its qualifier, or it without the amount"],
        [2, 2, 1],
    );
    check(
        "a day that no month has",
        |atlas| atlas["cooperations"][1]["start"] = json!("2016-02-30"),
        &["cooperations[1] \"growth\": start: not a date like 2016, 2016-04 or 2016-04-13: \"2016-02-30\""],
        [2, 2, 1],
    );
    check(
        "an id with capitals",
        |atlas| atlas["clusters"][1]["id"] = json!("BIO"),
        &[
            "clusters[1] \"BIO\": id: not an id of lower-case letters, digits and single hyphens, at most 120, nor \"none\": \"BIO\"",
        ],
        [1, 2, 2],
    );
}

#[test]
fn a_reference_that_leads_nowhere_leaves_the_record_out() {
    check(
        "an unknown theme",
        |atlas| atlas["clusters"][1]["themes"] = json!(["health", "magic"]),
        &["clusters[1] \"bio\": themes names an unknown record: \"magic\""],
        [1, 2, 2],
    );
    check(
        "an unknown programme",
        |atlas| atlas["cooperations"][1]["programme"] = json!("tunnels"),
        &["cooperations[1] \"growth\": programme names an unknown record: \"tunnels\""],
        [2, 2, 1],
    );
    check(
        "an unknown country, and one of the wrong form",
        |atlas| {
            atlas["places"][0]["country"] = json!("XX");
            atlas["places"][1]["country"] = json!("Bolivia");
            atlas["cooperations"] = json!([]);
        },
        &[
            "places[0] \"tokyo\": country names an unknown record: \"XX\"",
            "places[1] \"andes\": country names an unknown record: \"Bolivia\"",
        ],
        [2, 0, 0],
    );
    check(
        "a word outside the closed lists",
        |atlas| {
            atlas["cooperations"][0]["funding_qualifier"] = json!("roughly");
            atlas["key_figures"][0]["comparator"] = json!("≈");
        },
        &[
            "cooperations[0] \"light\": funding_qualifier names an unknown record: \"roughly\"",
            "key_figures[0] \"share\": comparator names an unknown record: \"≈\"",
        ],
        [2, 2, 1],
    );
    check(
        "a key figure of an unknown programme",
        |atlas| atlas["key_figures"][0]["programme"] = json!("tunnels"),
        &["key_figures[0] \"share\": programme names an unknown record: \"tunnels\""],
        [2, 2, 2],
    );
}

#[test]
fn records_that_refer_to_a_left_out_one_follow_it() {
    check(
        "a theme takes a cluster along, and that a cooperation",
        |atlas| atlas["themes"][1]["field"] = json!("magic"),
        &[
            "themes[1] \"photonics\": field names an unknown record: \"magic\"",
            "clusters[0] \"optics\": themes names an unknown record: \"photonics\"",
            "cooperations[0] \"light\": clusters names an unknown record: \"optics\"",
        ],
        [1, 2, 1],
    );
}

#[test]
fn lists_that_must_hold_something_are_not_empty() {
    check(
        "a cluster without a theme",
        |atlas| atlas["clusters"][1]["themes"] = json!([]),
        &["clusters[1] \"bio\": themes is empty"],
        [1, 2, 2],
    );
    check(
        "cooperations without a partner and without a kind",
        |atlas| {
            atlas["cooperations"][0]["partners"] = json!([]);
            atlas["cooperations"][1]["kinds"] = json!([]);
        },
        &[
            "cooperations[0] \"light\": partners is empty",
            "cooperations[1] \"growth\": kinds is empty",
        ],
        [2, 2, 0],
    );
}

#[test]
fn of_records_with_one_id_the_first_stays() {
    let mut atlas = small();
    let other = with(atlas["clusters"][0].clone(), "name", json!("Another"));
    atlas["clusters"].as_array_mut().unwrap().push(other);
    let (dataset, problems) = assemble(&atlas.to_string()).unwrap();
    let problems: Vec<String> = problems.iter().map(ToString::to_string).collect();
    assert_eq!(
        problems,
        ["clusters[2] \"optics\": an earlier record has the same id"]
    );
    let kept = dataset.cluster(dataset.cluster_by_id("optics").unwrap());
    assert_eq!(&*kept.name, "Optics \"Jena\"");
}

#[test]
fn no_list_keeps_two_records_with_one_id() {
    let lists = [
        "fields",
        "themes",
        "kinds",
        "countries",
        "states",
        "programmes",
        "clusters",
        "places",
        "cooperations",
    ];
    for list in lists {
        let mut atlas = small();
        let records = atlas[list].as_array_mut().unwrap();
        records.push(records[0].clone());
        let (_, problems) = assemble(&atlas.to_string()).unwrap();
        let causes: Vec<&Cause> = problems.iter().map(|problem| &problem.cause).collect();
        assert_eq!(causes, [&Cause::Duplicate], "{list}");
    }
}

#[test]
fn a_record_with_a_text_that_cannot_be_read_is_reported_by_its_id() {
    let atlas = small().to_string().replace("\"Bio\"", r#""\ud800""#);
    let (dataset, problems) = assemble(&atlas).unwrap();
    assert_eq!(lengths(&dataset), [1, 2, 2]);
    assert_eq!(problems.len(), 1);
    assert!(matches!(problems[0].cause, Cause::Shape(_)), "{}", problems[0]);
    assert_eq!(
        (problems[0].position, problems[0].id.as_deref()),
        (1, Some("bio"))
    );
}
