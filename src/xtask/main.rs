//! The project's chores: `cargo xtask --help` lists them.
//!
//! Each sets up what it needs, says what it does and how long that took, and stops with the step, the command, its
//! output and what to try. Modules: `setup`, `browsers` and `web_servers` (with `debian`) fetch what is missing; `site`
//! leads the release build: `program` finishes what was compiled, `workbench` makes the editors' workbench, `hosted` and
//! `offline` publish them with `page`, `parts` and `markup`, `licences` (with `crate_graph`) and `compress` complete
//! `dist/`, `fingerprint` knows when that is needless; `check`, `everything`, `suite`, `accessibility` and `budget` test; `bench`
//! measures; `serve`, `data`, `exchange` and `links` are the remaining commands; `task`, `failure`, `say`, `files` and
//! `project` serve all of them.

mod accessibility;
mod bench;
mod browsers;
mod budget;
mod check;
mod compress;
mod crate_graph;
mod data;
mod debian;
mod everything;
mod exchange;
mod failure;
mod files;
mod fingerprint;
mod hosted;
mod leaflet_css;
mod licences;
mod links;
mod markup;
mod offline;
mod page;
mod parts;
mod program;
mod project;
mod say;
mod serve;
mod setup;
mod site;
mod suite;
mod task;
mod web_servers;
mod workbench;

use std::io::Write as _;
use std::path::PathBuf;
use std::process::ExitCode;

use anyhow::Result;
use clap::{Parser, Subcommand};
use clusteratlas_core::domain::localized::Language;

use crate::program::Shape;
use crate::project::Project;

const ENVIRONMENT: &str = "\
Environment:
  CLUSTERATLAS_TOOLS  folder for trunk, wasm-bindgen and geckodriver, so that several checkouts
                      share one (default: .tools in the project)
  CHROMIUM, CHROMEDRIVER, FIREFOX, GECKODRIVER
                      paths of browsers and drivers that are not on the search path";

/// The chores of Clusteratlas: set up, build, serve, check, test, measure.
#[derive(Debug, Parser)]
#[command(name = "cargo xtask", bin_name = "cargo xtask", after_help = ENVIRONMENT)]
struct Arguments {
    #[command(subcommand)]
    chore: Chore,
}

#[derive(Debug, Subcommand)]
enum Chore {
    /// Build the release site and serve it on 127.0.0.1
    #[command(after_help = ENVIRONMENT)]
    Serve {
        /// Port to listen on
        #[arg(long, default_value_t = 8080)]
        port: u16,
        /// Rebuild and reload on every change, with trunk's own server
        #[arg(long)]
        dev: bool,
        /// Serve this finished folder as it is, without building
        #[arg(long, value_name = "DIR", conflicts_with = "dev")]
        dist: Option<PathBuf>,
    },
    /// Write the deployable site to dist/
    #[command(after_help = ENVIRONMENT)]
    Build {
        /// Leave the program in one piece, for pages that cannot fetch a second
        #[arg(long)]
        whole: bool,
    },
    /// Run every test: the checks, the release build, WebAssembly and end-to-end tests in browsers
    #[command(after_help = ENVIRONMENT)]
    Test {
        /// Only what proves the rules of accessibility, in full: every state for the engines, and Lighthouse
        #[arg(long)]
        accessibility: bool,
    },
    /// Run every check that needs no browser: format, lints, documentation, dataset, native tests
    Check,
    /// Measure: the core natively, and the site in Chromium beside two plain pages; the figures go to target/bench.json
    #[command(after_help = ENVIRONMENT)]
    Bench(bench::Options),
    /// Check, publish, exchange or generate the dataset
    #[command(subcommand)]
    Data(DataChore),
}

#[derive(Debug, Subcommand)]
enum DataChore {
    /// Report every problem of the records in data/
    Check {
        /// Language of the report: de or en [default: that of the terminal]
        #[arg(long, value_name = "LANGUAGE")]
        lang: Option<Language>,
    },
    /// Write what the application loads to public/data/
    Build,
    /// Read a workbook into the authored files and report what is wrong in it, by sheet, row and column
    Import {
        #[command(flatten)]
        options: exchange::ImportOptions,
        /// Language of the report: de or en [default: that of the terminal]
        #[arg(long, value_name = "LANGUAGE")]
        lang: Option<Language>,
    },
    /// Write the dataset as a workbook (.xlsx), or as tables (.csv) into a folder
    Export {
        /// File or folder to write
        file: PathBuf,
        /// Write the template that editors begin with: an example, choices and notes
        #[arg(long)]
        template: bool,
        /// Language of the headings: de or en [default: that of the terminal]
        #[arg(long, value_name = "LANGUAGE")]
        lang: Option<Language>,
    },
    /// Print what tells one dataset from another, by record and field
    Diff {
        /// Folder of authored files, an archive (.zip) of them, or a workbook
        old: PathBuf,
        /// The same
        new: PathBuf,
        /// Language of the summary: de or en [default: that of the terminal]
        #[arg(long, value_name = "LANGUAGE")]
        lang: Option<Language>,
    },
    /// Write the entry of the present edition into data/changelog: numbers of records, and what tells it from the one before
    Changelog {
        /// The edition before: folder of authored files, an archive (.zip) of them, or a workbook; not for the first entry
        #[arg(long, value_name = "EDITION")]
        since: Option<PathBuf>,
        /// Language of messages: de or en [default: that of the terminal]
        #[arg(long, value_name = "LANGUAGE")]
        lang: Option<Language>,
    },
    /// Count what editors could improve: records not checked for long, without a term, perhaps doubled …
    WorkList {
        /// A record is to be checked again after so many months
        #[arg(long, value_name = "N", default_value_t = 24)]
        months: u32,
        /// File to write the list to: .xlsx or .csv
        #[arg(long, value_name = "FILE")]
        out: Option<PathBuf>,
        /// Language of the list: de or en [default: that of the terminal]
        #[arg(long, value_name = "LANGUAGE")]
        lang: Option<Language>,
    },
    /// Ask for every web address of the dataset, politely, and print those that need an editor
    Links {
        #[command(flatten)]
        options: links::Options,
        /// Language of the report: de or en [default: that of the terminal]
        #[arg(long, value_name = "LANGUAGE")]
        lang: Option<Language>,
    },
    /// Write a valid synthetic atlas.json: the same bytes for the same numbers
    Generate {
        /// How many cooperations
        #[arg(long, value_name = "N")]
        cooperations: u32,
        /// Number that chooses among the possible datasets
        #[arg(long, value_name = "S")]
        seed: u64,
        /// File to write
        #[arg(long, value_name = "FILE")]
        out: PathBuf,
    },
}

fn main() -> ExitCode {
    match run(Arguments::parse()) {
        Ok(true) => ExitCode::SUCCESS,
        Ok(false) => ExitCode::FAILURE,
        Err(error) => {
            let _ = writeln!(std::io::stderr(), "\n{error:#}");
            ExitCode::FAILURE
        }
    }
}

/// Does a chore; `false` says that it ran and found something wrong.
fn run(arguments: Arguments) -> Result<bool> {
    let project = Project::find()?;
    match arguments.chore {
        Chore::Serve {
            port,
            dist: Some(dist),
            ..
        } => serve::folder(&dist, port)?,
        Chore::Serve { port, dev: true, .. } => serve::watch(&project, port)?,
        Chore::Serve { port, .. } => serve::release(&project, port)?,
        Chore::Build { whole: false } => site::build(&project, Shape::Split)?,
        Chore::Build { whole: true } => site::build(&project, Shape::Whole)?,
        Chore::Test { accessibility: false } => return everything::run(&project),
        Chore::Test { accessibility: true } => return everything::run_accessibility(&project),
        Chore::Check => return check::run(&project),
        Chore::Bench(options) => bench::run(&project, &options)?,
        Chore::Data(DataChore::Check { lang }) => data::check(&project, lang)?,
        Chore::Data(DataChore::Import { options, lang }) => {
            exchange::read_workbook(&project, &options, data::language(lang))?;
        }
        Chore::Data(DataChore::Export { file, template, lang }) => {
            exchange::write_workbook(&project, &file, template, data::language(lang))?;
        }
        Chore::Data(DataChore::Diff { old, new, lang }) => {
            exchange::compare(&old, &new, data::language(lang))?;
        }
        Chore::Data(DataChore::Changelog { since, lang }) => {
            exchange::write_changelog(&project, since.as_deref(), data::language(lang))?;
        }
        Chore::Data(DataChore::WorkList { months, out, lang }) => {
            exchange::write_work_list(&project, months, out.as_deref(), data::language(lang))?;
        }
        Chore::Data(DataChore::Links { options, lang }) => {
            links::check(&project, options, data::language(lang))?;
        }
        Chore::Data(DataChore::Build) => data::publish(&project)?,
        Chore::Data(DataChore::Generate {
            cooperations,
            seed,
            out,
        }) => data::generate(cooperations, seed, &out)?,
    }
    Ok(true)
}
