//! Published key figures, and charts of the selection.

use crate::browser::dom::{Element, el};
use crate::store::Store;

/// Published key figures, and charts of the selection.
pub fn figures(_store: Store) -> Element {
    el("section").class("figures")
}
