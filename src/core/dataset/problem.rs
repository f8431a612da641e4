//! What is wrong with records of a published dataset.

use std::fmt;

use thiserror::Error;

/// Why a file is no dataset at all.
#[derive(Clone, Debug, Error, PartialEq, Eq)]
pub enum ReadError {
    /// The text is no JSON, or not the JSON of a dataset.
    #[error("not a dataset: {cause} (line {line}, column {column})")]
    Damaged {
        /// What the JSON reader says.
        cause: String,
        /// Line, from 1.
        line: usize,
        /// Column, from 1.
        column: usize,
    },
    /// The file is of another version than this code reads.
    #[error("format version {found}, but this program reads version {supported}")]
    Version {
        /// Version of the file.
        found: u64,
        /// Version that this code reads.
        supported: u32,
    },
    /// A part without which nothing can be shown is missing or wrong.
    #[error("without it nothing can be shown: {0}")]
    Essential(String),
}

/// A record that was left out, and why.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Problem {
    /// The list that holds the record, as the file names it.
    pub list: &'static str,
    /// Position in the list, from 0.
    pub position: usize,
    /// Id of the record, if it could be read.
    pub id: Option<String>,
    /// What is wrong with it.
    pub cause: Cause,
}

/// What is wrong with a record.
#[derive(Clone, Debug, Error, PartialEq, Eq)]
pub enum Cause {
    /// A field is missing or of the wrong type.
    #[error("cannot be read: {0}")]
    Shape(String),
    /// A field has a value that is not allowed.
    #[error("{field}: {message}")]
    Value {
        /// The field.
        field: &'static str,
        /// What is wrong with it.
        message: String,
    },
    /// A field names a record that does not exist.
    #[error("{field} names an unknown record: {id:?}")]
    Dangling {
        /// The field.
        field: &'static str,
        /// The id that does not exist.
        id: String,
    },
    /// A list that must hold something is empty.
    #[error("{0} is empty")]
    Empty(&'static str),
    /// An earlier record has the same id.
    #[error("an earlier record has the same id")]
    Duplicate,
}

impl fmt::Display for Problem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}[{}]", self.list, self.position)?;
        if let Some(id) = &self.id {
            write!(f, " {id:?}")?;
        }
        write!(f, ": {}", self.cause)
    }
}
