//! Records -> sheets.

use clusteratlas_core::domain::localized::Language;
use serde_json::{Map, Value};

use crate::authored::Authored;
use crate::authored::list::List;

use super::cell::{Cell, Table};
use super::layout::{Holds, ORDER, Rows, Sheet, child};

/// Between the items of a list in one cell.
pub const BETWEEN: &str = "; ";

/// The sheets of a dataset, with their headings in a language. What is wrong in it stays as it is.
pub fn tables(authored: &Authored, language: Language) -> Vec<Table> {
    ORDER
        .into_iter()
        .map(|rows| table(&rows.sheet(), authored, language))
        .collect()
}

fn table(sheet: &Sheet, authored: &Authored, language: Language) -> Table {
    let mut table = Table::new(*sheet.title.get(language));
    for (column, number) in sheet.columns.iter().zip(0..) {
        table.set(0, number, Cell::Text((*column.title.get(language)).to_owned()));
    }
    let mut row = 1;
    let mut add = |list: List, record: &str, fields: &Map<String, Value>| {
        for (column, number) in sheet.columns.iter().zip(0..) {
            let cell = match column.holds {
                Holds::Sheet => Some(Cell::Text(
                    (*Rows::Records(list).title().get(language)).to_owned(),
                )),
                Holds::Record => Some(Cell::Text(record.to_owned())),
                Holds::Field(field) => fields.get(field.name).and_then(cell),
            };
            if let Some(cell) = cell {
                table.set(row, number, cell);
            }
        }
        row += 1;
    };
    if let Rows::Records(list) = sheet.rows {
        for record in authored.records(list) {
            add(list, "", &record.fields);
        }
    } else {
        for rows in ORDER {
            let Rows::Records(list) = rows else { continue };
            let fields = list.fields().iter();
            let held: Vec<&str> = fields
                .filter(|field| child(field) == Some(sheet.rows))
                .map(|field| field.name)
                .collect();
            for record in authored.records(list) {
                let objects = held.iter().filter_map(|name| record.fields.get(*name));
                for object in objects.flat_map(objects_of) {
                    add(list, record.id().unwrap_or_default(), object);
                }
            }
        }
    }
    table
}

/// The objects in a list, or the one that there is.
fn objects_of(value: &Value) -> Vec<&Map<String, Value>> {
    match value {
        Value::Array(values) => values.iter().filter_map(Value::as_object).collect(),
        value => value.as_object().into_iter().collect(),
    }
}

fn cell(value: &Value) -> Option<Cell> {
    match value {
        Value::Null => None,
        Value::Number(number) => number.as_f64().map(Cell::Number),
        Value::Array(values) => Some(Cell::Text(joined(values))),
        Value::String(text) => Some(Cell::Text(text.clone())),
        Value::Bool(_) | Value::Object(_) => Some(Cell::Text(value.to_string())),
    }
}

/// Items in one cell. What would not be read as it is has a backslash before it: a semicolon, a backslash, a blank at
/// either end.
fn joined(values: &[Value]) -> String {
    let items = values.iter().map(|value| {
        let item = value.as_str().map_or_else(|| value.to_string(), str::to_owned);
        let end = item.trim_end().len();
        let begin = item.len() - item.trim_start().len();
        let mut written = String::new();
        for (position, character) in item.char_indices() {
            let is_outer = position < begin || position >= end;
            if is_outer || matches!(character, ';' | '\\') {
                written.push('\\');
            }
            written.push(character);
        }
        written
    });
    items.collect::<Vec<String>>().join(BETWEEN)
}
