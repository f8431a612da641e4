//! A guided story beside the map.

use crate::browser::dom::{Element, el};
use crate::store::Store;

/// A guided story beside the map.
pub fn story_panel(_store: Store) -> Element {
    el("section").class("story-panel")
}
