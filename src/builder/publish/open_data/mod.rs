//! The dataset for those who do not open the map: files of everything in several formats, and what programs that
//! collect datasets read about them.

mod catalogue;
mod in_page;

use anyhow::{Context, Result};
use clusteratlas_core::dataset::Dataset;
use clusteratlas_core::dataset::details::Details;
use clusteratlas_core::domain::localized::{Language, Localized};
use clusteratlas_core::export::extract::Extract;
use clusteratlas_core::export::files::{File, Format, files};
use clusteratlas_core::export::workbook::workbook;
use clusteratlas_editorial::authored::Authored;
use clusteratlas_editorial::authored::list::List;
use clusteratlas_editorial::workbook::cell::Table;
use clusteratlas_editorial::workbook::xlsx;

use super::opening::opening;
use crate::configuration::Configuration;

pub(super) use catalogue::CATALOGUE;
pub(crate) use catalogue::gaps;

/// The dataset as files, and what is said of it.
pub(super) struct OpenData<'a> {
    configuration: &'a Configuration,
    dataset: &'a Dataset,
    title: Localized<String>,
    description: Localized<String>,
    /// All files, for the folder `data` of the site.
    pub(super) files: Vec<File>,
}

impl<'a> OpenData<'a> {
    pub(super) fn of(
        dataset: &'a Dataset,
        details: &Details,
        authored: &Authored,
        configuration: &'a Configuration,
    ) -> Result<Self> {
        let extract = Extract::whole(dataset, Some(details), &configuration.address);
        let edition = authored.records(List::Edition).first();
        let title = |field| {
            edition
                .and_then(|edition| edition.text(field))
                .unwrap_or_default()
        };
        let mut files = files(&extract);
        for language in Language::ALL {
            files.push(workbook_file(&extract, language)?);
        }
        Ok(Self {
            configuration,
            dataset,
            title: Localized {
                de: title("title_de").to_owned(),
                en: title("title_en").to_owned(),
            },
            description: Localized {
                de: opening(dataset, Language::German),
                en: opening(dataset, Language::English),
            },
            files,
        })
    }

    /// The metadata for open data portals; none while something is missing that they demand.
    pub(super) fn catalogue(&self) -> Option<String> {
        gaps(self.configuration)
            .is_empty()
            .then(|| catalogue::turtle(self))
    }

    /// What search engines read in the page: an element of the head.
    pub(super) fn in_page(&self) -> String {
        in_page::element(self)
    }

    /// Names of the themes, in order of display.
    fn keywords(&self, language: Language) -> impl Iterator<Item = &str> {
        self.dataset
            .themes()
            .iter()
            .map(move |theme| &**theme.name.get(language))
    }
}

/// Everything as a workbook, as the page saves it.
fn workbook_file(extract: &Extract<'_>, language: Language) -> Result<File> {
    let name = match language {
        Language::German => "kooperationen.xlsx",
        Language::English => "cooperations.xlsx",
    };
    let tables = workbook(extract, None, language).map(Table::from);
    let content = xlsx::write_dated(&tables, extract.dataset.edition.date)
        .with_context(|| format!("cannot write data/{name}"))?;
    Ok(File {
        name,
        format: Format::Xlsx,
        language: Some(language),
        content,
    })
}
