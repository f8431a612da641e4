//! Guards summaries and sources: that they belong to their dataset, and what a broken one loses.

use clusteratlas_core::dataset::details::{Details, DetailsError, DetailsOf};
use clusteratlas_core::domain::localized::Language;
use serde_json::{Value, json};

use crate::atlas::with;

/// A small `details.json` of the contents `abc`.
pub(crate) fn file() -> Value {
    json!({
        "version": 1,
        "content": "abc",
        "sources": [
            {"url": "https://example.org/a", "title": "Page", "publisher": "Ministry", "published": "2019-05"},
            {"title": "Letter"},
            {"url": "javascript:alert(1)", "title": "Trap", "published": "some day"},
        ],
        "clusters": {"bio": {"summary_de": "Leben", "summary_en": "Life", "sources": [1, 0]}},
        "programmes": {"bridges": {"summary_de": "", "summary_en": "", "sources": []}},
        "cooperations": {
            "bio": {"summary_de": "Gleiche Id", "summary_en": "Same id", "sources": [2, 99], "checked": "2020-05-04"},
        },
    })
}

fn read(file: &Value) -> Result<Details, DetailsError> {
    Details::read(&file.to_string(), "abc")
}

#[track_caller]
fn check(of: DetailsOf<'_>, summary: Option<&str>, titles: &[&str]) {
    let details = read(&file()).unwrap();
    let found: Vec<&str> = details.sources(of).map(|source| &*source.title).collect();
    assert_eq!(details.summary(of, Language::English), summary, "{of:?}");
    assert_eq!(found, titles, "{of:?}");
}

#[test]
fn a_record_has_its_summary_and_its_sources_in_their_order() {
    check(DetailsOf::Cluster("bio"), Some("Life"), &["Letter", "Page"]);
    check(DetailsOf::Programme("bridges"), Some(""), &[]);
    let details = read(&file()).unwrap();
    assert_eq!(
        details.summary(DetailsOf::Cluster("bio"), Language::German),
        Some("Leben")
    );
    let page = details.sources(DetailsOf::Cluster("bio")).nth(1).unwrap();
    assert_eq!(page.publisher.as_deref(), Some("Ministry"));
    assert_eq!(page.published.unwrap().to_string(), "2019-05");
}

#[test]
fn records_of_different_kinds_may_have_one_id() {
    check(DetailsOf::Cooperation("bio"), Some("Same id"), &["Trap"]);
}

#[test]
fn a_record_without_details_has_no_summary_and_no_sources() {
    check(DetailsOf::Cluster("bridges"), None, &[]);
    check(DetailsOf::Cooperation(""), None, &[]);
}

#[test]
fn an_unsafe_address_and_a_broken_date_are_dropped_and_the_title_stays() {
    let details = read(&file()).unwrap();
    let trap = details.sources(DetailsOf::Cooperation("bio")).next().unwrap();
    assert_eq!(
        (trap.url.as_deref(), &*trap.title, trap.published),
        (None, "Trap", None)
    );
}

#[test]
fn details_of_another_edition_are_refused() {
    for other in ["", "abcd", "ABC"] {
        let error = Details::read(&file().to_string(), other).unwrap_err();
        assert_eq!(error, DetailsError::OtherEdition, "{other:?}");
    }
}

#[test]
fn details_of_another_version_are_refused_whatever_their_shape() {
    let unlike = read(&json!({"version": 3, "records": []})).unwrap_err();
    assert_eq!(unlike, DetailsError::Version { found: 3 });
    let error = read(&with(file(), "version", json!(2))).unwrap_err();
    assert_eq!(error, DetailsError::Version { found: 2 });
    assert_eq!(
        error.to_string(),
        "format version 2, but this program reads version 1"
    );
}

#[test]
fn what_is_no_details_file_is_damaged() {
    let rows = [
        (json!(null), "another value"),
        (json!({}), "no version"),
        (with(file(), "sources", json!({})), "sources that are no list"),
        (
            with(file(), "clusters", json!({"bio": {}})),
            "a record without a summary",
        ),
        (with(file(), "version", json!("1")), "a version in quotes"),
    ];
    for (file, note) in rows {
        assert!(matches!(read(&file), Err(DetailsError::Damaged(_))), "{note}");
    }
}

#[test]
fn records_may_stand_in_any_order_and_of_two_with_one_id_the_last_counts() {
    let record = |summary: &str| json!({"summary_de": "", "summary_en": summary, "sources": []}).to_string();
    let records = [("c", "1"), ("a", "2"), ("b", "3"), ("c", "4")]
        .map(|(id, summary)| format!("\"{id}\": {}", record(summary)))
        .join(",");
    let text = with(file(), "clusters", json!("here")).to_string();
    let details = Details::read(&text.replace("\"here\"", &format!("{{{records}}}")), "abc").unwrap();
    for (id, summary) in [("a", Some("2")), ("b", Some("3")), ("c", Some("4")), ("d", None)] {
        assert_eq!(
            details.summary(DetailsOf::Cluster(id), Language::English),
            summary,
            "{id}"
        );
    }
}
