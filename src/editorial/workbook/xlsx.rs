//! Sheets <-> Office Open XML, the format of Excel.

use std::io::Cursor;

use calamine::{Data, Reader, Xlsx, XlsxError};
use clusteratlas_core::domain::federal_state::FederalState;
use clusteratlas_core::domain::partial_date::PartialDate;
use rust_xlsxwriter::{
    DataValidation, DataValidationErrorStyle, DocProperties, ExcelDateTime, Format, FormatAlign, Formula,
    Workbook, Worksheet, XlsxError as WriteError,
};

use crate::authored::field::{Kind, Vocabulary};
use crate::authored::list::List;

use super::cell::{Cell, Position, Table};
use super::layout::{Column, Holds, ORDER, Rows};

/// Rows below the data in which editors are offered choices.
const ROOM_ROWS: u32 = 2000;

/// Width of columns in characters, by what they hold.
const WIDTHS: [f64; 3] = [12.0, 28.0, 60.0];

/// The sheets of a workbook that keeps the limits of `guard`.
///
/// # Errors
/// When a part is damaged.
pub fn read(bytes: &[u8]) -> Result<Vec<Table>, XlsxError> {
    let mut workbook: Book<'_> = Xlsx::new(Cursor::new(bytes))?;
    let names = workbook.sheet_names();
    let mut tables = Vec::new();
    for name in names {
        let mut table = Table::new(&*name);
        read_values(&mut workbook, &mut table)?;
        read_formulas(&mut workbook, &mut table)?;
        for area in workbook.merge_cells_by_sheet_name(&name)? {
            let at = |(row, column)| Position { row, column };
            table.merged.push([at(area.start), at(area.end)]);
        }
        tables.push(table);
    }
    Ok(tables)
}

type Book<'b> = Xlsx<Cursor<&'b [u8]>>;

fn read_values(workbook: &mut Book<'_>, table: &mut Table) -> Result<(), XlsxError> {
    let mut cells = workbook.worksheet_cells_reader(&table.name)?;
    while let Some(cell) = cells.next_cell()? {
        let (row, column) = cell.get_position();
        table.reach(row);
        if let Some(cell) = of_data(&Data::from(cell.get_value().clone())) {
            table.set(row, column, cell);
        }
    }
    Ok(())
}

fn read_formulas(workbook: &mut Book<'_>, table: &mut Table) -> Result<(), XlsxError> {
    let mut cells = workbook.worksheet_cells_reader(&table.name)?;
    while let Some(cell) = cells.next_formula()? {
        let (row, column) = cell.get_position();
        if !cell.get_value().is_empty() {
            table.formulas.insert(Position { row, column });
        }
    }
    Ok(())
}

/// What calamine read, as a cell; none where nothing is.
pub(super) fn of_data(data: &Data) -> Option<Cell> {
    Some(match data {
        Data::Empty => return None,
        Data::String(text) | Data::DurationIso(text) => Cell::Text(text.clone()),
        Data::Float(number) => Cell::Number(*number),
        // Spreadsheets have numbers of that precision alone.
        #[expect(clippy::cast_precision_loss, reason = "spreadsheets have no other numbers")]
        Data::Int(number) => Cell::Number(*number as f64),
        Data::Bool(value) => Cell::Text(if *value { "true" } else { "false" }.to_owned()),
        Data::DateTime(moment) => {
            let (year, month, day, ..) = moment.to_ymd_hms_milli();
            Cell::Day(format!("{year:04}-{month:02}-{day:02}"))
        }
        Data::DateTimeIso(text) => Cell::Day(text.split('T').next().unwrap_or_default().to_owned()),
        Data::Error(error) => Cell::Failure(error.to_string()),
    })
}

/// A workbook of these sheets, with frozen headings and choices for words of closed lists.
///
/// # Errors
/// When a text is longer than a cell may be, which is 32 767 characters.
pub fn write(tables: &[Table]) -> Result<Vec<u8>, WriteError> {
    write_in(&mut Workbook::new(), tables)
}

/// The same, made on a day as far as the workbook knows, so that the same sheets give the same bytes.
///
/// # Errors
/// When a text is longer than a cell may be, or the year is before 1900.
pub fn write_dated(tables: &[Table], date: PartialDate) -> Result<Vec<u8>, WriteError> {
    let day = ExcelDateTime::from_ymd(date.year(), date.month().unwrap_or(1), date.day().unwrap_or(1))?;
    let mut workbook = Workbook::new();
    workbook.set_properties(&DocProperties::new().set_creation_datetime(&day));
    write_in(&mut workbook, tables)
}

fn write_in(workbook: &mut Workbook, tables: &[Table]) -> Result<Vec<u8>, WriteError> {
    let heading = Format::new()
        .set_bold()
        .set_text_wrap()
        .set_align(FormatAlign::Top);
    let text = Format::new().set_num_format("@").set_align(FormatAlign::Top);
    for table in tables {
        let sheet = workbook.add_worksheet();
        sheet.set_name(&table.name)?;
        sheet.set_freeze_panes(1, 1)?;
        if let Some(Ok(rows)) = super::heading::rows_of(&table.name) {
            for (column, number) in rows.sheet().columns.iter().zip(0_u16..) {
                prepare(sheet, column, number, &text, tables)?;
            }
        }
        for (row, cells) in &table.rows {
            for (column, cell) in cells {
                let Ok(column) = u16::try_from(*column) else {
                    continue;
                };
                match cell {
                    _ if *row == 0 => sheet.write_with_format(*row, column, cell.words(), &heading)?,
                    Cell::Number(number) => sheet.write(*row, column, *number)?,
                    // As a string, whatever it begins with: nothing is computed.
                    _ => sheet.write_string_with_format(*row, column, cell.words(), &text)?,
                };
            }
        }
    }
    workbook.save_to_buffer()
}

/// Width, format and choices of a column.
fn prepare(
    sheet: &mut Worksheet,
    column: &Column,
    number: u16,
    text: &Format,
    tables: &[Table],
) -> Result<(), WriteError> {
    let [narrow, middle, wide] = WIDTHS;
    let Holds::Field(field) = column.holds else {
        sheet.set_column_width(number, middle)?;
        sheet.set_column_format(number, text)?;
        return Ok(());
    };
    let width = match field.kind {
        Kind::Number | Kind::Date | Kind::Country | Kind::State | Kind::Word(_) => narrow,
        Kind::Text if field.name.starts_with("summary") || field.name.starts_with("title") => wide,
        _ => middle,
    };
    sheet.set_column_width(number, width)?;
    if field.kind != Kind::Number {
        sheet.set_column_format(number, text)?;
    }
    let choice = match field.kind {
        Kind::Word(vocabulary) => words(vocabulary)?,
        Kind::State => {
            DataValidation::new().allow_list_strings(&FederalState::ALL.map(FederalState::code))?
        }
        Kind::Reference(list) => references(list, tables),
        _ => return Ok(()),
    };
    let choice = choice.set_error_style(DataValidationErrorStyle::Warning);
    sheet.add_data_validation(1, number, ROOM_ROWS, number, &choice)?;
    Ok(())
}

fn words(vocabulary: Vocabulary) -> Result<DataValidation, WriteError> {
    DataValidation::new().allow_list_strings(&vocabulary.words())
}

/// The ids in the first column of the sheet of a list.
fn references(list: List, tables: &[Table]) -> DataValidation {
    let position = ORDER.iter().position(|rows| *rows == Rows::Records(list));
    let name = position
        .and_then(|position| tables.get(position))
        .map(|table| &*table.name);
    let formula = format!("='{}'!$A$2:$A${}", name.unwrap_or_default(), ROOM_ROWS + 1);
    DataValidation::new().allow_list_formula(Formula::new(formula))
}
