//! What the finished site costs in Chromium, beside two plain pages with the same data.
//!
//! `cargo xtask bench` runs it; by hand, against any finished site:
//! `cargo bench -p xtask --bench pages --profile dev -- --site DIR --datasets real,3000 --quick`.
//! The sites are served with the headers that `cargo xtask serve` sends, and driven by the messages of the README.
//!
//! What is called the main thread's work is the length of its tasks in a trace of the browser, between marks that
//! the page itself sets: a change of the filters lasts until nothing more happens, a frame of a journey until the
//! next one begins. The map's own work is the page opened with the map less the same page opened with the list,
//! medians of each; pages are opened in turns. Tasks are as long as they last, and so longer on a busy machine; the
//! processor time in them is told as well. The first full map stands when the page has posted `drawn` and nothing
//! more arrives; `details.json` comes later and is kept back until then. Memory is that of JavaScript's objects after
//! garbage collection and the linear memory of WebAssembly. Slow pages make fewer changes and frames in their time.
//!
//! | module | holds |
//! | --- | --- |
//! | `chromium`, `tab`, `trace` | the browser, a page in it, and what its main thread did |
//! | `driver.js` | runs in every measured page: sends messages, sets marks |
//! | `sites`, `states` | what is served, and what is chosen in it |
//! | `measure` | the acts and waits |
//! | `figures`, `sample`, `bytes`, `native` | the figures |
//! | `targets`, `report` | what they shall be, and the tables |

mod bytes;
mod chromium;
mod figures;
mod measure;
mod native;
mod report;
mod sample;
mod sites;
mod states;
mod tab;
mod targets;
mod trace;

use std::fs;
use std::io::Write as _;
use std::path::{Path, PathBuf};
use std::process::{Command, ExitCode};
use std::thread;
use std::time::{Duration, Instant};

use anyhow::{Context as _, Result};
use clap::Parser;
use serde_json::{Value, json};
use xtask::server::Server;

use crate::chromium::Chromium;
use crate::measure::{Measuring, Plan, Subject};
use crate::report::{Case, Machine, Run};
use crate::sites::Dataset;

const PROJECT: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../..");

/// Measures the finished site in Chromium.
#[derive(Debug, Parser)]
#[expect(clippy::struct_excessive_bools, reason = "flags of a command line")]
struct Arguments {
    /// The finished site
    #[arg(long, default_value = concat!(env!("CARGO_MANIFEST_DIR"), "/../../dist"))]
    site: PathBuf,
    /// `real` and numbers of generated cooperations
    #[arg(long, value_delimiter = ',', default_value = "real,300,3000,30000,100000")]
    datasets: Vec<Dataset>,
    /// Fewer repetitions, and the processor at its own speed only
    #[arg(long)]
    quick: bool,
    /// Leave the pages out
    #[arg(long)]
    no_pages: bool,
    /// Leave the controls out
    #[arg(long)]
    no_controls: bool,
    /// The folder in which Criterion has left native figures
    #[arg(long)]
    criterion: Option<PathBuf>,
    /// Keep the traces of the browser in this folder
    #[arg(long)]
    traces: Option<PathBuf>,
    /// Where the figures go
    #[arg(long, default_value = concat!(env!("CARGO_MANIFEST_DIR"), "/../../target/bench.json"))]
    out: PathBuf,
    /// Cargo says that it benchmarks
    #[arg(long, hide = true)]
    bench: bool,
}

fn main() -> ExitCode {
    match run(&Arguments::parse()) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            say(&format!("{error:#}"));
            ExitCode::FAILURE
        }
    }
}

fn run(arguments: &Arguments) -> Result<()> {
    let mut run = Run {
        machine: machine(&arguments.site),
        ..Run::default()
    };
    if let Some(criterion) = &arguments.criterion {
        run.native = native::read(criterion)?;
        say(&run.native_table());
    }
    if !arguments.no_pages {
        let mut chromium = Chromium::start()?;
        run.machine.browser = version(&mut chromium)?;
        for &dataset in &arguments.datasets {
            let folder = sites::prepare(
                &arguments.site,
                Path::new(PROJECT),
                &Path::new(PROJECT).join("target/bench"),
                dataset,
            )?;
            let throttles: &[f64] = if arguments.quick { &[1.0] } else { &[1.0, 4.0] };
            for &throttle in throttles {
                let case = measure_case(&mut chromium, arguments, dataset, &folder, throttle)?;
                if throttle <= 1.0 {
                    say(&case.downloads());
                }
                say(&case.table());
                run.cases.push(case);
                // What is measured so far outlives whatever ends a long run.
                write(&run, &arguments.out)?;
            }
        }
    }
    run.targets = targets::verdicts(&run);
    say(&run.verdicts());
    write(&run, &arguments.out)
}

fn measure_case(
    chromium: &mut Chromium,
    arguments: &Arguments,
    dataset: Dataset,
    folder: &Path,
    throttle: f64,
) -> Result<Case> {
    let server = Server::start(folder, 0).context("cannot serve the site")?;
    let loads = match dataset {
        Dataset::Real | Dataset::Generated(..10_000) if !arguments.quick && throttle <= 1.0 => 5,
        _ => 3,
    };
    let traces = arguments
        .traces
        .as_ref()
        .map(|folder| folder.join(format!("{dataset}-{throttle}x")));
    if let Some(traces) = &traces {
        fs::create_dir_all(traces).with_context(|| format!("cannot create: {}", traces.display()))?;
    }
    let start = Instant::now();
    let subjects = if arguments.no_controls {
        &Subject::ALL[..1]
    } else {
        &Subject::ALL[..]
    };
    let plan = Plan {
        site: &server.url(),
        subjects,
        loads,
        throttle,
        traces,
    };
    let measured = Measuring::run(chromium, plan)?;
    say(&format!(
        "{dataset} cooperations, {throttle}x: measured in {:.0} s",
        start.elapsed().as_secs_f64()
    ));
    let mut measured = measured.into_iter();
    let mut next = || measured.next().unwrap_or_default();
    let atlas = next();
    Ok(Case {
        dataset: dataset.to_string(),
        throttle,
        bytes: bytes::by_kind(folder, &atlas.requests),
        atlas,
        plain_leaflet: next(),
        bare_canvas: next(),
    })
}

fn machine(site: &Path) -> Machine {
    let said = |program: &str, arguments: &[&str]| {
        let output = Command::new(program)
            .args(arguments)
            .current_dir(PROJECT)
            .output();
        output.map_or_else(
            |_| String::new(),
            |output| String::from_utf8_lossy(&output.stdout).trim().to_owned(),
        )
    };
    let processors = fs::read_to_string("/proc/cpuinfo").unwrap_or_default();
    let model = processors.lines().find(|line| line.starts_with("model name"));
    Machine {
        date: said("date", &["-u", "+%Y-%m-%dT%H:%M:%SZ"]),
        commit: said("git", &["describe", "--always", "--dirty"]),
        site: site.display().to_string(),
        processor: model
            .and_then(|line| line.split_once(": "))
            .map(|(_, name)| name.to_owned())
            .unwrap_or_default(),
        cores: thread::available_parallelism().map_or(0, usize::from),
        load: fs::read_to_string("/proc/loadavg")
            .ok()
            .and_then(|text| text.split(' ').next()?.parse().ok()),
        browser: String::new(),
        brotli_qualities_below_and_above_2_mb: sites::QUALITIES,
    }
}

fn version(chromium: &mut Chromium) -> Result<String> {
    let version = chromium.call(None, "Browser.getVersion", &json!({}), Duration::from_secs(5))?;
    let product = version.get("product").and_then(Value::as_str);
    Ok(product.unwrap_or_default().to_owned())
}

fn write(run: &Run, path: &Path) -> Result<()> {
    let json = serde_json::to_string_pretty(run)?;
    fs::write(path, json).with_context(|| format!("cannot write: {}", path.display()))
}

/// Prints a text at once.
fn say(text: &str) {
    let _closed = writeln!(std::io::stdout().lock(), "{text}");
}
