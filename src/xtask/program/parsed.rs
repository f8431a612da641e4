//! The program as wasm-bindgen leaves it, and which of its functions and data only the later views need.

use std::collections::{BTreeMap, BTreeSet};

use anyhow::{Context, Result, bail};
use wasmparser::{
    Data, DataKind, ElementItems, ElementKind, Export, ExternalKind, FunctionBody, GlobalType, KnownCustom,
    MemoryType, Name, Operator, Parser, Payload, TableType, TypeRef,
};

use super::constant;
use super::linked::{Linked, Target};
use super::names::is_used;

/// The section that names what the target can do.
pub(super) const FEATURES: &str = "target_features";

/// A program in one piece, as it stands in the file.
#[derive(Default)]
pub(super) struct Program<'a> {
    pub(super) bytes: &'a [u8],
    /// The names of what is imported, in its order; all are functions.
    pub(super) imports: Vec<&'a str>,
    /// The content of the section of types.
    pub(super) types: &'a [u8],
    /// The type of every function; those that are imported come first.
    pub(super) functions: Vec<u32>,
    pub(super) bodies: Vec<FunctionBody<'a>>,
    pub(super) tables: Vec<TableType>,
    pub(super) memories: Vec<MemoryType>,
    pub(super) globals: Vec<GlobalType>,
    /// What somebody could call.
    pub(super) exports: Vec<Export<'a>>,
    start: Option<u32>,
    /// The functions of the first table, by slot.
    pub(super) slots: BTreeMap<u32, u32>,
    /// The segments with their first address.
    pub(super) segments: Vec<(u32, Data<'a>)>,
    names: BTreeMap<u32, &'a str>,
    /// The content of the section that names the features of the target.
    pub(super) features: &'a [u8],
}

/// Functions and data, by their index.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Parts {
    pub(super) functions: BTreeSet<u32>,
    pub(super) data: BTreeSet<usize>,
}

impl<'a> Program<'a> {
    /// Reads a program.
    pub(super) fn read(bytes: &'a [u8]) -> Result<Self> {
        let mut program = Self {
            bytes,
            ..Self::default()
        };
        for payload in Parser::new(0).parse_all(bytes) {
            program.read_section(payload?)?;
        }
        Ok(program)
    }

    fn read_section(&mut self, payload: Payload<'a>) -> Result<()> {
        match payload {
            Payload::TypeSection(reader) => {
                let range = reader.range();
                let range = usize::try_from(range.start)?..usize::try_from(range.end)?;
                self.types = self.bytes.get(range).context("the section of types ends early")?;
            }
            Payload::ImportSection(reader) => {
                for import in reader.into_imports() {
                    let import = import?;
                    let TypeRef::Func(kind) = import.ty else {
                        bail!("the program imports something else than functions");
                    };
                    self.imports.push(import.name);
                    self.functions.push(kind);
                }
            }
            Payload::FunctionSection(reader) => {
                for kind in reader {
                    self.functions.push(kind?);
                }
            }
            Payload::TableSection(reader) => {
                for table in reader {
                    self.tables.push(table?.ty);
                }
            }
            Payload::MemorySection(reader) => self.memories = reader.into_iter().collect::<Result<_, _>>()?,
            Payload::GlobalSection(reader) => {
                for global in reader {
                    self.globals.push(global?.ty);
                }
            }
            Payload::ExportSection(reader) => {
                self.exports = reader.into_iter().collect::<Result<_, _>>()?;
                self.exports.retain(|export| is_used(export.name));
            }
            Payload::StartSection { func, .. } => self.start = Some(func),
            Payload::ElementSection(reader) => {
                for element in reader {
                    let element = element?;
                    self.read_slots(element.kind, element.items)?;
                }
            }
            Payload::CodeSectionEntry(body) => self.bodies.push(body),
            Payload::DataSection(reader) => {
                for segment in reader {
                    let segment = segment?;
                    let DataKind::Active { offset_expr, .. } = &segment.kind else {
                        bail!("the program has a passive segment of data");
                    };
                    self.segments.push((constant(offset_expr)?, segment));
                }
            }
            Payload::CustomSection(reader) if reader.name() == FEATURES => self.features = reader.data(),
            Payload::CustomSection(reader) => {
                if let KnownCustom::Name(reader) = reader.as_known() {
                    for part in reader {
                        let Name::Function(names) = part? else { continue };
                        for naming in names {
                            let naming = naming?;
                            self.names.insert(naming.index, naming.name);
                        }
                    }
                }
            }
            _ => {}
        }
        Ok(())
    }

    fn read_slots(&mut self, kind: ElementKind<'a>, items: ElementItems<'a>) -> Result<()> {
        let (
            ElementKind::Active {
                table_index: None | Some(0),
                offset_expr,
            },
            ElementItems::Functions(functions),
        ) = (kind, items)
        else {
            bail!("the program's table is not a list of functions");
        };
        for (slot, function) in (constant(&offset_expr)?..).zip(functions) {
            self.slots.insert(slot, function?);
        }
        Ok(())
    }

    /// How many functions are imported.
    pub(super) fn imported(&self) -> usize {
        self.imports.len()
    }

    /// The body of a function; none of one that is imported.
    pub(super) fn body(&self, function: u32) -> Option<&FunctionBody<'a>> {
        let place = usize::try_from(function).ok()?.checked_sub(self.imported())?;
        self.bodies.get(place)
    }

    /// The functions that a function calls.
    pub(super) fn calls(&self, function: u32) -> Result<BTreeSet<u32>> {
        let mut called = BTreeSet::new();
        if let Some(body) = self.body(function) {
            for operator in body.get_operators_reader()? {
                match operator? {
                    Operator::Call { function_index }
                    | Operator::ReturnCall { function_index }
                    | Operator::RefFunc { function_index } => {
                        called.insert(function_index);
                    }
                    _ => {}
                }
            }
        }
        Ok(called)
    }

    /// What only the ways into the later piece lead to: the functions that the table called `entries` holds.
    pub(super) fn later(&self, linked: &Linked, entries: &str) -> Result<Parts> {
        let mut tables = linked
            .data
            .iter()
            .enumerate()
            .filter(|(_, datum)| datum.name.contains(entries));
        let (Some((table, entrances)), None) = (tables.next(), tables.next()) else {
            bail!("the program lacks the table of later views, or has several: {entries}");
        };
        let first = self.reachable(linked, self.roots(linked), Some(table))?;
        let mut later = self.reachable(linked, entrances.targets.clone(), None)?;
        later
            .functions
            .retain(|function| !first.functions.contains(function));
        later.data.retain(|datum| !first.data.contains(datum));
        // What is imported belongs to no piece.
        later.functions.retain(|&function| self.body(function).is_some());
        for target in &entrances.targets {
            let Target::Slot(slot) = target else { continue };
            let own = self
                .slots
                .get(slot)
                .filter(|function| !later.functions.contains(function));
            if let Some(function) = own {
                let name = self.names.get(function).copied().unwrap_or_default();
                bail!("a way into the later piece is used from elsewhere as well: {name}");
            }
        }
        Ok(later)
    }

    /// What must be there from the beginning, whoever holds its address.
    fn roots(&self, linked: &Linked) -> Vec<Target> {
        let mut roots = linked.others.clone();
        // wasm-bindgen has taken out functions, and made others of some; what they held stays.
        let known: BTreeSet<&str> = self.names.values().copied().collect();
        for (name, targets) in &linked.functions {
            if !known.contains(name.as_str()) {
                roots.extend(targets);
            }
        }
        // So does what wasm-bindgen has put into the table.
        let held: BTreeSet<Target> = linked
            .functions
            .values()
            .chain(linked.data.iter().map(|datum| &datum.targets))
            .flatten()
            .copied()
            .collect();
        roots.extend(
            self.slots
                .keys()
                .map(|&slot| Target::Slot(slot))
                .filter(|slot| !held.contains(slot)),
        );
        roots
    }

    /// What can be reached from `targets`, or, for the first piece, from these and from outside, without going
    /// through the datum `closed`.
    fn reachable(&self, linked: &Linked, targets: Vec<Target>, closed: Option<usize>) -> Result<Parts> {
        let mut found = Parts::default();
        let mut open = targets;
        let mut functions: Vec<u32> = Vec::new();
        if closed.is_some() {
            functions.extend(self.start);
            functions.extend(
                self.exports
                    .iter()
                    .filter(|export| export.kind == ExternalKind::Func)
                    .map(|export| export.index),
            );
        }
        loop {
            if let Some(function) = functions.pop() {
                if found.functions.insert(function) {
                    functions.extend(self.calls(function)?);
                    let name = self.names.get(&function).copied().unwrap_or_default();
                    open.extend(linked.functions.get(name).into_iter().flatten());
                }
            } else if let Some(target) = open.pop() {
                match target {
                    Target::Slot(slot) => functions.extend(self.slots.get(&slot)),
                    Target::Datum(place) => {
                        if found.data.insert(place) && closed != Some(place) {
                            open.extend(
                                linked
                                    .data
                                    .get(place)
                                    .map(|datum| &datum.targets)
                                    .into_iter()
                                    .flatten(),
                            );
                        }
                    }
                }
            } else {
                return Ok(found);
            }
        }
    }
}
