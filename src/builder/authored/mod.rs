//! The authored dataset: records in JSON Lines, each remembered with its file and line.
//!
//! Reading never stops at a bad line; what is no record is kept as a [`Spoiled`] line for a rule to report.

pub(crate) mod field;
pub(crate) mod list;
mod model;
pub(crate) mod parts;
pub(crate) mod record;

use std::collections::BTreeMap;
use std::path::Path;

use anyhow::{Context, Result};
use serde_json::Value;

use list::List;
use record::Record;

/// Every file of the authored dataset.
#[derive(Debug, Default)]
pub(crate) struct Authored {
    records: BTreeMap<List, Vec<Record>>,
    /// Lines that hold no record.
    pub(crate) spoiled: Vec<Spoiled>,
}

/// A line that is no JSON object.
#[derive(Debug)]
pub(crate) struct Spoiled {
    /// The file.
    pub(crate) list: List,
    /// Line, from 1.
    pub(crate) line: usize,
    /// What the JSON reader says, or what was found instead of an object.
    pub(crate) cause: String,
}

impl Authored {
    /// Reads all files in `folder`.
    ///
    /// # Errors
    /// When a file is missing or no UTF-8.
    pub(crate) fn read(folder: &Path) -> Result<Self> {
        let mut authored = Self::default();
        for list in List::ALL {
            let path = folder.join(list.file());
            let text =
                std::fs::read_to_string(&path).with_context(|| format!("cannot read {}", path.display()))?;
            authored.add(list, &text);
        }
        Ok(authored)
    }

    /// Adds the records in the text of one file.
    pub(crate) fn add(&mut self, list: List, text: &str) {
        let records = self.records.entry(list).or_default();
        let lines: Vec<&str> = if list == List::Edition {
            vec![text]
        } else {
            text.lines().collect()
        };
        for (position, text) in lines.into_iter().enumerate() {
            let mut line = position + 1;
            let cause = match serde_json::from_str(text) {
                Ok(Value::Object(fields)) => {
                    records.push(Record::new(list, line, fields));
                    continue;
                }
                Ok(_) => "not an object in braces".to_owned(),
                Err(_) if text.trim().is_empty() => "the line is empty".to_owned(),
                Err(error) => {
                    line += error.line().saturating_sub(1);
                    without_line(&error)
                }
            };
            self.spoiled.push(Spoiled { list, line, cause });
        }
    }

    /// The records of one file in its order.
    pub(crate) fn records(&self, list: List) -> &[Record] {
        self.records.get(&list).map_or(&[], Vec::as_slice)
    }

    /// The records of all files.
    pub(crate) fn all(&self) -> impl Iterator<Item = &Record> {
        List::ALL.into_iter().flat_map(|list| self.records(list))
    }

    /// The record of `list` with that id.
    pub(crate) fn find(&self, list: List, id: &str) -> Option<&Record> {
        self.records(list).iter().find(|record| record.id() == Some(id))
    }
}

/// What the JSON reader says, without the line: it counts from the beginning of the record.
fn without_line(error: &serde_json::Error) -> String {
    let text = error.to_string();
    let what = text.split(" at line ").next().unwrap_or_default();
    format!("{what} in column {}", error.column())
}
