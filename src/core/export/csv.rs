//! Tables as CSV (RFC 4180), as the spreadsheets of each language open it.

use crate::domain::localized::Language;

/// Marks the text as UTF-8 for spreadsheets that would guess otherwise.
const BYTE_ORDER_MARK: char = '\u{feff}';

/// A table as CSV: with semicolons where the comma parts decimals, as in German, else with commas.
///
/// ```
/// use clusteratlas_core::{domain::localized::Language, export::csv::csv};
///
/// let rows = [["Land", "Zahl"].map(str::to_owned).to_vec()];
/// assert_eq!(csv(&rows, Language::German), "\u{feff}Land;Zahl\r\n");
/// ```
pub fn csv(rows: &[Vec<String>], language: Language) -> String {
    let separator = match language {
        Language::German => ';',
        Language::English => ',',
    };
    let mut text = String::from(BYTE_ORDER_MARK);
    for row in rows {
        for (position, cell) in row.iter().enumerate() {
            if position > 0 {
                text.push(separator);
            }
            push_cell(&mut text, cell);
        }
        text.push_str("\r\n");
    }
    text
}

fn push_cell(text: &mut String, cell: &str) {
    // Spreadsheets would run what begins like a formula.
    let guarded = cell.starts_with(['=', '+', '-', '@', '\t', '\r']);
    if !guarded && !cell.contains(['"', ';', ',', '\n', '\r']) {
        text.push_str(cell);
        return;
    }
    text.push('"');
    if guarded {
        text.push('\'');
    }
    text.push_str(&cell.replace('"', "\"\""));
    text.push('"');
}
