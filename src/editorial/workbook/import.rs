//! Sheets -> records, with where each came from and what was wrong on the way.
//!
//! Nothing is left out without a word: every row that holds something becomes a record, or a part of one, or is named
//! in a note.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::{Map, Value};

use crate::authored::field::{Field, Kind};
use crate::authored::list::List;
use crate::authored::{Authored, Files, write};
use crate::diagnostic::{Diagnostic, Severity};
use crate::gazetteer::Gazetteer;
use crate::rules::{self, Subject};

use super::cell::{Cell, Table};
use super::form;
use super::heading::{Headed, head, rows_of};
use super::layout::{Holds, ORDER, Rows, child, is_left_out_when_empty, is_null_when_empty};
use super::note::Note;
use super::remark;
use super::value::{Oddity, value};

/// Where a record or a part of one stands.
#[derive(Clone, Debug)]
pub(super) struct Origin {
    pub(super) sheet: String,
    /// Row from 0.
    pub(super) row: u32,
    /// The columns of its fields, and their headings.
    pub(super) columns: BTreeMap<&'static str, (u32, String)>,
    /// Whether a cell of it has no value that could be read.
    has_failed: bool,
}

/// A record and where it and its parts stand.
#[derive(Debug)]
pub(super) struct Row {
    pub(super) list: List,
    fields: Map<String, Value>,
    pub(super) origin: Origin,
    /// The parts in lists of objects by their paths, such as `partners[1]`.
    pub(super) parts: BTreeMap<String, Origin>,
}

impl Row {
    fn has_failed(&self) -> bool {
        let mut all = self.parts.values().chain([&self.origin]);
        all.any(|origin| origin.has_failed)
    }
}

/// What came out of a workbook.
#[derive(Debug)]
pub struct Import {
    /// The files of the records without errors.
    pub files: Files,
    /// What is to be said, errors first, then by sheet, row and column.
    pub notes: Vec<Note>,
    /// Rows that hold a record.
    pub rows: usize,
    /// Records without errors.
    pub accepted: usize,
    /// Records that are left out because of an error that a note names.
    pub reported: usize,
}

/// Reads the records of a workbook and checks them.
///
/// `others` are files that no workbook holds, such as stories; they are checked with the records and passed on.
pub fn import(tables: &[Table], others: &Files, gazetteer: &Gazetteer) -> Import {
    let mut reader = Reader::default();
    reader.read(tables);
    reader.check(others, gazetteer)
}

/// The files of all records of a workbook, whatever is wrong in them.
pub fn unchecked(tables: &[Table]) -> Files {
    let mut reader = Reader::default();
    reader.read(tables);
    reader.files(|_, _| true)
}

#[derive(Default)]
struct Reader {
    records: BTreeMap<List, Vec<Row>>,
    notes: Vec<Note>,
    /// Rows of records that could not even be read.
    unread: usize,
}

impl Reader {
    fn read(&mut self, tables: &[Table]) {
        let mut headed = Vec::new();
        for table in tables.iter().filter(|table| !table.rows.is_empty()) {
            match rows_of(&table.name) {
                Some(Ok(rows)) => match head(table, rows, &mut self.notes) {
                    Some(head) => headed.push((table, head)),
                    None => self.unread += table.rows.len(),
                },
                Some(Err(())) => {}
                None => self.notes.push(remark::unknown_sheet(table)),
            }
        }
        for rows in ORDER {
            if !headed.iter().any(|(_, head)| head.sheet.rows == rows) {
                self.notes.push(remark::missing_sheet(rows));
            }
        }
        // Parts need the records that they belong to.
        for (table, head) in &headed {
            self.notes.extend(form::notes(table, head));
            let last = table.rows.iter().rev().find(|(_, cells)| !is_blank(cells));
            let last = last.map_or(head.row, |(row, _)| *row);
            if table.last_row > last {
                self.notes.push(remark::blank_rows(table, last + 1));
            }
            if let Rows::Records(list) = head.sheet.rows {
                self.read_records(table, head, list);
            }
        }
        for (table, head) in &headed {
            if !matches!(head.sheet.rows, Rows::Records(_)) {
                self.read_parts(table, head);
            }
        }
        self.fill_gaps();
    }

    fn read_records(&mut self, table: &Table, head: &Headed, list: List) {
        for (&row, cells) in table.rows.range(head.row + 1..) {
            if is_blank(cells) {
                continue;
            }
            let (fields, origin) = self.fields(table, head, row, cells);
            self.records.entry(list).or_default().push(Row {
                list,
                fields,
                origin,
                parts: BTreeMap::new(),
            });
        }
    }

    fn fields(
        &mut self,
        table: &Table,
        head: &Headed,
        row: u32,
        cells: &BTreeMap<u32, Cell>,
    ) -> (Map<String, Value>, Origin) {
        let mut fields = Map::new();
        let mut columns = BTreeMap::new();
        let mut has_failed = false;
        for (&number, cell) in cells {
            let Some((column, heading)) = head.columns.get(&number) else {
                if !is_blank_cell(cell) && !is_headed(table, head.row, number) {
                    self.notes.push(remark::stray(table, row, number, cell));
                }
                continue;
            };
            let Holds::Field(field) = column.holds else {
                continue;
            };
            columns.insert(field.name, (number, heading.clone()));
            if is_blank_cell(cell) {
                continue;
            }
            let (value, oddity) = value(&field, cell);
            // Where there are only texts, a number as text is nothing odd.
            let oddity = oddity.filter(|odd| !(table.is_untyped && *odd == Oddity::TextForNumber));
            if let Some(oddity) = oddity {
                has_failed |= oddity == Oddity::Failure;
                let note = remark::odd(&table.name, oddity, &value);
                self.notes.push(
                    note.at_row(row)
                        .in_column(number, heading)
                        .with_value(cell.words()),
                );
            }
            fields.insert(field.name.to_owned(), value);
        }
        // A problem of an empty cell is shown where it would stand.
        for (number, (column, heading)) in &head.columns {
            if let Holds::Field(field) = column.holds {
                columns.entry(field.name).or_insert((*number, heading.clone()));
            }
        }
        let origin = Origin {
            sheet: table.name.clone(),
            row,
            columns,
            has_failed,
        };
        (fields, origin)
    }

    fn read_parts(&mut self, table: &Table, head: &Headed) {
        let column_of = |holds: Holds| {
            let found = head.columns.iter().find(|(_, (column, _))| column.holds == holds);
            found.map(|(number, _)| *number)
        };
        let (sheet_column, record_column) = (column_of(Holds::Sheet), column_of(Holds::Record));
        let positions = self.positions();
        for (&row, cells) in table.rows.range(head.row + 1..) {
            if is_blank(cells) {
                continue;
            }
            let words = |column: Option<u32>| {
                let cell = column.and_then(|column| cells.get(&column));
                cell.map(|cell| cell.words().trim().to_owned())
                    .unwrap_or_default()
            };
            let (sheet, id) = (words(sheet_column), words(record_column));
            let (fields, origin) = self.fields(table, head, row, cells);
            let of_sheet = match rows_of(&sheet) {
                Some(Ok(Rows::Records(list))) => Some(list),
                _ => None,
            };
            let lists = ORDER.into_iter().filter_map(|rows| match rows {
                Rows::Records(list) if sheet.is_empty() || of_sheet == Some(list) => Some(list),
                _ => None,
            });
            let homes: Vec<(List, &'static Field, usize)> = lists
                .filter_map(|list| {
                    let field = list
                        .fields()
                        .iter()
                        .find(|field| child(field) == Some(head.sheet.rows))?;
                    let position = positions.get(&(list, folded_id(&id)))?;
                    Some((list, field, *position))
                })
                .collect();
            let placed = match homes.as_slice() {
                [(list, field, position)] => self.place(*list, field, *position, fields, &origin),
                _ => false,
            };
            if !placed {
                let several = homes.len() > 1;
                self.notes
                    .push(remark::homeless(&origin, record_column, &id, several));
            }
        }
    }

    /// Adds a part to its record; false where there is room for one and one is there.
    fn place(
        &mut self,
        list: List,
        field: &Field,
        position: usize,
        part: Map<String, Value>,
        origin: &Origin,
    ) -> bool {
        let Some(record) = self
            .records
            .get_mut(&list)
            .and_then(|rows| rows.get_mut(position))
        else {
            return false;
        };
        let part = Value::Object(part);
        let path = match record.fields.get_mut(field.name) {
            Some(Value::Array(parts)) => {
                parts.push(part);
                format!("{}[{}]", field.name, parts.len() - 1)
            }
            Some(_) => return false,
            None if matches!(field.kind, Kind::Many(_)) => {
                record.fields.insert(field.name.to_owned(), vec![part].into());
                format!("{}[0]", field.name)
            }
            None => {
                record.fields.insert(field.name.to_owned(), part);
                field.name.to_owned()
            }
        };
        record.parts.insert(path, origin.clone());
        true
    }

    /// Where the first record with each id stands in its list.
    fn positions(&self) -> BTreeMap<(List, String), usize> {
        let mut positions = BTreeMap::new();
        for (list, rows) in &self.records {
            for (position, row) in rows.iter().enumerate() {
                let id = row.fields.get("id").and_then(Value::as_str).unwrap_or_default();
                positions.entry((*list, folded_id(id))).or_insert(position);
            }
        }
        positions
    }

    /// Fields without a cell get what stands for nothing.
    fn fill_gaps(&mut self) {
        for (list, rows) in &mut self.records {
            for row in rows {
                fill(&mut row.fields, list.fields());
            }
        }
    }

    /// The files of the records that are kept, by list and position.
    fn files(&self, is_kept: impl Fn(List, usize) -> bool) -> Files {
        let mut files = Files::new();
        for rows in ORDER {
            if let Rows::Records(list) = rows {
                let rows = self.records.get(&list).into_iter().flatten().enumerate();
                let kept = rows.filter(|(at, _)| is_kept(list, *at));
                let text = write::text(list, kept.map(|(_, row)| &row.fields));
                files.insert(list.file().to_owned(), text);
            }
        }
        files
    }

    fn check(mut self, others: &Files, gazetteer: &Gazetteer) -> Import {
        let rows: usize = self.records.values().map(Vec::len).sum();
        let mut left_out: BTreeSet<(List, usize)> = BTreeSet::new();
        let mut others = others.clone();
        let mut files;
        let mut is_first = true;
        // What is left out may be missed by others; each round leaves out one record or story at least, or is the last.
        loop {
            let kept: BTreeMap<List, Vec<(usize, &Row)>> = self
                .records
                .iter()
                .map(|(list, rows)| {
                    let rows = rows.iter().enumerate();
                    (
                        *list,
                        rows.filter(|(at, _)| !left_out.contains(&(*list, *at))).collect(),
                    )
                })
                .collect();
            files = self.files(|list, at| !left_out.contains(&(list, at)));
            files.extend(others.clone());
            let authored = Authored::of(&files);
            let report = rules::check(&Subject {
                authored: &authored,
                gazetteer,
            });
            let mut found = Vec::new();
            let mut notes = Vec::new();
            let mut stories: BTreeMap<&str, Vec<&Diagnostic>> = BTreeMap::new();
            for diagnostic in &report.diagnostics {
                let place = kept
                    .iter()
                    .find(|(list, _)| list.file() == diagnostic.file)
                    .and_then(|(list, rows)| Some((*list, rows.get(diagnostic.line.checked_sub(1)?)?)));
                if let Some((list, (at, row))) = place {
                    let is_error = diagnostic.severity == Severity::Error;
                    if is_error {
                        found.push((list, *at));
                    }
                    if is_first {
                        notes.push(remark::of_rule(diagnostic, row));
                    } else if is_error {
                        notes.push(remark::follows(remark::of_rule(diagnostic, row)));
                    }
                } else if remark::is_story(&diagnostic.file) && diagnostic.severity == Severity::Error {
                    stories.entry(&diagnostic.file).or_default().push(diagnostic);
                } else if is_first {
                    notes.push(remark::elsewhere(diagnostic));
                }
            }
            if is_first {
                let rows = kept
                    .iter()
                    .flat_map(|(list, rows)| rows.iter().map(move |row| (*list, row)));
                let failed = rows.filter(|(_, (_, row))| row.has_failed());
                found.extend(failed.map(|(list, (at, _))| (list, *at)));
            }
            self.notes.extend(notes);
            self.notes
                .extend(stories.values().filter_map(|found| remark::story(found)));
            others.retain(|path, _| !stories.contains_key(path.as_str()));
            if found.is_empty() && stories.is_empty() {
                break;
            }
            left_out.extend(found);
            is_first = false;
        }
        let mut notes = self.notes;
        notes.sort();
        notes.dedup();
        Import {
            files,
            notes,
            rows: rows + self.unread,
            accepted: rows - left_out.len(),
            reported: left_out.len() + self.unread,
        }
    }
}

fn fill(fields: &mut Map<String, Value>, model: &[Field]) {
    for field in model {
        if let Some(inner) = field.kind.objects() {
            match fields.get_mut(field.name) {
                Some(Value::Array(parts)) => {
                    for part in parts.iter_mut().filter_map(Value::as_object_mut) {
                        fill(part, inner);
                    }
                }
                Some(Value::Object(part)) => fill(part, inner),
                _ => {}
            }
        }
        if !fields.contains_key(field.name) && !is_left_out_when_empty(field) {
            let nothing = if is_null_when_empty(field) {
                Value::Null
            } else {
                Value::Array(Vec::new())
            };
            fields.insert(field.name.to_owned(), nothing);
        }
    }
}

/// Ids are compared without regard to capitals and blanks, so that parts of a record whose id is wrong still find it.
fn folded_id(id: &str) -> String {
    id.trim().to_lowercase()
}

fn is_blank(cells: &BTreeMap<u32, Cell>) -> bool {
    cells.values().all(is_blank_cell)
}

fn is_blank_cell(cell: &Cell) -> bool {
    matches!(cell, Cell::Text(text) if text.trim().is_empty())
}

fn is_headed(table: &Table, row: u32, column: u32) -> bool {
    table.get(row, column).is_some()
}
