//! The whole dataset as the files that stand beside the atlas.

use crate::domain::localized::Language;
use crate::workbench::Cell;

use super::clusters;
use super::csv::{Dialect, csv};
use super::extract::Extract;
use super::geojson::geojson;
use super::linked::linked;
use super::selection::selection;
use super::sheet::Sheet;

/// A file with what has to be known to describe it.
#[derive(Clone, Debug)]
pub struct File {
    /// Its name, in the folder `data` of the site.
    pub name: &'static str,
    /// The form of its content.
    pub format: Format,
    /// The language of its words; none where it holds both.
    pub language: Option<Language>,
    /// What it holds.
    pub content: Vec<u8>,
}

/// The form of a file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Format {
    /// Comma-separated values.
    Csv,
    /// Geographic JSON.
    GeoJson,
    /// JSON.
    Json,
    /// JSON for linked data.
    JsonLd,
    /// A workbook of Office Open XML.
    Xlsx,
}

impl Format {
    /// The media type that the Internet Assigned Numbers Authority knows.
    pub const fn media_type(self) -> &'static str {
        match self {
            Self::Csv => "text/csv",
            Self::GeoJson => "application/geo+json",
            Self::Json => "application/json",
            Self::JsonLd => "application/ld+json",
            Self::Xlsx => "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        }
    }
}

/// All of them that are text; `extract` is whole.
pub fn files(extract: &Extract<'_>) -> Vec<File> {
    let cooperations = |language| {
        let sheet = Sheet {
            dataset: extract.dataset,
            details: extract.details,
            sides: None,
            language,
        };
        sheet.rows(extract.cooperations.iter().copied()).collect()
    };
    let clusters = |language| clusters::rows(extract, language);
    let table = |name, rows: Vec<Vec<Cell>>, language, dialect| File {
        name,
        format: Format::Csv,
        language: Some(language),
        content: csv(&mut rows.into_iter(), dialect).into_bytes(),
    };
    let whole = |name, format, content: String| File {
        name,
        format,
        language: None,
        content: content.into_bytes(),
    };
    let (german, english) = (Language::German, Language::English);
    vec![
        table(
            "kooperationen-excel.csv",
            cooperations(german),
            german,
            Dialect::Excel,
        ),
        table("cluster-excel.csv", clusters(german), german, Dialect::Excel),
        table("cooperations.csv", cooperations(english), english, Dialect::Plain),
        table("clusters.csv", clusters(english), english, Dialect::Plain),
        whole("clusteratlas.geojson", Format::GeoJson, geojson(extract)),
        whole("clusteratlas.json", Format::Json, selection(extract)),
        whole("clusteratlas.jsonld", Format::JsonLd, linked(extract)),
    ]
}
