//! Summary and sources of a record, which arrive after the first map.

use clusteratlas_core::dataset::details::DetailsOf;
use clusteratlas_core::domain::source::Source;
use clusteratlas_core::locale::format::date;
use leptos::prelude::*;

use crate::store::{DetailsState, Store};

use super::facts::web_link;

/// The summary of a record, once it is there.
pub(super) fn summary(store: Store, of: DetailsOf<'_>) -> impl IntoView + use<> {
    let DetailsState::Ready(details) = store.details.get() else {
        return None;
    };
    let summary = details.summary(of, store.language())?.to_owned();
    Some(view! { <p class="detail-panel__summary">{summary}</p> })
}

/// The sources of a record, or words that they are still to come.
pub(super) fn sources(store: Store, of: DetailsOf<'_>) -> impl IntoView + use<> {
    let texts = store.texts();
    let list = match store.details.get() {
        DetailsState::Loading => {
            view! { <p class="detail-panel__note">{texts.sources_loading}</p> }.into_any()
        }
        DetailsState::Failed(cause) => view! {
            <p class="detail-panel__note" role="status">{texts.sources_failed} " (" {cause} ")"</p>
            <button type="button" on:click=move |_| store.ask_for_details()>{texts.try_again}</button>
        }
        .into_any(),
        DetailsState::Ready(details) => {
            let items = details
                .sources(of)
                .map(|source| item(store, source))
                .collect_view();
            view! { <ol class="detail-panel__sources">{items}</ol> }.into_any()
        }
    };
    view! { <h3 class="detail-panel__subheading">{texts.sources}</h3> {list} }
}

fn item(store: Store, source: &Source) -> impl IntoView + use<> {
    let title = source.title.to_string();
    let title = match &source.url {
        Some(url) => web_link(store, url, title).into_any(),
        None => view! { <span>{title}" (" {store.texts().given_document} ")"</span> }.into_any(),
    };
    let published = source
        .published
        .map(|published| date(published, store.language()));
    let origin: Vec<String> = source
        .publisher
        .as_deref()
        .map(str::to_owned)
        .into_iter()
        .chain(published)
        .collect();
    let origin = (!origin.is_empty()).then(|| {
        view! { <span class="detail-panel__publisher">{origin.join(", ")}</span> }
    });
    view! { <li>{title} {origin}</li> }
}
