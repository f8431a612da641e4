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
        Self::by(Column::Start)
    }
}

impl Sort {
    /// Every order, in order of display: each column as it is sorted first and then reversed.
    pub fn all() -> impl Iterator<Item = Self> {
        let both = |&column| [Self::by(column), Self::by(column).reversed()];
        Column::ALL.iter().flat_map(both)
    }

    /// The order by a column that is asked for first: names from A to Z, the latest date first.
    pub fn by(column: Column) -> Self {
        Self {
            column,
            descending: column == Column::Start,
        }
    }

    /// The other direction.
    #[must_use]
    pub const fn reversed(self) -> Self {
        Self {
            column: self.column,
            descending: !self.descending,
        }
    }

    /// What a column's heading asks for: its order, and the other direction where it is its order already.
    #[must_use]
    pub fn toggled(self, column: Column) -> Self {
        if self.column == column {
            self.reversed()
        } else {
            Self::by(column)
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
