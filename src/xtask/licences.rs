//! `licences.txt`: whose work the site contains, under which terms, with the texts that must come along.

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, bail, ensure};
use serde::Deserialize;

use crate::crate_graph::{self, Component};
use crate::project::Project;

/// npm packages that work on the site without being part of it.
const TOOLS: [&str; 2] = ["binaryen", "esbuild"];

const HEADING: &str = "Clusteratlas contains the work of others. This file names it, the terms it is used under, and \
                       the texts that these terms ask to pass on.\n";

/// Writes the file into `dist/`.
pub(crate) fn write(project: &Project) -> Result<()> {
    let mut components = npm_components(project)?;
    components.extend(crate_graph::components(project)?);
    let path = project.dist().join("licences.txt");
    fs::write(&path, render(&components)?).with_context(|| format!("cannot write: {}", path.display()))
}

#[derive(Deserialize)]
struct Manifest {
    #[serde(default)]
    dependencies: BTreeMap<String, String>,
}

#[derive(Deserialize)]
struct Package {
    name: String,
    version: String,
    #[serde(default)]
    license: String,
}

fn npm_components(project: &Project) -> Result<Vec<Component>> {
    let manifest: Manifest = read_json(&project.root().join("package.json"))?;
    let names = manifest
        .dependencies
        .into_keys()
        .filter(|name| !TOOLS.contains(&name.as_str()));
    names
        .map(|name| {
            let folder = project.packages().join(name);
            let package: Package = read_json(&folder.join("package.json"))?;
            let texts = texts_in(&folder)?;
            ensure!(
                !texts.is_empty(),
                "the npm package has no licence text: {}",
                folder.display()
            );
            Ok(Component {
                name: package.name,
                version: package.version,
                licence: package.license,
                texts,
            })
        })
        .collect()
}

fn read_json<T: for<'de> Deserialize<'de>>(path: &Path) -> Result<T> {
    let bytes = fs::read(path).with_context(|| format!("cannot read: {}", path.display()))?;
    serde_json::from_slice(&bytes).with_context(|| format!("cannot understand: {}", path.display()))
}

/// The licence texts that lie in a package's folder; of a choice between MIT and others only MIT's.
pub(crate) fn texts_in(folder: &Path) -> Result<Vec<String>> {
    let entries = fs::read_dir(folder).with_context(|| format!("cannot list: {}", folder.display()))?;
    let mut paths: Vec<PathBuf> = entries
        .filter_map(|entry| Some(entry.ok()?.path()))
        .filter(|path| is_licence(path))
        .collect();
    paths.sort();
    if let Some(chosen) = paths.iter().find(|path| path.to_string_lossy().ends_with("-MIT")) {
        paths = vec![chosen.clone()];
    }
    paths
        .iter()
        .map(|path| {
            let bytes = fs::read(path).with_context(|| format!("cannot read: {}", path.display()))?;
            Ok(String::from_utf8_lossy(&bytes)
                .replace('\r', "")
                .trim()
                .to_owned())
        })
        .collect()
}

fn is_licence(path: &Path) -> bool {
    let name = path
        .file_name()
        .unwrap_or_default()
        .to_string_lossy()
        .to_uppercase();
    path.is_file()
        && (name.starts_with("LICENSE") || name.starts_with("LICENCE") || name.starts_with("COPYING"))
}

fn render(components: &[Component]) -> Result<String> {
    if components.is_empty() {
        bail!("no component was found: the list of licences would be empty");
    }
    let mut text = HEADING.to_owned();
    // The same text is written once, however many crates share it.
    let mut users: BTreeMap<&str, Vec<String>> = BTreeMap::new();
    for component in components {
        let Component {
            name,
            version,
            licence,
            texts,
        } = component;
        write!(text, "\n{name} {version} — {licence}")?;
        for licence_text in texts {
            users
                .entry(licence_text)
                .or_default()
                .push(format!("{name} {version}"));
        }
    }
    text.push('\n');
    for (licence_text, names) in users {
        write!(
            text,
            "\n{}\n{}\n\n{licence_text}\n",
            "=".repeat(80),
            names.join(", ")
        )?;
    }
    Ok(text)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn component(name: &str, text: &str) -> Component {
        Component {
            name: name.to_owned(),
            version: "1.0.0".to_owned(),
            licence: "MIT".to_owned(),
            texts: vec![text.to_owned()],
        }
    }

    #[test]
    fn a_shared_text_is_written_once_with_all_its_users() {
        let text = render(&[component("one", "Permission"), component("two", "Permission")]).unwrap();
        assert_eq!(text.matches("Permission").count(), 1);
        assert!(text.contains("one 1.0.0, two 1.0.0"));
        assert!(text.contains("two 1.0.0 — MIT"));
    }

    #[test]
    fn an_empty_list_is_refused() {
        assert!(render(&[]).is_err());
    }

    #[test]
    fn of_a_choice_of_licences_mit_is_taken() -> Result<()> {
        let folder = tempfile::tempdir()?;
        for (name, text) in [
            ("LICENSE-APACHE", "apache"),
            ("LICENSE-MIT", "mit"),
            ("README.md", "no"),
        ] {
            fs::write(folder.path().join(name), text)?;
        }
        assert_eq!(texts_in(folder.path())?, ["mit"]);
        Ok(())
    }
}
