//! One record of the authored dataset.

use serde::Deserialize;
use serde_json::{Map, Value};

use super::list::List;
use super::story;

/// Fields that say what a record is called: one for each language, or the same in both.
const NAMES: [[&str; 2]; 4] = [
    ["name_de", "name_en"],
    ["title_de", "title_en"],
    ["label_de", "label_en"],
    ["name", "name"],
];

/// A JSON object and where it stands.
#[derive(Debug)]
pub struct Record {
    /// The file that holds it.
    pub list: List,
    /// Line, from 1.
    pub line: usize,
    /// Its fields as written.
    pub fields: Map<String, Value>,
    /// The same without those that are null, also in nested objects.
    stated: Value,
    /// Where its fields stand if it has several lines.
    pub lines: Lines,
}

/// The lines of some fields of a record.
#[derive(Clone, Debug, Default)]
pub struct Lines(Vec<(String, usize)>);

impl Lines {
    /// Says where a field begins, such as `steps[1].view`.
    pub fn add(&mut self, field: String, line: usize) {
        self.0.push((field, line));
    }

    /// The line of a field, or of the smallest part of the record around it.
    pub fn line(&self, field: &str) -> Option<usize> {
        let around = self.0.iter().filter(|(part, _)| field.starts_with(&**part));
        around.max_by_key(|(part, _)| part.len()).map(|(_, line)| *line)
    }
}

impl Record {
    /// The record in `list` at `line`.
    pub fn new(list: List, line: usize, fields: Map<String, Value>) -> Self {
        let stated = without_nulls(&Value::Object(fields.clone()));
        Self {
            list,
            line,
            fields,
            stated,
            lines: Lines::default(),
        }
    }

    /// The same whose fields stand on lines of their own.
    #[must_use]
    pub fn on_lines(mut self, lines: Lines) -> Self {
        self.lines = lines;
        self
    }

    /// Path of its file in the folder of the dataset.
    pub fn file(&self) -> String {
        match self.list {
            List::Stories => story::file(self.id().unwrap_or_default()),
            list => list.file().to_owned(),
        }
    }

    /// The id, if it is a text.
    pub fn id(&self) -> Option<&str> {
        self.text("id")
    }

    /// The text in `field`; none where it is null, missing or something else.
    pub fn text(&self, field: &str) -> Option<&str> {
        self.fields.get(field)?.as_str()
    }

    /// What it is called in German and English; none where it has no name.
    pub fn names(&self) -> Option<[&str; 2]> {
        NAMES
            .iter()
            .find_map(|[de, en]| Some([self.text(de)?, self.text(en)?]))
    }

    /// The number in `field`; none where it is null, missing or something else.
    pub fn number(&self, field: &str) -> Option<f64> {
        self.fields.get(field)?.as_f64()
    }

    /// The values of the list in `field`; none where it is no list.
    pub fn values(&self, field: &str) -> impl Iterator<Item = &Value> {
        self.fields
            .get(field)
            .and_then(Value::as_array)
            .into_iter()
            .flatten()
    }

    /// The texts of the list in `field`.
    pub fn texts(&self, field: &str) -> impl Iterator<Item = &str> {
        self.values(field).filter_map(Value::as_str)
    }

    /// The record in a published shape, whose fields are left out where they are null.
    ///
    /// # Errors
    /// When a field has not the published type. A dataset that passes the rules has none.
    pub fn read<'a, T: Deserialize<'a>>(&'a self) -> serde_json::Result<T> {
        T::deserialize(&self.stated)
    }
}

fn without_nulls(value: &Value) -> Value {
    match value {
        Value::Object(fields) => {
            let stated = fields.iter().filter(|(_, value)| !value.is_null());
            Value::Object(
                stated
                    .map(|(name, value)| (name.clone(), without_nulls(value)))
                    .collect(),
            )
        }
        Value::Array(values) => Value::Array(values.iter().map(without_nulls).collect()),
        value => value.clone(),
    }
}
