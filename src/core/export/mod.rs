//! Cooperations -> files for saving.
//!
//! What a table holds is said once, in [`sheet`] and [`clusters`]; each format of tables only writes its cells. What
//! other formats hold is an [`extract`]. Every file names the version and date of the data, who publishes them, and
//! under which terms: formats of objects in members of their own, tables in the last columns of every row, so that a
//! table stays one that any program reads.

pub mod chart;
pub mod clusters;
pub mod csv;
pub mod extract;
pub mod files;
pub mod geojson;
mod json;
pub mod linked;
pub mod map;
pub mod selection;
pub mod sheet;
mod svg;
pub mod workbook;

use crate::dataset::Edition;
use crate::decimal;

/// The name of a file with data of an edition, with its ending: `clusteratlas-2026-11-22.csv`.
pub fn file_name(edition: &Edition, ending: &str) -> String {
    format!("clusteratlas-{}.{ending}", edition.date)
}

/// A number with at most so many digits after the point; one beyond [`decimal`] is whole.
fn number(value: f64, digits: u32) -> String {
    if value.abs() < 999_999_999.0 {
        return decimal::write(value, digits);
    }
    let sign = if value < 0.0 { "-" } else { "" };
    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "not negative, and beyond the largest becomes the largest"
    )]
    let whole = value.abs().round() as u64;
    format!("{sign}{whole}")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn large_amounts_keep_their_digits() {
        assert_eq!(number(1.5, 2), "1.5");
        assert_eq!(number(999_999_998.994, 2), "999999998.99");
        assert_eq!(number(12_000_000_000.0, 2), "12000000000");
        assert_eq!(number(-2e9, 2), "-2000000000");
    }
}
