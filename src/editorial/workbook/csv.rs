//! Sheets <-> comma-separated values: a file for each sheet, named after it.

use std::borrow::Cow;

use encoding_rs::WINDOWS_1252;
use thiserror::Error;

use super::cell::{Cell, Table};
use super::guard::{GuardError, Limits};

/// How a file was written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Dialect {
    /// Between the cells of a row: a comma, a semicolon or a tabulator.
    pub separator: u8,
    /// Whether it is UTF-8; otherwise it was read as Windows-1252.
    pub is_utf8: bool,
    /// Whether it begins with a mark of UTF-8.
    pub has_mark: bool,
}

/// Why a file is not read.
#[derive(Debug, Error)]
pub enum CsvError {
    /// It is beyond the limits.
    #[error(transparent)]
    Guard(#[from] GuardError),
    /// It has a row that the reader cannot take apart; it says which.
    #[error(transparent)]
    Damaged(#[from] csv::Error),
}

/// The sheet in a file, and how it was written.
///
/// # Errors
/// When it is beyond the limits, or has a row that the reader cannot take apart.
pub fn read(name: &str, bytes: &[u8], limits: &Limits) -> Result<(Table, Dialect), CsvError> {
    if bytes.len() as u64 > limits.bytes {
        return Err(GuardError::Bytes(limits.bytes).into());
    }
    let has_mark = bytes.starts_with(b"\xef\xbb\xbf");
    let bytes = if has_mark {
        bytes.get(3..).unwrap_or_default()
    } else {
        bytes
    };
    let (text, is_utf8) = match std::str::from_utf8(bytes) {
        Ok(text) => (Cow::Borrowed(text), true),
        Err(_) => (WINDOWS_1252.decode_without_bom_handling(bytes).0, false),
    };
    let separator = separator(&text);
    // The reader holds a whole row, so this is found out before.
    if longest_cell(text.as_bytes(), separator) > limits.cell_bytes {
        return Err(GuardError::Cell(limits.cell_bytes, name.to_owned()).into());
    }
    let mut reader = csv::ReaderBuilder::new()
        .delimiter(separator)
        .has_headers(false)
        .flexible(true)
        .from_reader(text.as_bytes());
    let mut table = Table::new(name);
    table.is_untyped = true;
    let mut cells = 0;
    for (record, row) in reader.records().zip(0_u32..) {
        if u64::from(row) >= limits.rows {
            return Err(GuardError::Rows(limits.rows, name.to_owned()).into());
        }
        for (cell, column) in record?.iter().zip(0_u32..) {
            if u64::from(column) >= limits.columns {
                return Err(GuardError::Columns(limits.columns, name.to_owned()).into());
            }
            if cell.len() as u64 > limits.cell_bytes {
                return Err(GuardError::Cell(limits.cell_bytes, name.to_owned()).into());
            }
            cells += 1;
            if cells > limits.cells {
                return Err(GuardError::Cells(limits.cells).into());
            }
            table.set(row, column, Cell::Text(armed(cell).to_owned()));
        }
    }
    let dialect = Dialect {
        separator,
        is_utf8,
        has_mark,
    };
    Ok((table, dialect))
}

/// Bytes of the longest cell, with its quotation marks.
fn longest_cell(text: &[u8], separator: u8) -> u64 {
    let (mut longest, mut length) = (0, 0);
    let mut is_quoted = false;
    for byte in text {
        match *byte {
            b'"' => is_quoted = !is_quoted,
            b'\n' | b'\r' if !is_quoted => length = 0,
            byte if byte == separator && !is_quoted => length = 0,
            _ => length += 1,
        }
        longest = longest.max(length);
    }
    longest
}

/// What stands most often outside quotation marks in the first line.
fn separator(text: &str) -> u8 {
    let mut counts = [(b';', 0), (b',', 0), (b'\t', 0)];
    let mut is_quoted = false;
    for byte in text.bytes() {
        match byte {
            b'"' => is_quoted = !is_quoted,
            b'\n' if !is_quoted => break,
            _ if !is_quoted => {
                if let Some((_, count)) = counts.iter_mut().find(|(separator, _)| *separator == byte) {
                    *count += 1;
                }
            }
            _ => {}
        }
    }
    // Of equals the last wins, so the usual one in German stands last.
    counts.reverse();
    counts
        .iter()
        .max_by_key(|(_, count)| *count)
        .map_or(b';', |(separator, _)| *separator)
}

/// The file of a sheet: parted by semicolons, UTF-8 with its mark, so that Excel opens it by double click.
///
/// # Errors
/// When the writer fails, which it does not for a file in memory.
pub fn write(table: &Table) -> Result<Vec<u8>, csv::Error> {
    let mut writer = csv::WriterBuilder::new()
        .delimiter(b';')
        .flexible(true)
        .terminator(csv::Terminator::CRLF)
        .from_writer(b"\xef\xbb\xbf".to_vec());
    let last = table.rows.keys().next_back().copied().unwrap_or_default();
    let width = table
        .rows
        .values()
        .filter_map(|cells| cells.keys().next_back())
        .max()
        .copied()
        .unwrap_or_default();
    for row in 0..=last {
        let cells = (0..=width).map(|column| match table.get(row, column) {
            Some(Cell::Text(text)) => defused(text),
            Some(cell) => cell.words(),
            None => String::new(),
        });
        writer.write_record(cells)?;
    }
    writer
        .into_inner()
        .map_err(|error| csv::Error::from(error.into_error()))
}

/// A text that no spreadsheet computes: one that would be a formula begins with an apostrophe.
fn defused(text: &str) -> String {
    let mark = if is_formula(text) { "'" } else { "" };
    format!("{mark}{text}")
}

/// The text without that apostrophe.
fn armed(text: &str) -> &str {
    text.strip_prefix('\'')
        .filter(|rest| is_formula(rest))
        .unwrap_or(text)
}

/// Whether it begins like a formula, or like one that has been defused.
fn is_formula(text: &str) -> bool {
    let begins = ['=', '+', '-', '@', '\t', '\r', '\n'];
    text.trim_start_matches('\'').starts_with(begins)
}
