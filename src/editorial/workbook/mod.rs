//! The dataset as a workbook: sheets of rows that a spreadsheet opens.
//!
//! `layout` says once which sheets and columns there are; `export` fills them with records and `import` reads
//! records out of them. Formats know nothing of records: `xlsx`, `ods` and `csv` read and write sheets.

pub mod cell;
pub mod csv;
pub mod export;
mod form;
pub mod guard;
pub mod heading;
pub mod import;
pub mod layout;
pub mod note;
pub mod ods;
pub mod read;
mod remark;
pub mod report;
pub mod template;
pub mod value;
pub mod xlsx;
