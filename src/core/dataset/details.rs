//! Summaries and sources of records: `details.json`, loaded after the first map.
//!
//! Of many records a visitor opens few. The file is therefore checked once and kept as its text, with the
//! positions of what can be asked for.

use std::borrow::Cow;

use thiserror::Error;

use crate::domain::localized::{Language, Localized};
use crate::domain::source::Source;
use crate::order::sorted;

use super::record::{Misfit, Record};
use super::value::{Depth, Value};
use super::{offset, records, wire};

/// The parts of the file that hold records.
const PARTS: [&str; 4] = ["sources", "clusters", "programmes", "cooperations"];

/// Why details cannot be used.
#[derive(Clone, Debug, Error, PartialEq, Eq)]
pub enum DetailsError {
    /// The text is not the JSON of details.
    #[error("not a details file: {0}")]
    Damaged(String),
    /// The file is of another version than this code reads.
    #[error("format version {found}, but this program reads version {}", wire::VERSION)]
    Version {
        /// Version of the file.
        found: u32,
    },
    /// They belong to another edition of the dataset.
    #[error("the details belong to another edition of the dataset")]
    OtherEdition,
}

/// A record of the dataset that has details.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DetailsOf<'a> {
    /// The cluster with that id.
    Cluster(&'a str),
    /// The programme with that id.
    Programme(&'a str),
    /// The cooperation with that id.
    Cooperation(&'a str),
}

impl From<Misfit> for DetailsError {
    fn from(Misfit(words): Misfit) -> Self {
        Self::Damaged(words)
    }
}

impl From<serde_json::Error> for DetailsError {
    fn from(error: serde_json::Error) -> Self {
        Self::Damaged(error.to_string())
    }
}

/// Where something stands: from one position up to another.
#[derive(Clone, Copy, Debug)]
struct Span {
    start: u32,
    end: u32,
}

impl Span {
    fn new(start: usize, length: usize) -> Self {
        // What is beyond the reach of a position reads as nothing.
        let position = |position| u32::try_from(position).unwrap_or(u32::MAX);
        Self {
            start: position(start),
            end: position(start + length),
        }
    }
}

/// Where the details of one record stand.
#[derive(Clone, Debug)]
struct Entry {
    id: Span,
    summary: Localized<Span>,
    /// In the list of citations.
    sources: Span,
}

/// Summaries and sources of a dataset.
#[derive(Clone, Debug, Default)]
pub struct Details {
    /// The text of the file.
    text: String,
    /// Texts that hold an escape in the file, without it. Their positions go on where the file ends.
    unescaped: String,
    sources: Box<[Source]>,
    /// Positions of sources, record by record.
    citations: Vec<u32>,
    /// By id, as the other two.
    clusters: Vec<Entry>,
    programmes: Vec<Entry>,
    cooperations: Vec<Entry>,
}

impl Details {
    /// Reads the text of `details.json` for the dataset whose contents have the hash `content`.
    ///
    /// # Errors
    /// When it is no such file, of another version, or of another edition of the dataset.
    pub fn read(text: &str, content: &str) -> Result<Self, DetailsError> {
        Self::take(text.to_owned(), content)
    }

    /// The same for a text that is handed over: it is kept as it is, where [`Details::read`] makes a copy.
    ///
    /// # Errors
    /// As [`Details::read`].
    pub fn take(text: String, content: &str) -> Result<Self, DetailsError> {
        let details = Self::positions(&text, content)?;
        Ok(Self { text, ..details })
    }

    /// The details without the text of the file.
    fn positions(text: &str, content: &str) -> Result<Self, DetailsError> {
        let file = Value::read(text, Depth::Parts(&PARTS))?;
        let parts = file.record("file")?;
        let version = parts.value("version")?.unread().parse().ok();
        let found = version.ok_or_else(|| Misfit::new("version", "not a whole number"))?;
        if found != wire::VERSION {
            return Err(DetailsError::Version { found });
        }
        let mut details = Self::default();
        details.clusters = details.entries(text, parts.record("clusters")?)?;
        details.programmes = details.entries(text, parts.record("programmes")?)?;
        details.cooperations = details.entries(text, parts.record("cooperations")?)?;
        details.citations.shrink_to_fit();
        let sources = parts.list("sources")?.iter();
        details.sources = sources
            .map(|source| Ok(records::source(source.whole()?.record("sources")?)?))
            .collect::<Result<_, DetailsError>>()?;
        if parts.value("content")?.whole()?.text("content")? == content {
            Ok(details)
        } else {
            Err(DetailsError::OtherEdition)
        }
    }

    fn entries<'t>(&mut self, text: &'t str, records: &Record<'t>) -> Result<Vec<Entry>, DetailsError> {
        let records = records.fields();
        let mut entries = Vec::with_capacity(records.len());
        for (id, details) in records {
            entries.push(self.add(text, id.clone(), details.whole()?.record(id)?)?);
        }
        if !records.is_sorted_by(|(earlier, _), (later, _)| earlier <= later) {
            let order = sorted(records.len(), &|a, b| records[a].0.cmp(&records[b].0));
            entries = order
                .into_iter()
                .map(|position| entries[position].clone())
                .collect();
        }
        Ok(entries)
    }

    fn add<'t>(&mut self, text: &'t str, id: Cow<'t, str>, details: &Record<'t>) -> Result<Entry, Misfit> {
        details.optional_text("checked")?;
        let sources = details.list("sources")?;
        let cited = Span::new(self.citations.len(), sources.len());
        for source in sources {
            self.citations.push(source.position("sources")?);
        }
        Ok(Entry {
            id: self.span(text, id),
            summary: Localized {
                de: self.span(text, details.shared_text("summary_de")?),
                en: self.span(text, details.shared_text("summary_en")?),
            },
            sources: cited,
        })
    }

    fn span(&mut self, text: &str, part: Cow<'_, str>) -> Span {
        match part {
            Cow::Borrowed(part) => Span::new(offset(text, part), part.len()),
            Cow::Owned(part) => {
                let start = text.len() + self.unescaped.len();
                self.unescaped.push_str(&part);
                Span::new(start, part.len())
            }
        }
    }

    fn text(&self, Span { start, end }: Span) -> &str {
        let [start, end] = [start as usize, end as usize];
        let text = match start.checked_sub(self.text.len()) {
            None => self.text.get(start..end),
            Some(start) => self.unescaped.get(start..end - self.text.len()),
        };
        text.unwrap_or_default()
    }

    /// The entry of a record; where the file has several, the last.
    fn entry(&self, of: DetailsOf<'_>) -> Option<&Entry> {
        let (entries, id) = match of {
            DetailsOf::Cluster(id) => (&self.clusters, id),
            DetailsOf::Programme(id) => (&self.programmes, id),
            DetailsOf::Cooperation(id) => (&self.cooperations, id),
        };
        let behind = entries.partition_point(|entry| self.text(entry.id) <= id);
        let entry = entries.get(behind.checked_sub(1)?)?;
        (self.text(entry.id) == id).then_some(entry)
    }

    /// The summary of a record.
    pub fn summary(&self, of: DetailsOf<'_>, language: Language) -> Option<&str> {
        self.entry(of)
            .map(|entry| self.text(*entry.summary.get(language)))
    }

    /// The sources of a record; empty where there are no details of it.
    pub fn sources(&self, of: DetailsOf<'_>) -> impl Iterator<Item = &Source> {
        let cited = self.entry(of).map(|entry| entry.sources);
        let cited = cited.and_then(|cited| self.citations.get(cited.start as usize..cited.end as usize));
        cited
            .unwrap_or_default()
            .iter()
            .filter_map(|&position| self.sources.get(position as usize))
    }
}
