//! Two selections side by side.

use crate::browser::dom::{Element, el};
use crate::store::Store;

/// Two selections side by side.
pub fn comparison(_store: Store) -> Element {
    el("section").class("comparison")
}
