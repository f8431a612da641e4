//! The authored dataset: records in JSON Lines, stories and pages in Markdown, remembered with file and line.
//!
//! Reading never stops at a bad line; what is no record is kept as a [`Spoiled`] line for a rule to report.

pub(crate) mod field;
pub(crate) mod list;
mod model;
pub(crate) mod pages;
pub(crate) mod parts;
mod prose;
pub(crate) mod record;
mod story;

use std::collections::BTreeMap;
use std::path::Path;

use anyhow::{Context, Result};
use clusteratlas_core::domain::federal_state::FederalState;
use clusteratlas_core::query::selection::{RecordKind, Selection};
use serde_json::Value;

use list::List;
use pages::Page;
pub(crate) use prose::{Misplaced, Piece};
use record::Record;

/// Every file of the authored dataset.
#[derive(Debug, Default)]
pub(crate) struct Authored {
    records: BTreeMap<List, Vec<Record>>,
    /// Lines that hold no record.
    pub(crate) spoiled: Vec<Spoiled>,
    /// The pages beside the atlas.
    pub(crate) pages: Vec<Page>,
    /// What is no part of a story or page, with the file that it stands in.
    pub(crate) misplaced: Vec<(String, Misplaced)>,
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
    /// Reads all files in `folder`. There may be no stories and no pages.
    ///
    /// # Errors
    /// When a file is missing or no UTF-8.
    pub(crate) fn read(folder: &Path) -> Result<Self> {
        let mut authored = Self::default();
        for list in List::ALL {
            let path = folder.join(list.file());
            if list == List::Stories {
                authored.read_stories(&path)?;
            } else {
                authored.add(list, &text(&path)?);
            }
        }
        let (pages, misplaced) = pages::read(folder)?;
        authored.pages = pages;
        authored.misplaced.extend(misplaced);
        Ok(authored)
    }

    fn read_stories(&mut self, folder: &Path) -> Result<()> {
        for name in names(folder)? {
            if let Some(id) = name.strip_suffix(".md") {
                let (record, misplaced) = story::read(id, &text(&folder.join(&name))?);
                let file = story::file(id);
                self.misplaced
                    .extend(misplaced.into_iter().map(|misplaced| (file.clone(), misplaced)));
                self.records.entry(List::Stories).or_default().extend(record);
            } else {
                let misplaced = Misplaced {
                    line: 1,
                    message: "not a story",
                    hint: "Name the file ID.md, or move it elsewhere",
                };
                let file = format!("{}/{name}", List::Stories.file());
                self.misplaced.push((file, misplaced));
            }
        }
        Ok(())
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

    /// Whether there is the record that a link names. A country is there if a place is in it, as Germany is.
    pub(crate) fn has(&self, selection: &Selection) -> bool {
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
    pub(crate) fn has_country(&self, code: &str) -> bool {
        let mut places = self.records(List::Places).iter();
        code == "DE" || places.any(|place| place.text("country") == Some(code))
    }

    /// The record of `list` with that id.
    pub(crate) fn find(&self, list: List, id: &str) -> Option<&Record> {
        self.records(list).iter().find(|record| record.id() == Some(id))
    }
}

fn text(path: &Path) -> Result<String> {
    std::fs::read_to_string(path).with_context(|| format!("cannot read {}", path.display()))
}

/// The names of everything in a folder that is not hidden, sorted; empty where there is no such folder.
fn names(folder: &Path) -> Result<Vec<String>> {
    let mut names = Vec::new();
    if folder.exists() {
        let cannot = || format!("cannot read {}", folder.display());
        for entry in std::fs::read_dir(folder).with_context(cannot)? {
            names.push(
                entry
                    .with_context(cannot)?
                    .file_name()
                    .to_string_lossy()
                    .into_owned(),
            );
        }
    }
    names.retain(|name| !name.starts_with('.'));
    names.sort();
    Ok(names)
}

/// What the JSON reader says, without the line: it counts from the beginning of the record.
fn without_line(error: &serde_json::Error) -> String {
    let text = error.to_string();
    let what = text.split(" at line ").next().unwrap_or_default();
    format!("{what} in column {}", error.column())
}
