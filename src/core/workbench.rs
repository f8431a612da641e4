//! What the page and the workbench say to each other. The workbench is a program of its own in a worker: it has the
//! readers and writers of workbooks, which the page has no room for.
//!
//! A message is one of these values as JSON, and files as bytes beside it. A [`Question`] is followed by any number of
//! [`Answer::Progress`] and by one other answer. Words come in both languages, because a reader may change theirs.

use serde::{Deserialize, Serialize};

use crate::domain::localized::Language;

/// Words in German and English.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Both {
    /// In German.
    pub de: String,
    /// In English.
    pub en: String,
}

impl Both {
    /// In that language.
    pub fn get(&self, language: Language) -> &str {
        match language {
            Language::German => &self.de,
            Language::English => &self.en,
        }
    }
}

/// What the page asks for.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub enum Question {
    /// Get ready. Files: what the workbench knows beside what it is given, as the build made it.
    Open,
    /// Read what an editor has: a workbook, the tables of one, or authored files. Files: one for each name.
    Read {
        /// Names of the files. Without one it is what is published, of which the answer says the tasks alone.
        names: Vec<String>,
    },
    /// Make a file.
    Make {
        /// What it holds.
        product: Product,
        /// Code of the language of its words.
        language: String,
    },
    /// Write tables as a workbook; it need not be open for that.
    Write {
        /// The sheets in their order.
        sheets: Vec<Sheet>,
    },
}

/// A file that the workbench makes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Product {
    /// An empty workbook with headings, notes, choices and an example.
    Template,
    /// The published dataset as a workbook.
    Workbook,
    /// What was found in what was read.
    Report(Form),
    /// What tells what was read from what is published.
    Differences(Form),
    /// What editors could improve: in what was read, or else in what is published.
    WorkList(Form),
    /// The authored files of what was read, as an archive.
    Authored,
    /// The files of the site that hold the dataset, made of what was read, as an archive.
    Site,
}

/// A form of a file.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Form {
    /// Workbook.
    Xlsx,
    /// Table for spreadsheets.
    Csv,
    /// Plain text.
    Text,
}

/// A table with a name; its first row holds the headings, and every row has as many cells.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Sheet {
    /// On the tab: at most 31 characters, none of which a workbook forbids.
    pub name: String,
    /// Rows of cells.
    pub rows: Vec<Vec<Cell>>,
}

/// What stands in one field of a table.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(untagged)]
pub enum Cell {
    /// Nothing is known.
    Empty,
    /// A number that can be computed with.
    Number(f64),
    /// Words.
    Text(String),
}

/// What the workbench answers.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub enum Answer {
    /// It is ready.
    Opened,
    /// How far it is.
    Progress {
        /// What it does.
        step: Step,
        /// Parts of a thousand of the whole that are done.
        permille: u16,
    },
    /// What an editor has was read. Files: `atlas.json`, `details.json` and `stories.json` of what was accepted; none
    /// where an error forbids to publish that.
    Read(Box<Outcome>),
    /// A file was made. Files: its content.
    Made {
        /// A name for saving.
        name: String,
        /// Its media type.
        media_type: String,
    },
    /// What was asked for cannot be done.
    Refused(Both),
    /// It has broken down and must be started anew; this is what the browser says.
    Failed(String),
}

impl Question {
    /// The question as a message.
    pub fn to_json(&self) -> String {
        json(self)
    }

    /// The question in a message.
    ///
    /// # Errors
    /// When it is none; says why.
    pub fn from_json(message: &str) -> Result<Self, String> {
        serde_json::from_str(message).map_err(|error| error.to_string())
    }
}

impl Answer {
    /// The answer as a message.
    pub fn to_json(&self) -> String {
        json(self)
    }

    /// The answer in a message.
    ///
    /// # Errors
    /// When it is none; says why.
    pub fn from_json(message: &str) -> Result<Self, String> {
        serde_json::from_str(message).map_err(|error| error.to_string())
    }
}

fn json(message: &impl Serialize) -> String {
    // No map has keys other than texts, so there is always a text.
    serde_json::to_string(message).unwrap_or_default()
}

/// What the workbench does with what it reads, in this order.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub enum Step {
    /// Counting before anything is laid out.
    Guard,
    /// Reading sheets.
    Sheets,
    /// Checking records.
    Rules,
    /// Comparing with what is published.
    Differences,
    /// Making the files of the site.
    Publish,
}

/// What came of reading.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Outcome {
    /// Records that were read.
    pub records: usize,
    /// Records without errors.
    pub accepted: usize,
    /// Records that are left out because of an error that a note names.
    pub reported: usize,
    /// Errors first.
    pub notes: Vec<Note>,
    /// By list and id.
    pub differences: Vec<Difference>,
    /// The most pressing first.
    pub tasks: Vec<Task>,
}

/// How much a note weighs.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub enum Severity {
    /// Forbids publishing the record.
    Error,
    /// Should be looked at.
    Warning,
    /// May be of interest.
    Hint,
}

/// A remark on what was read.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Note {
    /// How much it weighs.
    pub severity: Severity,
    /// Name of the sheet or file.
    pub sheet: String,
    /// Row as spreadsheets number it, or line.
    pub row: Option<u32>,
    /// Letters of the column.
    pub column: Option<String>,
    /// Heading of the column or name of the field.
    pub heading: Option<String>,
    /// Id of the record.
    pub record: Option<String>,
    /// What is written there.
    pub value: Option<String>,
    /// What is wrong with it.
    pub message: Both,
    /// What to do.
    pub hint: Both,
    /// What could stand there instead.
    pub suggestion: Option<String>,
}

/// A record that differs from what is published.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Difference {
    /// What the sheet of such records is called.
    pub sheet: Both,
    /// Its id; empty for the edition.
    pub id: String,
    /// What it is called, as far as it has a name.
    pub name: Option<Both>,
    /// What became of it.
    pub change: Change,
}

/// What became of a record.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Change {
    /// It is new.
    Added,
    /// It is gone.
    Removed,
    /// Fields of it differ.
    Changed(Vec<FieldChange>),
}

/// What became of a field.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct FieldChange {
    /// What its column is called.
    pub heading: Both,
    /// As a cell shows it; empty where there was nothing.
    pub old: String,
    /// As a cell shows it; empty where there is nothing.
    pub new: String,
}

/// Something that could be improved.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Task {
    /// Why.
    pub reason: Both,
    /// What the sheet of such records is called.
    pub sheet: Both,
    /// Id of the record.
    pub id: String,
    /// What it is about: another record, a place, a source, a date.
    pub about: String,
}
