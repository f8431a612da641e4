//! The sign of a field of themes: a colour and a shape.

use clusteratlas_core::dataset::Dataset;
use clusteratlas_core::domain::localized::Language;
use clusteratlas_core::domain::theme::{Field, ThemeKey};

use crate::browser::dom::{Element, el, list, sign};

/// The sign of a field; the words beside it say the same.
pub fn field_mark(field: Field) -> Element {
    let code = field.code();
    sign(&format!("field-mark field-mark--{code} field--{code}"))
}

/// Themes with the signs of their fields.
pub fn themes(dataset: &Dataset, themes: &[ThemeKey], class: &str, language: Language) -> Element {
    let item = |&key| {
        let theme = dataset.theme(key);
        el("li")
            .child(field_mark(theme.field))
            .text(theme.name.get(language))
    };
    list(class, themes.iter().map(item))
}
