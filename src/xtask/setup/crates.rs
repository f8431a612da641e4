//! The sources of all crates in `Cargo.lock`, because trunk runs cargo without the network.

use anyhow::Result;

use crate::project::Project;
use crate::task::Task;

/// Downloads what is missing.
pub(crate) fn ensure(project: &Project) -> Result<()> {
    let look = ["metadata", "--format-version", "1", "--offline", "--locked"];
    if Task::new(project, "cargo metadata", "cargo", look)
        .output()
        .is_ok()
    {
        return Ok(());
    }
    Task::new(project, "Rust crates", "cargo", ["fetch", "--locked"])
        .advice("check the network (crates.io or the mirror in ~/.cargo/config.toml), then repeat")
        .run()
}
