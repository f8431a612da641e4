//! The project's folder and the places in it that the chores write to.

use std::path::{Path, PathBuf};

use anyhow::{Context, Result};
use serde::Deserialize;

use crate::task::Task;

/// The checkout that the chores work on.
#[derive(Clone, Debug)]
pub(crate) struct Project {
    root: PathBuf,
}

impl Project {
    /// The checkout that this program was started from with `cargo xtask`.
    pub(crate) fn find() -> Result<Self> {
        // Cargo tells the running program where its manifest is; the folder may have moved since it was compiled.
        let manifest = std::env::var_os("CARGO_MANIFEST_DIR")
            .map_or_else(|| PathBuf::from(env!("CARGO_MANIFEST_DIR")), PathBuf::from);
        let root = manifest
            .ancestors()
            .nth(2)
            .with_context(|| format!("the project's folder cannot be told from: {}", manifest.display()))?;
        Ok(Self {
            root: root.to_path_buf(),
        })
    }

    /// The folder with the root `Cargo.toml`.
    pub(crate) fn root(&self) -> &Path {
        &self.root
    }

    /// The finished site.
    pub(crate) fn dist(&self) -> PathBuf {
        self.root.join("dist")
    }

    /// Where cargo compiles to.
    pub(crate) fn target(&self) -> Result<PathBuf> {
        #[derive(Deserialize)]
        struct Metadata {
            target_directory: PathBuf,
        }
        let arguments = ["metadata", "--format-version", "1", "--offline", "--no-deps"];
        let output = Task::new(self, "cargo metadata", "cargo", arguments).output()?;
        let metadata: Metadata =
            serde_json::from_str(&output).context("cannot understand cargo's metadata")?;
        Ok(metadata.target_directory)
    }

    /// What trunk leaves, before it is published.
    pub(crate) fn stage(&self) -> PathBuf {
        self.scratch().join("stage")
    }

    /// What the chores remember between runs; not worth keeping.
    pub(crate) fn scratch(&self) -> PathBuf {
        self.root.join("target").join("xtask")
    }

    /// The npm packages.
    pub(crate) fn packages(&self) -> PathBuf {
        self.root.join("node_modules")
    }
}
