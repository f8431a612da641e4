//! The project's files as text, named by their path from its root.

use std::fs;
use std::path::{Path, PathBuf};

use crate::finding::Finding;

/// A text file.
#[derive(Clone, Debug)]
pub(crate) struct Source {
    /// From the root, with forward slashes.
    pub(crate) path: String,
    pub(crate) text: String,
}

impl Source {
    /// The name of the file without its folder and extension.
    pub(crate) fn stem(&self) -> &str {
        let name = self.path.rsplit('/').next().unwrap_or_default();
        name.split('.').next().unwrap_or_default()
    }
}

/// The project's root.
fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../..")
}

/// The text files below a folder (or the one file) with one of the extensions, or the finding that there are none.
pub(crate) fn sources(path: &str, extensions: &[&str]) -> Result<Vec<Source>, Finding> {
    let mut found = Vec::new();
    collect(path, &mut |path, text| {
        if path
            .rsplit_once('.')
            .is_some_and(|(_, extension)| extensions.contains(&extension))
        {
            found.push(Source {
                path: path.to_owned(),
                text,
            });
        }
    });
    if found.is_empty() {
        let kinds = extensions.join(" or .");
        let advice =
            format!("has no .{kinds} file, so this rule checks nothing; add it, or move the rule along");
        return Err(Finding::about(path, advice));
    }
    found.sort_by(|a, b| a.path.cmp(&b.path));
    Ok(found)
}

/// Applies a rule to every text file below a path; a missing path is the only finding then.
pub(crate) fn each(path: &str, extensions: &[&str], rule: impl Fn(&Source) -> Vec<Finding>) -> Vec<Finding> {
    match sources(path, extensions) {
        Ok(sources) => sources.iter().flat_map(rule).collect(),
        Err(finding) => vec![finding],
    }
}

/// A text file, or the finding that it cannot be read.
pub(crate) fn text(path: &str) -> Result<String, Finding> {
    fs::read_to_string(root().join(path))
        .map_err(|error| Finding::about(path, format!("cannot be read: {error}")))
}

/// Whether a folder or file exists.
pub(crate) fn exists(path: &str) -> bool {
    root().join(path).exists()
}

/// The names of the folders directly below a folder, sorted.
pub(crate) fn folders(path: &str) -> Vec<String> {
    entries(path)
        .into_iter()
        .filter(|name| root().join(path).join(name).is_dir())
        .collect()
}

fn entries(path: &str) -> Vec<String> {
    let Ok(entries) = fs::read_dir(root().join(path)) else {
        return Vec::new();
    };
    let mut names: Vec<String> = entries
        .filter_map(|entry| Some(entry.ok()?.file_name().to_string_lossy().into_owned()))
        .collect();
    names.sort();
    names
}

fn collect(path: &str, visit: &mut dyn FnMut(&str, String)) {
    // What is not text has no lines to check.
    if let Ok(text) = fs::read_to_string(root().join(path)) {
        visit(path, text);
    }
    for name in entries(path) {
        collect(&format!("{path}/{name}"), visit);
    }
}
