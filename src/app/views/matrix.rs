//! Counts by two properties, and the white spots.

use crate::browser::dom::{Element, el};
use crate::store::Store;

/// Counts by two properties, and the white spots.
pub fn content(_store: Store) -> Vec<Element> {
    vec![el("section").class("matrix")]
}
