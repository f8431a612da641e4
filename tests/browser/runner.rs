//! End-to-end tests: what a reader does with the finished site, in Chromium and in Firefox.
//!
//! `cargo xtask test` runs all; by hand, against the site in `dist/`:
//! `cargo test -p xtask --test browser -- [NAME]… [--browser chromium|firefox] [--site DIR]`.
//! Each story gets a fresh browser. The site is served with the headers that `cargo xtask serve` sends.
//!
//! Two browsers share the machine, and a story that fails may have starved. A few that fail are therefore told again at
//! the end, alone; what passes only then is named as unsteady beside its first failure.
//!
//! | module | holds |
//! | --- | --- |
//! | `story` | what a story is, and the list of all |
//! | `browser`, `driver` | a browser with its driver, started for one story |
//! | `media` | what the reader's system prefers |
//! | `journal` | everything that the browser said meanwhile: console, violations, requests, prompts |
//! | `page`, `acts`, `keys`, `sights` | the page as a reader knows it: what can be done, with keys alone too, and what can be seen |
//! | `host_page` | a page of other people that embeds the site |
//! | `site`, `recount` | copies of the site with a changed file; numbers counted anew from the dataset |
//! | `web_servers` | the web servers of `docs/deploy`, started with the site |
//! | the others | the stories |

mod acts;
mod browser;
mod driver;
mod host_page;
mod journal;
mod keys;
mod media;
mod page;
mod recount;
mod sights;
mod site;
mod story;

mod accessibility;
mod agreement;
mod brief;
mod colours;
mod crowd;
mod details;
mod editors;
mod embed;
mod failures;
mod figures;
mod filters;
mod guided;
mod host_pages;
mod hostile;
mod hosting;
mod keyboard;
mod languages;
mod links;
mod markup;
mod matrix;
mod memory;
mod messages;
mod motion;
mod moving;
mod narrow;
mod offline;
mod opening;
mod pages;
mod period;
mod picture;
mod pointer;
mod privacy;
mod questions;
mod restraint;
mod search;
mod seats;
mod share;
mod speech;
mod table;
mod tiles;
mod touch;
mod trees;
mod walking;
mod web_servers;
mod wheel;
mod zoom;

use std::fs;
use std::io::Write as _;
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::thread::{self, ScopedJoinHandle};
use std::time::Instant;

use anyhow::{Context as _, Result};
use clap::Parser;
use serde::Serialize;
use serde_json::{Value, json};

use crate::browser::{Browser, Kind};
use crate::page::Page;
use crate::site::Site;
use crate::story::Story;

/// End-to-end tests in Chromium and Firefox.
#[derive(Debug, Parser)]
struct Arguments {
    /// Run only stories whose name contains one of these
    names: Vec<String>,
    /// Run in this browser only
    #[arg(long)]
    browser: Option<Kind>,
    /// Run only what looks at accessibility, and that in full: every state for every reader
    #[arg(long)]
    accessibility: bool,
    /// The finished site
    #[arg(long, default_value = concat!(env!("CARGO_MANIFEST_DIR"), "/../../dist"))]
    site: PathBuf,
}

/// Where the outcomes go, for the report on accessibility.
const OUTCOMES: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../../target/xtask/stories.json");

/// So many failures may come from a busy machine; more of them are not told again.
const MOST_AGAIN: usize = 5;

/// What came of a story in a browser.
#[derive(Clone, Debug, Serialize)]
struct Outcome {
    story: &'static str,
    browser: String,
    passed: bool,
    seconds: f64,
    /// Whether it was told a second time, alone.
    again: bool,
}

fn main() -> ExitCode {
    match run(&Arguments::parse()) {
        Ok(outcomes) => {
            let passed = outcomes.iter().filter(|outcome| outcome.passed).count();
            let failed = outcomes.len() - passed;
            for unsteady in outcomes.iter().filter(|outcome| outcome.again && outcome.passed) {
                let Outcome { story, browser, .. } = unsteady;
                say(&format!("unsteady: {browser} {story} passed only alone"));
            }
            say(&format!("{passed} passed, {failed} failed"));
            if failed == 0 && passed > 0 {
                ExitCode::SUCCESS
            } else {
                ExitCode::FAILURE
            }
        }
        Err(error) => {
            say(&format!("{error:#}"));
            ExitCode::FAILURE
        }
    }
}

fn run(arguments: &Arguments) -> Result<Vec<Outcome>> {
    let site = Site::finished(&arguments.site)?;
    let chosen = |story: &Story| {
        let is_named =
            arguments.names.is_empty() || arguments.names.iter().any(|name| story.name.contains(name));
        is_named && (story.has_long_form || !arguments.accessibility)
    };
    let stories: Vec<Story> = story::all().filter(chosen).collect();
    let kinds = arguments.browser.map_or(Kind::ALL.to_vec(), |kind| vec![kind]);
    // Two browsers, two threads: each mostly waits for its own.
    let outcomes = thread::scope(|scope| {
        let start = |kind| {
            let (site, stories, thorough) = (&site, &stories, arguments.accessibility);
            scope.spawn(move || tell(kind, stories, site, thorough))
        };
        let running: Vec<_> = kinds.into_iter().map(start).collect();
        let ended: Vec<_> = running.into_iter().map(ScopedJoinHandle::join).collect();
        ended
            .into_iter()
            .map(|outcomes| outcomes.ok().context("a browser's thread has panicked")?)
            .collect::<Result<Vec<Vec<Outcome>>>>()
    })?;
    let mut outcomes = outcomes.concat();
    tell_again(&mut outcomes, &stories, &site, arguments.accessibility)?;
    write_down(&outcomes).with_context(|| format!("cannot write: {OUTCOMES}"))?;
    Ok(outcomes)
}

/// Keeps what came of other stories before.
fn write_down(outcomes: &[Outcome]) -> Result<()> {
    let path = Path::new(OUTCOMES);
    let before = fs::read_to_string(path).unwrap_or_default();
    let mut all: Vec<Value> = serde_json::from_str(&before).unwrap_or_default();
    let is_told = |old: &Value| {
        outcomes
            .iter()
            .any(|one| old["story"] == one.story && old["browser"] == one.browser)
    };
    all.retain(|old| !is_told(old));
    all.extend(outcomes.iter().map(|outcome| json!(outcome)));
    fs::create_dir_all(path.parent().unwrap_or(path))?;
    Ok(fs::write(path, json!(all).to_string())?)
}

/// Runs stories one after the other in one kind of browser.
fn tell(kind: Kind, stories: &[Story], site: &Site, thorough: bool) -> Result<Vec<Outcome>> {
    let runtime = tokio::runtime::Builder::new_current_thread()
        .enable_all()
        .build()?;
    let outcomes = stories
        .iter()
        .filter(|story| story.only.is_none_or(|only| only == kind))
        .map(|story| {
            let start = Instant::now();
            let result = runtime.block_on(tell_one(kind, story, site, thorough));
            let seconds = start.elapsed().as_secs_f64();
            let mark = if result.is_ok() { "✓" } else { "✗" };
            say(&format!("{mark} {seconds:>5.1} s  {kind:<8}  {}", story.name));
            if let Err(error) = &result {
                say(&format!("{error:#}\n"));
            }
            Outcome {
                story: story.name,
                browser: kind.to_string(),
                passed: result.is_ok(),
                seconds,
                again: false,
            }
        });
    Ok(outcomes.collect())
}

/// Tells what has failed once more, alone, where that may have been the machine.
fn tell_again(outcomes: &mut [Outcome], stories: &[Story], site: &Site, thorough: bool) -> Result<()> {
    let failed = outcomes.iter_mut().filter(|outcome| !outcome.passed);
    let failed: Vec<&mut Outcome> = failed.collect();
    if failed.len() > MOST_AGAIN {
        return Ok(());
    }
    for outcome in failed {
        let kind = Kind::ALL
            .into_iter()
            .find(|kind| kind.to_string() == outcome.browser);
        let story = stories.iter().find(|story| story.name == outcome.story);
        if let (Some(kind), Some(story)) = (kind, story) {
            for second in tell(kind, std::slice::from_ref(story), site, thorough)? {
                *outcome = Outcome {
                    again: true,
                    ..second
                };
            }
        }
    }
    Ok(())
}

async fn tell_one(kind: Kind, story: &Story, site: &Site, thorough: bool) -> Result<()> {
    let browser = Browser::start(kind, story.reader).await?;
    let page = Page::new(browser, site.clone(), thorough);
    let told = (story.tell)(&page).await;
    let told = match told {
        Ok(()) => page.journal().check_quiet(),
        // What the browser said is often the cause of what the story missed.
        Err(error) => Err(error.context(page.journal().account())),
    };
    page.leave().await;
    told
}

/// Prints a line at once, whole, whatever the other browser's thread prints.
fn say(line: &str) {
    let _closed = writeln!(std::io::stdout().lock(), "{line}");
}
