//! Checked records -> the files that the application loads.
//!
//! Everything is made in memory first and written at the end, so that a failure leaves the old files. The
//! same input gives the same bytes.

mod changelog;
mod discovery;
pub(crate) mod open_data;
mod opening;
mod pages;
mod schema;
pub(crate) mod tables;

use std::io::ErrorKind;
use std::path::Path;

use anyhow::{Context, Result};
use clusteratlas_core::domain::localized::Language;
use clusteratlas_core::locale::texts;

use crate::Folders;
use crate::accessibility::Accessibility;
use crate::configuration::Configuration;
use crate::packages::Packages;
use crate::world;
use clusteratlas_editorial::authored::{Authored, Files};
use clusteratlas_editorial::changelog::Entry;
use clusteratlas_editorial::knowledge::Knowledge;
use clusteratlas_editorial::publish::publish;
use open_data::OpenData;
use pages::Pages;

/// Writes everything that the site needs of a dataset without errors. What the tables show is read back from the very
/// bytes that the application loads.
pub(crate) fn write(
    folders: &Folders,
    configuration: &Configuration,
    accessibility: Option<&Accessibility>,
    files: &Files,
    authored: &Authored,
    packages: &Packages,
    changelog: &[Entry],
) -> Result<()> {
    let published = publish(authored, &packages.gazetteer)?;
    let knowledge = Knowledge {
        gazetteer: packages.gazetteer.clone(),
        files: files.clone(),
    };
    let knowledge = knowledge.to_json()?;
    let [coarse, fine] = world::coarse_and_fine(packages);
    let pages = Pages {
        authored: &authored.pages,
        configuration,
        accessibility,
    };
    let mut texts_beside = pages.files()?;
    texts_beside.extend(pages.changelog(changelog));

    let data = folders.public.join("data");
    write_file(&data.join("atlas.json"), published.atlas.as_bytes())?;
    write_file(&data.join("details.json"), published.details.as_bytes())?;
    write_file(&data.join("stories.json"), published.stories.as_bytes())?;
    write_file(&data.join("workbench.json"), knowledge.as_bytes())?;
    write_file(
        &data.join("atlas.schema.json"),
        &serde_json::to_vec_pretty(&schema::atlas())?,
    )?;
    write_file(
        &data.join("stories.schema.json"),
        &serde_json::to_vec_pretty(&schema::stories())?,
    )?;
    let open_data = OpenData::of(&published.dataset, &published.shown, authored, configuration)?;
    for file in &open_data.files {
        write_file(&data.join(file.name), &file.content)?;
    }
    write_file(
        &data.join("selection.schema.json"),
        &serde_json::to_vec_pretty(&schema::selection())?,
    )?;
    let catalogue = folders.public.join(open_data::CATALOGUE);
    match open_data.catalogue() {
        Some(text) => write_file(&catalogue, text.as_bytes())?,
        None => remove_file(&catalogue)?,
    }
    write_file(
        &folders.public.join(changelog::FILE),
        changelog::file(changelog)?.as_bytes(),
    )?;
    write_file(&data.join("world-coarse.bin"), &coarse.encode())?;
    write_file(&data.join("world-fine.bin"), &fine.encode())?;
    for language in [Language::German, Language::English] {
        let page = tables::page(
            &published.dataset,
            &published.shown,
            language,
            &pages.foot(language),
        );
        write_file(
            &folders.public.join(texts(language).table_address),
            page.as_bytes(),
        )?;
    }
    let address = &configuration.address;
    write_file(
        &folders.generated.join("head.html"),
        (configuration.head() + &discovery::head(address) + &open_data.in_page()).as_bytes(),
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
        opening::sentences(&published.dataset).as_bytes(),
    )
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
