//! Checks the authored dataset and publishes what the application loads.
//!
//! | module | holds |
//! | --- | --- |
//! | `accessibility` | what is known about the accessibility of the site |
//! | `authored` | records, stories and pages as authors wrote them, with file and line |
//! | `configuration` | what those who run the site decide |
//! | `rules` | one file for each defect that authors are told of |
//! | `packages` | what the npm packages know of countries and states |
//! | `world` | map geometry in the compact form of the application |
//! | `publish` | the files that are written |
//! | `generate` | synthetic datasets of any size |
//!
//! Invariants: nothing is published while a rule finds an error; the same input gives the same bytes; no
//! clock, no network, no order taken from hashing.
#![deny(missing_docs)]

mod accessibility;
mod authored;
mod configuration;
mod coordinates;
mod diagnostic;
mod generate;
mod packages;
mod publish;
mod rules;
mod world;

use std::path::{Path, PathBuf};

pub use accessibility::{Accessibility, Engine, Limit};
use authored::Authored;
pub use configuration::{Bilingual, Configuration, SignLanguage};
pub use diagnostic::{Diagnostic, Report, Severity};
use packages::Packages;
pub use publish::tables::html::escaped;
use rules::Subject;

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

/// Reads the authored dataset and reports every problem in it.
///
/// # Errors
/// When a file of the dataset or of the npm packages cannot be read.
pub fn check(folders: &Folders) -> anyhow::Result<Report> {
    let (_, _, report) = read(folders)?;
    Configuration::read(&folders.data)?;
    Accessibility::read(&folders.data)?;
    Ok(report)
}

/// Checks the dataset and, where no error is left, writes everything the site needs of it.
///
/// # Errors
/// When a file cannot be read or written.
pub fn publish(folders: &Folders) -> anyhow::Result<Report> {
    let (authored, packages, report) = read(folders)?;
    let configuration = Configuration::read(&folders.data)?;
    if report.errors() == 0 {
        let accessibility = Accessibility::read(&folders.data)?;
        publish::write(
            folders,
            &configuration,
            accessibility.as_ref(),
            &authored,
            &packages,
        )?;
    }
    Ok(report)
}

fn read(folders: &Folders) -> anyhow::Result<(Authored, Packages, Report)> {
    let authored = Authored::read(&folders.data)?;
    let packages = Packages::read(&folders.packages)?;
    let report = rules::check(&Subject {
        authored: &authored,
        packages: &packages,
    });
    Ok((authored, packages, report))
}

/// Codes and names of all rules, in the order of their codes.
pub fn rule_names() -> Vec<(&'static str, &'static str)> {
    rules::names().collect()
}

/// The document of the rule with that name or code: what it finds, why, an example, what to write instead.
pub fn rule_document(rule: &str) -> Option<String> {
    rules::document(rule)
}

/// A valid synthetic `atlas.json`: the same bytes for the same numbers.
pub fn generate(cooperations: u32, seed: u64) -> Vec<u8> {
    generate::files(cooperations, seed).0
}

/// The `details.json` that belongs to the `atlas.json` of the same numbers.
pub fn generate_details(cooperations: u32, seed: u64) -> Vec<u8> {
    generate::files(cooperations, seed).1
}
