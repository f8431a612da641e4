//! The authored dataset: records in JSON Lines, stories and pages in Markdown, remembered with file and line.
//!
//! Reading never stops at a bad line; what is no record is kept as a [`Spoiled`] line for a rule to report.

pub mod field;
pub mod list;
mod model;
pub mod pages;
pub mod parts;
pub mod path;
mod prose;
pub mod record;
mod story;
pub mod title;
pub mod write;

use std::collections::BTreeMap;

use clusteratlas_core::domain::federal_state::FederalState;
use clusteratlas_core::query::selection::{RecordKind, Selection};
use serde_json::Value;

use crate::said::Said;

use list::List;
use pages::Page;
pub use prose::{Misplaced, Piece};
use record::Record;

/// The texts of the files of a dataset, by their paths in its folder, such as `stories/japan.md`.
pub type Files = BTreeMap<String, String>;

/// Every file of the authored dataset.
#[derive(Debug, Default)]
pub struct Authored {
    records: BTreeMap<List, Vec<Record>>,
    /// Where the first record with an id stands among those of its file.
    positions: BTreeMap<List, BTreeMap<String, usize>>,
    /// Lines that hold no record.
    pub spoiled: Vec<Spoiled>,
    /// The pages beside the atlas.
    pub pages: Vec<Page>,
    /// What is no part of a story or page, with the file that it stands in.
    pub misplaced: Vec<(String, Misplaced)>,
}

/// A line that is no JSON object.
#[derive(Debug)]
pub struct Spoiled {
    /// The file.
    pub list: List,
    /// Line, from 1.
    pub line: usize,
    /// What the JSON reader says, or what was found instead of an object.
    pub cause: Said,
}

impl Authored {
    /// The dataset in these files. There may be no stories and no pages; a list without its file is empty.
    pub fn of(files: &Files) -> Self {
        let mut authored = Self::default();
        for list in List::ALL {
            if list == List::Stories {
                authored.add_stories(files);
            } else if let Some(text) = files.get(list.file()) {
                authored.add(list, text);
            }
        }
        let (pages, misplaced) = pages::read(files);
        authored.pages = pages;
        authored.misplaced.extend(misplaced);
        authored
    }

    fn add_stories(&mut self, files: &Files) {
        for (name, text) in inside(files, List::Stories.file()) {
            if let Some(id) = name.strip_suffix(".md") {
                let (record, misplaced) = story::read(id, text);
                let file = story::file(id);
                self.misplaced
                    .extend(misplaced.into_iter().map(|misplaced| (file.clone(), misplaced)));
                if let Some(record) = record {
                    self.push(record);
                }
            } else {
                let misplaced = Misplaced {
                    line: 1,
                    message: ["keine Geschichte", "not a story"].into(),
                    hint: [
                        "Nennen Sie die Datei KENNUNG.md, oder legen Sie sie woanders ab",
                        "Name the file ID.md, or move it elsewhere",
                    ]
                    .into(),
                };
                let file = format!("{}/{name}", List::Stories.file());
                self.misplaced.push((file, misplaced));
            }
        }
    }

    /// Adds the records in the text of one file.
    pub fn add(&mut self, list: List, text: &str) {
        let lines: Vec<&str> = if list == List::Edition {
            vec![text]
        } else {
            text.lines().collect()
        };
        for (position, text) in lines.into_iter().enumerate() {
            let mut line = position + 1;
            let cause = match serde_json::from_str(text) {
                Ok(Value::Object(fields)) => {
                    self.push(Record::new(list, line, fields));
                    continue;
                }
                Ok(_) => ["nicht in geschweiften Klammern", "not an object in braces"].into(),
                Err(_) if text.trim().is_empty() => ["die Zeile ist leer", "the line is empty"].into(),
                Err(error) => {
                    line += error.line().saturating_sub(1);
                    syntax_error(&error)
                }
            };
            self.spoiled.push(Spoiled { list, line, cause });
        }
    }

    /// Adds a record to its file.
    fn push(&mut self, record: Record) {
        let records = self.records.entry(record.list).or_default();
        if let Some(id) = record.id() {
            let positions = self.positions.entry(record.list).or_default();
            positions.entry(id.to_owned()).or_insert(records.len());
        }
        records.push(record);
    }

    /// The records of one file in its order.
    pub fn records(&self, list: List) -> &[Record] {
        self.records.get(&list).map_or(&[], Vec::as_slice)
    }

    /// The records of all files.
    pub fn all(&self) -> impl Iterator<Item = &Record> {
        List::ALL.into_iter().flat_map(|list| self.records(list))
    }

    /// Whether there is the record that a link names. A country is there if a place is in it, as Germany is.
    pub fn has(&self, selection: &Selection) -> bool {
        let list = match selection.kind {
            RecordKind::Cluster => List::Clusters,
            RecordKind::Place => List::Places,
            RecordKind::Cooperation => List::Cooperations,
            RecordKind::Programme => List::Programmes,
            RecordKind::Country => return self.has_country(&selection.id),
            RecordKind::State => return selection.id.parse::<FederalState>().is_ok(),
        };
        self.find(list, &selection.id).is_some()
    }

    /// Whether it is Germany or has a place.
    pub fn has_country(&self, code: &str) -> bool {
        let mut places = self.records(List::Places).iter();
        code == "DE" || places.any(|place| place.text("country") == Some(code))
    }

    /// The first record of `list` with that id.
    pub fn find(&self, list: List, id: &str) -> Option<&Record> {
        let position = self.positions.get(&list)?.get(id)?;
        self.records(list).get(*position)
    }
}

/// The files in a folder of the dataset, with their names in it.
fn inside<'a>(files: &'a Files, folder: &'a str) -> impl Iterator<Item = (&'a str, &'a str)> {
    files.iter().filter_map(move |(path, text)| {
        let name = path.strip_prefix(folder)?.strip_prefix('/')?;
        Some((name, &**text))
    })
}

/// What the JSON reader says, without the line: it counts from the beginning of the record. It speaks English
/// only.
fn syntax_error(error: &serde_json::Error) -> Said {
    let column = error.column();
    let german = if error.is_eof() {
        format!("es bricht in Spalte {column} ab")
    } else {
        format!("Schreibfehler in Spalte {column}")
    };
    let text = error.to_string();
    let what = text.split(" at line ").next().unwrap_or_default();
    [german, format!("{what} in column {column}")].into()
}
