//! A button that opens a record and looks like a link.

use clusteratlas_core::query::selection::Record;
use leptos::prelude::*;

use crate::store::Store;

/// A button with the name of a record that opens it in the detail panel.
#[component]
pub fn RecordLink(record: Record, #[prop(into)] name: String) -> impl IntoView {
    let store = expect_context::<Store>();
    view! {
        <button
            type="button"
            class="record-link"
            aria-current=move || (store.record.get() == Some(record)).then_some("true")
            on:click=move |_| store.select(record)
        >
            {name}
        </button>
    }
}
