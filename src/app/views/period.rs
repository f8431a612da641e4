//! The years of the selection: a histogram with a range.

use crate::browser::dom::{Element, el};
use crate::store::Store;

/// The years of the selection: a histogram with a range.
pub fn period(_store: Store) -> Element {
    el("section").class("period")
}
