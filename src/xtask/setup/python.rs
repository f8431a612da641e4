//! Python with the independent readers that tests need, in a folder of its own.

use std::fs;
use std::path::PathBuf;

use anyhow::{Context, Result};
use sha2::{Digest, Sha256};

use super::Tools;
use super::npm::hex;
use crate::debian;
use crate::project::Project;
use crate::task::Task;

/// The packages, pinned with their hashes.
const REQUIREMENTS: &str = "tests/readers/requirements.txt";

/// Debian keeps the module that makes such folders apart.
const DEBIAN_PACKAGES: [&str; 2] = ["python3", "python3-venv"];

/// The interpreter that has exactly these packages; installs what is missing.
pub(crate) fn ensure(project: &Project, tools: &Tools) -> Result<PathBuf> {
    let folder = tools.folder().join("python");
    let interpreter = folder.join("bin").join("python");
    let requirements = project.root().join(REQUIREMENTS);
    let bytes =
        fs::read(&requirements).with_context(|| format!("cannot read: {}", requirements.display()))?;
    let hash = hex(&Sha256::digest(bytes));
    let stamp = folder.join(".clusteratlas-stamp");
    if interpreter.is_file() && fs::read_to_string(&stamp).is_ok_and(|found| found == hash) {
        return Ok(interpreter);
    }
    let able = Task::new(project, "python3", "python3", ["-c", "import ensurepip, venv"]);
    if able.output().is_err() {
        let advice = "elsewhere: Python 3.10 or later with venv and pip as `python3`";
        debian::install(project, "Python", &DEBIAN_PACKAGES, advice)?;
    }
    // Emptied first, so that a cut-off installation leaves no stamp.
    Task::new(
        project,
        "Python (venv)",
        "python3",
        ["-m", "venv", "--clear", &folder.to_string_lossy()],
    )
    .run()?;
    let install = [
        "-m",
        "pip",
        "install",
        "--disable-pip-version-check",
        "--require-hashes",
        "--only-binary=:all:",
        "--requirement",
        REQUIREMENTS,
    ];
    Task::new(project, "Python packages (pip)", &interpreter, install)
        .advice("check the network, then repeat")
        .run()?;
    fs::write(&stamp, hash).with_context(|| format!("cannot write: {}", stamp.display()))?;
    Ok(interpreter)
}
