//! What is said where the dataset cannot be shown.

use clusteratlas_core::dataset::problem::ReadError;
use clusteratlas_core::locale::texts::Texts;

use crate::browser::document::site;
use crate::browser::dom::{Element, el};
use crate::browser::error::BrowserError;
use crate::store::Session;

/// Why there is no dataset.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Failure {
    /// The file did not arrive.
    Loading(BrowserError),
    /// The file arrived and is no dataset that can be shown.
    Reading(ReadError),
}

impl Failure {
    /// The reason in words.
    fn reason(&self, texts: &Texts) -> String {
        match self {
            Self::Loading(error) => (texts.failure_loading)(&error.cause),
            Self::Reading(ReadError::Damaged { line, column, .. }) => (texts.failure_damaged)(*line, *column),
            Self::Reading(ReadError::Version { found, supported }) => {
                (texts.failure_version)(*found, *supported)
            }
            Self::Reading(ReadError::Essential(what)) => (texts.failure_essential)(what),
        }
    }
}

/// The notice: what is wrong and what still works.
pub fn failure_notice(session: Session, failure: Failure) -> Element {
    let language = session.language;
    let table = site().map(|site| {
        let address = move || Some(format!("{site}{}", session.texts().table_address));
        el("p").child(
            el("a")
                .live_attr("href", address)
                .words(language, |texts| texts.table_link),
        )
    });
    el("div")
        .class("failure-notice")
        .attr("role", "alert")
        .child(el("h2").words(language, |texts| texts.failure_heading))
        .child(el("p").live_text(move || failure.reason(session.texts())))
        .child(el("p").words(language, |texts| texts.failure_advice))
        .children(table.into_iter().collect())
}
