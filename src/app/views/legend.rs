//! What marks, lines and colours of the map mean.

use clusteratlas_core::domain::theme::Field;
use leptos::prelude::*;

use crate::store::Store;

use super::parts::field_mark::FieldMark;

/// The legend under the map.
#[component]
pub fn Legend() -> impl IntoView {
    let store = expect_context::<Store>();
    let sign = move |kind: &'static str, words: fn(&Store) -> &'static str| {
        view! {
            <li class="legend__item">
                <span class=format!("legend__sign legend__sign--{kind}") aria-hidden="true"></span>
                {move || words(&store)}
            </li>
        }
    };
    let field = move |field: Field| {
        view! {
            <li class="legend__item">
                <FieldMark field />
                {move || store.atlas().dataset.field_name(field).get(store.language()).to_string()}
            </li>
        }
    };
    view! {
        <section class="legend" aria-labelledby="legend-heading">
            <h2 class="visually-hidden" id="legend-heading">{move || store.texts().legend}</h2>
            <ul class="legend__list">
                {Field::ALL.into_iter().map(field).collect_view()}
                {sign("home", |store| store.texts().legend_home)}
                {sign("abroad", |store| store.texts().legend_abroad)}
                {sign("vague", |store| store.texts().legend_vague)}
                {sign("width", |store| store.texts().legend_width)}
            </ul>
            <p class="legend__note">{move || store.texts().legend_number}</p>
        </section>
    }
}
