//! `stories.json`: the guided views, the newest first.

use std::cmp::Reverse;

use clusteratlas_core::dataset::wire::{self, StoriesFile, Story};

use crate::authored::Authored;
use crate::authored::list::List;

use super::PublishError;
use super::atlas::read_all;

/// The file of a dataset without errors whose contents have the name `content`.
pub(super) fn file<'a>(authored: &'a Authored, content: &'a str) -> Result<StoriesFile<'a>, PublishError> {
    // Authored files come in the order of their names, which is kept among stories of one date.
    let mut stories: Vec<Story<'a>> = read_all(authored, List::Stories)?;
    stories.sort_by_key(|story| Reverse(story.date.clone()));
    Ok(StoriesFile {
        version: wire::VERSION,
        content: content.into(),
        stories,
    })
}
