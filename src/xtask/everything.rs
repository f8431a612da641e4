//! `cargo xtask test`: the checks, then the release build and everything that runs in a browser. With `--accessibility`
//! what proves the rules of accessibility, and more of it.

use std::fs;
use std::path::PathBuf;

use anyhow::{Context, Result, ensure};
use serde_json::json;

use crate::browsers::Browsers;
use crate::program::Shape;
use crate::project::Project;
use crate::setup::{self, Tools};
use crate::suite::Suite;
use crate::task::Task;
use crate::{accessibility, budget, check, site, web_servers};

/// How Chromium starts for tests: also as root, and without traffic of its own.
const CHROMIUM_ARGUMENTS: [&str; 8] = [
    "--headless=new",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
];

/// Runs every test; returns whether all passed.
pub(crate) fn run(project: &Project) -> Result<bool> {
    let tools = setup::for_build(project)?;
    setup::for_browser_tests(project)?;
    let browsers = Browsers::ensure(project, &tools)?;
    web_servers::ensure(project)?;
    let python = setup::for_readers(project, &tools)?;
    accessibility::forget(project)?;
    let mut suite = Suite::default();
    check::add_to(&mut suite, project);
    let readers = ["test", "-p", "xtask", "--test", "readers"];
    suite.task(&Task::new(project, "readers", "cargo", readers).variable("READERS_PYTHON", &python));
    let built = suite.open_check("cargo xtask build", || site::build(project, Shape::Split));
    let needs_site = |check: &dyn Fn() -> Result<()>| {
        ensure!(built, "not run, because the site could not be built");
        check()
    };
    suite.open_check("size budget (tests/budget.json)", || {
        needs_site(&|| budget::check(project))
    });
    suite.task(&in_chromium(project, &tools, &browsers)?);
    let end_to_end = end_to_end(project, &browsers, &[]);
    suite.check(end_to_end.command_line(), || {
        needs_site(&|| end_to_end.run_silently())
    });
    suite.open_check("accessibility report", || accessibility::report(project));
    Ok(finish(&suite))
}

/// Runs what proves the rules of accessibility, with every state and Lighthouse; returns whether all passed.
pub(crate) fn run_accessibility(project: &Project) -> Result<bool> {
    let tools = setup::for_build(project)?;
    setup::for_browser_tests(project)?;
    let browsers = Browsers::ensure(project, &tools)?;
    accessibility::forget(project)?;
    site::build(project, Shape::Split)?;
    let mut suite = Suite::default();
    suite.task(&accessibility::native(project)?);
    accessibility::add_lighthouse(&mut suite, project, &browsers);
    let thorough = accessibility::thorough_stories();
    suite.task(&end_to_end(project, &browsers, &thorough));
    let others = accessibility::other_stories(project)?;
    if !others.is_empty() {
        suite.task(&end_to_end(project, &browsers, &others));
    }
    accessibility::add_statement(&mut suite, project);
    suite.open_check("accessibility report", || accessibility::report(project));
    Ok(finish(&suite))
}

fn finish(suite: &Suite) -> bool {
    suite.print_table();
    suite.print_failures();
    suite.print_summary();
    suite.passed()
}

fn in_chromium(project: &Project, tools: &Tools, browsers: &Browsers) -> Result<Task> {
    let target = ["--target", "wasm32-unknown-unknown", "--test", "web"];
    let arguments = ["test", "-p", "clusteratlas"].iter().chain(&target);
    Ok(Task::new(project, "web", "cargo", arguments)
        .variable("CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUNNER", tools.program("wasm-bindgen-test-runner"))
        .variable("CHROMEDRIVER", &browsers.chromedriver)
        // The runner would prefer Firefox where it sees its driver.
        .without_variable("GECKODRIVER")
        .variable("WASM_BINDGEN_TEST_WEBDRIVER_JSON", capabilities(project, browsers)?)
        .variable("WASM_BINDGEN_TEST_TIMEOUT", "180"))
}

fn capabilities(project: &Project, browsers: &Browsers) -> Result<PathBuf> {
    let path = project.scratch().join("webdriver.json");
    let chromium = json!({ "binary": browsers.chromium, "args": CHROMIUM_ARGUMENTS });
    fs::create_dir_all(project.scratch())?;
    fs::write(&path, json!({ "goog:chromeOptions": chromium }).to_string())
        .with_context(|| format!("cannot write: {}", path.display()))?;
    Ok(path)
}

/// Stories; `arguments` choose among them and say more.
fn end_to_end(project: &Project, browsers: &Browsers, arguments: &[String]) -> Task {
    let command = ["test", "-p", "xtask", "--test", "browser"].map(str::to_owned);
    let arguments = if arguments.is_empty() {
        Vec::new()
    } else {
        [&["--".to_owned()], arguments].concat()
    };
    Task::new(project, "browser", "cargo", command.into_iter().chain(arguments))
        .variable("CHROMIUM", &browsers.chromium)
        .variable("CHROMEDRIVER", &browsers.chromedriver)
        .variable("FIREFOX", &browsers.firefox)
        .variable("GECKODRIVER", &browsers.geckodriver)
}
