//! An extract as the sheets of a workbook, which the workbench writes.

use crate::domain::localized::Language;
use crate::locale::texts;
use crate::query::side::Sides;
use crate::workbench::{Cell, Sheet};

use super::clusters;
use super::extract::Extract;
use super::sheet::{self, edition};

/// Cooperations, clusters, and what the data are and under which terms.
pub fn workbook(extract: &Extract<'_>, sides: Option<Sides<'_>>, language: Language) -> [Sheet; 3] {
    let texts = texts(language).export();
    let sheet = sheet::Sheet {
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
    [(first, cooperations), (second, clusters), (third, edition)].map(|(name, rows)| Sheet {
        name: name.to_owned(),
        rows,
    })
}
