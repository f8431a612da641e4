//! Cooperations -> files for saving.
//!
//! What a table holds is said once, in [`sheet`]; each format of tables only writes its cells.

pub mod chart;
pub mod csv;
pub mod sheet;

use crate::dataset::Edition;

/// The name of a file with data of an edition, with its ending: `clusteratlas-2026-11-22.csv`.
pub fn file_name(edition: &Edition, ending: &str) -> String {
    format!("clusteratlas-{}.{ending}", edition.date)
}
