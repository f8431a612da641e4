//! The pure heart of Clusteratlas: what the records mean, which of them a reader asked for, and what a
//! map of them shows.
//!
//! | module | holds |
//! | --- | --- |
//! | [`decimal`] | numbers of links and style sheets |
//! | [`order`] | one sort for every list, short sets |
//! | [`fold`] | letters without capitals and accents: for search and for alphabetical order |
//! | [`geo`] | numbers on a sphere and on the plane of the map; knows no clusters |
//! | [`domain`] | the words of the subject: cluster, place, cooperation, programme |
//! | [`dataset`] | a whole, checked body of records, and how the published files are read |
//! | [`query`] | filters, matches and the counts beside every filter option |
//! | [`search`] | full-text search and suggestions |
//! | [`locale`] | every sentence of the page in German and English, numbers and dates |
//! | [`naming`] | what the values of filters are called |
//! | [`description`] | the sentence that says what is shown |
//! | [`scene`] | what the map shows, as plain data |
//! | [`brief`] | one record in numbers, for print |
//! | [`chart`] | charts of cooperations: bars, and where they stand |
//! | [`export`] | files for saving |
//! | [`permalink`] | the view state and its form in the URL fragment |
//! | [`markup`], [`embedding`] | snippets by which other people's pages show a view |
//! | [`stories`] | guided views with their texts, and how their file is read |
//! | [`tiles`] | providers of map tiles |
//! | [`workbench`] | what the page and the editors' workbench say to each other |
//!
//! Invariants: no input or output, no clock, no randomness, no browser; the same arguments give the same
//! value everywhere. A [`dataset::Dataset`] holds only references that resolve; whatever did not is in the
//! list of problems that came with it.
#![deny(missing_docs)]

pub mod brief;
pub mod chart;
mod codes;
pub mod dataset;
pub mod decimal;
pub mod description;
pub mod domain;
pub mod embedding;
pub mod export;
pub mod fold;
pub mod geo;
pub mod locale;
pub mod markup;
pub mod naming;
pub mod order;
pub mod permalink;
pub mod query;
pub mod scene;
pub mod search;
pub mod stories;
pub mod tiles;
pub mod workbench;
