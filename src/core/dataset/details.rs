//! The shape of `details.json`: summaries and sources, loaded after the first map.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};
use thiserror::Error;

use crate::domain::localized::{Language, Localized, LocalizedText};
use crate::domain::source::{Source, is_web_address};

use super::wire;

/// The whole file as it is written and read.
#[derive(Debug, Deserialize, Serialize)]
pub struct DetailsFile<'a> {
    /// Version of the format.
    pub version: u32,
    /// Hash of the contents that these details belong to.
    #[serde(borrow)]
    pub content: wire::Text<'a>,
    /// Every source once; records refer to them by position.
    #[serde(borrow)]
    pub sources: Vec<wire::Source<'a>>,
    /// Details of clusters by id.
    #[serde(borrow)]
    pub clusters: BTreeMap<wire::Text<'a>, RecordDetails<'a>>,
    /// Details of programmes by id.
    #[serde(borrow)]
    pub programmes: BTreeMap<wire::Text<'a>, RecordDetails<'a>>,
    /// Details of cooperations by id.
    #[serde(borrow)]
    pub cooperations: BTreeMap<wire::Text<'a>, RecordDetails<'a>>,
}

/// Summary and sources of one record.
#[derive(Debug, Deserialize, Serialize)]
pub struct RecordDetails<'a> {
    /// German summary.
    #[serde(borrow)]
    pub summary_de: wire::Text<'a>,
    /// English summary.
    #[serde(borrow)]
    pub summary_en: wire::Text<'a>,
    /// Positions of its sources in the file's list.
    pub sources: Vec<u32>,
    /// When an editor last checked the record.
    #[serde(borrow, default, skip_serializing_if = "Option::is_none")]
    pub checked: Option<wire::Text<'a>>,
}

/// Why details cannot be used.
#[derive(Clone, Debug, Error, PartialEq, Eq)]
pub enum DetailsError {
    /// The text is not the JSON of details.
    #[error("not a details file: {0}")]
    Damaged(String),
    /// The file is of another version than this code reads.
    #[error("format version {found}, but this program reads version {}", wire::VERSION)]
    Version {
        /// Version of the file.
        found: u32,
    },
    /// They belong to another edition of the dataset.
    #[error("the details belong to another edition of the dataset")]
    OtherEdition,
}

/// A record of the dataset that has details.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DetailsOf<'a> {
    /// The cluster with that id.
    Cluster(&'a str),
    /// The programme with that id.
    Programme(&'a str),
    /// The cooperation with that id.
    Cooperation(&'a str),
}

/// Summary and sources of one record, ready to be shown.
#[derive(Clone, Debug)]
pub struct Entry {
    summary: LocalizedText,
    sources: Box<[u32]>,
}

/// Summaries and sources of a dataset.
#[derive(Clone, Debug, Default)]
pub struct Details {
    sources: Box<[Source]>,
    clusters: BTreeMap<Box<str>, Entry>,
    programmes: BTreeMap<Box<str>, Entry>,
    cooperations: BTreeMap<Box<str>, Entry>,
}

impl Details {
    /// Reads the text of `details.json` for the dataset whose contents have the hash `content`.
    ///
    /// # Errors
    /// When it is no such file, of another version, or of another edition of the dataset.
    pub fn read(text: &str, content: &str) -> Result<Self, DetailsError> {
        #[derive(Deserialize)]
        struct Versioned {
            version: u32,
        }
        let damaged = |error: serde_json::Error| DetailsError::Damaged(error.to_string());
        let Versioned { version: found } = serde_json::from_str(text).map_err(damaged)?;
        if found != wire::VERSION {
            return Err(DetailsError::Version { found });
        }
        let file: DetailsFile<'_> = serde_json::from_str(text).map_err(damaged)?;
        if file.content != content {
            return Err(DetailsError::OtherEdition);
        }
        Ok(Self {
            sources: file.sources.into_iter().map(source_from_wire).collect(),
            clusters: entries(file.clusters),
            programmes: entries(file.programmes),
            cooperations: entries(file.cooperations),
        })
    }

    fn entry(&self, of: DetailsOf<'_>) -> Option<&Entry> {
        match of {
            DetailsOf::Cluster(id) => self.clusters.get(id),
            DetailsOf::Programme(id) => self.programmes.get(id),
            DetailsOf::Cooperation(id) => self.cooperations.get(id),
        }
    }

    /// The summary of a record.
    pub fn summary(&self, of: DetailsOf<'_>, language: Language) -> Option<&str> {
        self.entry(of).map(|entry| &**entry.summary.get(language))
    }

    /// The sources of a record; empty where there are no details of it.
    pub fn sources(&self, of: DetailsOf<'_>) -> impl Iterator<Item = &Source> {
        let positions = self.entry(of).map_or(&[][..], |entry| &entry.sources);
        positions
            .iter()
            .filter_map(|&position| self.sources.get(position as usize))
    }
}

fn entries(records: BTreeMap<wire::Text<'_>, RecordDetails<'_>>) -> BTreeMap<Box<str>, Entry> {
    records
        .into_iter()
        .map(|(id, details)| {
            let summary = Localized {
                de: details.summary_de.into(),
                en: details.summary_en.into(),
            };
            (
                id.into(),
                Entry {
                    summary,
                    sources: details.sources.into(),
                },
            )
        })
        .collect()
}

fn source_from_wire(source: wire::Source<'_>) -> Source {
    Source {
        url: source.url.filter(|url| is_web_address(url)).map(Into::into),
        title: source.title.into(),
        publisher: source.publisher.map(Into::into),
        published: source.published.and_then(|date| date.parse().ok()),
    }
}
