//! Limits of a workbook, counted before anything is allocated for its cells.
//!
//! A workbook is a zip archive of XML. A small file can hold sheets of any size, so each part is unpacked once into
//! nothing, and its cells are counted on the way.

use std::cell::Cell;
use std::io::{self, BufRead, BufReader, Cursor, Read};

use quick_xml::Reader;
use quick_xml::events::{BytesStart, Event};
use thiserror::Error;
use zip::ZipArchive;

/// What a workbook may hold at most.
#[derive(Clone, Copy, Debug)]
pub struct Limits {
    /// Bytes of the file.
    pub bytes: u64,
    /// Parts of the archive.
    pub parts: usize,
    /// Bytes of all parts, unpacked.
    pub unpacked_bytes: u64,
    /// Rows from the first to the last that holds something.
    pub rows: u64,
    /// Columns from the first to the last that holds something.
    pub columns: u64,
    /// Cells of one sheet between the first and the last row and column that hold something: readers make room for them.
    pub area: u64,
    /// Cells, rows, merged areas and shared texts of all sheets.
    pub cells: u64,
    /// Bytes of one cell.
    pub cell_bytes: u64,
}

impl Limits {
    /// Room for a dataset a hundred times as large as any that editors keep.
    pub const EDITORS: Self = Self {
        bytes: 50_000_000,
        parts: 1_000,
        unpacked_bytes: 400_000_000,
        rows: 200_000,
        columns: 500,
        area: 5_000_000,
        cells: 3_000_000,
        cell_bytes: 1_000_000,
    };
}

/// Why a workbook is not read.
#[derive(Clone, Debug, Error, PartialEq, Eq)]
pub enum GuardError {
    /// The file is too large.
    #[error("larger than {0} bytes")]
    Bytes(u64),
    /// It is no archive, or a damaged one.
    #[error("not a workbook: {0}")]
    Damaged(String),
    /// The archive has too many parts.
    #[error("more than {0} parts")]
    Parts(usize),
    /// Unpacked, it is too large.
    #[error("unpacked larger than {0} bytes")]
    Unpacked(u64),
    /// A part has too many rows.
    #[error("more than {0} rows in {1}")]
    Rows(u64, String),
    /// A part has too many columns.
    #[error("more than {0} columns in {1}")]
    Columns(u64, String),
    /// A part reaches over too many cells.
    #[error("more than {0} cells between the first and the last in {1}")]
    Area(u64, String),
    /// There are too many cells.
    #[error("more than {0} cells")]
    Cells(u64),
    /// A cell is too large.
    #[error("a cell of more than {0} bytes in {1}")]
    Cell(u64, String),
}

/// Which format a workbook has.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Format {
    /// Office Open XML.
    Xlsx,
    /// `OpenDocument`.
    Ods,
}

/// The format of a workbook that keeps the limits.
///
/// # Errors
/// When it is no workbook, or one beyond the limits.
pub fn guard(bytes: &[u8], limits: &Limits) -> Result<Format, GuardError> {
    if bytes.len() as u64 > limits.bytes {
        return Err(GuardError::Bytes(limits.bytes));
    }
    let mut archive = ZipArchive::new(Cursor::new(bytes)).map_err(damaged)?;
    if archive.len() > limits.parts {
        return Err(GuardError::Parts(limits.parts));
    }
    let is_ods = archive.index_for_name("content.xml").is_some();
    let is_xlsx = archive.index_for_name("xl/workbook.xml").is_some();
    let format = match (is_xlsx, is_ods) {
        (true, _) => Format::Xlsx,
        (false, true) => Format::Ods,
        _ => return Err(GuardError::Damaged("no sheets in the archive".to_owned())),
    };
    let mut count = Count {
        limits,
        unpacked: 0,
        cells: 0,
    };
    for position in 0..archive.len() {
        let part = archive.by_index(position).map_err(damaged)?;
        let name = part.name().map_err(damaged)?.into_owned();
        count.part(&name, part)?;
    }
    Ok(format)
}

#[expect(clippy::needless_pass_by_value, reason = "it is passed to `map_err`")]
fn damaged<E: ToString>(error: E) -> GuardError {
    GuardError::Damaged(error.to_string())
}

struct Count<'l> {
    limits: &'l Limits,
    unpacked: u64,
    cells: u64,
}

impl Count<'_> {
    fn part(&mut self, name: &str, part: impl Read) -> Result<(), GuardError> {
        let rest = self.limits.unpacked_bytes - self.unpacked;
        let mut part = BufReader::new(part.take(rest + 1));
        // A workbook says itself which of its parts are sheets, so each may be one.
        if part
            .fill_buf()
            .map_err(damaged)?
            .first()
            .copied()
            .is_some_and(is_markup)
        {
            self.sheet(name, &mut part)?;
        }
        // What the reader of XML has left, and parts that are none.
        std::io::copy(&mut part, &mut std::io::sink()).map_err(damaged)?;
        let left = part.into_inner().limit();
        if left == 0 {
            return Err(GuardError::Unpacked(self.limits.unpacked_bytes));
        }
        self.unpacked += rest + 1 - left;
        Ok(())
    }

    fn sheet(&mut self, name: &str, part: impl BufRead) -> Result<(), GuardError> {
        let limits = self.limits;
        let left = Cell::new(limits.cell_bytes);
        let mut xml = Reader::from_reader(Piecewise {
            whole: part,
            left: &left,
        });
        let mut buffer = Vec::new();
        let mut sheet = Extent::default();
        let mut open = Open::default();
        loop {
            buffer.clear();
            left.set(limits.cell_bytes);
            let event = match xml.read_event_into(&mut buffer) {
                Ok(event) => event,
                Err(_) if left.get() == 0 => {
                    return Err(GuardError::Cell(limits.cell_bytes, name.to_owned()));
                }
                // Readers of sheets get no further either; drawings are often not well formed.
                Err(_) => return Ok(()),
            };
            let is_empty = matches!(event, Event::Empty(_));
            match event {
                Event::Eof => return Ok(()),
                Event::Start(element) | Event::Empty(element) => {
                    self.begin(&element, is_empty, &mut sheet, &mut open);
                }
                Event::End(element) => self.end(element.local_name().as_ref(), &mut sheet, &mut open),
                Event::Text(text) => open.bytes += text.len() as u64,
                Event::CData(text) => open.bytes += text.len() as u64,
                _ => {}
            }
            if open.bytes > limits.cell_bytes {
                return Err(GuardError::Cell(limits.cell_bytes, name.to_owned()));
            }
            if sheet.rows > limits.rows {
                return Err(GuardError::Rows(limits.rows, name.to_owned()));
            }
            if sheet.columns > limits.columns {
                return Err(GuardError::Columns(limits.columns, name.to_owned()));
            }
            if sheet.rows.saturating_mul(sheet.columns) > limits.area {
                return Err(GuardError::Area(limits.area, name.to_owned()));
            }
            if self.cells > limits.cells {
                return Err(GuardError::Cells(limits.cells));
            }
        }
    }

    fn begin(&mut self, element: &BytesStart<'_>, is_empty: bool, sheet: &mut Extent, open: &mut Open) {
        match element.local_name().as_ref() {
            // Office Open XML: rows and cells that name no place follow the ones before.
            "row" => {
                self.cells += 1;
                let row = attribute(element, "r").and_then(|row| row.parse().ok());
                sheet.passed = row.unwrap_or(sheet.passed.saturating_add(1));
                open.row_columns = 0;
            }
            "c" => {
                open.bytes = 0;
                self.cells += 1;
                let named = attribute(element, "r").as_deref().and_then(place);
                let (row, column) = named.unwrap_or((sheet.passed, open.row_columns.saturating_add(1)));
                open.row_columns = column;
                sheet.reach(row, column);
            }
            "si" => {
                open.bytes = 0;
                self.cells += 1;
            }
            "mergeCell" => self.cells += 1,
            "table" => *sheet = Extent::default(),
            "table-row" => {
                self.cells += 1;
                open.row_repeats = repeats(element, "number-rows-repeated");
                open.row_columns = 0;
                open.row_cells = 0;
                open.row_width = 0;
            }
            "table-cell" | "covered-table-cell" => {
                open.bytes = 0;
                let columns = repeats(element, "number-columns-repeated");
                open.row_columns = open.row_columns.saturating_add(columns);
                let has_value = attribute(element, "value-type").is_some();
                // A cell that is empty and closed at once holds nothing.
                if has_value || !is_empty {
                    open.row_cells = open.row_cells.saturating_add(columns);
                    open.row_width = open.row_columns;
                }
            }
            _ => {}
        }
    }

    fn end(&mut self, element: &str, sheet: &mut Extent, open: &mut Open) {
        if element == "table-row" {
            sheet.passed = sheet.passed.saturating_add(open.row_repeats);
            if open.row_cells > 0 {
                sheet.rows = sheet.passed;
                sheet.columns = sheet.columns.max(open.row_width);
                self.cells = self
                    .cells
                    .saturating_add(open.row_cells.saturating_mul(open.row_repeats));
            }
        }
    }
}

/// A part of which every piece is read up to a limit, for a reader of XML holds each whole.
struct Piecewise<'l, B> {
    whole: B,
    /// Bytes that may still be read of the present piece.
    left: &'l Cell<u64>,
}

impl<B: BufRead> Read for Piecewise<'_, B> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let length = self.fill_buf()?.read(buffer)?;
        self.consume(length);
        Ok(length)
    }
}

impl<B: BufRead> BufRead for Piecewise<'_, B> {
    fn fill_buf(&mut self) -> io::Result<&[u8]> {
        match self.left.get() {
            0 => Err(io::Error::other("a piece beyond the limits")),
            _ => self.whole.fill_buf(),
        }
    }

    fn consume(&mut self, length: usize) {
        self.left.set(self.left.get().saturating_sub(length as u64));
        self.whole.consume(length);
    }
}

/// How far a sheet reaches.
#[derive(Default)]
struct Extent {
    /// Rows up to the last that holds something.
    rows: u64,
    columns: u64,
    /// Rows that have been passed, empty ones too.
    passed: u64,
}

impl Extent {
    fn reach(&mut self, row: u64, column: u64) {
        self.rows = self.rows.max(row);
        self.columns = self.columns.max(column);
    }
}

/// The row and cell that are being read.
#[derive(Default)]
struct Open {
    bytes: u64,
    row_repeats: u64,
    row_columns: u64,
    row_width: u64,
    row_cells: u64,
}

/// Whether a part that begins like this may be XML: with an element, a mark of its encoding, or a blank.
fn is_markup(first: u8) -> bool {
    matches!(first, b'<' | 0xef | b' ' | b'\t' | b'\r' | b'\n')
}

pub(super) fn attribute(element: &BytesStart<'_>, name: &str) -> Option<String> {
    let attributes = element.attributes().filter_map(Result::ok);
    let mut own = attributes.filter(|attribute| attribute.key.local_name().as_ref() == name);
    own.next().map(|attribute| attribute.value.clone().into_owned())
}

pub(super) fn repeats(element: &BytesStart<'_>, name: &str) -> u64 {
    let number = attribute(element, name).and_then(|number| number.parse().ok());
    number.unwrap_or(1).max(1)
}

/// Row and column of a cell such as `B7`, from 1.
fn place(name: &str) -> Option<(u64, u64)> {
    let digits = name.find(|c: char| c.is_ascii_digit())?;
    let (letters, row) = name.split_at_checked(digits)?;
    let column = letters.bytes().try_fold(0_u64, |column, letter| {
        let digit = u64::from(letter.to_ascii_uppercase().checked_sub(b'A' - 1)?);
        column.checked_mul(26)?.checked_add(digit)
    });
    Some((row.parse().ok()?, column?))
}
