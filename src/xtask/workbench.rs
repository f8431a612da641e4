//! Makes the editors' workbench: a WebAssembly program of its own, and the script of its worker.

use std::ffi::OsStr;
use std::fs;

use anyhow::{Context, Result, ensure};
use wasm_encoder::{Module, RawSection};
use wasmparser::{Parser, Payload};

use crate::page;
use crate::parts::{self, Language};
use crate::program::{self, SCRATCH};
use crate::project::Project;
use crate::setup::Tools;
use crate::task::Task;

/// What the page calls its two files where it is not told otherwise.
pub(crate) const SCRIPT: &str = "clusteratlas_workbench.js";
pub(crate) const PROGRAM: &str = "clusteratlas_workbench.wasm";

/// What it knows beside what it is given, in `data/`.
pub(crate) const KNOWLEDGE: &str = "data/workbench.json";

const CRATE: &str = "clusteratlas-workbench";
const TARGET: &str = "wasm32-unknown-unknown";
const PROFILE: &str = "wasm-release";

/// Its end of the messages.
const WORKER: &str = "src/workbench/worker.js";

/// The finished workbench.
#[derive(Clone, Debug)]
pub(crate) struct Workbench {
    /// What the worker runs.
    pub(crate) script: String,
    /// What the script starts.
    pub(crate) program: Vec<u8>,
}

/// Compiles it. With the compiler's flags of the application the crates that both use are compiled once.
pub(crate) fn build(project: &Project, tools: &Tools, flags: &OsStr) -> Result<Workbench> {
    let options = [
        "build",
        "--offline",
        "--package",
        CRATE,
        "--lib",
        "--target",
        TARGET,
        "--profile",
        PROFILE,
    ];
    Task::new(project, "workbench (cargo build)", "cargo", options)
        .variable("CARGO_ENCODED_RUSTFLAGS", flags)
        .advice("read the end of the output: the compiler's errors stand there")
        .run()?;
    let name = CRATE.replace('-', "_");
    let compiled = project
        .target()?
        .join(TARGET)
        .join(PROFILE)
        .join(&name)
        .with_extension("wasm");
    let folder = project.scratch().join(SCRATCH).join("workbench");
    let out = [folder.as_os_str(), compiled.as_os_str()];
    let options = ["--target", "no-modules", "--no-typescript", "--out-dir"];
    let arguments = options.iter().map(AsRef::as_ref).chain(out);
    Task::new(
        project,
        "workbench (wasm-bindgen)",
        tools.program("wasm-bindgen"),
        arguments,
    )
    .run_silently()?;
    ensure!(
        !folder.join("snippets").exists(),
        "step     workbench\nresult   {} has snippets: a crate brings JavaScript of its own\ntry      `cargo tree -p \
         {CRATE}` for the crate that came last; use another",
        folder.display()
    );
    let path = folder.join(format!("{name}_bg.wasm"));
    let bound = fs::read(&path).with_context(|| format!("cannot read: {}", path.display()))?;
    let glue = page::text(&folder.join(format!("{name}.js")))?;
    let worker = page::text(&project.root().join(WORKER))?;
    Ok(Workbench {
        script: parts::minified(project, Language::Js, &(glue + &worker))?,
        program: program::optimise(project, tools, "workbench", &without_relocations(&bound)?)?,
    })
}

/// A program without what the flags have the linker leave for the splitter of the application.
fn without_relocations(program: &[u8]) -> Result<Vec<u8>> {
    let mut kept = Module::new();
    for payload in Parser::new(0).parse_all(program) {
        let payload = payload?;
        let is_left_over = matches!(
            &payload,
            Payload::CustomSection(section) if section.name() == "linking" || section.name().starts_with("reloc.")
        );
        if let Some((id, range)) = payload.as_section().filter(|_| !is_left_over) {
            let range = usize::try_from(range.start)?..usize::try_from(range.end)?;
            let data = program.get(range).context("a section outside the program")?;
            kept.section(&RawSection { id, data });
        }
    }
    Ok(kept.finish())
}
