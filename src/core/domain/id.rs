//! Ids that authors give to records, and keys: positions of records in a loaded dataset.

use std::fmt;
use std::marker::PhantomData;
use std::str::FromStr;

use thiserror::Error;

/// The id of a record of type `T`: lower-case ASCII kebab-case, such as `biosaxony` or `co-bucaramanga`.
///
/// The type parameter keeps the id of a cluster from being used for a place.
///
/// ```
/// use clusteratlas_core::domain::{cluster::Cluster, id::Id};
///
/// let id: Id<Cluster> = "it-sachsen".parse()?;
/// assert_eq!(id.as_str(), "it-sachsen");
/// assert!("IT Sachsen".parse::<Id<Cluster>>().is_err());
/// # Ok::<(), clusteratlas_core::domain::id::IdError>(())
/// ```
pub struct Id<T> {
    text: Box<str>,
    record: PhantomData<fn() -> T>,
}

/// Why a text is no id.
#[derive(Clone, Debug, Error, PartialEq, Eq)]
#[error(
    "not an id of lower-case letters, digits and single hyphens, at most {MAX_ID_BYTES}, nor \"none\": {0:?}"
)]
pub struct IdError(pub String);

impl<T> Id<T> {
    /// The id as written in the files.
    pub fn as_str(&self) -> &str {
        &self.text
    }
}

/// Longest id, in bytes: links carry ids.
pub const MAX_ID_BYTES: usize = 120;

/// Whether `text` can be an id: kebab-case of at most [`MAX_ID_BYTES`], and not `none`, which links use for
/// what no source states.
pub fn is_id(text: &str) -> bool {
    is_kebab_case(text) && text.len() <= MAX_ID_BYTES && text != "none"
}

/// Whether `text` is lower-case ASCII kebab-case: `[a-z0-9]+(-[a-z0-9]+)*`.
fn is_kebab_case(text: &str) -> bool {
    text.split('-').all(|word| {
        !word.is_empty()
            && word
                .bytes()
                .all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit())
    })
}

impl<T> FromStr for Id<T> {
    type Err = IdError;

    fn from_str(text: &str) -> Result<Self, IdError> {
        if is_id(text) {
            Ok(Self {
                text: text.into(),
                record: PhantomData,
            })
        } else {
            Err(IdError(text.to_owned()))
        }
    }
}

impl<T> fmt::Display for Id<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.text)
    }
}

impl<T> fmt::Debug for Id<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Debug::fmt(&self.text, f)
    }
}

impl<T> Clone for Id<T> {
    fn clone(&self) -> Self {
        Self {
            text: self.text.clone(),
            record: PhantomData,
        }
    }
}

impl<T> PartialEq for Id<T> {
    fn eq(&self, other: &Self) -> bool {
        self.text == other.text
    }
}

impl<T> Eq for Id<T> {}

/// The position of a record of type `T` in the dataset that made the key.
///
/// Keys are only handed out by the dataset and never outlive it; they are what records use to refer to
/// each other once every reference is known to resolve.
pub struct Key<T> {
    position: u32,
    record: PhantomData<fn() -> T>,
}

impl<T> Key<T> {
    /// The key of the record at `position`.
    pub const fn new(position: u32) -> Self {
        Self {
            position,
            record: PhantomData,
        }
    }

    /// The position in the dataset's list of such records.
    pub const fn index(self) -> usize {
        self.position as usize
    }
}

impl<T> Clone for Key<T> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<T> Copy for Key<T> {}

impl<T> PartialEq for Key<T> {
    fn eq(&self, other: &Self) -> bool {
        self.position == other.position
    }
}

impl<T> Eq for Key<T> {}

impl<T> PartialOrd for Key<T> {
    fn partial_cmp(&self, other: &Self) -> Option<std::cmp::Ordering> {
        Some(self.cmp(other))
    }
}

impl<T> Ord for Key<T> {
    fn cmp(&self, other: &Self) -> std::cmp::Ordering {
        self.position.cmp(&other.position)
    }
}

impl<T> std::hash::Hash for Key<T> {
    fn hash<H: std::hash::Hasher>(&self, state: &mut H) {
        self.position.hash(state);
    }
}

impl<T> fmt::Debug for Key<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "#{}", self.position)
    }
}
