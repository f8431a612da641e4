//! Command line of the builder: arguments, printing, exit codes; nothing else.
//!
//! Exit code 0: clean. 1: findings that forbid publishing. 2: could not run.

use std::io::Write;
use std::path::PathBuf;
use std::process::ExitCode;

use anyhow::{Context, Result};
use clap::{Parser, Subcommand};
use clusteratlas_builder::{Folders, check, generate, generate_details, publish};
use clusteratlas_editorial::rules;

/// Checks the authored dataset of Clusteratlas and publishes what the application loads.
#[derive(Parser)]
struct Arguments {
    /// Folder of the project
    #[arg(long, default_value = ".", global = true)]
    root: PathBuf,
    #[command(subcommand)]
    task: Task,
}

#[derive(Subcommand)]
enum Task {
    /// Reports every problem of the authored dataset
    Check,
    /// Checks, then writes everything the site needs of the dataset
    Build,
    /// Prints what a rule finds, why, and what to write instead
    Explain {
        /// Name or code of the rule; all are listed without it
        rule: Option<String>,
    },
    /// Writes a valid synthetic atlas.json
    Generate {
        /// Number of cooperations
        #[arg(long)]
        cooperations: u32,
        /// Chooses one of many datasets of that size
        #[arg(long, default_value_t = 1)]
        seed: u64,
        /// File to write; the matching details.json is written beside it
        #[arg(long)]
        out: PathBuf,
    },
}

fn main() -> ExitCode {
    match run(&Arguments::parse()) {
        Ok(0) => ExitCode::SUCCESS,
        Ok(_) => ExitCode::from(1),
        Err(error) => {
            eprintln!("error: {error:#}");
            ExitCode::from(2)
        }
    }
}

/// Runs the task and counts the findings that forbid publishing.
fn run(arguments: &Arguments) -> Result<usize> {
    let folders = Folders::of_project(&arguments.root);
    let report = match &arguments.task {
        Task::Check => check(&folders)?,
        Task::Build => publish(&folders)?,
        Task::Explain { rule } => {
            write!(std::io::stdout(), "{}", explanation(rule.as_deref())?)?;
            return Ok(0);
        }
        Task::Generate {
            cooperations,
            seed,
            out,
        } => {
            let bytes = generate(*cooperations, *seed);
            std::fs::write(out, bytes).with_context(|| format!("cannot write {}", out.display()))?;
            let details = out.with_file_name("details.json");
            let bytes = generate_details(*cooperations, *seed);
            std::fs::write(&details, bytes).with_context(|| format!("cannot write {}", details.display()))?;
            return Ok(0);
        }
    };
    write!(std::io::stdout(), "{report}")?;
    Ok(report.errors())
}

fn explanation(rule: Option<&str>) -> Result<String> {
    if let Some(rule) = rule {
        return rules::document(rule).with_context(|| format!("no such rule: {rule}"));
    }
    let lines: Vec<String> = rules::names()
        .map(|(code, name)| format!("{code} {name}\n"))
        .collect();
    Ok(lines.concat())
}
