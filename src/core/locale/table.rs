//! The table: its orders, its pages and what can be saved of it, in both languages.

use crate::domain::localized::Language;

use super::format::count;

/// The table.
#[derive(Clone, Copy, Debug)]
pub struct TableTexts {
    /// Label of the choice of an order.
    pub sort_by: &'static str,
    /// What the list can be sorted by, column by column.
    pub columns: [&'static str; 6],
    /// An order by names.
    pub by: fn(column: &str) -> String,
    /// Directions of names: ascending, descending.
    pub alphabet: [&'static str; 2],
    /// Directions of dates: ascending, descending.
    pub dates: [&'static str; 2],
    /// Caption of the first rows: how many of how many, and their order.
    pub some: fn(shown: usize, of: usize, order: &str) -> String,
    /// In place of the table, where it would have no row.
    pub none: &'static str,
    /// Which rows of how many a page holds.
    pub page: fn(first: usize, last: usize, of: usize) -> String,
    /// Caption of such a page.
    pub page_caption: fn(page: &str, order: &str) -> String,
    /// Name of the buttons between pages.
    pub pages: &'static str,
    /// Name of the same buttons below the table.
    pub pages_below: &'static str,
    /// Button.
    pub previous: &'static str,
    /// Button.
    pub next: &'static str,
    /// Button that opens the view with all rows.
    pub show_all: fn(of: usize) -> String,
}

pub(super) const DE: TableTexts = TableTexts {
    sort_by: "Sortieren nach",
    columns: ["Titel", "Cluster", "Partnerort", "Thema", "Programm", "Beginn"],
    by: |column| format!("nach {column}"),
    alphabet: ["A–Z", "Z–A"],
    dates: ["älteste zuerst", "neueste zuerst"],
    some: |shown, of, order| match (shown < of, of) {
        (true, _) => format!("{} von {} Kooperationen, {order}", german(shown), german(of)),
        (false, 1) => format!("1 Kooperation, {order}"),
        (false, _) => format!("{} Kooperationen, {order}", german(of)),
    },
    none: "Keine Kooperation in dieser Auswahl.",
    page: |first, last, of| format!("Zeile {}–{} von {}", german(first), german(last), german(of)),
    page_caption: |page, order| format!("{page} Kooperationen, {order}"),
    pages: "Seiten der Liste",
    pages_below: "Seiten der Liste, unter der Tabelle",
    previous: "Vorige Seite",
    next: "Nächste Seite",
    show_all: |of| format!("Alle {} in der Liste zeigen", german(of)),
};

pub(super) const EN: TableTexts = TableTexts {
    sort_by: "Sort by",
    columns: [
        "title",
        "cluster",
        "partner place",
        "theme",
        "programme",
        "beginning",
    ],
    by: |column| format!("by {column}"),
    alphabet: ["A–Z", "Z–A"],
    dates: ["oldest first", "latest first"],
    some: |shown, of, order| match (shown < of, of) {
        (true, _) => format!("{} of {} cooperations, {order}", english(shown), english(of)),
        (false, 1) => format!("1 cooperation, {order}"),
        (false, _) => format!("{} cooperations, {order}", english(of)),
    },
    none: "No cooperation in this selection.",
    page: |first, last, of| format!("Rows {}–{} of {}", english(first), english(last), english(of)),
    page_caption: |page, order| format!("{page} cooperations, {order}"),
    pages: "Pages of the list",
    pages_below: "Pages of the list, below the table",
    previous: "Previous page",
    next: "Next page",
    show_all: |of| format!("Show all {} in the list", english(of)),
};

fn german(n: usize) -> String {
    count(n, Language::German)
}

fn english(n: usize) -> String {
    count(n, Language::English)
}
