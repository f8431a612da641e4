//! What stands in a cell, and how spreadsheets name it.

use std::collections::{BTreeMap, BTreeSet};

use clusteratlas_core::workbench;

/// What stands in a cell.
#[derive(Clone, Debug, PartialEq)]
pub enum Cell {
    /// Words as written.
    Text(String),
    /// A number.
    Number(f64),
    /// A day, as `2016-04-13`.
    Day(String),
    /// What the spreadsheet could not compute, such as `#REF!`.
    Failure(String),
}

/// Where a cell stands: row and column from 0.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Position {
    /// Row from 0.
    pub row: u32,
    /// Column from 0.
    pub column: u32,
}

/// A sheet: its cells by row and column. Empty ones are left out.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Table {
    /// Name of the sheet.
    pub name: String,
    /// Rows from 0, and in each its cells by column.
    pub rows: BTreeMap<u32, BTreeMap<u32, Cell>>,
    /// The last row that its file has, even if that holds nothing.
    pub last_row: u32,
    /// Cells whose value is computed.
    pub formulas: BTreeSet<Position>,
    /// Whether its format knows texts alone, so that numbers are written as texts.
    pub is_untyped: bool,
    /// Cells that lie over others: the first and the last of each.
    pub merged: Vec<[Position; 2]>,
}

impl Table {
    /// An empty sheet.
    pub fn new(name: impl Into<String>) -> Self {
        Self {
            name: name.into(),
            ..Self::default()
        }
    }

    /// Writes into a cell; an empty text leaves it empty.
    pub fn set(&mut self, row: u32, column: u32, cell: Cell) {
        self.reach(row);
        if cell != Cell::Text(String::new()) {
            self.rows.entry(row).or_default().insert(column, cell);
        }
    }

    /// Has a row that may hold nothing.
    pub fn reach(&mut self, row: u32) {
        self.last_row = self.last_row.max(row);
    }

    /// What stands in a cell.
    pub fn get(&self, row: u32, column: u32) -> Option<&Cell> {
        self.rows.get(&row)?.get(&column)
    }
}

impl From<workbench::Sheet> for Table {
    fn from(sheet: workbench::Sheet) -> Self {
        let mut table = Self::new(sheet.name);
        for (cells, row) in sheet.rows.into_iter().zip(0..) {
            for (cell, column) in cells.into_iter().zip(0..) {
                match cell {
                    workbench::Cell::Empty => {}
                    workbench::Cell::Number(number) => table.set(row, column, Cell::Number(number)),
                    workbench::Cell::Text(text) => table.set(row, column, Cell::Text(text)),
                }
            }
        }
        table
    }
}

impl Cell {
    /// What a reader sees.
    pub fn words(&self) -> String {
        match self {
            Self::Text(words) | Self::Day(words) | Self::Failure(words) => words.clone(),
            Self::Number(number) => number.to_string(),
        }
    }
}

/// The letters by which spreadsheets name a column.
///
/// ```
/// use clusteratlas_editorial::workbook::cell::letters;
///
/// assert_eq!([0, 25, 26, 701, 702].map(letters), ["A", "Z", "AA", "ZZ", "AAA"]);
/// ```
pub fn letters(column: u32) -> String {
    let mut rest = column + 1;
    let mut letters = Vec::new();
    while rest > 0 {
        let digit = u8::try_from((rest - 1) % 26).unwrap_or_default();
        letters.push(char::from(b'A' + digit));
        rest = (rest - 1) / 26;
    }
    letters.iter().rev().collect()
}
