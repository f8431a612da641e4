//! Orders of the list.

use std::fmt;
use std::str::FromStr;

use thiserror::Error;

use crate::codes::coded;

coded! {
    /// A column of the list.
    Column {
        /// Title.
        Title = "title",
        /// Clusters.
        Clusters = "cluster",
        /// Places of the partners.
        Partners = "partner",
        /// Themes.
        Themes = "theme",
        /// Programme.
        Programme = "programme",
        /// Beginning of the term.
        #[default]
        Start = "start",
    }
}

/// An order of the list.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Sort {
    /// What it goes by.
    pub column: Column,
    /// Whether the greatest or latest comes first.
    pub descending: bool,
}

impl Default for Sort {
    /// The latest first.
    fn default() -> Self {
        Self {
            column: Column::Start,
            descending: true,
        }
    }
}

/// A text that names no order.
#[derive(Clone, Debug, Error, PartialEq, Eq)]
#[error("not a column, with a minus before it for the reverse order, such as -start: {0:?}")]
pub struct SortError(pub String);

impl FromStr for Sort {
    type Err = SortError;

    fn from_str(text: &str) -> Result<Self, SortError> {
        let column = text.strip_prefix('-');
        Column::from_code(column.unwrap_or(text))
            .map(|found| Self {
                column: found,
                descending: column.is_some(),
            })
            .ok_or_else(|| SortError(text.to_owned()))
    }
}

impl fmt::Display for Sort {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(if self.descending { "-" } else { "" })?;
        f.write_str(self.column.code())
    }
}
