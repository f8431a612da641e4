//! The standard library for WebAssembly.

use std::path::Path;

use anyhow::{Result, bail};

use crate::project::Project;
use crate::task::Task;

/// The target that browsers run.
const TARGET: &str = "wasm32-unknown-unknown";

/// Adds the target through rustup unless it is there.
pub(crate) fn ensure(project: &Project) -> Result<()> {
    let folder = Task::new(
        project,
        "rustc",
        "rustc",
        ["--print", "target-libdir", "--target", TARGET],
    )
    .output()?;
    if Path::new(folder.trim()).is_dir() {
        return Ok(());
    }
    if Task::new(project, "rustup", "rustup", ["--version"])
        .output()
        .is_err()
    {
        bail!(
            "step     WebAssembly target\nresult   rustc has no standard library for {TARGET} ({} is missing), and \
             there is no rustup to add it\ntry      install rustup (https://rustup.rs), or the distribution's package \
             (Debian: apt-get install libstd-rust-dev-wasm32)",
            folder.trim()
        );
    }
    Task::new(project, "WebAssembly target", "rustup", ["target", "add", TARGET])
        .advice("check the network and that `rustup show` names a toolchain, then repeat")
        .run()
}
