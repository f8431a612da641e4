//! Whether the site in `dist/` is the one that the present inputs would give.

use std::fs;
use std::io::ErrorKind;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result};
use sha2::{Digest, Sha256};

use crate::files;
use crate::program::Shape;
use crate::project::Project;
use crate::setup::{TRUNK, WASM_BINDGEN};
use crate::task::Task;

/// Everything that a build reads. `src/xtask` packs the site, so it counts too.
const INPUTS: [&str; 15] = [
    "src/app",
    "src/core",
    "src/builder",
    "src/editorial",
    "src/workbench",
    "src/xtask",
    "style",
    "public",
    "data",
    "index.html",
    "Trunk.toml",
    "Cargo.toml",
    "Cargo.lock",
    "package.json",
    "package-lock.json",
];

/// How what a build writes among its inputs begins and ends; only left out where git cannot tell.
const GENERATED: [[&str; 2]; 3] = [
    ["public/data/", ""],
    ["public/oembed.json", ""],
    ["public/", ".html"],
];

/// A digest of everything that a build depends on.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Fingerprint(String);

impl Fingerprint {
    /// The digest of the inputs as they are, for a program of a shape.
    pub(crate) fn of_inputs(project: &Project, shape: Shape) -> Result<Self> {
        let mut digest = Sha256::new();
        let compiler = Task::new(project, "rustc", "rustc", ["--version"]).output()?;
        let shape = format!("{shape:?}");
        for part in [compiler.trim(), TRUNK.version(), WASM_BINDGEN.version(), &shape] {
            digest.update(part);
            digest.update([0]);
        }
        for name in inputs(project)? {
            let path = project.root().join(&name);
            match fs::read(&path) {
                Ok(bytes) => {
                    digest.update(&name);
                    digest.update((bytes.len() as u64).to_le_bytes());
                    digest.update(&bytes);
                }
                // Git still lists a file that was deleted and not committed; its absence is the input.
                Err(error) if error.kind() == ErrorKind::NotFound => {}
                Err(error) => return Err(error).with_context(|| format!("cannot read: {}", path.display())),
            }
        }
        Ok(Self(format!("{:x}", digest.finalize())))
    }

    /// Whether `dist/` was built from these inputs and is still complete.
    pub(crate) fn matches_dist(&self, project: &Project) -> bool {
        let recorded = fs::read_to_string(path(project)).unwrap_or_default();
        !recorded.is_empty() && self.record(project).is_ok_and(|present| present == recorded)
    }

    /// Remembers that `dist/` was built from these inputs.
    pub(crate) fn remember(&self, project: &Project) -> Result<()> {
        let path = path(project);
        fs::create_dir_all(project.scratch())?;
        fs::write(&path, self.record(project)?).with_context(|| format!("cannot write: {}", path.display()))
    }

    fn record(&self, project: &Project) -> Result<String> {
        let dist = project.dist();
        let mut lines = vec![self.0.clone()];
        for file in files::below(&dist)? {
            lines.push(format!(
                "{} {}",
                fs::metadata(&file)?.len(),
                files::relative(&file, &dist)
            ));
        }
        Ok(lines.join("\n"))
    }
}

/// Forgets what `dist/` was built from, before something in it changes.
pub(crate) fn forget(project: &Project) -> Result<()> {
    let path = path(project);
    match fs::remove_file(&path) {
        Err(error) if error.kind() != ErrorKind::NotFound => {
            Err(error).with_context(|| format!("cannot remove: {}", path.display()))
        }
        _ => Ok(()),
    }
}

fn path(project: &Project) -> PathBuf {
    project.scratch().join("build.fingerprint")
}

fn inputs(project: &Project) -> Result<Vec<String>> {
    let arguments = [
        "ls-files",
        "-z",
        "--cached",
        "--others",
        "--exclude-standard",
        "--",
    ];
    let listing = Task::new(project, "git", "git", arguments.iter().chain(&INPUTS)).output();
    let mut names: Vec<String> = match listing {
        Ok(listing) => listing
            .split('\0')
            .filter(|name| !name.is_empty())
            .map(str::to_owned)
            .collect(),
        // An unpacked archive has no git.
        Err(_) => walk(project.root())?,
    };
    names.sort();
    names.dedup();
    Ok(names)
}

fn walk(root: &Path) -> Result<Vec<String>> {
    let mut names = Vec::new();
    for input in INPUTS {
        names.extend(
            files::below(&root.join(input))?
                .iter()
                .map(|path| files::relative(path, root)),
        );
    }
    names.retain(|name| {
        let is_generated = |[begin, end]: &[&str; 2]| name.starts_with(begin) && name.ends_with(end);
        !GENERATED.iter().any(is_generated)
    });
    Ok(names)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn without_git_the_generated_files_are_no_inputs() -> Result<()> {
        let root = tempfile::tempdir()?;
        for name in [
            "public/data/atlas.json",
            "public/boot.js",
            "index.html",
            "docs/other.md",
        ] {
            let path = root.path().join(name);
            fs::create_dir_all(path.parent().unwrap())?;
            fs::write(path, "")?;
        }
        let mut names = walk(root.path())?;
        names.sort();
        assert_eq!(names, ["index.html", "public/boot.js"]);
        Ok(())
    }
}
