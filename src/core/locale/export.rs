//! Files for saving: their headings, and what the page says about them, in both languages.

/// Files for saving.
#[derive(Clone, Copy, Debug)]
pub struct ExportTexts {
    /// Button.
    pub download: &'static str,
    /// What is saved.
    pub note: fn(cooperations: &str) -> String,
    /// Said while summaries and sources are not there.
    pub without_details: &'static str,
    /// Button: for Excel.
    pub excel: &'static str,
    /// Button: for other programs.
    pub plain: &'static str,
    /// Where the browser does not save.
    pub failed: &'static str,
    /// Headings, from id to coordinator.
    pub columns: [&'static str; 16],
    /// Headings of summary and sources.
    pub detail_columns: [&'static str; 2],
    /// Heading of the last column.
    pub edition_column: &'static str,
    /// What stands there.
    pub edition: fn(version: &str, date: &str) -> String,
    /// How an amount is meant that is stated without a qualifier.
    pub exactly: &'static str,
}

pub(super) const DE: ExportTexts = ExportTexts {
    download: "Herunterladen",
    note: |cooperations| format!("{cooperations} in dieser Reihenfolge, mit allen Angaben"),
    without_details: "Zusammenfassungen und Quellen sind noch nicht geladen und fehlen darin.",
    excel: "CSV für Excel (Semikolon)",
    plain: "CSV (Komma)",
    failed: "Der Browser hat die Datei nicht gespeichert.",
    columns: [
        "ID",
        "Titel",
        "Cluster",
        "Partnerorte",
        "Partnerländer",
        "Partnerorganisationen",
        "Themen",
        "Art der Kooperation",
        "Förderprogramm",
        "Beginn",
        "Ende",
        "Status",
        "Förderkennzeichen",
        "Fördersumme in Euro",
        "Angabe zur Fördersumme",
        "Koordination",
    ],
    detail_columns: ["Zusammenfassung", "Quellen"],
    edition_column: "Datenstand",
    edition: |version, date| format!("{date}, Version {version}"),
    exactly: "genau",
};

pub(super) const EN: ExportTexts = ExportTexts {
    download: "Download",
    note: |cooperations| format!("{cooperations} in this order, with everything that is known"),
    without_details: "Summaries and sources have not been loaded yet and are missing in it.",
    excel: "CSV for Excel (semicolons)",
    plain: "CSV (commas)",
    failed: "The browser has not saved the file.",
    columns: [
        "ID",
        "Title",
        "Clusters",
        "Partner places",
        "Partner countries",
        "Partner organisations",
        "Themes",
        "Kind of cooperation",
        "Funding programme",
        "Start",
        "End",
        "Status",
        "Funding reference",
        "Funding in euro",
        "Funding is stated as",
        "Coordinator",
    ],
    detail_columns: ["Summary", "Sources"],
    edition_column: "Edition of the data",
    edition: |version, date| format!("{date}, version {version}"),
    exactly: "exactly",
};
