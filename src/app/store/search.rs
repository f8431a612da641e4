//! The search engine of a dataset, built when it is first asked.

use clusteratlas_core::query::bitmap::Bitmap;
use clusteratlas_core::search::{Index, Suggestion};
use leptos::prelude::*;

use super::{Atlas, DetailsState};

/// The search engine: a handle.
#[derive(Clone, Copy)]
pub struct Search {
    atlas: &'static Atlas,
    index: StoredValue<Option<Index>>,
    /// Whether anything has been asked.
    used: RwSignal<bool>,
    /// Whether summaries are searched too.
    complete: RwSignal<bool>,
}

impl Search {
    /// The engine of a dataset that nobody has asked yet.
    pub(super) fn new(atlas: &'static Atlas) -> Self {
        Self {
            atlas,
            index: StoredValue::new(None),
            used: RwSignal::new(false),
            complete: RwSignal::new(false),
        }
    }

    fn ask<T>(self, question: impl FnOnce(&mut Index) -> T) -> T {
        if !self.used.get_untracked() {
            self.used.set(true);
        }
        let mut index = self.index.write_value();
        question(index.get_or_insert_with(|| Index::build(&self.atlas.dataset)))
    }

    /// The cooperations that a text asks for; none for a text without a word, which asks for nothing. Tracks
    /// whether summaries are searched.
    pub fn cooperations(self, text: &str) -> Option<Bitmap> {
        if text.is_empty() {
            return None;
        }
        self.complete.track();
        self.ask(|index| index.cooperations(text))
    }

    /// At most `most` records that a reader who types a text may mean, the best first.
    pub fn suggest(self, text: &str, most: usize) -> Vec<Suggestion> {
        self.ask(|index| index.suggest(text, most))
    }

    /// Whether summaries have arrived that are to be read; tracked.
    pub fn waits_for_summaries(self, details: &DetailsState) -> bool {
        self.used.get() && !self.complete.get() && matches!(details, DetailsState::Ready(_))
    }

    /// Reads the next `most` summaries; whether all are read.
    pub fn read_summaries(self, details: &DetailsState, most: usize) -> bool {
        let DetailsState::Ready(details) = details else {
            return true;
        };
        let all = self.ask(|index| index.read_summaries(&self.atlas.dataset, details, most));
        if all {
            self.complete.set(true);
        }
        all
    }
}
