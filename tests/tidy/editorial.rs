//! Every editorial rule of the builder explains itself and has a fixture that breaks it and a snapshot of the report.

use crate::finding::{Finding, check};
use crate::tree::{self, Source};

const RULES: &str = "src/editorial/rules";
const FIXTURES: &str = "tests/fixtures/rules";
const SNAPSHOTS: &str = "tests/builder";

const HEADINGS: [&str; 4] = ["//! # What", "//! # Why", "//! # Example", "//! # Instead"];

#[test]
fn every_editorial_rule_explains_itself() {
    check(&tree::each(RULES, &["rs"], |source| {
        if is_rule(source) {
            unexplained(source)
        } else {
            Vec::new()
        }
    }));
}

#[test]
fn every_editorial_rule_has_its_fixture_and_its_snapshot() {
    let (rules, snapshots) = match (tree::sources(RULES, &["rs"]), tree::sources(SNAPSHOTS, &["snap"])) {
        (Ok(rules), Ok(snapshots)) => (rules, snapshots),
        (Err(finding), _) | (_, Err(finding)) => return check(&[finding]),
    };
    let names: Vec<String> = rules
        .iter()
        .filter(|source| is_rule(source))
        .map(|source| source.stem().to_owned())
        .collect();
    let fixtures = tree::folders(FIXTURES);
    let snapshots: Vec<String> = snapshots.into_iter().map(|snapshot| snapshot.path).collect();
    check(&incomplete(&names, &fixtures, &snapshots));
}

/// Whether a file is a rule rather than something that rules share.
fn is_rule(source: &Source) -> bool {
    source.stem() != "mod" && source.text.contains("rule!(")
}

fn unexplained(source: &Source) -> Vec<Finding> {
    let missing = HEADINGS
        .iter()
        .filter(|heading| !source.text.lines().any(|line| line == **heading));
    missing
        .map(|heading| Finding::about(&source.path, format!("add the section `{heading}`")))
        .collect()
}

fn incomplete(rules: &[String], fixtures: &[String], snapshots: &[String]) -> Vec<Finding> {
    let mut findings = Vec::new();
    for rule in rules {
        let path = format!("{RULES}/{rule}.rs");
        if !fixtures.iter().any(|fixture| snake(fixture) == *rule) {
            let advice = format!("add the smallest input that breaks it in {FIXTURES}/{rule}");
            findings.push(Finding::about(&path, advice));
        }
        if !snapshots.iter().any(|snapshot| snake(snapshot).contains(rule)) {
            findings.push(Finding::about(
                &path,
                format!("add the snapshot of its report in {SNAPSHOTS}"),
            ));
        }
    }
    for fixture in fixtures.iter().filter(|fixture| !rules.contains(&snake(fixture))) {
        let advice = format!("no rule in {RULES} is called like it");
        findings.push(Finding::about(&format!("{FIXTURES}/{fixture}"), advice));
    }
    findings
}

fn snake(name: &str) -> String {
    name.replace('-', "_")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_missing_fixture_snapshot_and_rule_are_found() {
        let names = |names: &[&str]| names.iter().map(|name| (*name).to_owned()).collect::<Vec<_>>();
        let rule = names(&["duplicate_id"]);
        let snapshot = names(&["tests/builder/snapshots/rules__duplicate-id.snap"]);
        assert_eq!(incomplete(&rule, &names(&["duplicate-id"]), &snapshot), []);
        assert_eq!(incomplete(&rule, &[], &snapshot).len(), 1);
        assert_eq!(incomplete(&rule, &names(&["duplicate_id"]), &[]).len(), 1);
        assert_eq!(incomplete(&[], &names(&["duplicate_id"]), &[]).len(), 1);
    }

    #[test]
    fn a_missing_section_is_found() {
        let text = "//! Twice the same id.\n//! # What\n//! # Why\n//! # Example\n";
        let source = Source {
            path: "a.rs".to_owned(),
            text: text.to_owned(),
        };
        assert_eq!(unexplained(&source).len(), 1);
    }
}
