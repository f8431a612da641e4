//! What is to be said about a workbook: where, what is wrong, what to write instead.

use crate::diagnostic::Severity;
use crate::said::Said;

/// A remark on a workbook.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Note {
    /// How much it weighs.
    pub severity: Severity,
    /// Name of the sheet.
    pub sheet: String,
    /// Row as spreadsheets number it, from 1; none for the sheet as a whole.
    pub row: Option<u32>,
    /// Column from 0 and its heading.
    pub column: Option<(u32, String)>,
    /// Id of the record.
    pub record: Option<String>,
    /// What is written there.
    pub value: Option<String>,
    /// What is wrong with it.
    pub message: Said,
    /// What to do.
    pub hint: Said,
    /// What could stand there instead.
    pub suggestion: Option<String>,
}

impl Note {
    /// A remark on a sheet.
    pub fn on(severity: Severity, sheet: &str, message: impl Into<Said>, hint: impl Into<Said>) -> Self {
        Self {
            severity,
            sheet: sheet.to_owned(),
            row: None,
            column: None,
            record: None,
            value: None,
            message: message.into(),
            hint: hint.into(),
            suggestion: None,
        }
    }

    /// The same on a row, which is counted from 0.
    #[must_use]
    pub fn at_row(mut self, row: u32) -> Self {
        self.row = Some(row + 1);
        self
    }

    /// The same on a column, which is counted from 0.
    #[must_use]
    pub fn in_column(mut self, column: u32, heading: &str) -> Self {
        self.column = Some((column, heading.to_owned()));
        self
    }

    /// The same with what is written there.
    #[must_use]
    pub fn with_value(mut self, value: impl Into<String>) -> Self {
        self.value = Some(value.into());
        self
    }
}
