//! Files that editors drop -> sheets.

use thiserror::Error;

use crate::diagnostic::Severity;
use crate::said::Said;

use super::cell::Table;
use super::guard::{Format, GuardError, Limits, guard};
use super::note::Note;
use super::{csv, ods, xlsx};

/// A file and its name.
#[derive(Clone, Debug)]
pub struct File {
    /// Its name, of which the ending says the format.
    pub name: String,
    /// What is in it.
    pub bytes: Vec<u8>,
}

/// Why a file is not read.
#[derive(Clone, Debug, Error, PartialEq, Eq)]
pub enum ReadError {
    /// Its format is none of those that are read.
    #[error("{0}: not a workbook (.xlsx, .ods) and not a table (.csv)")]
    Format(String),
    /// It is beyond the limits, or no archive.
    #[error("{0}: {1}")]
    Guard(String, GuardError),
    /// A part of it is damaged.
    #[error("{0}: damaged; save it anew in the program that it comes from (the reader says: {1})")]
    Damaged(String, String),
}

impl ReadError {
    /// The same in both languages.
    pub fn said(&self) -> Said {
        let german = match self {
            Self::Format(name) => {
                format!("{name}: keine Arbeitsmappe (.xlsx, .ods) und keine Tabelle (.csv)")
            }
            Self::Guard(name, error) => format!("{name}: {}", guard_in_german(error)),
            Self::Damaged(name, cause) => format!(
                "{name}: beschädigt; speichern Sie sie neu in dem Programm, aus dem sie kommt (der Leser sagt: {cause})"
            ),
        };
        Said::from([german, self.to_string()])
    }
}

fn guard_in_german(error: &GuardError) -> String {
    match error {
        GuardError::Bytes(most) => format!("größer als {most} Byte"),
        GuardError::Damaged(cause) => format!("keine lesbare Arbeitsmappe (der Leser sagt: {cause})"),
        GuardError::Parts(most) => format!("mehr als {most} Teile"),
        GuardError::Unpacked(most) => format!("entpackt größer als {most} Byte"),
        GuardError::Rows(most, part) => format!("mehr als {most} Zeilen in {part}"),
        GuardError::Columns(most, part) => format!("mehr als {most} Spalten in {part}"),
        GuardError::Area(most, part) => {
            format!("mehr als {most} Zellen zwischen der ersten und der letzten in {part}")
        }
        GuardError::Cells(most) => format!("mehr als {most} Zellen"),
        GuardError::Cell(most, part) => format!("eine Zelle mit mehr als {most} Byte in {part}"),
    }
}

/// The sheets in files: of one workbook, or of a table each; what their formats lack or have guessed is noted.
///
/// # Errors
/// When a file has another format, is damaged or is beyond the limits.
pub fn tables(files: &[File], limits: &Limits) -> Result<(Vec<Table>, Vec<Note>), ReadError> {
    let mut tables = Vec::new();
    let mut notes = Vec::new();
    for file in files {
        let damaged = |cause: String| ReadError::Damaged(file.name.clone(), cause);
        let (stem, ending) = file.name.rsplit_once('.').unwrap_or((&file.name, ""));
        if ending.eq_ignore_ascii_case("csv") {
            let (table, dialect) = csv::read(stem, &file.bytes, limits).map_err(|error| match error {
                csv::CsvError::Guard(error) => ReadError::Guard(file.name.clone(), error),
                csv::CsvError::Damaged(error) => damaged(error.to_string()),
            })?;
            notes.push(written(&table, dialect));
            tables.push(table);
            continue;
        }
        if !file.bytes.starts_with(b"PK") {
            return Err(ReadError::Format(file.name.clone()));
        }
        let format =
            guard(&file.bytes, limits).map_err(|error| ReadError::Guard(file.name.clone(), error))?;
        tables.extend(match format {
            Format::Xlsx => xlsx::read(&file.bytes).map_err(|error| damaged(error.to_string()))?,
            Format::Ods => ods::read(&file.bytes).map_err(|error| damaged(error.to_string()))?,
        });
    }
    Ok((tables, notes))
}

/// Says how a file of values was read.
fn written(table: &Table, dialect: csv::Dialect) -> Note {
    let (de, en) = match dialect.separator {
        b',' => ("Komma", "commas"),
        b'\t' => ("Tabulator", "tabulators"),
        _ => ("Semikolon", "semicolons"),
    };
    let encoding = match (dialect.is_utf8, dialect.has_mark) {
        (true, true) => ["UTF-8 mit Kennzeichen", "UTF-8 with its mark"],
        (true, false) => ["UTF-8", "UTF-8"],
        (false, _) => ["Windows-1252", "Windows-1252"],
    };
    Note::on(
        Severity::Hint,
        &table.name,
        [
            format!("gelesen als {}, Trennzeichen {de}", encoding[0]),
            format!("read as {}, parted by {en}", encoding[1]),
        ],
        [
            "Prüfen Sie ein Wort mit Umlaut, ob es richtig erscheint",
            "Look at a word with an umlaut whether it appears as it should",
        ],
    )
}
