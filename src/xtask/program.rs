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

use anyhow::{Context, Result, bail};
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

/// What trunk calls the program, and the script that starts it.
pub(crate) const PROGRAM: &str = "clusteratlas_bg.wasm";
pub(crate) const SCRIPT: &str = "clusteratlas.js";

/// Where programs lie between two steps.
pub(crate) const SCRATCH: &str = "program";

/// In how many pieces the program is published.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Shape {
    /// In one, which works without fetching anything more.
    Whole,
    /// In two.
    Split,
}

/// The finished program.
#[derive(Clone, Debug)]
pub(crate) struct Finished {
    /// The script that starts it.
    pub(crate) script: String,
    /// The first piece, or the whole.
    pub(crate) first: Vec<u8>,
    /// The second piece, if there is one.
    pub(crate) later: Option<Vec<u8>>,
}

/// Finishes the program that trunk has left in the stage, which stays as it is.
pub(crate) fn finish(project: &Project, tools: &Tools, shape: Shape) -> Result<Finished> {
    let stage = project.stage();
    let bytes = read(&stage.join(PROGRAM))?;
    let program = Program::read(&bytes).context("cannot understand the program")?;
    let names = Names::of(&program);
    let script = String::from_utf8(read(&stage.join(SCRIPT))?).context("the script is no text")?;
    names::ensure_no_instances(&script)?;
    let script = names.rename_in(&script)?;
    let (first, later) = match shape {
        Shape::Whole => (pieces::whole(&program, &names)?, None),
        Shape::Split => {
            let linked = read(&linked_program(project)?)?;
            let linked = Linked::read(&linked).context("cannot understand the linked program")?;
            let later = program.later(&linked, ENTRIES)?;
            let Pieces { first, later } = pieces::write(&program, &names, &linked, &later)?;
            (first, Some(optimise(project, tools, "later", &later)?))
        }
    };
    let first = optimise(project, tools, "first", &first)?;
    Ok(Finished { script, first, later })
}

fn read(path: &Path) -> Result<Vec<u8>> {
    fs::read(path).with_context(|| format!("cannot read: {}", path.display()))
}

fn write(path: &Path, content: &[u8]) -> Result<()> {
    fs::write(path, content).with_context(|| format!("cannot write: {}", path.display()))
}

/// Makes a program, or a piece of one, as small as it goes.
pub(crate) fn optimise(project: &Project, tools: &Tools, name: &str, piece: &[u8]) -> Result<Vec<u8>> {
    let folder = project.scratch().join(SCRATCH);
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
    let folder = project.target()?.join("wasm32-unknown-unknown");
    Ok(folder.join("wasm-release").join("clusteratlas.wasm"))
}

/// The value of a constant address.
fn constant(expression: &ConstExpr) -> Result<u32> {
    match expression.get_operators_reader().read()? {
        Operator::I32Const { value } => Ok(value.cast_unsigned()),
        other => bail!("an address is not constant: {other:?}"),
    }
}
