//! Sheets out of `OpenDocument`, the format of `LibreOffice`.

use std::io::Cursor;

use calamine::{Ods, OdsError, Reader};

use super::cell::{Position, Table};
use super::xlsx::of_data;

/// The sheets of a workbook that keeps the limits of `guard`.
///
/// # Errors
/// When a part is damaged.
pub fn read(bytes: &[u8]) -> Result<Vec<Table>, OdsError> {
    let mut workbook: Ods<_> = Ods::new(Cursor::new(bytes))?;
    let names = workbook.sheet_names();
    let mut tables = Vec::new();
    for name in names {
        let mut table = Table::new(&*name);
        let range = workbook.worksheet_range(&name)?;
        let (first_row, first_column) = range.start().unwrap_or_default();
        for (row, column, data) in range.used_cells() {
            if let Some(cell) = of_data(data)
                && let (Ok(row), Ok(column)) = (u32::try_from(row), u32::try_from(column))
            {
                table.set(first_row + row, first_column + column, cell);
            }
        }
        let formulas = workbook.worksheet_formula(&name)?;
        let (first_row, first_column) = formulas.start().unwrap_or_default();
        for (row, column, formula) in formulas.used_cells() {
            if !formula.is_empty()
                && let (Ok(row), Ok(column)) = (u32::try_from(row), u32::try_from(column))
            {
                table.formulas.insert(Position {
                    row: first_row + row,
                    column: first_column + column,
                });
            }
        }
        tables.push(table);
    }
    Ok(tables)
}
