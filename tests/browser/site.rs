//! The finished site, and copies of it in which something is wrong or which hold more.

use std::fs;
use std::path::Path;
use std::sync::Arc;

use anyhow::{Context as _, Result};
use tempfile::TempDir;
use xtask::server::Server;

/// Chooses among the generated datasets.
const SEED: u64 = 1;

/// A served site.
#[derive(Clone, Debug)]
pub(crate) struct Site {
    folder: Arc<Folder>,
    server: Arc<Server>,
}

#[derive(Debug)]
enum Folder {
    Finished(std::path::PathBuf),
    Copy(TempDir),
}

impl Folder {
    fn path(&self) -> &Path {
        match self {
            Self::Finished(path) => path,
            Self::Copy(folder) => folder.path(),
        }
    }
}

impl Site {
    /// The site as it was built.
    pub(crate) fn finished(folder: &Path) -> Result<Self> {
        let index = folder.join("index.html");
        anyhow::ensure!(
            index.is_file(),
            "there is no {}: `cargo xtask build` makes it",
            index.display()
        );
        Self::serve(Folder::Finished(folder.to_path_buf()))
    }

    fn serve(folder: Folder) -> Result<Self> {
        let server = Server::start(folder.path(), 0).context("cannot serve the site")?;
        Ok(Self {
            folder: Arc::new(folder),
            server: Arc::new(server),
        })
    }

    /// The address of its start page.
    pub(crate) fn url(&self) -> String {
        self.server.url()
    }

    /// The folder that is served.
    pub(crate) fn path(&self) -> &Path {
        self.folder.path()
    }

    /// The text of one of its files.
    pub(crate) fn text(&self, path: &str) -> Result<String> {
        let path = self.folder.path().join(path);
        fs::read_to_string(&path).with_context(|| format!("cannot read: {}", path.display()))
    }

    /// The path that an attribute of the page's root names.
    pub(crate) fn named(&self, attribute: &str) -> Result<String> {
        let page = self.text("index.html")?;
        let (_, rest) = page
            .split_once(&format!(" {attribute}=\""))
            .with_context(|| format!("the page has no {attribute}"))?;
        Ok(rest.split('"').next().unwrap_or_default().to_owned())
    }

    /// A copy in which one file is missing.
    pub(crate) fn without(&self, path: &str) -> Result<Self> {
        self.changed(&[(path, None)])
    }

    /// A copy in which files have other contents.
    pub(crate) fn with(&self, files: &[(&str, &str)]) -> Result<Self> {
        let changes: Vec<_> = files.iter().map(|&(path, text)| (path, Some(text))).collect();
        self.changed(&changes)
    }

    /// Puts a file back that a copy lacks.
    pub(crate) fn put_back(&self, path: &str, from: &Self) -> Result<()> {
        let [to, from] = [self, from].map(|site| site.folder.path().join(path));
        fs::copy(&from, to)
            .map(drop)
            .with_context(|| format!("cannot put back: {}", from.display()))
    }

    /// A copy with so many cooperations that no one has made.
    pub(crate) fn generated(&self, cooperations: u32) -> Result<Self> {
        let atlas = String::from_utf8(clusteratlas_builder::generate(cooperations, SEED))?;
        let details = String::from_utf8(clusteratlas_builder::generate_details(cooperations, SEED))?;
        self.with(&[("data/atlas.json", &atlas), ("data/details.json", &details)])
    }

    fn changed(&self, changes: &[(&str, Option<&str>)]) -> Result<Self> {
        let copy = tempfile::tempdir()?;
        copy_folder(self.folder.path(), copy.path())?;
        for (path, text) in changes {
            // The server prefers a compressed neighbour, which would still hold the old contents.
            for ending in ["", ".br", ".gz"] {
                let old = copy.path().join(format!("{path}{ending}"));
                if old.exists() {
                    fs::remove_file(old)?;
                }
            }
            if let Some(text) = text {
                fs::write(copy.path().join(path), text)?;
            }
        }
        Self::serve(Folder::Copy(copy))
    }
}

fn copy_folder(from: &Path, to: &Path) -> Result<()> {
    fs::create_dir_all(to)?;
    for entry in fs::read_dir(from)? {
        let entry = entry?;
        let target = to.join(entry.file_name());
        if entry.file_type()?.is_dir() {
            copy_folder(&entry.path(), &target)?;
        } else {
            fs::copy(entry.path(), target)?;
        }
    }
    Ok(())
}
