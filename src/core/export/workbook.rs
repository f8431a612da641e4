//! An extract as the sheets of a workbook, ready for whatever writes workbooks.

use crate::domain::localized::Language;
use crate::locale::texts;
use crate::query::side::Sides;

use super::clusters;
use super::extract::Extract;
use super::sheet::{Cell, Sheet, edition};

/// A sheet with its name.
#[derive(Clone, Debug, PartialEq)]
pub struct Tab {
    /// On the tab: at most 31 characters, none of which a workbook forbids.
    pub name: &'static str,
    /// The headings, then the rows, all of the same length.
    pub rows: Vec<Vec<Cell>>,
}

/// Cooperations, clusters, and what the data are and under which terms.
pub fn workbook(extract: &Extract<'_>, sides: Option<Sides<'_>>, language: Language) -> [Tab; 3] {
    let texts = texts(language).export();
    let sheet = Sheet {
        dataset: extract.dataset,
        details: extract.details,
        sides,
        language,
    };
    let cooperations = sheet.rows(extract.cooperations.iter().copied()).collect();
    let clusters = clusters::rows(extract, language);
    let headings = texts.edition_columns.map(Cell::text).to_vec();
    let edition = vec![headings, edition(extract.dataset, language).into()];
    let [first, second, third] = texts.sheets;
    [(first, cooperations), (second, clusters), (third, edition)].map(|(name, rows)| Tab { name, rows })
}
