//! What the page is told, in the words of the protocol.

use clusteratlas_core::domain::localized::Language;
use clusteratlas_core::workbench::{self as page, Both, Outcome};
use clusteratlas_editorial::authored::Authored;
use clusteratlas_editorial::authored::list::List;
use clusteratlas_editorial::authored::record::Record;
use clusteratlas_editorial::authored::title::Title;
use clusteratlas_editorial::diagnostic::Severity;
use clusteratlas_editorial::differences::{Change, Difference};
use clusteratlas_editorial::said::Said;
use clusteratlas_editorial::work_list::Task;
use clusteratlas_editorial::workbook::cell::letters;
use clusteratlas_editorial::workbook::layout::{self, Rows};
use clusteratlas_editorial::workbook::note::Note;
use serde_json::Value;

use crate::reading::Reading;

/// German, then English.
pub(crate) fn both([de, en]: [String; 2]) -> Both {
    Both { de, en }
}

pub(crate) fn said(said: &Said) -> Both {
    both([said.de.to_string(), said.en.to_string()])
}

fn title(title: Title) -> Both {
    both([title.de.to_owned(), title.en.to_owned()])
}

/// The language with that code; English where there is none.
pub(crate) fn language(code: &str) -> Language {
    [Language::German, Language::English]
        .into_iter()
        .find(|language| language.code() == code)
        .unwrap_or(Language::English)
}

/// It does not know yet what is published.
pub(crate) fn not_open() -> Both {
    both([
        "Die Werkbank ist noch nicht bereit".to_owned(),
        "The workbench is not ready yet".to_owned(),
    ])
}

/// All that came of reading.
pub(crate) fn outcome(reading: &Reading, tasks: &[Task]) -> Outcome {
    let published = Authored::of(&reading.published);
    let records = [&reading.accepted, &published];
    let differences = reading.differences.iter();
    Outcome {
        records: reading.import.rows,
        accepted: reading.import.accepted,
        reported: reading.import.reported,
        notes: reading.import.notes.iter().map(note).collect(),
        differences: differences.map(|one| difference(one, records)).collect(),
        ..self::tasks(tasks)
    }
}

/// What could be improved, and nothing else.
pub(crate) fn tasks(tasks: &[Task]) -> Outcome {
    Outcome {
        tasks: tasks.iter().map(task).collect(),
        ..Outcome::default()
    }
}

fn note(note: &Note) -> page::Note {
    let column = note.column.as_ref();
    page::Note {
        severity: match note.severity {
            Severity::Error => page::Severity::Error,
            Severity::Warning => page::Severity::Warning,
            Severity::Hint => page::Severity::Hint,
        },
        sheet: note.sheet.clone(),
        row: note.row,
        column: column.map(|(number, _)| letters(*number)),
        heading: column
            .map(|(_, heading)| heading.clone())
            .filter(|heading| !heading.is_empty()),
        record: note.record.clone(),
        value: note.value.clone(),
        message: said(&note.message),
        hint: said(&note.hint),
        suggestion: note.suggestion.clone(),
    }
}

/// A difference; its record is looked for in what was read and then in what is published.
fn difference(one: &Difference, records: [&Authored; 2]) -> page::Difference {
    let record = records
        .into_iter()
        .find_map(|authored| authored.find(one.list, &one.id));
    page::Difference {
        sheet: title(Rows::Records(one.list).title()),
        id: one.id.clone(),
        name: record.and_then(name),
        change: match &one.change {
            Change::Added => page::Change::Added,
            Change::Removed => page::Change::Removed,
            Change::Changed(fields) => page::Change::Changed(
                fields
                    .iter()
                    .map(|field| page::FieldChange {
                        heading: heading(one.list, &field.field),
                        old: shown(&field.old),
                        new: shown(&field.new),
                    })
                    .collect(),
            ),
        },
    }
}

fn name(record: &Record) -> Option<Both> {
    record.names().map(|names| both(names.map(str::to_owned)))
}

/// What the column of a field is called, or the sheet that holds its parts.
pub(crate) fn heading(list: List, name: &str) -> Both {
    layout::heading_of(list, name).map_or_else(|| both([name.to_owned(), name.to_owned()]), title)
}

/// A value as a cell shows it; parts of a record as lines.
pub(crate) fn shown(value: &Value) -> String {
    match value {
        Value::Null => String::new(),
        Value::String(text) => text.clone(),
        Value::Array(values) => {
            let between = if values.iter().any(Value::is_object) {
                "\n"
            } else {
                "; "
            };
            values.iter().map(shown).collect::<Vec<_>>().join(between)
        }
        Value::Object(fields) => {
            let stated = fields.values().filter(|value| !value.is_null());
            stated.map(shown).collect::<Vec<_>>().join(", ")
        }
        Value::Bool(_) | Value::Number(_) => value.to_string(),
    }
}

fn task(task: &Task) -> page::Task {
    page::Task {
        reason: said(&task.reason.said()),
        sheet: title(Rows::Records(task.list).title()),
        id: task.id.clone(),
        about: task.about.clone(),
    }
}
