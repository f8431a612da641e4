//! What others cite is the edition that is published.

use serde_json::Value;

use crate::finding::{Finding, check};
use crate::tree;

const CITATION: &str = "CITATION.cff";
const EDITION: &str = "data/dataset.json";

/// Fields of the citation and those of the edition that they repeat.
const PAIRS: [(&str, &str); 3] = [
    ("version", "version"),
    ("date-released", "date"),
    ("title", "title_de"),
];

#[test]
fn the_citation_names_the_present_edition() {
    check(&match (tree::text(CITATION), tree::text(EDITION)) {
        (Ok(citation), Ok(edition)) => findings(&citation, &edition),
        (Err(missing), _) | (_, Err(missing)) => vec![missing],
    });
}

fn findings(citation: &str, edition: &str) -> Vec<Finding> {
    let edition: Value = serde_json::from_str(edition).unwrap_or_default();
    let cited = |field: &str| {
        let line = citation
            .lines()
            .find_map(|line| line.strip_prefix(field)?.strip_prefix(':'));
        line.map(|value| value.trim().trim_matches('"'))
    };
    let wrong = PAIRS
        .iter()
        .filter(|(own, other)| cited(own) != edition[*other].as_str());
    wrong
        .map(|(own, other)| {
            let advice = format!("`{own}` is not the `{other}` of {EDITION}; write the same in both");
            Finding::about(CITATION, advice)
        })
        .collect()
}

#[test]
fn another_version_is_found() {
    let citation = "version: \"1\"\ndate-released: \"2026-01-02\"\ntitle: \"Ein Titel\"\n";
    let edition = r#"{"version": "1", "date": "2026-01-02", "title_de": "Ein Titel"}"#;
    assert!(findings(citation, edition).is_empty());
    assert_eq!(findings(citation, &edition.replace('1', "2")).len(), 2);
    assert_eq!(findings("", edition).len(), 3);
}
