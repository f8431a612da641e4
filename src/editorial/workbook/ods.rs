//! Sheets out of `OpenDocument`, the format of `LibreOffice`.

use std::collections::BTreeMap;
use std::io::{BufRead, BufReader, Cursor};

use calamine::{Ods, OdsError, Reader};
use quick_xml::events::Event;
use zip::ZipArchive;

use super::cell::{Position, Table};
use super::guard::{attribute, repeats};
use super::xlsx::of_data;

/// The part that holds all sheets.
const CONTENT: &str = "content.xml";

/// The sheets of a workbook that keeps the limits of `guard`.
///
/// # Errors
/// When a part is damaged.
pub fn read(bytes: &[u8]) -> Result<Vec<Table>, OdsError> {
    let mut workbook: Ods<_> = Ods::new(Cursor::new(bytes))?;
    let names = workbook.sheet_names();
    let mut merged = merged(bytes);
    let mut tables = Vec::new();
    for name in names {
        let mut table = Table::new(&*name);
        table.merged = merged.remove(&name).unwrap_or_default();
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

/// The merged cells of each sheet, which calamine does not tell: the first and the last of each.
fn merged(bytes: &[u8]) -> BTreeMap<String, Vec<[Position; 2]>> {
    match ZipArchive::new(Cursor::new(bytes)) {
        Ok(mut archive) => match archive.by_name(CONTENT) {
            Ok(content) => merged_in(BufReader::new(content)),
            Err(_) => BTreeMap::new(),
        },
        Err(_) => BTreeMap::new(),
    }
}

fn merged_in(content: impl BufRead) -> BTreeMap<String, Vec<[Position; 2]>> {
    let mut xml = quick_xml::Reader::from_reader(content);
    let mut buffer = Vec::new();
    let mut found: BTreeMap<String, Vec<[Position; 2]>> = BTreeMap::new();
    let mut sheet = String::new();
    let (mut row, mut next_row, mut column) = (0_u32, 0_u32, 0_u32);
    loop {
        buffer.clear();
        // What is damaged has been named by the reader of the cells.
        let (Event::Start(element) | Event::Empty(element)) = (match xml.read_event_into(&mut buffer) {
            Ok(Event::Eof) | Err(_) => return found,
            Ok(event) => event,
        }) else {
            continue;
        };
        let number = |name| u32::try_from(repeats(&element, name)).unwrap_or(u32::MAX);
        match element.local_name().as_ref() {
            "table" => {
                sheet = attribute(&element, "name").unwrap_or_default();
                (row, next_row) = (0, 0);
            }
            "table-row" => {
                row = next_row;
                next_row = row.saturating_add(number("number-rows-repeated"));
                column = 0;
            }
            "table-cell" | "covered-table-cell" => {
                let spanned = [number("number-rows-spanned"), number("number-columns-spanned")];
                if spanned != [1, 1] {
                    let [rows, columns] = spanned;
                    let first = Position { row, column };
                    let last = Position {
                        row: row.saturating_add(rows - 1),
                        column: column.saturating_add(columns - 1),
                    };
                    found.entry(sheet.clone()).or_default().push([first, last]);
                }
                column = column.saturating_add(number("number-columns-repeated"));
            }
            _ => {}
        }
    }
}
