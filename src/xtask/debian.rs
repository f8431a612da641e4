//! Debian's packages: installed where that is possible, else explained.

use std::path::Path;

use anyhow::{Result, bail};

use crate::project::Project;
use crate::task::Task;

/// Installs what tests need; `advice` says what else helps.
pub(crate) fn install(project: &Project, what: &str, packages: &[&str], advice: &str) -> Result<()> {
    let install = [&["install", "-y", "--no-install-recommends"][..], packages].concat();
    if !Path::new("/etc/debian_version").is_file() || !is_root(project) {
        bail!(
            "step     {what}\nresult   tests need {}, and not all of it was found\ntry      as root: apt-get update && \
             apt-get {}\n         {advice}",
            packages.join(", "),
            install.join(" ")
        );
    }
    let advice = "check the network and /etc/apt/sources.list, then repeat";
    Task::new(project, "package lists", "apt-get", ["update"])
        .advice(advice)
        .run()?;
    Task::new(project, &format!("{what} (apt-get install)"), "apt-get", install)
        .variable("DEBIAN_FRONTEND", "noninteractive")
        // The services of packages start in no such level.
        .variable("RUNLEVEL", "1")
        .advice(advice)
        .run()
}

fn is_root(project: &Project) -> bool {
    Task::new(project, "id", "id", ["-u"])
        .output()
        .is_ok_and(|output| output.trim() == "0")
}
