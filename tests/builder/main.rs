//! Guards the builder: every editorial rule by a fixture and a report to read, the real dataset, and the
//! files that are published.
#![expect(clippy::unwrap_used, reason = "a helper that cannot go on fails its test")]

mod agreement;
mod changelogs;
mod configuration;
mod dataset;
mod discovery;
mod generated;
mod hostile;
mod open_data;
mod pages;
mod project;
mod published;
mod rules;
mod search;
mod stories;
mod tables;
mod workbooks;
mod world;
