//! Levels of detail that were shown lately, so that zooming to and fro builds none anew.

use std::sync::Arc;

use clusteratlas_core::query::index::Index;
use clusteratlas_core::scene::ground::Ground;
use clusteratlas_core::scene::level::Level;

/// So many levels are kept: those of two zoom levels. Of a dataset of 100 000 cooperations each takes up to
/// two megabytes.
const KEPT: usize = 8;

/// The levels of a dataset that were asked for last, the latest last.
#[derive(Default)]
pub(super) struct Levels(Vec<Arc<Level>>);

impl Levels {
    /// The level at a zoom level.
    pub(super) fn at(&mut self, ground: &Ground, index: &Index, zoom_level: f64) -> Arc<Level> {
        let known = self
            .0
            .iter()
            .position(|level| level.zoom_level.to_bits() == zoom_level.to_bits());
        let level = match known {
            Some(position) => self.0.remove(position),
            None => Arc::new(Level::build(ground, index, zoom_level)),
        };
        if self.0.len() == KEPT {
            self.0.remove(0);
        }
        self.0.push(level.clone());
        level
    }
}
