//! Guided views of the dataset: `stories.json`, loaded when a story is first asked for.
//!
//! What a step shows is the fragment of a link; reading it is left to whoever opens the step.

use thiserror::Error;

use crate::dataset::record::{Misfit, Record};
use crate::dataset::value::{Depth, Value};
use crate::dataset::{records, wire};
use crate::domain::localized::{Localized, LocalizedText};
use crate::domain::partial_date::PartialDate;
use crate::domain::source::{Source, is_web_address};
use crate::query::selection::Selection;

/// Why stories cannot be used.
#[derive(Clone, Debug, Error, PartialEq, Eq)]
pub enum StoriesError {
    /// The text is not the JSON of stories.
    #[error("not a stories file: {0}")]
    Damaged(String),
    /// The file is of another version than this code reads.
    #[error("format version {found}, but this program reads version {}", wire::VERSION)]
    Version {
        /// Version of the file.
        found: u64,
    },
    /// They speak of another edition of the dataset, so that their numbers may be wrong.
    #[error("the stories belong to another edition of the dataset")]
    OtherEdition,
}

impl From<Misfit> for StoriesError {
    fn from(Misfit(words): Misfit) -> Self {
        Self::Damaged(words)
    }
}

impl From<serde_json::Error> for StoriesError {
    fn from(error: serde_json::Error) -> Self {
        Self::Damaged(error.to_string())
    }
}

/// The stories of a dataset.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Stories {
    stories: Box<[Story]>,
}

/// A few views in a row, with a text beside each.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Story {
    /// Names it in links; unique.
    pub id: Box<str>,
    /// Title.
    pub title: LocalizedText,
    /// When it appeared.
    pub date: PartialDate,
    /// Its steps in their order. Links count them from 1.
    pub steps: Box<[Step]>,
    /// What its statements rest on.
    pub sources: Box<[Source]>,
}

/// A view and the text beside it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Step {
    /// Heading.
    pub heading: LocalizedText,
    /// Paragraphs.
    pub text: Localized<Box<[Paragraph]>>,
    /// The fragment of the view, without `#`.
    pub view: Box<str>,
}

/// The parts of a paragraph, to be read one after the other.
pub type Paragraph = Box<[Piece]>;

/// A part of a paragraph.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Piece {
    /// Plain words, with the blanks around them.
    Words(Box<str>),
    /// Words that link to a record. The dataset may lack it.
    Record(Selection, Box<str>),
    /// Words that link to an absolute web address.
    Web(Box<str>, Box<str>),
}

impl Piece {
    /// What is read.
    pub const fn words(&self) -> &str {
        match self {
            Self::Words(words) | Self::Record(_, words) | Self::Web(_, words) => words,
        }
    }
}

impl Stories {
    /// Reads the text of `stories.json` for the dataset whose contents have the hash `content`.
    ///
    /// Words whose link is none of a record or a web address are plain words.
    ///
    /// # Errors
    /// When it is no such file, of another version, or of another edition of the dataset.
    pub fn read(text: &str, content: &str) -> Result<Self, StoriesError> {
        let file = Value::read(text, Depth::Whole)?;
        let file = file.record("file")?;
        match file.value("version")? {
            Value::Whole(found) if *found == u64::from(wire::VERSION) => {}
            Value::Whole(found) => return Err(StoriesError::Version { found: *found }),
            _ => return Err(Misfit::new("version", "not a whole number").into()),
        }
        let stories = list(file.list("stories")?, &story)?;
        if file.text("content")? == content {
            Ok(Self { stories })
        } else {
            Err(StoriesError::OtherEdition)
        }
    }

    /// All stories, the newest first.
    pub fn all(&self) -> &[Story] {
        &self.stories
    }

    /// The story with that id.
    pub fn find(&self, id: &str) -> Option<&Story> {
        self.stories.iter().find(|story| &*story.id == id)
    }
}

fn list<'a, T>(
    values: &[Value<'a>],
    read: &dyn Fn(&Value<'a>) -> Result<T, Misfit>,
) -> Result<Box<[T]>, Misfit> {
    values.iter().map(read).collect()
}

fn story(value: &Value<'_>) -> Result<Story, Misfit> {
    let story = value.record("stories")?;
    let date: Result<PartialDate, _> = story.text("date")?.parse();
    Ok(Story {
        id: story.text("id")?.into(),
        title: records::localized(story, "title_de", "title_en")?,
        date: date.map_err(|error| Misfit::new("date", &error.to_string()))?,
        steps: list(story.list("steps")?, &step)?,
        sources: list(story.list("sources")?, &|source| {
            records::source(source.record("sources")?)
        })?,
    })
}

fn step(value: &Value<'_>) -> Result<Step, Misfit> {
    let step = value.record("steps")?;
    Ok(Step {
        heading: records::localized(step, "heading_de", "heading_en")?,
        text: Localized {
            de: paragraphs(step, "text_de")?,
            en: paragraphs(step, "text_en")?,
        },
        view: step.text("view")?.into(),
    })
}

fn paragraphs(step: &Record<'_>, field: &str) -> Result<Box<[Paragraph]>, Misfit> {
    list(step.list(field)?, &|pieces| {
        list(pieces.list(field)?, &|value| piece(value.record(field)?))
    })
}

fn piece(piece: &Record<'_>) -> Result<Piece, Misfit> {
    let words = piece.text("words")?.into();
    let record = piece.optional_text("record")?;
    let url = piece.optional_text("url")?.filter(|url| is_web_address(url));
    Ok(match (record.and_then(|record| record.parse().ok()), url) {
        (Some(record), _) => Piece::Record(record, words),
        (None, Some(url)) => Piece::Web(url.into(), words),
        (None, None) => Piece::Words(words),
    })
}
