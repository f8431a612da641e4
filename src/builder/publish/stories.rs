//! `stories.json`: the guided views, the newest first.

use std::cmp::Reverse;

use anyhow::Result;
use clusteratlas_core::dataset::wire::{self, StoriesFile, Story};

use super::atlas::read_all;
use clusteratlas_editorial::authored::Authored;
use clusteratlas_editorial::authored::list::List;

/// The file of a dataset without errors whose contents have the name `content`.
pub(crate) fn file<'a>(authored: &'a Authored, content: &'a str) -> Result<StoriesFile<'a>> {
    // Authored files come in the order of their names, which is kept among stories of one date.
    let mut stories: Vec<Story<'a>> = read_all(authored, List::Stories)?;
    stories.sort_by_key(|story| Reverse(story.date.clone()));
    Ok(StoriesFile {
        version: wire::VERSION,
        content: content.into(),
        stories,
    })
}
