//! What is to be said of what was found in a workbook: by rules, in sheets, rows and cells.

use serde_json::Value;

use crate::authored::list::List;
use crate::authored::title::Title;
use crate::diagnostic::{Diagnostic, Severity};

use super::cell::{Cell, Table};
use super::import::{Origin, Row};
use super::layout::{ORDER, Rows, child};
use super::note::Note;
use super::value::Oddity;

/// The remark of a rule, at the cell that it is about.
pub(super) fn of_rule(diagnostic: &Diagnostic, row: &Row) -> Note {
    let path = diagnostic.field.as_deref().unwrap_or_default();
    let part = row.parts.iter().find(|(part, _)| {
        path.strip_prefix(&***part)
            .is_some_and(|rest| rest.starts_with('.') || rest.is_empty())
    });
    let (origin, field) = match part {
        Some((part, origin)) => (
            origin,
            path.get(part.len()..).unwrap_or_default().trim_start_matches('.'),
        ),
        None => (&row.origin, path),
    };
    let name = field.split(['[', ',', '.']).next().unwrap_or_default();
    let column = origin.columns.get(name).cloned();
    let mut message = diagnostic.message.clone();
    // What has no column stands on a sheet of its own, such as partners.
    let sheet = row
        .list
        .fields()
        .iter()
        .find(|field| field.name == name)
        .and_then(child);
    if let Some(sheet) = sheet.filter(|_| column.is_none()) {
        let Title { de, en } = sheet.title();
        message = [format!("{de}: {}", message.de), format!("{en}: {}", message.en)].into();
    }
    Note {
        severity: diagnostic.severity,
        sheet: origin.sheet.clone(),
        row: Some(origin.row + 1),
        column,
        record: diagnostic.record.clone(),
        value: diagnostic.value.clone(),
        message,
        hint: diagnostic.hint.clone(),
        suggestion: diagnostic.suggestion.clone(),
    }
}

/// The same on a record that had no error before others were left out.
pub(super) fn follows(note: Note) -> Note {
    Note {
        message: [
            "hängt von einem Datensatz ab, der wegen eines Fehlers fehlt",
            "depends on a record that is missing because of an error",
        ]
        .into(),
        hint: [
            "Beheben Sie zuerst dessen Fehler",
            "Mend the error of that record first",
        ]
        .into(),
        suggestion: None,
        ..note
    }
}

/// The remark of a rule on what is in no sheet.
pub(super) fn elsewhere(diagnostic: &Diagnostic) -> Note {
    let mut note = Note::on(
        diagnostic.severity,
        &diagnostic.file,
        diagnostic.message.clone(),
        diagnostic.hint.clone(),
    );
    note.row = u32::try_from(diagnostic.line).ok();
    note.record.clone_from(&diagnostic.record);
    note.value.clone_from(&diagnostic.value);
    note.suggestion.clone_from(&diagnostic.suggestion);
    note
}

pub(super) fn is_story(file: &str) -> bool {
    file.split('/').next() == Some(List::Stories.file())
}

/// The remark on a story with errors, which is left out: mostly it speaks of records that are missing.
pub(super) fn story(found: &[&Diagnostic]) -> Option<Note> {
    let (first, others) = found.split_first()?;
    let and = |more: &str| match others.len() {
        0 => String::new(),
        number => format!(" (+ {number} {more})"),
    };
    Some(Note {
        message: [
            format!("{}{}; diese Geschichte fehlt", first.message.de, and("weitere")),
            format!("{}{}; this story is left out", first.message.en, and("more")),
        ]
        .into(),
        ..elsewhere(first)
    })
}

pub(super) fn unknown_sheet(table: &Table) -> Note {
    let names = |word: fn(&Title) -> &'static str| {
        let names: Vec<&str> = ORDER.iter().map(|rows| word(&rows.title())).collect();
        names.join(", ")
    };
    let rows = table.rows.len();
    Note::on(
        Severity::Warning,
        &table.name,
        match rows {
            1 => [
                "kein Blatt des Datensatzes; seine Zeile wird nicht gelesen",
                "not a sheet of the dataset; its row is not read",
            ]
            .map(str::to_owned),
            rows => [
                format!("kein Blatt des Datensatzes; seine {rows} Zeilen werden nicht gelesen"),
                format!("not a sheet of the dataset; its {rows} rows are not read"),
            ],
        },
        [
            format!(
                "Benennen Sie es um, wenn es eines von diesen ist: {}",
                names(|title| title.de)
            ),
            format!("Rename it if it is one of these: {}", names(|title| title.en)),
        ],
    )
}

pub(super) fn missing_sheet(rows: Rows) -> Note {
    let title = rows.title();
    Note::on(
        Severity::Error,
        title.de,
        ["das Blatt fehlt", "the sheet is missing"],
        [
            format!("Fügen Sie ein Blatt mit dem Namen „{}“ hinzu", title.de),
            format!("Add a sheet with the name “{}”", title.en),
        ],
    )
}

/// The remark on rows below the data that hold nothing or only blanks, the first of them counted from 0.
pub(super) fn blank_rows(table: &Table, first: u32) -> Note {
    let rows = table.last_row - first + 1;
    let message = match rows {
        1 => ["eine leere Zeile unter den Daten", "an empty row below the data"].map(str::to_owned),
        rows => [
            format!("{rows} leere Zeilen unter den Daten"),
            format!("{rows} empty rows below the data"),
        ],
    };
    let hint = [
        "Sie werden übergangen; löschen Sie, was dort noch steht oder gestaltet ist",
        "They are passed over; delete what still stands or is formatted there",
    ];
    Note::on(Severity::Hint, &table.name, message, hint).at_row(first)
}

pub(super) fn stray(table: &Table, row: u32, column: u32, cell: &Cell) -> Note {
    let note = Note::on(
        Severity::Warning,
        &table.name,
        [
            "ein Wert in einer Spalte ohne Überschrift",
            "a value in a column without a heading",
        ],
        [
            "Er wird nicht gelesen; verschieben Sie ihn, oder nehmen Sie ihn heraus",
            "It is not read; move it or take it out",
        ],
    );
    note.at_row(row).in_column(column, "").with_value(cell.words())
}

pub(super) fn homeless(origin: &Origin, column: Option<u32>, id: &str, several: bool) -> Note {
    let message = if several {
        [
            "die Kennung gibt es in mehreren Blättern",
            "several sheets have this id",
        ]
    } else {
        ["gehört zu keinem Datensatz", "belongs to no record"]
    };
    let note = Note::on(
        Severity::Error,
        &origin.sheet,
        message,
        [
            "Die Zeile wird nicht gelesen; nennen Sie Blatt und Kennung des Datensatzes, zu dem sie gehört",
            "The row is not read; name sheet and id of the record that it belongs to",
        ],
    );
    let note = note.at_row(origin.row).with_value(id);
    match column {
        Some(column) => note.in_column(column, "Kennung"),
        None => note,
    }
}

pub(super) fn odd(sheet: &str, oddity: Oddity, value: &Value) -> Note {
    let read = match value {
        Value::String(text) => [text.clone(), text.clone()],
        // As each language writes numbers.
        value => [value.to_string().replace('.', ","), value.to_string()],
    };
    let [de, en] = read;
    let read_as = [format!("Gelesen wird {de}"), format!("It is read as {en}")];
    let (severity, message) = match oddity {
        Oddity::NumberForText => (
            Severity::Hint,
            [
                "eine Zahl, wo ein Text steht; Nullen davor gehen verloren",
                "a number where a text belongs; zeros before it are lost",
            ],
        ),
        Oddity::TextForNumber => (
            Severity::Hint,
            [
                "eine Zahl, die als Text gespeichert ist",
                "a number that is stored as text",
            ],
        ),
        Oddity::DayForText => (
            Severity::Warning,
            ["ein Datum, wo ein Text steht", "a date where a text belongs"],
        ),
        Oddity::OtherDate => (
            Severity::Hint,
            ["ein Datum in anderer Schreibweise", "a date in another form"],
        ),
        Oddity::Failure => {
            return Note::on(
                Severity::Error,
                sheet,
                [
                    "die Tabelle konnte den Wert nicht berechnen",
                    "the spreadsheet could not compute the value",
                ],
                [
                    "Berichtigen Sie die Formel, oder schreiben Sie den Wert",
                    "Correct the formula, or write the value",
                ],
            );
        }
    };
    Note::on(severity, sheet, message, read_as)
}
