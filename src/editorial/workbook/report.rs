//! What editors are told about a workbook, as text and as a sheet.

use clusteratlas_core::domain::localized::Language;

use crate::diagnostic::{Severity, escaped};

use super::cell::{Cell, Table, letters};
use super::import::Import;
use super::note::Note;

/// Characters of a value that a line shows.
const SHOWN_CHARACTERS: usize = 60;

/// The words of a report.
struct Words {
    sheet: &'static str,
    row: &'static str,
    column: &'static str,
    heading: &'static str,
    weight: &'static str,
    record: &'static str,
    value: &'static str,
    message: &'static str,
    hint: &'static str,
    suggestion: &'static str,
    name: &'static str,
    /// Error, warning, hint.
    severities: [&'static str; 3],
    instead: fn(&str) -> String,
    quoted: fn(&str) -> String,
    counts: fn(&Import) -> String,
}

const DE: Words = Words {
    sheet: "Blatt",
    row: "Zeile",
    column: "Spalte",
    heading: "Überschrift",
    weight: "Gewicht",
    record: "Datensatz",
    value: "Wert",
    message: "Was nicht stimmt",
    hint: "Was zu tun ist",
    suggestion: "Vorschlag",
    name: "Bericht",
    severities: ["Fehler", "Warnung", "Hinweis"],
    instead: |value| format!("Meinten Sie „{value}“?"),
    quoted: |text| format!("„{text}“"),
    counts: |import| {
        format!(
            "{} Datensätze gelesen: {} übernommen, {} mit Fehlern",
            import.rows, import.accepted, import.reported
        )
    },
};

const EN: Words = Words {
    sheet: "Sheet",
    row: "row",
    column: "column",
    heading: "Heading",
    weight: "Weight",
    record: "Record",
    value: "Value",
    message: "What is wrong",
    hint: "What to do",
    suggestion: "Suggestion",
    name: "Report",
    severities: ["error", "warning", "hint"],
    instead: |value| format!("Did you mean “{value}”?"),
    quoted: |text| format!("“{text}”"),
    counts: |import| {
        format!(
            "{} records read: {} accepted, {} with errors",
            import.rows, import.accepted, import.reported
        )
    },
};

const fn words(language: Language) -> &'static Words {
    match language {
        Language::German => &DE,
        Language::English => &EN,
    }
}

impl Words {
    const fn severity(&self, severity: Severity) -> &'static str {
        let [error, warning, hint] = self.severities;
        match severity {
            Severity::Error => error,
            Severity::Warning => warning,
            Severity::Hint => hint,
        }
    }
}

/// The report as text: a line for each note, errors first, and how many records were read.
pub fn text(import: &Import, language: Language) -> String {
    let lines = import.notes.iter().map(|note| line(note, language) + "\n");
    lines.collect::<String>() + &(words(language).counts)(import) + "\n"
}

/// A note as a line: where it is, what stands there, what is wrong, what to do.
pub fn line(note: &Note, language: Language) -> String {
    let words = words(language);
    let mut place = vec![note.sheet.clone()];
    place.extend(note.row.map(|row| format!("{} {row}", words.row)));
    place.extend(note.column.as_ref().map(|(column, heading)| {
        let heading = if heading.is_empty() {
            String::new()
        } else {
            format!(" ({heading})")
        };
        format!("{} {}{heading}", words.column, letters(*column))
    }));
    let place = place.join(", ");
    let value = note.value.as_deref().filter(|value| !value.is_empty());
    let value = value.map(|value| format!(" {}", (words.quoted)(&shown(value))));
    let suggestion = note.suggestion.as_deref();
    let suggestion = suggestion.map(|value| format!(" {}", (words.instead)(value)));
    format!(
        "{}: {place}:{} {}. {}.{}",
        words.severity(note.severity),
        value.unwrap_or_default(),
        note.message.get(language),
        note.hint.get(language),
        suggestion.unwrap_or_default(),
    )
}

/// The report as a sheet, a row for each note.
pub fn table(import: &Import, language: Language) -> Table {
    let words = words(language);
    let mut table = Table::new(words.name);
    let headings = [
        words.weight,
        words.sheet,
        words.row,
        words.column,
        words.heading,
        words.record,
        words.value,
        words.message,
        words.hint,
        words.suggestion,
    ];
    for (heading, column) in headings.into_iter().zip(0..) {
        table.set(0, column, Cell::Text(heading.to_owned()));
    }
    for (note, row) in import.notes.iter().zip(1..) {
        let text = |text: &str| Cell::Text(text.to_owned());
        let (column, heading) = match &note.column {
            Some((column, heading)) => (letters(*column), heading.clone()),
            None => Default::default(),
        };
        let cells = [
            text(words.severity(note.severity)),
            text(&note.sheet),
            note.row
                .map_or(Cell::Text(String::new()), |row| Cell::Number(row.into())),
            Cell::Text(column),
            Cell::Text(heading),
            text(note.record.as_deref().unwrap_or_default()),
            Cell::Text(shown(note.value.as_deref().unwrap_or_default())),
            text(note.message.get(language)),
            text(note.hint.get(language)),
            text(note.suggestion.as_deref().unwrap_or_default()),
        ];
        for (cell, column) in cells.into_iter().zip(0..) {
            table.set(row, column, cell);
        }
    }
    table
}

/// As much of a value as fits a line, invisible characters as their code points.
fn shown(value: &str) -> String {
    let shown: String = value.chars().take(SHOWN_CHARACTERS).collect();
    let rest = if shown.len() < value.len() { "…" } else { "" };
    escaped(&shown) + rest
}
