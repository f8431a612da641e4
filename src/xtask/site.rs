//! The release build: set up, publish the dataset, trunk, the workbench, the pieces of the program, the hosted site,
//! the offline edition.
//!
//! Trunk builds into a stage; what is published is made from that and leaves it as it is.

use std::env;
use std::ffi::{OsStr, OsString};
use std::path::{Path, PathBuf};
use std::time::Instant;

use anyhow::{Context, Result, ensure};

use crate::fingerprint::{self, Fingerprint};
use crate::program::{self, Shape};
use crate::project::Project;
use crate::setup::{self, Tools};
use crate::task::Task;
use crate::{compress, data, hosted, leaflet_css, licences, offline, say, workbench};

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
    let flags = compiler_flags(project)?;
    stage(project, &tools, &flags)?;
    let workbench = workbench::build(project, &tools, &flags)?;
    let program = step("pieces of the program", || {
        program::finish(project, &tools, shape)
    })?;
    step("hosted site", || hosted::publish(project, &program, &workbench))?;
    step("licences", || licences::write(project))?;
    let whole = match shape {
        Shape::Whole => program,
        Shape::Split => step("program in one piece", || {
            program::finish(project, &tools, Shape::Whole)
        })?,
    };
    step("offline edition", || {
        offline::publish(project, &whole, &workbench)
    })?;
    step("compressed copies", || compress::folder(&project.dist()))?;
    fingerprint.remember(project)
}

/// Trunk's release build.
fn stage(project: &Project, tools: &Tools, flags: &OsStr) -> Result<()> {
    let stage = project.stage();
    let arguments = ["build", "--release", "--offline", "--dist"];
    let arguments = arguments.iter().map(AsRef::as_ref).chain([stage.as_os_str()]);
    trunk(project, tools, "site (trunk build)", arguments)
        .variable("CARGO_ENCODED_RUSTFLAGS", flags)
        .run()?;
    ensure!(
        !stage.join("snippets").exists(),
        "step     site\nresult   {} has snippets: a crate brings JavaScript of its own, which cannot work in the \
         classic script that the site is built as\ntry      `cargo tree` for the crate that came last; use another",
        stage.display()
    );
    Ok(())
}

/// What the splitter needs, and names of sources that are the same on every machine.
///
/// The environment's flags would silently take the place of those that a configuration file gives.
fn compiler_flags(project: &Project) -> Result<OsString> {
    let home = env::var_os("CARGO_HOME")
        .map(PathBuf::from)
        .or_else(|| env::home_dir().map(|home| home.join(".cargo")))
        .context("cargo's home is not known")?;
    let mut flags: Vec<OsString> = env::var("RUSTFLAGS")
        .unwrap_or_default()
        .split_whitespace()
        .map(OsString::from)
        .collect();
    flags.push(program::LINK_ARGUMENT.into());
    // The last that fits counts: the target folder may lie in the project's.
    for (folder, name) in [
        (project.root().to_path_buf(), "/clusteratlas".to_owned()),
        (project.target()?, "/target".to_owned()),
        (home, "/cargo".to_owned()),
        standard_library(project)?,
    ] {
        let mut flag = OsString::from("--remap-path-prefix=");
        flag.push(folder);
        flag.push("=");
        flag.push(name);
        flags.push(flag);
    }
    // A folder's name may hold a space, so cargo separates by a character that none holds.
    Ok(flags.join("\u{1f}".as_ref()))
}

/// Where the sources of the standard library lie if they are installed, and what its parts that were compiled elsewhere
/// call that place.
fn standard_library(project: &Project) -> Result<(PathBuf, String)> {
    let compiler = |arguments: &[&str]| Task::new(project, "rustc", "rustc", arguments).output();
    let folder = Path::new(compiler(&["--print", "sysroot"])?.trim()).join("lib/rustlib/src/rust");
    let version = compiler(&["--version", "--verbose"])?;
    let commit = version
        .lines()
        .find_map(|line| line.strip_prefix("commit-hash: "));
    Ok((folder, format!("/rustc/{}", commit.unwrap_or_default())))
}

/// Trunk with the pinned programs before it on the search path.
pub(crate) fn trunk<A>(project: &Project, tools: &Tools, title: &str, arguments: A) -> Task
where
    A: IntoIterator<Item: AsRef<std::ffi::OsStr>>,
{
    Task::new(project, title, tools.program("trunk"), arguments)
        .variable("PATH", tools.search_path(project))
        // Trunk 0.21 refuses to start with NO_COLOR=1, which others take as yes.
        .without_variable("NO_COLOR")
        .advice("read the end of the output: the compiler's errors stand there")
}

fn step<T>(title: &str, work: impl FnOnce() -> Result<T>) -> Result<T> {
    say::begin(title);
    let start = Instant::now();
    let result = work();
    say::end(result.is_ok(), start.elapsed());
    result
}
