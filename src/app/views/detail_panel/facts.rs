//! Heading and facts of a record.

use clusteratlas_core::dataset::Dataset;
use clusteratlas_core::domain::localized::Language;
use clusteratlas_core::domain::theme::ThemeKey;
use clusteratlas_core::query::facet::Facet;
use leptos::prelude::*;

use crate::store::Store;
use crate::views::parts::field_mark::FieldMark;

/// The kind of a record and its name.
pub(super) fn heading(kind: &'static str, name: String) -> impl IntoView {
    view! {
        <p class="detail-panel__kind">{kind}</p>
        <h2 class="detail-panel__heading" id="detail-heading" tabindex="-1">{name}</h2>
    }
}

/// A fact: its name and what is known.
pub(super) fn fact(name: &'static str, value: impl IntoView + 'static) -> AnyView {
    view! {
        <dt class="detail-panel__name">{name}</dt>
        <dd class="detail-panel__value">{value}</dd>
    }
    .into_any()
}

/// Facts in order.
pub(super) fn facts(facts: Vec<AnyView>) -> impl IntoView {
    view! { <dl class="detail-panel__facts">{facts}</dl> }
}

/// Themes with the signs of their fields.
pub(super) fn themes(dataset: &Dataset, themes: &[ThemeKey], language: Language) -> impl IntoView + use<> {
    let item = |&key| {
        let theme = dataset.theme(key);
        view! {
            <li>
                <FieldMark field=theme.field />
                {theme.name.get(language).to_string()}
            </li>
        }
    };
    view! { <ul class="detail-panel__themes">{themes.iter().map(item).collect_view()}</ul> }
}

/// A link to a page elsewhere.
pub(super) fn web_link(store: Store, url: &str, words: String) -> impl IntoView + use<> {
    view! {
        <a href=url.to_owned() target="_blank" rel="noopener noreferrer">
            {words}
            <span class="visually-hidden">" (" {store.texts().opens_new_page} ")"</span>
        </a>
    }
}

/// A button that leaves one value in a facet; nothing while it is the only one.
pub(super) fn filter_button(store: Store, facet: Facet, value: String, name: String) -> impl IntoView {
    let own = value.clone();
    let is_only = move || {
        store
            .session
            .query
            .with(|query| matches!(query.values(facet), [only] if **only == *own))
    };
    move || {
        let (value, name) = (value.clone(), name.clone());
        (!is_only()).then(|| {
            view! {
                <button
                    type="button"
                    class="detail-panel__filter"
                    on:click=move |_| store.show_only(facet, &value)
                >
                    {move || (store.texts().filter_by)(&name)}
                </button>
            }
        })
    }
}
