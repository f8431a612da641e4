//! Reference numbers of funding: those of the federal government lead to its public list.

use clusteratlas_core::domain::funding_reference::{Part, catalogue_address, parts};

use crate::browser::dom::{Element, span};
use crate::store::Store;

use super::source::web_link;

/// The references of a cooperation as its source states them.
pub fn funding_reference(store: Store, class: &str, text: &str) -> Element {
    let part = |part: &Part<'_>| match *part {
        Part::Federal(reference) => web_link(store, &catalogue_address(reference), reference),
        Part::Other(words) => span("").text(words),
    };
    span(class).children(parts(text).iter().map(part).collect())
}
