//! Accessibility: which tests prove each of its rules, what came of them, and the report of that.
//!
//! `rules` reads which tests prove what, `outcomes` what came of them, `lighthouse` asks for a second opinion,
//! `statement` compares what the site says of itself with what was found, `report` writes it all down.

mod lighthouse;
mod outcomes;
mod report;
mod rules;
mod statement;

use std::path::PathBuf;

use anyhow::{Context, Result};
use clusteratlas_builder::{Accessibility, Folders};

use crate::browsers::Browsers;
use crate::project::Project;
use crate::suite::Suite;
use crate::task::Task;
pub(crate) use report::write as report;
use rules::{Place, Rules};

/// Where stories leave what the engines have found.
fn findings(project: &Project) -> PathBuf {
    project.scratch().join("accessibility")
}

/// Takes away what an earlier run has left, so that the report is about this one.
pub(crate) fn forget(project: &Project) -> Result<()> {
    outcomes::forget(project)?;
    for folder in [findings(project), lighthouse::folder(project)] {
        if folder.exists() {
            std::fs::remove_dir_all(&folder)
                .with_context(|| format!("cannot remove: {}", folder.display()))?;
        }
    }
    Ok(())
}

/// The native tests that prove a rule.
pub(crate) fn native(project: &Project) -> Result<Task> {
    let names = Rules::read(project)?.proofs(project, Place::Native)?;
    let arguments = ["test", "--workspace", "--no-fail-fast", "--"].map(str::to_owned);
    // Named like all native tests, whose outcomes are read from the log of that name.
    Ok(Task::new(
        project,
        outcomes::NATIVE,
        "cargo",
        arguments.into_iter().chain(names),
    ))
}

/// Arguments for the stories in which the engines look at every state.
pub(crate) fn thorough_stories() -> Vec<String> {
    vec!["--accessibility".to_owned()]
}

/// Arguments for the other stories that prove a rule or show a known limit: those that have no outcome yet.
pub(crate) fn other_stories(project: &Project) -> Result<Vec<String>> {
    let told = outcomes::Outcomes::read(project)?;
    let mut names = Rules::read(project)?.proofs(project, Place::Story)?;
    names.extend(known(project)?.limits.into_iter().map(|limit| limit.test));
    names.retain(|name| told.of(name).is_empty());
    Ok(names)
}

/// What the site says of its accessibility.
fn known(project: &Project) -> Result<Accessibility> {
    Accessibility::read(&Folders::of_project(project.root()).data)?
        .context("there is no data/accessibility.toml")
}

/// Lighthouse on the finished site.
pub(crate) fn add_lighthouse(suite: &mut Suite, project: &Project, browsers: &Browsers) {
    suite.open_check("Lighthouse", || lighthouse::run(project, &browsers.chromium));
}

/// Whether the accessibility statement says what was found.
pub(crate) fn add_statement(suite: &mut Suite, project: &Project) {
    suite.check("data/accessibility.toml says what was found", || {
        statement::compare(project)
    });
}
