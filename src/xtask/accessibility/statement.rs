//! Whether `data/accessibility.toml` says what the engines have found in this run.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;

use anyhow::{Context, Result, ensure};
use clusteratlas_builder::Accessibility;
use serde::Deserialize;
use serde_json::Value;

use super::{findings as folder, known};
use crate::files;
use crate::project::Project;

/// How many items were decided how, by the rule that left them open.
pub(crate) type Undecided = BTreeMap<String, BTreeMap<String, u64>>;

/// What engines have found in a browser, as `tests/browser/accessibility` writes it down.
#[derive(Debug, Deserialize)]
pub(crate) struct Findings {
    /// The browser.
    pub(crate) browser: String,
    /// Versions of the engines, by their packages.
    pub(crate) engines: BTreeMap<String, String>,
    /// Whether every state was looked at for every reader.
    pub(crate) thorough: bool,
    /// Each look at a state.
    pub(crate) runs: Vec<Run>,
    /// Rules of axe-core that something passed.
    pub(crate) passed: BTreeMap<String, u64>,
    /// What is wrong.
    pub(crate) problems: Vec<Value>,
    /// What axe-core left open.
    pub(crate) incomplete: Undecided,
    /// What `HTML_CodeSniffer` left open.
    pub(crate) sniffer: Undecided,
}

/// A look at a state.
#[derive(Debug, Deserialize)]
pub(crate) struct Run {
    state: String,
}

impl Findings {
    /// How many different states were looked at.
    pub(crate) fn states(&self) -> usize {
        self.runs
            .iter()
            .map(|run| &run.state)
            .collect::<BTreeSet<_>>()
            .len()
    }

    /// What the engine of a package left open.
    pub(crate) fn undecided(&self, package: &str) -> &Undecided {
        match package {
            "axe-core" => &self.incomplete,
            _ => &self.sniffer,
        }
    }
}

/// What the engines have left in this run, for each browser.
pub(crate) fn findings(project: &Project) -> Result<Vec<Findings>> {
    let folder = folder(project);
    let mut found = Vec::new();
    if folder.exists() {
        for path in files::below(&folder)? {
            let name = files::relative(&path, &folder);
            if name.starts_with("engines-") {
                let text =
                    fs::read_to_string(&path).with_context(|| format!("cannot read: {}", path.display()))?;
                found
                    .push(serde_json::from_str(&text).with_context(|| format!("cannot understand: {name}"))?);
            }
        }
    }
    Ok(found)
}

/// Fails where the statement says something else.
pub(crate) fn compare(project: &Project) -> Result<()> {
    let known = known(project)?;
    let found = findings(project)?;
    ensure!(
        found.iter().all(|found| found.thorough),
        "the engines have not looked at every state for every reader"
    );
    let differences = differences(&known, &found);
    ensure!(
        differences.is_empty(),
        "correct data/accessibility.toml\n{}",
        differences.join("\n")
    );
    Ok(())
}

fn differences(known: &Accessibility, found: &[Findings]) -> Vec<String> {
    let states = found.iter().map(Findings::states).max().unwrap_or_default();
    let runs: usize = found.iter().map(|found| found.runs.len()).sum();
    let problems: usize = found.iter().map(|found| found.problems.len()).sum();
    let mut rows = vec![
        (
            "browsers".to_owned(),
            sorted(known.browsers.iter().map(|name| name.to_lowercase())),
            sorted(found.iter().map(|found| found.browser.to_lowercase())),
        ),
        ("states".to_owned(), known.states.to_string(), states.to_string()),
        ("runs".to_owned(), known.runs.to_string(), runs.to_string()),
        (
            "violations".to_owned(),
            known.violations.to_string(),
            problems.to_string(),
        ),
        (
            "packages of the engines".to_owned(),
            sorted(known.engines.iter().map(|engine| engine.package.clone())),
            sorted(found.iter().flat_map(|found| found.engines.keys().cloned())),
        ),
    ];
    for engine in &known.engines {
        let (name, package) = (&engine.name, &engine.package);
        rows.push((
            format!("version of {name}"),
            engine.version.clone(),
            sorted(
                found
                    .iter()
                    .filter_map(|found| found.engines.get(package).cloned()),
            ),
        ));
        let undecided = found
            .iter()
            .flat_map(|found| found.undecided(package).keys().cloned());
        rows.push((
            format!("undecided of {name}"),
            sorted(engine.undecided.iter().cloned()),
            sorted(undecided),
        ));
    }
    let differ = rows.into_iter().filter(|(_, said, found)| said != found);
    differ
        .map(|(what, said, found)| format!("{what}: the file says {said}, found is {found}"))
        .collect()
}

/// Words in order, each once.
fn sorted(words: impl Iterator<Item = String>) -> String {
    let words: BTreeSet<String> = words.collect();
    words.into_iter().collect::<Vec<_>>().join(", ")
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    const KNOWN: &str = "checked = \"2026-01-02\"\nbrowsers = [\"Firefox\"]\nstates = 2\nruns = 3\nviolations = 0\n\
        limits = []\n[[engines]]\nname = \"axe-core\"\npackage = \"axe-core\"\nversion = \"4.0.0\"\n\
        undecided = [\"color-contrast\"]\n";

    fn found(version: &str, rule: &str) -> Result<Vec<Findings>> {
        let runs = ["list", "map", "list"].map(|state| json!({ "state": state }));
        let undecided = json!({ rule: { "computed": 4 } });
        Ok(vec![serde_json::from_value(json!({
            "browser": "firefox", "engines": { "axe-core": version }, "thorough": true, "runs": runs,
            "passed": {}, "problems": [], "incomplete": undecided, "sniffer": {},
        }))?])
    }

    #[test]
    fn a_statement_agrees_with_what_was_found_or_is_told_where_not() -> Result<()> {
        let known: Accessibility = toml::from_str(KNOWN)?;
        assert!(differences(&known, &found("4.0.0", "color-contrast")?).is_empty());
        let told = differences(&known, &found("4.1.0", "hidden-content")?);
        assert_eq!(
            told,
            [
                "version of axe-core: the file says 4.0.0, found is 4.1.0",
                "undecided of axe-core: the file says color-contrast, found is hidden-content",
            ]
        );
        assert_eq!(differences(&known, &[]).len(), 6);
        Ok(())
    }
}
