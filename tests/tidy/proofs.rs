//! Every rule of accessibility has a proof, and every proof and every test of a known limit exists once.

use crate::finding::{Finding, check};
use crate::tree::{self, Source};

const RULES: &str = "tests/accessibility.toml";
const LIMITS: &str = "data/accessibility.toml";
const PACKAGES: &str = "package-lock.json";

/// The rules: R-A1 to R-A22, R-T1 to R-T7.
const SERIES: [(&str, usize); 2] = [("R-A", 22), ("R-T", 7)];

#[test]
fn every_rule_of_accessibility_is_proven_by_tests_that_exist() {
    let (rules, sources) = match (tree::text(RULES), sources()) {
        (Ok(rules), Ok(sources)) => (rules, sources),
        (Err(finding), _) | (_, Err(finding)) => return check(&[finding]),
    };
    check(&unproven(&rules, &sources));
}

#[test]
fn every_known_limit_is_shown_by_a_test_that_exists() {
    let (limits, sources) = match (tree::text(LIMITS), sources()) {
        (Ok(limits), Ok(sources)) => (limits, sources),
        (Err(finding), _) | (_, Err(finding)) => return check(&[finding]),
    };
    check(&unshown(&limits, &sources));
}

#[test]
fn the_accessibility_statement_names_the_engines_that_are_installed() {
    let (statement, packages) = match (tree::text(LIMITS), tree::text(PACKAGES)) {
        (Ok(statement), Ok(packages)) => (statement, packages),
        (Err(finding), _) | (_, Err(finding)) => return check(&[finding]),
    };
    check(&outdated(&statement, &packages));
}

fn sources() -> Result<Vec<Source>, Finding> {
    let mut sources = tree::sources("tests", &["rs"])?;
    sources.extend(tree::sources("src", &["rs"])?);
    Ok(sources)
}

/// How many functions have a name.
fn definitions(sources: &[Source], name: &str) -> usize {
    let beginnings = [
        format!("fn {name}("),
        format!("fn {name}<"),
        // A story that is told to another reader as well.
        format!(".without_pointer(\"{name}\")"),
    ];
    let found = |source: &Source| {
        let found = beginnings
            .iter()
            .map(|beginning| source.text.matches(beginning.as_str()).count());
        found.sum::<usize>()
    };
    sources.iter().map(found).sum()
}

fn check_name(file: &str, what: &str, name: &str, sources: &[Source]) -> Option<Finding> {
    let advice = match definitions(sources, name) {
        1 => return None,
        0 => format!("{what} names {name}, which is no test: correct the name, or add the test"),
        _ => format!("{what} names {name}, of which there are several: give each test a name of its own"),
    };
    Some(Finding::about(file, advice))
}

fn unproven(text: &str, sources: &[Source]) -> Vec<Finding> {
    let rules = match read(RULES, text) {
        Ok(table) => table,
        Err(finding) => return vec![finding],
    };
    let rules = entries(&rules, "rules");
    let mut findings = Vec::new();
    for id in SERIES
        .iter()
        .flat_map(|(series, last)| (1..=*last).map(move |number| format!("{series}{number}")))
    {
        match rules.iter().filter(|rule| string(rule, "id") == id).count() {
            1 => {}
            0 => findings.push(Finding::about(RULES, format!("{id} is missing"))),
            _ => findings.push(Finding::about(RULES, format!("{id} is there more than once"))),
        }
    }
    for rule in rules {
        let id = string(rule, "id");
        let proofs = rule.get("proofs").and_then(toml::Value::as_array);
        let proofs: Vec<&str> = proofs
            .into_iter()
            .flatten()
            .filter_map(toml::Value::as_str)
            .collect();
        if proofs.is_empty() {
            findings.push(Finding::about(
                RULES,
                format!("{id} names no test that proves it"),
            ));
        }
        findings.extend(
            proofs
                .iter()
                .filter_map(|name| check_name(RULES, id, name, sources)),
        );
    }
    findings
}

fn unshown(text: &str, sources: &[Source]) -> Vec<Finding> {
    let limits = match read(LIMITS, text) {
        Ok(table) => table,
        Err(finding) => return vec![finding],
    };
    let limits = entries(&limits, "limits").iter();
    limits
        .filter_map(|limit| check_name(LIMITS, string(limit, "id"), string(limit, "test"), sources))
        .collect()
}

fn outdated(statement: &str, packages: &str) -> Vec<Finding> {
    let (statement, packages) = match (
        read(LIMITS, statement),
        serde_json::from_str::<serde_json::Value>(packages),
    ) {
        (Ok(statement), Ok(packages)) => (statement, packages),
        (Err(finding), _) => return vec![finding],
        (_, Err(error)) => return vec![Finding::about(PACKAGES, error.to_string())],
    };
    let engines = entries(&statement, "engines").iter();
    engines
        .filter_map(|engine| {
            let (package, version) = (string(engine, "package"), string(engine, "version"));
            let installed = packages.get("packages")?.get(format!("node_modules/{package}"));
            let installed = installed.and_then(|package| package.get("version")?.as_str());
            (installed != Some(version)).then(|| {
                let advice = format!(
                    "{package} {version} is not installed, but {installed:?}: check again, and say so"
                );
                Finding::about(LIMITS, advice)
            })
        })
        .collect()
}

fn read(file: &str, text: &str) -> Result<toml::Value, Finding> {
    toml::from_str(text).map_err(|error| Finding::about(file, error.to_string()))
}

fn entries<'v>(table: &'v toml::Value, name: &str) -> &'v [toml::Value] {
    table
        .get(name)
        .and_then(toml::Value::as_array)
        .map_or(&[], Vec::as_slice)
}

fn string<'v>(entry: &'v toml::Value, name: &str) -> &'v str {
    entry.get(name).and_then(toml::Value::as_str).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn source(text: &str) -> Source {
        Source {
            path: "tests/a.rs".to_owned(),
            text: text.to_owned(),
        }
    }

    #[test]
    fn rules_without_proof_and_proofs_that_are_no_tests_are_found() {
        let all = "[[rules]]\nid = \"R-A1\"\nproofs = [\"one\"]\n[[rules]]\nid = \"R-A2\"\nproofs = []\n\
                   [[rules]]\nid = \"R-A2\"\nproofs = [\"two\"]\n[[rules]]\nid = \"R-A3\"\nproofs = [\"three\"]\n";
        let sources = [
            source("fn one() {}\nasync fn three() {}"),
            source("fn three(page: &Page) {}"),
        ];
        let found = format!("{:?}", unproven(all, &sources));
        for part in [
            "R-A2 is there more than once",
            "R-A4 is missing",
            "R-T7 is missing",
            "R-A2 names no test",
            "R-A2 names two, which is no test",
            "R-A3 names three, of which there are several",
        ] {
            assert!(found.contains(part), "{part} is not in {found}");
        }
        assert!(!found.contains("R-A1 "), "{found}");
    }

    #[test]
    fn an_engine_of_another_version_is_found() {
        let statement = "[[engines]]\npackage = \"axe-core\"\nversion = \"4.0.0\"\n";
        let packages =
            |version| format!("{{\"packages\":{{\"node_modules/axe-core\":{{\"version\":\"{version}\"}}}}}}");
        assert!(outdated(statement, &packages("4.0.0")).is_empty());
        assert_eq!(outdated(statement, &packages("4.1.0")).len(), 1);
    }
}
