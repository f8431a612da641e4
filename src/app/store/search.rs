//! The search engine of a dataset: it arrives after the first map, and reads the dataset when it is first asked.

use clusteratlas_core::dataset::Dataset;
use clusteratlas_core::dataset::details::Details;
use clusteratlas_core::query::bitmap::Bitmap;
use clusteratlas_core::search::{Index, Suggestion};
use leptos::prelude::*;

use super::{Arrival, Atlas, DetailsState};

/// What the engine can do. Whoever loads its code hands this over.
pub struct Engine {
    /// Reads a dataset.
    pub build: fn(&Dataset) -> Index,
    /// The cooperations that a text asks for.
    pub cooperations: fn(&Index, &str) -> Option<Bitmap>,
    /// The records that a text may mean.
    pub suggest: fn(&Index, &str, usize) -> Vec<Suggestion>,
    /// Reads further summaries; whether all are read.
    pub read_summaries: fn(&mut Index, &Dataset, &Details, usize) -> bool,
}

/// The search in a dataset: a handle.
#[derive(Clone, Copy)]
pub struct Search {
    atlas: &'static Atlas,
    engine: RwSignal<Option<&'static Engine>>,
    index: StoredValue<Option<Index>>,
    /// Whether anything has been asked.
    used: RwSignal<bool>,
    /// Whether summaries are searched too.
    complete: RwSignal<bool>,
}

impl Search {
    /// The search in a dataset, without an engine.
    pub(super) fn new(atlas: &'static Atlas) -> Self {
        Self {
            atlas,
            engine: RwSignal::new(None),
            index: StoredValue::new(None),
            used: RwSignal::new(false),
            complete: RwSignal::new(false),
        }
    }

    /// Hands over the engine.
    pub fn equip(self, engine: &'static Engine) {
        self.engine.set(Some(engine));
    }

    /// Answers a question; none without an engine.
    fn ask<T>(self, question: impl FnOnce(&Engine, &mut Index) -> T) -> Option<T> {
        let engine = self.engine.get_untracked()?;
        if !self.used.get_untracked() {
            self.used.set(true);
        }
        let mut index = self.index.write_value();
        let index = index.get_or_insert_with(|| (engine.build)(&self.atlas.dataset));
        Some(question(engine, index))
    }

    /// Reads the dataset, so that the first answer need not wait for it.
    pub fn prepare(self) {
        self.ask(|_, _| ());
    }

    /// The cooperations that a text asks for; none for a text without a word, which asks for nothing, and without an
    /// engine. Tracks whether there is one and whether summaries are searched.
    pub fn cooperations(self, text: &str) -> Option<Bitmap> {
        if text.is_empty() {
            return None;
        }
        self.engine.track();
        self.complete.track();
        self.ask(|engine, index| (engine.cooperations)(index, text))?
    }

    /// At most `most` records that a reader who types a text may mean, the best first.
    pub fn suggest(self, text: &str, most: usize) -> Vec<Suggestion> {
        self.ask(|engine, index| (engine.suggest)(index, text, most))
            .unwrap_or_default()
    }

    /// Whether summaries have arrived that are to be read; tracked.
    pub fn waits_for_summaries(self, details: &DetailsState) -> bool {
        self.used.get() && !self.complete.get() && matches!(details, Arrival::Ready(_))
    }

    /// Reads the next `most` summaries; whether all are read.
    pub fn read_summaries(self, details: &DetailsState, most: usize) -> bool {
        let Arrival::Ready(details) = details else {
            return true;
        };
        let all =
            self.ask(|engine, index| (engine.read_summaries)(index, &self.atlas.dataset, details, most));
        let all = all.unwrap_or(true);
        if all {
            self.complete.set(true);
        }
        all
    }
}
