//! The work list names what could be better, and nothing else.

use clusteratlas_core::domain::localized::Language;
use clusteratlas_editorial::authored::list::List;
use clusteratlas_editorial::authored::{Authored, Files};
use clusteratlas_editorial::work_list::{Reason, Task, summary, table, work_list};
use serde_json::{Value, json};

/// A dataset on which nothing is to be done, changed in one record.
fn tasks(change: impl Fn(&mut Value), of: List) -> Vec<Task> {
    let source = json!({ "title": "A page", "published": "2024-05" });
    let mut records = [
        (List::Edition, json!({ "date": "2025-06-30" })),
        (
            List::Clusters,
            json!({
                "id": "alpha", "name": "Alpha Netzwerk Dresden", "lat": 51.05, "lon": 13.74, "checked": "2025-01",
                "summary_de": "Ein Netzwerk für Optik in Dresden.", "summary_en": "A network for optics in Dresden.",
                "sources": [source],
            }),
        ),
        (
            List::Places,
            json!({ "id": "jp-tokio", "name_de": "Tokio", "precision": "city", "lat": 35.7, "lon": 139.7 }),
        ),
        (
            List::Cooperations,
            json!({
                "id": "journey", "title_de": "Reise", "title_en": "Journey", "clusters": ["alpha"],
                "partners": [{ "place": "jp-tokio" }], "start": "2020", "checked": "2025-01", "sources": [source],
            }),
        ),
    ];
    for (list, record) in &mut records {
        if *list == of {
            change(record);
        }
    }
    let files: Files = records
        .iter()
        .map(|(list, record)| {
            let records = record.as_array().cloned().unwrap_or_else(|| vec![record.clone()]);
            let lines: Vec<String> = records.iter().map(Value::to_string).collect();
            (list.file().to_owned(), lines.join("\n"))
        })
        .collect();
    work_list(&Authored::of(&files), 12)
}

#[track_caller]
fn check(of: List, change: impl Fn(&mut Value), expected: &[(Reason, &str, &str)]) {
    let tasks = tasks(change, of);
    let found: Vec<(Reason, &str, &str)> = tasks
        .iter()
        .map(|task| (task.reason, &*task.id, &*task.about))
        .collect();
    assert_eq!(found, expected);
}

#[test]
fn what_is_well_known_is_not_on_the_list() {
    check(List::Clusters, |_| {}, &[]);
}

#[test]
fn each_reason_is_found_where_it_is_and_nowhere_else() {
    let (clusters, cooperations, places) = (List::Clusters, List::Cooperations, List::Places);
    check(
        clusters,
        |record| record["checked"] = json!("2024-06"),
        &[(Reason::NotChecked, "alpha", "2024-06")],
    );
    check(clusters, |record| record["checked"] = json!("2024-07"), &[]);
    check(
        clusters,
        |record| record["checked"] = Value::Null,
        &[(Reason::NotChecked, "alpha", "")],
    );
    check(
        clusters,
        |record| record["summary_en"] = record["summary_de"].clone(),
        &[(Reason::NoEnglish, "alpha", "")],
    );
    check(
        clusters,
        |record| record["sources"][0]["published"] = Value::Null,
        &[(Reason::UndatedSource, "alpha", "A page")],
    );
    check(
        cooperations,
        |record| record["clusters"] = json!([]),
        &[(Reason::NoCooperation, "alpha", "")],
    );
    check(
        cooperations,
        |record| record["start"] = Value::Null,
        &[(Reason::NoTerm, "journey", "")],
    );
    check(
        places,
        |record| record["precision"] = json!("country"),
        &[(Reason::OnlyCountry, "journey", "jp-tokio")],
    );
}

#[test]
fn alike_and_near_is_suspected_and_alike_but_far_is_not() {
    let second = |name: &'static str, lat: f64| {
        move |record: &mut Value| {
            let mut other = record.clone();
            other["id"] = json!("jp-tokyo");
            other["name_de"] = json!(name);
            other["lat"] = json!(lat);
            *record = json!([record.clone(), other]);
        }
    };
    let suspected = [(Reason::SuspectedDuplicate, "jp-tokyo", "jp-tokio")];
    check(List::Places, second("TOKIO", 35.8), &suspected);
    check(List::Places, second("Tokio", 45.0), &[]);
    check(List::Places, second("Kioto", 35.7), &[]);
}

#[test]
fn the_list_is_a_sheet_and_a_count_in_both_languages() {
    let tasks = tasks(|record| record["start"] = Value::Null, List::Cooperations);
    for language in Language::ALL {
        assert_eq!(table(&tasks, language).rows.len(), tasks.len() + 1);
        assert_eq!(summary(&tasks, language).lines().count(), Reason::ALL.len());
    }
}
