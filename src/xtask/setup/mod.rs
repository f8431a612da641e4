//! What a fresh machine lacks, one module per thing; each step runs only when it is needed.

mod cargo_tool;
mod crates;
mod npm;
mod python;
mod wasm_target;

use std::env;
use std::ffi::OsString;
use std::path::{Path, PathBuf};

use anyhow::Result;

pub(crate) use cargo_tool::{GECKODRIVER, TRUNK, WASM_BINDGEN};
pub(crate) use npm::Packages;

use crate::project::Project;

/// The variable that names a tools folder shared by several checkouts.
pub(crate) const TOOLS_VARIABLE: &str = "CLUSTERATLAS_TOOLS";

/// The programs that the project pins and keeps for itself.
#[derive(Clone, Debug)]
pub(crate) struct Tools {
    folder: PathBuf,
}

impl Tools {
    /// The tools folder of the project, or the shared one that the environment names.
    pub(crate) fn of(project: &Project) -> Self {
        let folder = env::var_os(TOOLS_VARIABLE)
            .filter(|value| !value.is_empty())
            .map_or_else(
                || project.root().join(".tools"),
                |value| project.root().join(value),
            );
        Self { folder }
    }

    /// The folder that `cargo install --root` gets.
    pub(crate) fn folder(&self) -> &Path {
        &self.folder
    }

    /// The path of a program in it, whether it is there or not.
    pub(crate) fn program(&self, name: &str) -> PathBuf {
        self.folder
            .join("bin")
            .join(name)
            .with_extension(env::consts::EXE_EXTENSION)
    }

    /// A search path that finds the pinned programs before the machine's own.
    pub(crate) fn search_path(&self, project: &Project) -> OsString {
        let own = [self.folder.join("bin"), project.packages().join(".bin")];
        let inherited = env::var_os("PATH").unwrap_or_default();
        // Joining fails only for a folder with a separator in its name; the machine's own path is still of use then.
        env::join_paths(own.into_iter().chain(env::split_paths(&inherited))).unwrap_or(inherited)
    }
}

/// What checks need: both compilers, the sources of all crates and the npm packages that the builder reads.
pub(crate) fn for_check(project: &Project) -> Result<()> {
    wasm_target::ensure(project)?;
    crates::ensure(project)?;
    npm::ensure(project, Packages::Site)
}

/// What a release build needs.
pub(crate) fn for_build(project: &Project) -> Result<Tools> {
    let tools = Tools::of(project);
    for_check(project)?;
    TRUNK.ensure(project, &tools)?;
    WASM_BINDGEN.ensure(project, &tools)?;
    Ok(tools)
}

/// What the builder alone needs.
pub(crate) fn for_data(project: &Project) -> Result<()> {
    npm::ensure(project, Packages::Site)
}

/// The interpreter with the independent readers of what is saved.
pub(crate) fn for_readers(project: &Project, tools: &Tools) -> Result<PathBuf> {
    python::ensure(project, tools)
}

/// The npm packages that only tests need, on top of a build's needs.
pub(crate) fn for_browser_tests(project: &Project) -> Result<()> {
    npm::ensure(project, Packages::SiteAndTests)
}
