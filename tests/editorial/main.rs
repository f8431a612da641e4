//! Guards what editors work with: workbooks give back what was put into them, and no file is too strange to be read.
#![expect(clippy::unwrap_used, reason = "a helper that cannot go on fails its test")]

mod changelogs;
mod damage;
mod forms;
mod limits;
#[path = "../mutation.rs"]
mod mutation;
mod open_document;
#[path = "../property.rs"]
mod property;
mod records;
mod round_trip;
mod work_lists;
