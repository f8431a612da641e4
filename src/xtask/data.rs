//! The editors' chores: check the authored dataset, publish it, make a synthetic one.

use std::fs;
use std::path::Path;
use std::time::Instant;

use anyhow::{Context, Result, ensure};
use clusteratlas_builder::Folders;
use clusteratlas_editorial::diagnostic::Report;

use crate::project::Project;
use crate::{say, setup};

/// Reports every problem of the authored dataset.
pub(crate) fn check(project: &Project) -> Result<()> {
    setup::for_data(project)?;
    let report = clusteratlas_builder::check(&Folders::of_project(project.root()))?;
    print(&report);
    passes(&report)
}

/// The check as one step among others: quiet unless there is something to say.
pub(crate) fn check_quietly(project: &Project) -> Result<()> {
    let report = clusteratlas_builder::check(&Folders::of_project(project.root()))?;
    passes(&report).with_context(|| report.to_string())
}

/// Writes what the application loads.
pub(crate) fn publish(project: &Project) -> Result<()> {
    setup::for_data(project)?;
    say::begin("dataset");
    let start = Instant::now();
    let result = clusteratlas_builder::publish(&Folders::of_project(project.root()));
    say::end(
        result.as_ref().is_ok_and(|report| report.errors() == 0),
        start.elapsed(),
    );
    let report = result?;
    print(&report);
    passes(&report)
}

/// Writes a valid synthetic `atlas.json`.
pub(crate) fn generate(cooperations: u32, seed: u64, out: &Path) -> Result<()> {
    let bytes = clusteratlas_builder::generate(cooperations, seed);
    if let Some(folder) = out.parent() {
        fs::create_dir_all(folder).with_context(|| format!("cannot create: {}", folder.display()))?;
    }
    fs::write(out, &bytes).with_context(|| format!("cannot write: {}", out.display()))?;
    say::line(format_args!(
        "{}: {}",
        out.display(),
        say::size(bytes.len() as u64)
    ));
    Ok(())
}

fn print(report: &Report) {
    let text = report.to_string();
    if !text.trim().is_empty() {
        say::line(text.trim_end());
    }
}

fn passes(report: &Report) -> Result<()> {
    let errors = report.errors();
    ensure!(
        errors == 0,
        "the dataset has {errors} error(s); correct the records in data/ and repeat"
    );
    Ok(())
}
