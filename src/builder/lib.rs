//! Checks the authored dataset and publishes what the application loads.
//!
//! | module | holds |
//! | --- | --- |
//! | `accessibility` | what is known about the accessibility of the site |
//! | `configuration` | what those who run the site decide |
//! | `packages` | what the npm packages know of countries and states |
//! | `world` | map geometry in the compact form of the application |
//! | `publish` | the files that are written |
//! | `generate` | synthetic datasets of any size |
//!
//! Invariants: nothing is published while a rule finds an error; the same input gives the same bytes; no
//! clock, no network, no order taken from hashing.
#![deny(missing_docs)]

mod accessibility;
mod configuration;
mod generate;
mod packages;
mod publish;
mod world;

use std::path::{Path, PathBuf};

use anyhow::Context;
use clusteratlas_editorial::authored::list::List;
use clusteratlas_editorial::authored::pages;
use clusteratlas_editorial::authored::{Authored, Files};
use clusteratlas_editorial::changelog::{self, Entry};
use clusteratlas_editorial::diagnostic::Report;
use clusteratlas_editorial::gazetteer::Gazetteer;
use clusteratlas_editorial::rules::{self, Subject};
use clusteratlas_editorial::said::Said;

pub use accessibility::{Accessibility, Engine, Limit};
pub use configuration::{Bilingual, Catalogue, Configuration, SignLanguage};
use packages::Packages;
pub use publish::tables::html::escaped;

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
    let (.., report) = read(folders)?;
    changelog(&folders.data)?;
    Configuration::read(&folders.data)?;
    Accessibility::read(&folders.data)?;
    Ok(report)
}

/// Checks the dataset and, where no error is left, writes everything the site needs of it.
///
/// # Errors
/// When a file cannot be read or written.
pub fn publish(folders: &Folders) -> anyhow::Result<Report> {
    let (files, authored, packages, report) = read(folders)?;
    let configuration = Configuration::read(&folders.data)?;
    if report.errors() == 0 {
        let accessibility = Accessibility::read(&folders.data)?;
        publish::write(
            folders,
            &configuration,
            accessibility.as_ref(),
            &files,
            &authored,
            &packages,
            &changelog(&folders.data)?,
        )?;
    }
    Ok(report)
}

/// Keys of the configuration without which there is no metadata file for open data portals.
///
/// # Errors
/// When the configuration cannot be read.
pub fn catalogue_gaps(folders: &Folders) -> anyhow::Result<Vec<&'static str>> {
    Ok(publish::open_data::gaps(&Configuration::read(&folders.data)?))
}

/// What is to be done for the change log to speak of the present dataset; nothing where it does.
///
/// # Errors
/// When a file of the dataset or of its change log cannot be read.
pub fn changelog_gap(folders: &Folders) -> anyhow::Result<Option<Said>> {
    let authored = Authored::of(&authored_files(&folders.data)?);
    let entries = changelog(&folders.data)?;
    Ok(changelog::gap(&entries, &authored))
}

/// The entries of the change log of the dataset in `folder`, the newest first.
///
/// # Errors
/// When a file is no entry.
pub fn changelog(folder: &Path) -> anyhow::Result<Vec<Entry>> {
    let folder = folder.join(changelog::FOLDER);
    let cannot = || format!("cannot read {}", folder.display());
    let mut files = Files::new();
    if folder.exists() {
        for entry in std::fs::read_dir(&folder).with_context(cannot)? {
            let path = entry.with_context(cannot)?.path();
            let name = path
                .file_name()
                .unwrap_or_default()
                .to_string_lossy()
                .into_owned();
            if !name.starts_with('.') {
                files.insert(name, text(&path)?);
            }
        }
    }
    changelog::read(files.iter().map(|(name, text)| (&**name, &**text))).map_err(|(name, cause)| {
        anyhow::anyhow!(
            "no entry of the change log: {}: {cause}",
            folder.join(name).display()
        )
    })
}

fn read(folders: &Folders) -> anyhow::Result<(Files, Authored, Packages, Report)> {
    let files = authored_files(&folders.data)?;
    let authored = Authored::of(&files);
    let packages = Packages::read(&folders.packages)?;
    let report = rules::check(&Subject {
        authored: &authored,
        gazetteer: &packages.gazetteer,
    });
    Ok((files, authored, packages, report))
}

/// The texts of the dataset in `folder`: its lists, stories and pages.
///
/// # Errors
/// When a list is missing or a file is no UTF-8.
pub fn authored_files(folder: &Path) -> anyhow::Result<Files> {
    let mut files = Files::new();
    for list in List::ALL.into_iter().filter(|list| *list != List::Stories) {
        files.insert(list.file().to_owned(), text(&folder.join(list.file()))?);
    }
    for inner in [List::Stories.file(), pages::FOLDER] {
        let path = folder.join(inner);
        let cannot = || format!("cannot read {}", path.display());
        if !path.exists() {
            continue;
        }
        for entry in std::fs::read_dir(&path).with_context(cannot)? {
            let name = entry
                .with_context(cannot)?
                .file_name()
                .to_string_lossy()
                .into_owned();
            if !name.starts_with('.') {
                let text = text(&path.join(&name))?;
                files.insert(format!("{inner}/{name}"), text);
            }
        }
    }
    Ok(files)
}

/// Names of countries and where they lie, from the npm packages below `folder` (`node_modules`).
///
/// # Errors
/// When a package is missing or damaged.
pub fn gazetteer(folder: &Path) -> anyhow::Result<Gazetteer> {
    Ok(Packages::read(folder)?.gazetteer)
}

fn text(path: &Path) -> anyhow::Result<String> {
    std::fs::read_to_string(path).with_context(|| format!("cannot read {}", path.display()))
}

/// A valid synthetic `atlas.json`: the same bytes for the same numbers.
pub fn generate(cooperations: u32, seed: u64) -> Vec<u8> {
    generate::files(cooperations, seed).0
}

/// The `details.json` that belongs to the `atlas.json` of the same numbers.
pub fn generate_details(cooperations: u32, seed: u64) -> Vec<u8> {
    generate::files(cooperations, seed).1
}
