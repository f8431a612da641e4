//! What editors work with: authored files and what is wrong in them.
//!
//! | module | holds |
//! | --- | --- |
//! | `authored` | records, stories and pages as authors wrote them, with file and line |
//! | `rules` | one file for each defect that authors are told of |
//! | `diagnostic` | what the rules found |
//! | `suggestion` | what could stand in the place of a wrong value |
//! | `work_list` | what editors could improve next |
//! | `workbook` | the dataset as sheets of rows |
//! | `said` | what editors are told, in both languages |
//! | `differences` | what tells one dataset from another |
//! | `changelog` | what has changed from edition to edition |
//! | `publish` | records as the files that the application loads |
//! | `gazetteer` | what is known of countries and German states beside the dataset |
//! | `knowledge` | published dataset and gazetteer as one file for the page |
//! | `archive` | archives of files |
//!
//! Invariants: pure, so that the command line and the page do the same; nothing that was read is left out without a
//! word; the same input gives the same output.
#![deny(missing_docs)]

pub mod archive;
pub mod authored;
pub mod changelog;
mod coordinates;
pub mod diagnostic;
pub mod differences;
pub mod gazetteer;
pub mod knowledge;
pub mod publish;
pub mod rules;
pub mod said;
mod suggestion;
pub mod work_list;
pub mod workbook;
