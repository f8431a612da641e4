//! Finishes the program: splits it, so that what only later views need is a second piece, which the page fetches after
//! the first map; shortens names; and optimises it.
//!
//! The ways into the second piece are the functions of one table in the application (`views::parts::later`). What
//! they lead to and nothing else does is found by following calls and addresses; addresses are known from the linker's
//! relocations. The program is split after wasm-bindgen has done its work, so that the second piece needs no JavaScript
//! of its own: it takes from the first all that it uses.

mod first;
mod linked;
mod names;
mod parsed;
mod pieces;
mod second;
#[cfg(test)]
mod tests;

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, bail, ensure};
use serde::Deserialize;
use sha2::{Digest, Sha256};
use wasmparser::{ConstExpr, Operator};

use crate::project::Project;
use crate::setup::Tools;
use crate::task::Task;

use linked::Linked;
use names::Names;
use parsed::Program;
use pieces::Pieces;

/// Tells the linker to keep what the splitter reads.
pub(crate) const LINK_ARGUMENT: &str = "-Clink-arg=--emit-relocs";

/// The table of the ways into the second piece, as compilers write the end of its path.
const ENTRIES: &str = "5views5parts5later5LATER";

/// The program in `dist/`, and the script that starts it.
const PROGRAM: &str = "clusteratlas_bg.wasm";
const SCRIPT: &str = "clusteratlas.js";

/// In how many pieces the program is published.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Shape {
    /// In one, which works without fetching anything more.
    Whole,
    /// In two.
    Split,
}

/// Finishes the program that trunk has left in `dist/`.
pub(crate) fn finish(project: &Project, tools: &Tools, shape: Shape) -> Result<()> {
    let dist = project.dist();
    let bytes = read(&dist.join(PROGRAM))?;
    let program = Program::read(&bytes).context("cannot understand the program")?;
    let names = Names::of(&program);
    let script = String::from_utf8(read(&dist.join(SCRIPT))?).context("the script is no text")?;
    names::ensure_no_instances(&script)?;
    write(&dist.join(SCRIPT), names.rename_in(&script)?.as_bytes())?;
    let first = match shape {
        Shape::Whole => pieces::whole(&program, &names)?,
        Shape::Split => {
            let linked = read(&linked_program(project)?)?;
            let linked = Linked::read(&linked).context("cannot understand the linked program")?;
            let later = program.later(&linked, ENTRIES)?;
            let Pieces { first, later } = pieces::write(&program, &names, &linked, &later)?;
            publish_later(project, &optimise(project, tools, "later", &later)?)?;
            first
        }
    };
    write(&dist.join(PROGRAM), &optimise(project, tools, "first", &first)?)
}

fn read(path: &Path) -> Result<Vec<u8>> {
    fs::read(path).with_context(|| format!("cannot read: {}", path.display()))
}

fn write(path: &Path, content: &[u8]) -> Result<()> {
    fs::write(path, content).with_context(|| format!("cannot write: {}", path.display()))
}

/// Puts the second piece beside the first, and its name into the page. The name tells the content: another program's
/// second piece would work on wrong addresses.
fn publish_later(project: &Project, later: &[u8]) -> Result<()> {
    let digest = format!("{:x}", Sha256::digest(later));
    let name = format!("clusteratlas_later-{}.wasm", digest.get(..16).unwrap_or_default());
    write(&project.dist().join(&name), later)?;
    let path = project.dist().join("index.html");
    let page = String::from_utf8(read(&path)?).context("the page is no text")?;
    ensure!(
        page.contains("<html "),
        "dist/index.html has no place for the name of the second piece"
    );
    let page = page.replacen("<html ", &format!("<html data-later=\"{name}\" "), 1);
    write(&path, page.as_bytes())
}

/// Makes a piece as small as it goes.
fn optimise(project: &Project, tools: &Tools, name: &str, piece: &[u8]) -> Result<Vec<u8>> {
    let folder = project.scratch().join("program");
    fs::create_dir_all(&folder).with_context(|| format!("cannot create: {}", folder.display()))?;
    let [before, after] = ["", ".small"].map(|suffix| folder.join(format!("{name}{suffix}.wasm")));
    write(&before, piece)?;
    let options = [
        "-Oz",
        "--converge",
        "--strip-debug",
        "--strip-producers",
        "--strip-target-features",
    ];
    let files = [before.as_os_str(), "-o".as_ref(), after.as_os_str()];
    let arguments = options.iter().map(AsRef::as_ref).chain(files);
    Task::new(project, &format!("wasm-opt-{name}"), "wasm-opt", arguments)
        .variable("PATH", tools.search_path(project))
        .run_silently()?;
    read(&after)
}

/// The program as it was before wasm-bindgen.
fn linked_program(project: &Project) -> Result<PathBuf> {
    #[derive(Deserialize)]
    struct Metadata {
        target_directory: PathBuf,
    }
    let arguments = ["metadata", "--format-version", "1", "--offline", "--no-deps"];
    let output = Task::new(project, "cargo metadata", "cargo", arguments).output()?;
    let metadata: Metadata = serde_json::from_str(&output).context("cannot understand cargo's metadata")?;
    let folder = metadata.target_directory.join("wasm32-unknown-unknown");
    Ok(folder.join("wasm-release").join("clusteratlas.wasm"))
}

/// The value of a constant address.
fn constant(expression: &ConstExpr) -> Result<u32> {
    match expression.get_operators_reader().read()? {
        Operator::I32Const { value } => Ok(value.cast_unsigned()),
        other => bail!("an address is not constant: {other:?}"),
    }
}
