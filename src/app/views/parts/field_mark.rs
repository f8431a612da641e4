//! The sign of a field of themes: a colour and a shape.

use clusteratlas_core::domain::theme::Field;
use leptos::prelude::*;

/// The sign of a field; the words beside it say the same.
#[component]
pub fn FieldMark(field: Field) -> impl IntoView {
    view! { <span class=format!("field-mark field-mark--{}", field.code()) aria-hidden="true"></span> }
}
