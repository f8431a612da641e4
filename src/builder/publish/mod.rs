//! Checked records -> the files that the application loads.
//!
//! Everything is made in memory first and written at the end, so that a failure leaves the old files. The
//! same input gives the same bytes.

pub(crate) mod atlas;
mod details;
mod discovery;
mod opening;
mod pages;
mod schema;
mod stories;
pub(crate) mod tables;

use std::io::ErrorKind;
use std::path::Path;

use anyhow::{Context, Result, bail};
use clusteratlas_core::dataset::assemble::assemble;
use clusteratlas_core::dataset::details::Details;
use clusteratlas_core::domain::localized::Language;
use clusteratlas_core::locale::texts;
use clusteratlas_core::stories::Stories;
use sha2::{Digest, Sha256};

use crate::Folders;
use crate::accessibility::Accessibility;
use crate::configuration::Configuration;
use crate::packages::Packages;
use crate::world;
use clusteratlas_editorial::authored::Authored;
use pages::Pages;

/// How many hexadecimal digits of the hash name the contents.
const CONTENT_DIGITS: usize = 20;

/// Writes everything that the site needs of a dataset without errors.
///
/// What the tables show is read back from the very bytes that the application loads, by the same code, so
/// that a record which the application would leave out stops the publication.
pub(crate) fn write(
    folders: &Folders,
    configuration: &Configuration,
    accessibility: Option<&Accessibility>,
    authored: &Authored,
    packages: &Packages,
) -> Result<()> {
    let mut atlas = atlas::file(authored, &packages.gazetteer)?;
    let mut details = details::file(authored)?;
    let content = content(&serde_json::to_vec(&atlas)?, &serde_json::to_vec(&details)?);
    atlas.dataset.content = content.clone().into();
    details.content = content.clone().into();
    let stories = serde_json::to_string(&stories::file(authored, &content)?)?;
    let atlas = serde_json::to_string(&atlas)?;
    let details = serde_json::to_string(&details)?;

    let (dataset, problems) = assemble(&atlas)?;
    if let Some(problem) = problems.first() {
        bail!(
            "the application would leave out {} records, first {problem}",
            problems.len()
        );
    }
    let shown = Details::read(&details, &dataset.edition.content)?;
    Stories::read(&stories, &dataset.edition.content)?;
    let [coarse, fine] = world::coarse_and_fine(packages);
    let pages = Pages {
        authored: &authored.pages,
        configuration,
        accessibility,
    };
    let texts_beside = pages.files()?;

    let data = folders.public.join("data");
    write_file(&data.join("atlas.json"), atlas.as_bytes())?;
    write_file(&data.join("details.json"), details.as_bytes())?;
    write_file(&data.join("stories.json"), stories.as_bytes())?;
    write_file(
        &data.join("atlas.schema.json"),
        &serde_json::to_vec_pretty(&schema::atlas())?,
    )?;
    write_file(
        &data.join("stories.schema.json"),
        &serde_json::to_vec_pretty(&schema::stories())?,
    )?;
    write_file(&data.join("world-coarse.bin"), &coarse.encode())?;
    write_file(&data.join("world-fine.bin"), &fine.encode())?;
    for language in [Language::German, Language::English] {
        let page = tables::page(&dataset, &shown, language, &pages.foot(language));
        write_file(
            &folders.public.join(texts(language).table_address),
            page.as_bytes(),
        )?;
    }
    let address = &configuration.address;
    write_file(
        &folders.generated.join("head.html"),
        (configuration.head() + &discovery::head(address)).as_bytes(),
    )?;
    for (address, page) in texts_beside {
        let path = folders.public.join(address);
        match page {
            Some(page) => write_file(&path, page.as_bytes())?,
            None => remove_file(&path)?,
        }
    }
    write_file(&folders.generated.join("pages.html"), pages.links().as_bytes())?;
    let oembed = folders.public.join(discovery::OEMBED);
    if address.is_empty() {
        remove_file(&oembed)?;
    } else {
        write_file(&oembed, discovery::oembed(address)?.as_bytes())?;
    }
    write_file(
        &folders.generated.join("opening.html"),
        opening::sentences(&dataset).as_bytes(),
    )
}

/// The name of the contents: the beginning of the SHA-256 hash over both files without it.
pub(crate) fn content(atlas: &[u8], details: &[u8]) -> String {
    let mut hash = Sha256::new();
    hash.update(atlas);
    hash.update(details);
    let mut digits = format!("{:x}", hash.finalize());
    digits.truncate(CONTENT_DIGITS);
    digits
}

/// Takes away what an earlier configuration has left.
fn remove_file(path: &Path) -> Result<()> {
    match std::fs::remove_file(path) {
        Err(error) if error.kind() != ErrorKind::NotFound => {
            Err(error).with_context(|| format!("cannot remove {}", path.display()))
        }
        _ => Ok(()),
    }
}

fn write_file(path: &Path, bytes: &[u8]) -> Result<()> {
    if let Some(folder) = path.parent() {
        std::fs::create_dir_all(folder).with_context(|| format!("cannot create {}", folder.display()))?;
    }
    std::fs::write(path, bytes).with_context(|| format!("cannot write {}", path.display()))
}
