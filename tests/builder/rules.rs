//! Every rule finds the defect of its fixture, finds nothing else there, and is quiet where it is mended.
//!
//! A fixture holds only lines that differ from the small dataset: a line with an id that occurs there takes
//! its place, any other is added. The small dataset has no stories and pages, so a fixture's are all that there
//! are. What is found is said in German and English, and what is suggested can be put in.

use std::fs;
use std::sync::LazyLock;

use clusteratlas_builder::{authored_files, check, gazetteer};
use clusteratlas_core::domain::localized::Language;
use clusteratlas_editorial::authored::{Authored, Files};
use clusteratlas_editorial::diagnostic::{Diagnostic, Report};
use clusteratlas_editorial::gazetteer::Gazetteer;
use clusteratlas_editorial::rules::{self, Subject, names};
use serde_json::{Value, json};

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
    let broken = report(&fixture(rule, "breaks"));
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
    let mended = report(&fixture(rule, "passes"));
    assert!(mended.diagnostics.is_empty(), "{rule} is not quiet:\n{mended}");
    insta::with_settings!({ prepend_module_to_snapshot => false, omit_expression => true }, {
        insta::assert_snapshot!(rule, in_both(&broken));
    });
}

/// The report in English, then in German.
fn in_both(report: &Report) -> String {
    format!("{report}\n{}", report.text(Language::German))
}

/// What the rules find in the files of a dataset.
fn report(files: &Files) -> Report {
    static GAZETTEER: LazyLock<Gazetteer> =
        LazyLock::new(|| gazetteer(&root().join("node_modules")).unwrap());
    rules::check(&Subject {
        authored: &Authored::of(files),
        gazetteer: &GAZETTEER,
    })
}

/// The small dataset with the lines of a fixture.
fn fixture(rule: &str, variant: &str) -> Files {
    let fixtures = root().join("tests/fixtures");
    let fixture = fixtures.join("rules").join(rule).join(variant);
    let mut files = authored_files(&fixtures.join("small")).unwrap();
    for (name, text) in &mut files {
        if let Ok(overlay) = fs::read_to_string(fixture.join(name)) {
            *text = merged(text, &overlay);
        }
    }
    for folder in ["stories", "pages"] {
        for entry in fs::read_dir(fixture.join(folder)).into_iter().flatten() {
            let entry = entry.unwrap();
            let name = format!("{folder}/{}", entry.file_name().display());
            files.insert(name, fs::read_to_string(entry.path()).unwrap());
        }
    }
    files
}

fn merged(small: &str, overlay: &str) -> String {
    let mut text = small.to_owned();
    for line in overlay.lines() {
        match small
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
fn nothing_is_said_in_the_same_words_in_both_languages() {
    for rule in TESTED {
        for found in report(&fixture(rule, "breaks")).diagnostics {
            for said in [&found.message, &found.hint] {
                assert_ne!(said.de, said.en, "{found}");
                assert!(!said.de.is_empty() && !said.de.ends_with('.'), "{found}");
            }
            assert_ne!(found.line(Language::German), found.to_string());
        }
    }
}

#[test]
fn a_finding_as_json_has_both_languages_and_what_is_suggested() {
    let report = report(&fixture("unknown-state", "breaks"));
    let json = serde_json::to_value(&report.diagnostics[0]).unwrap();
    let both = json!({ "de": "kein Bundesland hat diesen Code", "en": "no German state has this code" });
    assert_eq!(json["message"], both);
    assert_eq!(json["value"], "Sachsen");
    assert_eq!(json["suggestion"], "DE-SN");
}

#[test]
fn what_is_suggested_is_not_what_is_written_and_passes_the_rule() {
    let mut suggesting = Vec::new();
    for rule in TESTED {
        let mut files = fixture(rule, "breaks");
        let found = report(&files).diagnostics;
        let (wrong, hopeless): (Vec<Diagnostic>, Vec<Diagnostic>) =
            found.into_iter().partition(|found| found.suggestion.is_some());
        for found in &wrong {
            put_in(&mut files, found);
        }
        let left = report(&files).diagnostics.into_iter();
        let left: Vec<Diagnostic> = left.filter(|found| found.rule == *rule).collect();
        assert_eq!(left, hopeless, "{rule}");
        suggesting.extend((!wrong.is_empty()).then_some(*rule));
    }
    let expected = [
        "unknown-field",
        "malformed-id",
        "dangling-reference",
        "unknown-vocabulary-value",
        "unknown-country",
        "unknown-state",
        "malformed-date",
        "url-not-web",
    ];
    assert_eq!(suggesting, expected);
}

/// Writes what was suggested in the place of the wrong value, or of the wrong name of a field.
#[track_caller]
fn put_in(files: &mut Files, found: &Diagnostic) {
    let name = || {
        found
            .field
            .as_ref()
            .unwrap()
            .rsplit('.')
            .next()
            .unwrap()
            .to_owned()
    };
    let wrong = found.value.clone().unwrap_or_else(name);
    let suggestion = found.suggestion.as_ref().unwrap();
    assert_ne!(&wrong, suggestion, "{found}");
    let text = files.get_mut(&found.file).unwrap();
    let mut lines: Vec<String> = text.lines().map(str::to_owned).collect();
    let line = &mut lines[found.line - 1];
    let quoted = |text: &str| {
        if found.file.starts_with("stories/") {
            text.to_owned()
        } else {
            format!("\"{text}\"")
        }
    };
    assert!(line.contains(&quoted(&wrong)), "{found}: {line}");
    *line = line.replacen(&quoted(&wrong), &quoted(suggestion), 1);
    *text = lines.join("\n");
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
        insta::assert_snapshot!("several-problems", in_both(&report));
    });
}

#[test]
fn a_missing_file_is_no_finding_but_an_error() {
    let folder = tempfile::tempdir().unwrap();
    let error = check(&folders(folder.path(), folder.path())).unwrap_err();
    assert!(error.to_string().contains("dataset.json"), "{error}");
}
