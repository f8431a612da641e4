//! Checks the authored dataset and publishes what the application loads.
//!
//! | module | holds |
//! | --- | --- |
//! | `authored` | the records as authors wrote them, with file and line |
//! | `packages` | what the npm packages know of countries and states |
//! | `world` | map geometry in the compact form of the application |
//! | `publish` | the files that are written |
//!
//! Invariants: nothing is published while a rule finds an error; the same input gives the same bytes; no
//! clock, no network, no order taken from hashing.
#![deny(missing_docs)]

mod authored;
mod packages;
mod publish;
mod world;

use std::fmt;
use std::path::{Path, PathBuf};

use authored::Authored;
use packages::Packages;

/// The folders the builder reads from and writes to.
#[derive(Clone, Debug)]
pub struct Folders {
    /// The authored dataset (`data`).
    pub data: PathBuf,
    /// The npm packages with map geometry and names of countries (`node_modules`).
    pub packages: PathBuf,
    /// Files that go to the site as they are (`public`).
    pub public: PathBuf,
    /// Fragments that trunk puts into `index.html` (`target/generated`).
    pub generated: PathBuf,
}

impl Folders {
    /// The folders of the project at `root`.
    pub fn of_project(root: &Path) -> Self {
        Self {
            data: root.join("data"),
            packages: root.join("node_modules"),
            public: root.join("public"),
            generated: root.join("target").join("generated"),
        }
    }
}

/// Everything the builder found in one run.
#[derive(Clone, Debug, Default)]
pub struct Report {}

impl Report {
    /// Number of findings that forbid publishing.
    pub fn errors(&self) -> usize {
        0
    }
    /// Number of findings that an editor should look at.
    pub fn warnings(&self) -> usize {
        0
    }
}

impl fmt::Display for Report {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("")
    }
}

/// Reads the authored dataset and reports every problem in it.
pub fn check(_folders: &Folders) -> anyhow::Result<Report> {
    Ok(Report::default())
}

/// Checks the dataset and, where no error is left, writes everything the site needs of it.
pub fn publish(folders: &Folders) -> anyhow::Result<Report> {
    let authored = Authored::read(&folders.data)?;
    let packages = Packages::read(&folders.packages)?;
    publish::write(folders, &authored, &packages)?;
    Ok(Report::default())
}

/// A valid synthetic `atlas.json`: the same bytes for the same numbers.
pub fn generate(_cooperations: u32, _seed: u64) -> Vec<u8> {
    Vec::new()
}
