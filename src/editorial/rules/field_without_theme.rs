//! One of the six fields of themes has no theme.
//!
//! # What
//! No theme states a field that the application groups themes by, so that its name is not known.
//!
//! # Why
//! Legend and filters show all six fields; without one the application cannot start.
//!
//! # Example
//! `themes.jsonl` without any theme of the field `society`.
//!
//! # Instead
//! At least one theme with `"field": "society"`.

use clusteratlas_core::domain::theme::Field;

use crate::authored::list::List;

use super::{Finding, Subject};

super::rule!("CA025", "field-without-theme", Error, "field_without_theme.rs");

fn check(subject: &Subject<'_>) -> Vec<Finding> {
    let themes = subject.authored.records(List::Themes);
    let has_theme = |field: &Field| {
        themes
            .iter()
            .any(|theme| theme.text("field") == Some(field.code()))
    };
    let without = Field::ALL.into_iter().filter(|field| !has_theme(field));
    let finding = |field: Field| {
        let (file, line) = (List::Themes.file(), themes.len().max(1));
        let message = [
            "kein Thema gehört zu diesem Themenfeld",
            "no theme belongs to this field",
        ];
        let hint = ["Fügen Sie eines hinzu", "Add a theme of it"];
        Finding::at(file, line, message, hint)
            .in_field("field")
            .with_value(field.code())
    };
    without.map(finding).collect()
}
