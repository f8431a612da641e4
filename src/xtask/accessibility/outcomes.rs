//! What came of tests: stories leave it in a file, other tests in the logs of the steps that ran them.

use std::collections::BTreeMap;
use std::fs;
use std::io::ErrorKind;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result};
use serde::Deserialize;

use crate::project::Project;

/// The step that runs native tests.
pub(crate) const NATIVE: &str = "test";

/// The step that runs tests of the application in Chromium.
pub(crate) const WEB: &str = "web";

/// A run of a test.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Outcome {
    /// Where it ran: `Firefox`, `native`.
    pub(crate) place: String,
    /// Whether it passed.
    pub(crate) passed: bool,
    /// How long it took, where that is known.
    pub(crate) seconds: Option<f64>,
}

/// All runs of all tests, by the name of the test.
#[derive(Debug, Default)]
pub(crate) struct Outcomes(BTreeMap<String, Vec<Outcome>>);

/// What `tests/browser` leaves.
#[derive(Debug, Deserialize)]
struct Told {
    story: String,
    browser: String,
    passed: bool,
    seconds: f64,
}

impl Outcomes {
    /// What the present run has left so far.
    pub(crate) fn read(project: &Project) -> Result<Self> {
        let mut outcomes = Self::default();
        if let Some(text) = text(&stories(project))? {
            let told: Vec<Told> = serde_json::from_str(&text).context("cannot understand the stories")?;
            for Told {
                story,
                browser,
                passed,
                seconds,
            } in told
            {
                outcomes.add(
                    story,
                    Outcome {
                        place: browser,
                        passed,
                        seconds: Some(seconds),
                    },
                );
            }
        }
        for (step, place) in [(NATIVE, "native"), (WEB, "Chromium, application alone")] {
            if let Some(text) = text(&log(project, step))? {
                outcomes.add_log(&text, place);
            }
        }
        Ok(outcomes)
    }

    /// The runs of a test.
    pub(crate) fn of(&self, name: &str) -> &[Outcome] {
        self.0.get(name).map_or(&[], Vec::as_slice)
    }

    /// Adds what a test harness has printed.
    fn add_log(&mut self, text: &str, place: &str) {
        for line in text.lines() {
            let run = line
                .strip_prefix("test ")
                .and_then(|rest| rest.split_once(" ... "));
            if let Some((path, result)) = run {
                let name = path.rsplit("::").next().unwrap_or(path).trim();
                let passed = match result.trim() {
                    "ok" => true,
                    "FAILED" | "FAIL" => false,
                    _ => continue,
                };
                let outcome = Outcome {
                    place: place.to_owned(),
                    passed,
                    seconds: None,
                };
                self.add(name.to_owned(), outcome);
            }
        }
    }

    fn add(&mut self, name: String, outcome: Outcome) {
        self.0.entry(name).or_default().push(outcome);
    }
}

/// Takes away what an earlier run has left.
pub(crate) fn forget(project: &Project) -> Result<()> {
    for path in [stories(project), log(project, NATIVE), log(project, WEB)] {
        match fs::remove_file(&path) {
            Err(error) if error.kind() != ErrorKind::NotFound => {
                return Err(error).with_context(|| format!("cannot remove: {}", path.display()));
            }
            _ => {}
        }
    }
    Ok(())
}

/// The file that `tests/browser/runner.rs` writes.
fn stories(project: &Project) -> PathBuf {
    project.scratch().join("stories.json")
}

fn log(project: &Project, step: &str) -> PathBuf {
    project.scratch().join("logs").join(format!("{step}.log"))
}

fn text(path: &Path) -> Result<Option<String>> {
    match fs::read_to_string(path) {
        Err(error) if error.kind() == ErrorKind::NotFound => Ok(None),
        read => read
            .map(Some)
            .with_context(|| format!("cannot read: {}", path.display())),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_log_tells_which_tests_have_passed() {
        let mut outcomes = Outcomes::default();
        outcomes.add_log(
            "running 3 tests\ntest a::one ... ok\ntest two ... FAILED\ntest three ... ignored\n\ntest result: ok. 1 passed\n",
            "native",
        );
        let passed = |name| {
            outcomes
                .of(name)
                .iter()
                .map(|outcome| outcome.passed)
                .collect::<Vec<_>>()
        };
        assert_eq!(passed("one"), [true]);
        assert_eq!(passed("two"), [false]);
        assert!(passed("three").is_empty());
        assert!(passed("result").is_empty());
    }
}
