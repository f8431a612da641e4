//! What is said where the dataset cannot be shown.

use clusteratlas_core::dataset::problem::ReadError;
use clusteratlas_core::locale::texts::Texts;
use leptos::prelude::*;

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
#[component]
pub fn FailureNotice(session: Session, failure: Failure) -> impl IntoView {
    let texts = move || session.texts();
    view! {
        <div class="failure-notice" role="alert">
            <h2>{move || texts().failure_heading}</h2>
            <p>{move || failure.reason(texts())}</p>
            <p>{move || texts().failure_advice}</p>
            <p><a href=move || texts().table_address>{move || texts().table_link}</a></p>
        </div>
    }
}
