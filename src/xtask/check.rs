//! Everything that is checked without a browser, in the order of how soon it fails.

use anyhow::Result;

use crate::project::Project;
use crate::suite::Suite;
use crate::task::Task;
use crate::{data, setup};

/// Runs all checks; returns whether they passed.
pub(crate) fn run(project: &Project) -> Result<bool> {
    setup::for_check(project)?;
    let mut suite = Suite::default();
    add_to(&mut suite, project);
    suite.print_failures();
    suite.print_summary();
    Ok(suite.passed())
}

/// Runs all checks as part of a larger suite.
pub(crate) fn add_to(suite: &mut Suite, project: &Project) {
    let cargo = |title: &str, arguments: &[&str]| Task::new(project, title, "cargo", arguments);
    let warnings = ["--", "-D", "warnings"];
    let native = [&["clippy", "--workspace", "--all-targets"][..], &warnings].concat();
    // "All targets" leaves out those that a plain `cargo test` does not run.
    let tests = ["clippy", "-p", "xtask", "--test", "browser", "--test", "readers"];
    let browser = [&tests[..], &warnings].concat();
    let wasm = [
        "clippy",
        "-p",
        "clusteratlas",
        "--target",
        "wasm32-unknown-unknown",
        "--all-targets",
    ];
    // Its tests are native.
    let workbench = [
        "clippy",
        "-p",
        "clusteratlas-workbench",
        "--target",
        "wasm32-unknown-unknown",
        "--lib",
    ];
    suite.task(&cargo("fmt", &["fmt", "--all", "--check"]));
    suite.task(&cargo("clippy", &native));
    suite.task(&cargo("clippy-browser", &browser));
    suite.task(&cargo("clippy-wasm", &[&wasm[..], &warnings].concat()));
    let workbench = [&workbench[..], &warnings].concat();
    suite.task(&cargo("clippy-workbench", &workbench));
    suite.task(&cargo("doc", &["doc", "--workspace", "--no-deps"]).variable("RUSTDOCFLAGS", "-D warnings"));
    suite.check("cargo xtask data check", || data::check_quietly(project));
    // A backtrace of a failed assertion is a screenful of the test harness.
    suite.task(&cargo("test", &["test", "--workspace", "--no-fail-fast"]).without_variable("RUST_BACKTRACE"));
}
