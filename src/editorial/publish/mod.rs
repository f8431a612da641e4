//! Records without errors -> the files of the dataset that the application loads. The same records give the same bytes.

pub mod atlas;
mod details;
mod stories;

use clusteratlas_core::dataset::Dataset;
use clusteratlas_core::dataset::assemble::assemble;
use clusteratlas_core::dataset::details::Details;
use clusteratlas_core::stories::Stories;
use sha2::{Digest, Sha256};
use thiserror::Error;

use crate::authored::Authored;
use crate::gazetteer::Gazetteer;

/// How many hexadecimal digits of the hash name the contents.
const CONTENT_DIGITS: usize = 20;

/// Why records are not published.
#[derive(Debug, Error)]
pub enum PublishError {
    /// A record has not the shape that is published.
    #[error("cannot publish {file}:{line}: {cause}")]
    Record {
        /// Path of its file.
        file: String,
        /// Line, from 1.
        line: usize,
        /// What the JSON reader says.
        cause: serde_json::Error,
    },
    /// The edition lacks a field.
    #[error("the edition has no {0}")]
    Edition(&'static str),
    /// No theme belongs to a field.
    #[error("no theme belongs to the field {0}")]
    Field(&'static str),
    /// A place lies in a country that is not known.
    #[error("not a country of CLDR: {0}")]
    Country(String),
    /// The application would leave out records.
    #[error("the application would leave out {0} records, first {1}")]
    LeftOut(usize, String),
    /// The application could not read a file.
    #[error("the application could not read {0}: {1}")]
    Unreadable(&'static str, String),
    /// There are more sources than can be numbered.
    #[error("too many sources")]
    Sources,
    /// A file cannot be written.
    #[error(transparent)]
    Json(#[from] serde_json::Error),
}

/// The files of a dataset, and what the application reads from them.
#[derive(Debug)]
pub struct Published {
    /// `atlas.json`: all that map, filters, list and figures need.
    pub atlas: String,
    /// `details.json`: summaries and sources.
    pub details: String,
    /// `stories.json`: the guided views.
    pub stories: String,
    /// The dataset in the first.
    pub dataset: Dataset,
    /// What is in the second.
    pub shown: Details,
}

/// The files of a dataset without errors.
///
/// They are read back by the code of the application, so that a record which it would leave out stops the publication.
///
/// # Errors
/// When a record has not the published shape, or the application would not read it.
pub fn publish(authored: &Authored, gazetteer: &Gazetteer) -> Result<Published, PublishError> {
    let mut atlas = atlas::file(authored, gazetteer)?;
    let mut details = details::file(authored)?;
    let content = content(&serde_json::to_vec(&atlas)?, &serde_json::to_vec(&details)?);
    atlas.dataset.content = content.clone().into();
    details.content = content.clone().into();
    let stories = serde_json::to_string(&stories::file(authored, &content)?)?;
    let atlas = serde_json::to_string(&atlas)?;
    let details = serde_json::to_string(&details)?;

    let unreadable = |name, cause: String| PublishError::Unreadable(name, cause);
    let (dataset, problems) =
        assemble(&atlas).map_err(|error| unreadable("atlas.json", error.to_string()))?;
    if let Some(problem) = problems.first() {
        return Err(PublishError::LeftOut(problems.len(), problem.to_string()));
    }
    let shown = Details::read(&details, &dataset.edition.content)
        .map_err(|error| unreadable("details.json", error.to_string()))?;
    Stories::read(&stories, &dataset.edition.content)
        .map_err(|error| unreadable("stories.json", error.to_string()))?;
    Ok(Published {
        atlas,
        details,
        stories,
        dataset,
        shown,
    })
}

/// The name of the contents: the beginning of the SHA-256 hash over both files without it.
pub fn content(atlas: &[u8], details: &[u8]) -> String {
    let mut hash = Sha256::new();
    hash.update(atlas);
    hash.update(details);
    let mut digits = format!("{:x}", hash.finalize());
    digits.truncate(CONTENT_DIGITS);
    digits
}
