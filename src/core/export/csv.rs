//! Tables as comma-separated values (RFC 4180), safe to open in a spreadsheet.

use crate::domain::localized::Language;
use crate::workbench::Cell;

use super::number;

/// Who is to read it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Dialect {
    /// Excel where decimals have a comma, as in German: parted by semicolons and marked as UTF-8.
    Excel,
    /// Any program: parted by commas, without a mark.
    Plain,
}

impl Dialect {
    /// The one that spreadsheets of a language open by themselves.
    pub const fn of(language: Language) -> Self {
        match language {
            Language::German => Self::Excel,
            Language::English => Self::Plain,
        }
    }

    const fn separator(self) -> char {
        match self {
            Self::Excel => ';',
            Self::Plain => ',',
        }
    }
}

/// Digits of a number after its decimal sign at most.
const DIGITS: u32 = 2;

/// Rows as a file; each ends with a line break.
///
/// ```
/// use clusteratlas_core::export::csv::{Dialect, csv};
/// use clusteratlas_core::workbench::Cell;
///
/// let row = || vec![Cell::text("Dresden; Jena"), Cell::Number(0.5), Cell::text("=1+1")];
/// let plain = csv(&mut std::iter::once(row()), Dialect::Plain);
/// assert_eq!(plain, "Dresden; Jena,0.5,'=1+1\r\n");
/// let excel = csv(&mut std::iter::once(row()), Dialect::Excel);
/// assert_eq!(excel, "\u{feff}\"Dresden; Jena\";0,5;'=1+1\r\n");
/// ```
pub fn csv(rows: &mut dyn Iterator<Item = Vec<Cell>>, dialect: Dialect) -> String {
    let mut text = String::new();
    if dialect == Dialect::Excel {
        // Without it Excel takes the file for one of an older encoding.
        text.push('\u{feff}');
    }
    for row in rows {
        for (position, cell) in row.iter().enumerate() {
            if position > 0 {
                text.push(dialect.separator());
            }
            match cell {
                Cell::Empty => {}
                Cell::Text(words) => push_text(&mut text, words, dialect),
                Cell::Number(value) => {
                    let digits = number(*value, DIGITS);
                    match dialect {
                        Dialect::Excel => text.push_str(&digits.replace('.', ",")),
                        Dialect::Plain => text.push_str(&digits),
                    }
                }
            }
        }
        text.push_str("\r\n");
    }
    text
}

/// Rows of texts as a file; each ends with a line break.
pub fn csv_of_texts(rows: &[Vec<String>], dialect: Dialect) -> String {
    let cells = |row: &Vec<String>| row.iter().map(Cell::text).collect();
    csv(&mut rows.iter().map(cells), dialect)
}

/// Adds a text that a spreadsheet takes for a text.
fn push_text(text: &mut String, words: &str, dialect: Dialect) {
    let quoted = words.contains(['"', '\r', '\n', dialect.separator()]);
    if quoted {
        text.push('"');
    }
    // What begins like a formula would be computed.
    if words.starts_with(['=', '+', '-', '@', '\t', '\r', '\n']) {
        text.push('\'');
    }
    if quoted {
        text.push_str(&words.replace('"', "\"\""));
        text.push('"');
    } else {
        text.push_str(words);
    }
}
