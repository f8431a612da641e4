//! `cargo xtask bench`: native benchmarks of the core, then the finished site in Chromium beside two plain pages.

use std::path::{Path, PathBuf};

use anyhow::{Context, Result};
use clap::Args;

use crate::browsers;
use crate::program::Shape;
use crate::project::Project;
use crate::task::Task;
use crate::{say, setup, site};

/// What is measured, and how thoroughly.
#[derive(Clone, Debug, Args)]
#[expect(clippy::struct_excessive_bools, reason = "flags of a command line")]
pub(crate) struct Options {
    /// Only the native benchmarks
    #[arg(long, conflicts_with = "pages")]
    native: bool,
    /// Only the pages in Chromium
    #[arg(long)]
    pages: bool,
    /// Numbers of generated cooperations, and `real` for the dataset of the site
    #[arg(long, value_name = "LIST", default_value = "real,300,3000,30000,100000")]
    sizes: String,
    /// Fewer repetitions, and the processor at its own speed only
    #[arg(long)]
    quick: bool,
    /// Leave the two plain pages out
    #[arg(long)]
    no_controls: bool,
    /// Measure this finished folder as it is, without building
    #[arg(long, value_name = "DIR")]
    site: Option<PathBuf>,
    /// Keep what the browser's main thread did in this folder, to be opened in a browser's developer tools
    #[arg(long, value_name = "DIR")]
    traces: Option<PathBuf>,
}

/// Measures, prints the tables and writes `target/bench.json`; a missed target is printed and is no failure.
pub(crate) fn run(project: &Project, options: &Options) -> Result<()> {
    let criterion = project.root().join("target").join("criterion");
    if !options.pages {
        native(project, options, &criterion)?;
    }
    let mut arguments = vec!["--datasets".to_owned(), options.sizes.clone()];
    let mut path = |name: &str, path: &Path| -> Result<()> {
        // The other program starts in another folder.
        let path = std::path::absolute(path).with_context(|| format!("no such path: {}", path.display()))?;
        arguments.extend([format!("--{name}"), path.display().to_string()]);
        Ok(())
    };
    path("site", options.site.as_deref().unwrap_or(&project.dist()))?;
    if !options.pages {
        path("criterion", &criterion)?;
    }
    if let Some(traces) = &options.traces {
        path("traces", traces)?;
    }
    for (name, chosen) in [
        ("--no-pages", options.native),
        ("--quick", options.quick),
        ("--no-controls", options.no_controls),
    ] {
        arguments.extend(chosen.then(|| name.to_owned()));
    }
    // The driver's own speed plays no part, so it shares the crates of the other chores.
    let pages = [
        "bench",
        "--quiet",
        "-p",
        "xtask",
        "--bench",
        "pages",
        "--profile",
        "dev",
        "--",
    ];
    let arguments = pages.map(str::to_owned).into_iter().chain(arguments);
    let mut task = Task::new(project, "pages", "cargo", arguments);
    if !options.native {
        if options.site.is_none() {
            site::build(project, Shape::Split)?;
        }
        setup::for_data(project)?;
        task = task.variable("CHROMIUM", browsers::chromium(project)?);
    }
    task.run_openly()
}

fn native(project: &Project, options: &Options, criterion: &Path) -> Result<()> {
    let sizes: Vec<&str> = options
        .sizes
        .split(',')
        .filter(|size| size.parse::<u32>().is_ok())
        .collect();
    if criterion.is_dir() {
        // Figures of earlier runs would stand beside those of this one.
        std::fs::remove_dir_all(criterion)
            .with_context(|| format!("cannot remove: {}", criterion.display()))?;
    }
    std::fs::create_dir_all(criterion).with_context(|| format!("cannot create: {}", criterion.display()))?;
    say::line(format_args!("native: {} cooperations", sizes.join(", ")));
    Task::new(
        project,
        "core",
        "cargo",
        ["bench", "-p", "clusteratlas-builder", "--bench", "core"],
    )
    .variable("CRITERION_HOME", criterion)
    .variable("CLUSTERATLAS_BENCH_SIZES", sizes.join(","))
    .run()
}
