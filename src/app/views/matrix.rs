//! NOTE to branch table: this view is being built by somebody else; see 00-NOTE in the worktree root.
//! Counts by two properties, and the white spots.

use crate::browser::dom::{Element, el};
use crate::store::Store;

/// Counts by two properties, and the white spots.
pub fn matrix(_store: Store) -> Element {
    el("section").class("matrix")
}
