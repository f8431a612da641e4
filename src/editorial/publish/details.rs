//! `details.json`: summaries and sources, each source once.

use std::collections::BTreeMap;

use clusteratlas_core::dataset::wire::{self, DetailsFile, RecordDetails};
use serde::Deserialize;

use crate::authored::Authored;
use crate::authored::list::List;

use super::PublishError;
use super::atlas::read_all;

/// The part of an authored record that is loaded later.
#[derive(Deserialize)]
struct Described<'a> {
    id: &'a str,
    summary_de: &'a str,
    summary_en: &'a str,
    #[serde(borrow)]
    sources: Vec<wire::Source<'a>>,
    checked: Option<&'a str>,
}

/// Sources in order of their first use, and where each stands.
#[derive(Default)]
struct Sources<'a> {
    list: Vec<wire::Source<'a>>,
    positions: BTreeMap<[Option<String>; 4], u32>,
}

impl<'a> Sources<'a> {
    fn position(&mut self, source: wire::Source<'a>) -> Result<u32, PublishError> {
        let owned = |text: &Option<wire::Text<'_>>| text.as_deref().map(str::to_owned);
        let key = [
            owned(&source.url),
            Some(source.title.to_string()),
            owned(&source.publisher),
            owned(&source.published),
        ];
        if let Some(&position) = self.positions.get(&key) {
            return Ok(position);
        }
        let position = u32::try_from(self.list.len()).ok().ok_or(PublishError::Sources)?;
        self.positions.insert(key, position);
        self.list.push(source);
        Ok(position)
    }
}

/// The file of a dataset without errors; the name of its contents is still empty.
pub(super) fn file(authored: &Authored) -> Result<DetailsFile<'_>, PublishError> {
    let mut sources = Sources::default();
    let clusters = records(authored, List::Clusters, &mut sources)?;
    let programmes = records(authored, List::Programmes, &mut sources)?;
    let cooperations = records(authored, List::Cooperations, &mut sources)?;
    Ok(DetailsFile {
        version: wire::VERSION,
        content: "".into(),
        sources: sources.list,
        clusters,
        programmes,
        cooperations,
    })
}

fn records<'a>(
    authored: &'a Authored,
    list: List,
    sources: &mut Sources<'a>,
) -> Result<BTreeMap<wire::Text<'a>, RecordDetails<'a>>, PublishError> {
    let described: Vec<Described<'a>> = read_all(authored, list)?;
    let details = described.into_iter().map(|record| {
        let positions = record.sources.into_iter().map(|source| sources.position(source));
        let details = RecordDetails {
            summary_de: record.summary_de.into(),
            summary_en: record.summary_en.into(),
            sources: positions.collect::<Result<_, _>>()?,
            checked: record.checked.map(Into::into),
        };
        Ok((record.id.into(), details))
    });
    details.collect()
}
