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
use super::heading::{Headed, head, rows_of};
use super::layout::{Holds, ORDER, Rows, child, is_left_out_when_empty, is_null_when_empty};
use super::note::Note;
use super::value::{Oddity, value};

/// Where a record or a part of one stands.
#[derive(Clone, Debug)]
struct Origin {
    sheet: String,
    /// Row from 0.
    row: u32,
    /// The columns of its fields, and their headings.
    columns: BTreeMap<&'static str, (u32, String)>,
}

/// A record and where it and its parts stand.
#[derive(Debug)]
struct Row {
    fields: Map<String, Value>,
    origin: Origin,
    /// The parts in lists of objects by their paths, such as `partners[1]`.
    parts: BTreeMap<String, Origin>,
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
                None => self.notes.push(unknown_sheet(table)),
            }
        }
        for rows in ORDER {
            if !headed.iter().any(|(_, head)| head.sheet.rows == rows) {
                self.notes.push(missing_sheet(rows));
            }
        }
        // Parts need the records that they belong to.
        for (table, head) in &headed {
            self.note_form(table, head);
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

    /// Formulas and merged cells are read by what they show; that is said.
    fn note_form(&mut self, table: &Table, head: &Headed) {
        let heading = |column: u32| head.columns.get(&column).map(|(_, words)| words.clone());
        for at in &table.formulas {
            let note = Note::on(
                Severity::Hint,
                &table.name,
                ["eine Formel", "a formula"],
                [
                    "Ihr Ergebnis wird gelesen; fügen Sie es als Wert ein",
                    "Its result is read; paste it as a value",
                ],
            );
            let note = note.at_row(at.row);
            let note = note.in_column(at.column, &heading(at.column).unwrap_or_default());
            self.notes.push(match table.get(at.row, at.column) {
                Some(cell) => note.with_value(cell.words()),
                None => note,
            });
        }
        for [first, _] in &table.merged {
            let note = Note::on(
                Severity::Warning,
                &table.name,
                ["verbundene Zellen", "merged cells"],
                [
                    "Nur die erste hat den Wert; heben Sie die Verbindung auf und füllen Sie jede",
                    "Only the first has the value; split them and fill each",
                ],
            );
            let words = heading(first.column).unwrap_or_default();
            self.notes
                .push(note.at_row(first.row).in_column(first.column, &words));
        }
    }

    fn read_records(&mut self, table: &Table, head: &Headed, list: List) {
        for (&row, cells) in table.rows.range(head.row + 1..) {
            if is_blank(cells) {
                continue;
            }
            let (fields, origin) = self.fields(table, head, row, cells);
            self.records.entry(list).or_default().push(Row {
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
        for (&number, cell) in cells {
            let Some((column, heading)) = head.columns.get(&number) else {
                if !is_blank_cell(cell) && !is_headed(table, head.row, number) {
                    self.notes.push(stray(table, row, number, cell));
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
                let note = odd(&table.name, oddity, &value);
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
                self.notes.push(homeless(&origin, record_column, &id, several));
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
        let mut files;
        // What is left out may be missed by others; each round leaves out one record at least, or is the last.
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
            let is_first = left_out.is_empty();
            let mut found = Vec::new();
            let mut notes = Vec::new();
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
                        notes.push(note(diagnostic, row));
                    } else if is_error {
                        notes.push(follows(note(diagnostic, row)));
                    }
                } else if is_first {
                    notes.push(elsewhere(diagnostic));
                }
            }
            self.notes.extend(notes);
            if found.is_empty() {
                break;
            }
            left_out.extend(found);
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

/// The remark of a rule, at the cell that it is about.
fn note(diagnostic: &Diagnostic, row: &Row) -> Note {
    let path = diagnostic.field.as_deref().unwrap_or_default();
    let part = row.parts.iter().find(|(part, _)| {
        path.strip_prefix(&***part)
            .is_some_and(|rest| rest.starts_with('.') || rest.is_empty())
    });
    let (origin, field) = match part {
        Some((part, origin)) => (
            origin,
            path.get(part.len()..).unwrap_or_default().trim_start_matches('.'),
        ),
        None => (&row.origin, path),
    };
    let name = field.split(['[', ',', '.']).next().unwrap_or_default();
    Note {
        severity: diagnostic.severity,
        sheet: origin.sheet.clone(),
        row: Some(origin.row + 1),
        column: origin.columns.get(name).cloned(),
        record: diagnostic.record.clone(),
        value: diagnostic.value.clone(),
        message: diagnostic.message.clone(),
        hint: diagnostic.hint.clone(),
        suggestion: diagnostic.suggestion.clone(),
    }
}

/// The same on a record that had no error before others were left out.
fn follows(note: Note) -> Note {
    Note {
        message: [
            "hängt von einem Datensatz ab, der wegen eines Fehlers fehlt",
            "depends on a record that is missing because of an error",
        ]
        .into(),
        hint: [
            "Beheben Sie zuerst dessen Fehler",
            "Mend the error of that record first",
        ]
        .into(),
        suggestion: None,
        ..note
    }
}

/// The remark of a rule on what is in no sheet.
fn elsewhere(diagnostic: &Diagnostic) -> Note {
    let mut note = Note::on(
        diagnostic.severity,
        &diagnostic.file,
        diagnostic.message.clone(),
        diagnostic.hint.clone(),
    );
    note.row = u32::try_from(diagnostic.line).ok();
    note.record.clone_from(&diagnostic.record);
    note.value.clone_from(&diagnostic.value);
    note.suggestion.clone_from(&diagnostic.suggestion);
    note
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

fn unknown_sheet(table: &Table) -> Note {
    let names = |word: fn(&super::layout::Title) -> &'static str| {
        let names: Vec<&str> = ORDER.iter().map(|rows| word(&rows.title())).collect();
        names.join(", ")
    };
    let rows = table.rows.len();
    Note::on(
        Severity::Warning,
        &table.name,
        [
            format!("kein Blatt des Datensatzes; seine {rows} Zeilen werden nicht gelesen"),
            format!("not a sheet of the dataset; its {rows} rows are not read"),
        ],
        [
            format!(
                "Benennen Sie es um, wenn es eines von diesen ist: {}",
                names(|title| title.de)
            ),
            format!("Rename it if it is one of these: {}", names(|title| title.en)),
        ],
    )
}

fn missing_sheet(rows: Rows) -> Note {
    let title = rows.title();
    Note::on(
        Severity::Error,
        title.de,
        ["das Blatt fehlt", "the sheet is missing"],
        [
            format!("Fügen Sie ein Blatt mit dem Namen „{}“ hinzu", title.de),
            format!("Add a sheet with the name “{}”", title.en),
        ],
    )
}

fn stray(table: &Table, row: u32, column: u32, cell: &Cell) -> Note {
    let note = Note::on(
        Severity::Warning,
        &table.name,
        [
            "ein Wert in einer Spalte ohne Überschrift",
            "a value in a column without a heading",
        ],
        [
            "Er wird nicht gelesen; verschieben Sie ihn, oder nehmen Sie ihn heraus",
            "It is not read; move it or take it out",
        ],
    );
    note.at_row(row).in_column(column, "").with_value(cell.words())
}

fn homeless(origin: &Origin, column: Option<u32>, id: &str, several: bool) -> Note {
    let message = if several {
        [
            "die Kennung gibt es in mehreren Blättern",
            "several sheets have this id",
        ]
    } else {
        ["gehört zu keinem Datensatz", "belongs to no record"]
    };
    let note = Note::on(
        Severity::Error,
        &origin.sheet,
        message,
        [
            "Die Zeile wird nicht gelesen; nennen Sie Blatt und Kennung des Datensatzes, zu dem sie gehört",
            "The row is not read; name sheet and id of the record that it belongs to",
        ],
    );
    let note = note.at_row(origin.row).with_value(id);
    match column {
        Some(column) => note.in_column(column, "Kennung"),
        None => note,
    }
}

fn odd(sheet: &str, oddity: Oddity, value: &Value) -> Note {
    let read = value.as_str().map_or_else(|| value.to_string(), str::to_owned);
    let read_as = [format!("Gelesen wird {read}"), format!("It is read as {read}")];
    let (severity, message) = match oddity {
        Oddity::NumberForText => (
            Severity::Hint,
            [
                "eine Zahl, wo ein Text steht; Nullen davor gehen verloren",
                "a number where a text belongs; zeros before it are lost",
            ],
        ),
        Oddity::TextForNumber => (
            Severity::Hint,
            [
                "eine Zahl, die als Text gespeichert ist",
                "a number that is stored as text",
            ],
        ),
        Oddity::DayForText => (
            Severity::Warning,
            ["ein Datum, wo ein Text steht", "a date where a text belongs"],
        ),
        Oddity::OtherDate => (
            Severity::Hint,
            ["ein Datum in anderer Schreibweise", "a date in another form"],
        ),
        Oddity::Failure => {
            return Note::on(
                Severity::Error,
                sheet,
                [
                    "die Tabelle konnte den Wert nicht berechnen",
                    "the spreadsheet could not compute the value",
                ],
                [
                    "Berichtigen Sie die Formel, oder schreiben Sie den Wert",
                    "Correct the formula, or write the value",
                ],
            );
        }
    };
    Note::on(severity, sheet, message, read_as)
}
