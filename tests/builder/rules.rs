//! Every rule finds the defect of its fixture, finds nothing else there, and is quiet where it is mended.
//!
//! A fixture holds only lines that differ from the small dataset: a line with an id that occurs there takes
//! its place, any other is added. The small dataset has no stories, so a fixture's are all that there are.

use std::fs;
use std::path::Path;

use clusteratlas_builder::check;
use clusteratlas_editorial::diagnostic::Report;
use clusteratlas_editorial::rules::{self, names};
use serde_json::Value;

use crate::project::{folders, root};

/// One test per rule: its report is a snapshot, so that authors read what is tested.
macro_rules! rules {
    ($($test:ident: $rule:literal,)*) => {
        $(
            #[test]
            fn $test() {
                check_rule($rule);
            }
        )*

        /// The rules that are tested here.
        const TESTED: &[&str] = &[$($rule),*];
    };
}

rules! {
    json_syntax_is_reported: "json-syntax",
    a_missing_field_is_reported: "missing-field",
    a_wrong_type_is_reported: "wrong-type",
    an_unknown_field_is_reported: "unknown-field",
    a_malformed_id_is_reported: "malformed-id",
    a_duplicate_id_is_reported: "duplicate-id",
    a_dangling_reference_is_reported: "dangling-reference",
    an_unknown_vocabulary_value_is_reported: "unknown-vocabulary-value",
    an_unknown_country_is_reported: "unknown-country",
    an_unknown_state_is_reported: "unknown-state",
    a_malformed_date_is_reported: "malformed-date",
    an_end_before_the_start_is_reported: "end-before-start",
    coordinates_out_of_range_are_reported: "coordinates-out-of-range",
    coordinates_outside_the_country_are_reported: "coordinates-outside-country",
    swapped_coordinates_are_reported: "swapped-coordinates",
    a_missing_source_is_reported: "missing-source",
    a_missing_text_is_reported: "missing-text",
    an_address_that_is_not_web_is_reported: "url-not-web",
    markup_in_a_text_is_reported: "markup-in-text",
    a_control_character_is_reported: "control-character",
    an_empty_list_is_reported: "empty-list",
    unpaired_values_are_reported: "unpaired-values",
    a_suspected_duplicate_is_reported: "suspected-duplicate",
    contact_data_is_reported: "contact-data",
    a_field_without_theme_is_reported: "field-without-theme",
    something_that_is_no_part_of_a_story_is_reported: "story-syntax",
    a_broken_view_is_reported: "broken-view",
}

#[track_caller]
fn check_rule(rule: &str) {
    let broken = report(rule, "breaks");
    for diagnostic in &broken.diagnostics {
        assert_eq!(
            diagnostic.rule, rule,
            "the fixture breaks another rule: {diagnostic}"
        );
    }
    assert!(
        !broken.diagnostics.is_empty(),
        "{rule} finds nothing in its fixture"
    );
    let mended = report(rule, "passes");
    assert!(mended.diagnostics.is_empty(), "{rule} is not quiet:\n{mended}");
    insta::with_settings!({ prepend_module_to_snapshot => false, omit_expression => true }, {
        insta::assert_snapshot!(rule, broken.to_string());
    });
}

/// The report on the small dataset with the lines of a fixture.
fn report(rule: &str, variant: &str) -> Report {
    let folder = tempfile::tempdir().unwrap();
    let fixtures = root().join("tests/fixtures");
    let fixture = fixtures.join("rules").join(rule).join(variant);
    for entry in fs::read_dir(fixtures.join("small")).unwrap() {
        let entry = entry.unwrap();
        let overlay = fixture.join(entry.file_name());
        let text = merged(&entry.path(), &overlay);
        fs::write(folder.path().join(entry.file_name()), text).unwrap();
    }
    let stories = folder.path().join("stories");
    for entry in fs::read_dir(fixture.join("stories")).into_iter().flatten() {
        let entry = entry.unwrap();
        fs::create_dir_all(&stories).unwrap();
        fs::copy(entry.path(), stories.join(entry.file_name())).unwrap();
    }
    check(&folders(folder.path(), folder.path())).unwrap()
}

fn merged(small: &Path, overlay: &Path) -> String {
    let mut text = fs::read_to_string(small).unwrap();
    let Ok(overlay) = fs::read_to_string(overlay) else {
        return text;
    };
    let original = text.clone();
    for line in overlay.lines() {
        match original
            .lines()
            .find(|known| id(known).is_some() && id(known) == id(line))
        {
            Some(known) => text = text.replace(known, line),
            None => text.extend([line, "\n"]),
        }
    }
    text
}

fn id(line: &str) -> Option<String> {
    let record: Value = serde_json::from_str(line).ok()?;
    Some(record.get("id")?.as_str()?.to_owned())
}

#[test]
fn every_rule_is_tested_here() {
    let names: Vec<&str> = names().map(|(_, name)| name).collect();
    assert_eq!(names, TESTED);
}

#[test]
fn codes_are_different_and_every_document_has_its_four_headings() {
    let mut codes: Vec<&str> = names().map(|(code, _)| code).collect();
    let all = codes.len();
    codes.sort_unstable();
    codes.dedup();
    assert_eq!(codes.len(), all, "a code is used twice");
    for (code, name) in names() {
        let document = rules::document(name).unwrap();
        assert_eq!(Some(&document), rules::document(code).as_ref());
        let headings: Vec<&str> = document.lines().filter(|line| line.starts_with("# ")).collect();
        assert_eq!(headings, ["# What", "# Why", "# Example", "# Instead"], "{name}");
    }
}

#[test]
fn all_problems_are_reported_in_one_run_in_the_order_of_files_and_lines() {
    let folder = tempfile::tempdir().unwrap();
    let small = root().join("tests/fixtures/small");
    for entry in fs::read_dir(small).unwrap() {
        let entry = entry.unwrap();
        fs::copy(entry.path(), folder.path().join(entry.file_name())).unwrap();
    }
    let places = folder.path().join("places.jsonl");
    let broken = fs::read_to_string(&places)
        .unwrap()
        .replace("\"CO\"", "\"CX1\"")
        .replace("\"Mainz\"", "\"\"");
    fs::write(&places, broken).unwrap();
    fs::write(folder.path().join("kinds.jsonl"), "{\n").unwrap();
    let report = check(&folders(folder.path(), folder.path())).unwrap();
    insta::with_settings!({ prepend_module_to_snapshot => false, omit_expression => true }, {
        insta::assert_snapshot!("several-problems", report.to_string());
    });
}

#[test]
fn a_missing_file_is_no_finding_but_an_error() {
    let folder = tempfile::tempdir().unwrap();
    let error = check(&folders(folder.path(), folder.path())).unwrap_err();
    assert!(error.to_string().contains("dataset.json"), "{error}");
}
