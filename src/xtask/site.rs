//! The release build: set up, publish the dataset, trunk, the pieces of the program, licences, compressed copies.

use std::env;
use std::time::Instant;

use anyhow::{Result, ensure};

use crate::fingerprint::{self, Fingerprint};
use crate::program::{self, Shape};
use crate::project::Project;
use crate::setup::{self, Tools};
use crate::task::Task;
use crate::{compress, data, leaflet_css, licences, say};

/// Makes `dist/` the site of the present inputs; returns at once where it already is.
pub(crate) fn build(project: &Project, shape: Shape) -> Result<()> {
    let fingerprint = Fingerprint::of_inputs(project, shape)?;
    if fingerprint.matches_dist(project) {
        say::line("dist/ is up to date");
        return Ok(());
    }
    let tools = setup::for_build(project)?;
    fingerprint::forget(project)?;
    data::publish(project)?;
    leaflet_css::write(project)?;
    // The environment's flags would silently take the place of those that a configuration file gives.
    let flags = env::var("RUSTFLAGS").unwrap_or_default();
    trunk(
        project,
        &tools,
        "site (trunk build)",
        &["build", "--release", "--offline"],
    )
    .variable("RUSTFLAGS", format!("{flags} {}", program::LINK_ARGUMENT))
    .run()?;
    step("pieces of the program", || {
        program::finish(project, &tools, shape)
    })?;
    step("licences", || licences::write(project))?;
    ensure!(
        !project.dist().join("snippets").exists(),
        "step     site\nresult   dist/snippets exists: a crate brings JavaScript of its own, which cannot work in the \
         classic script that the site is built as\ntry      `cargo tree` for the crate that came last; use another"
    );
    step("compressed copies", || compress::folder(&project.dist()))?;
    fingerprint.remember(project)
}

/// Trunk with the pinned programs before it on the search path.
pub(crate) fn trunk(project: &Project, tools: &Tools, title: &str, arguments: &[&str]) -> Task {
    Task::new(project, title, tools.program("trunk"), arguments)
        .variable("PATH", tools.search_path(project))
        // Trunk 0.21 refuses to start with NO_COLOR=1, which others take as yes.
        .without_variable("NO_COLOR")
        .advice("read the end of the output: the compiler's errors stand there")
}

fn step(title: &str, work: impl FnOnce() -> Result<()>) -> Result<()> {
    say::begin(title);
    let start = Instant::now();
    let result = work();
    say::end(result.is_ok(), start.elapsed());
    result
}
