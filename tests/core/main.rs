//! Guards the core by its public surface: domain, dataset, query, geometry, scene, texts and links.
//!
//! Where a module has an inverse or a plain way to count the same thing, that is a property over random
//! input; everything else is a row with a note.
#![expect(clippy::unwrap_used, reason = "a helper that cannot go on fails its test")]

mod assembling;
mod atlas;
mod briefs;
mod bundling;
mod charts;
mod codes;
mod colours;
mod curves;
mod damage;
mod decimals;
mod details;
mod embedding;
mod exports;
mod extracts;
mod formats;
mod funding_references;
mod geojson;
mod labels;
mod left_out;
mod levels;
mod links;
mod map_files;
mod marks;
mod matrix;
mod mercator;
#[path = "../mutation.rs"]
mod mutation;
mod orders;
mod partial_dates;
mod pictures;
mod pointer;
#[path = "../property.rs"]
mod property;
mod queries;
mod related;
mod scenes;
mod search;
mod selections;
mod sentences;
mod sets;
mod shapes;
mod stories;
mod summaries;
mod tiles;
mod totals;
mod walks;
mod web_addresses;
mod world;
