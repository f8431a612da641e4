//! Checked records -> the files that the application loads.
//!
//! Everything is made in memory first and written at the end, so that a failure leaves the old files. The
//! same input gives the same bytes.

pub(crate) mod atlas;
pub(crate) mod details;

use std::path::Path;

use anyhow::{Context, Result};
use sha2::{Digest, Sha256};

use crate::Folders;
use crate::authored::Authored;
use crate::packages::Packages;
use crate::world;

/// How many hexadecimal digits of the hash name the contents.
const CONTENT_DIGITS: usize = 20;

/// Writes everything that the site needs of a dataset without errors.
pub(crate) fn write(folders: &Folders, authored: &Authored, packages: &Packages) -> Result<()> {
    let mut atlas = atlas::file(authored, packages)?;
    let mut details = details::file(authored)?;
    let content = content(&serde_json::to_vec(&atlas)?, &serde_json::to_vec(&details)?);
    atlas.dataset.content = content.clone().into();
    details.content = content.into();
    let [coarse, fine] = world::coarse_and_fine(packages);

    let data = folders.public.join("data");
    write_file(&data.join("atlas.json"), &serde_json::to_vec(&atlas)?)?;
    write_file(&data.join("details.json"), &serde_json::to_vec(&details)?)?;
    write_file(&data.join("world-coarse.bin"), &coarse.encode())?;
    write_file(&data.join("world-fine.bin"), &fine.encode())
}

/// The name of the contents: the beginning of the SHA-256 hash over both files without it.
fn content(atlas: &[u8], details: &[u8]) -> String {
    let mut hash = Sha256::new();
    hash.update(atlas);
    hash.update(details);
    let digits = hash.finalize().iter().map(|byte| format!("{byte:02x}")).collect::<String>();
    digits.chars().take(CONTENT_DIGITS).collect()
}

fn write_file(path: &Path, bytes: &[u8]) -> Result<()> {
    if let Some(folder) = path.parent() {
        std::fs::create_dir_all(folder).with_context(|| format!("cannot create {}", folder.display()))?;
    }
    std::fs::write(path, bytes).with_context(|| format!("cannot write {}", path.display()))
}
