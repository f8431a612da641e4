//! Published key figures, and charts of the selection.

use crate::browser::dom::{Element, el};
use crate::store::Store;

/// Published key figures, and charts of the selection.
pub fn content(_store: Store) -> Vec<Element> {
    vec![el("section").class("figures")]
}
