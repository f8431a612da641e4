//! What the linker's relocations tell: which functions and constants hold the addresses of which others.
//!
//! Calls are not among it: they are read from the finished program, where wasm-bindgen has added some.

use std::collections::BTreeMap;
use std::ops::Range;

use anyhow::{Context, Result, bail, ensure};
use wasmparser::{
    DataKind, DataSectionReader, ElementItems, ElementKind, ElementSectionReader, FunctionBody, KnownCustom,
    Linking, Name, NameSectionReader, Parser, Payload, RelocAddendKind, RelocSectionReader, RelocationEntry,
    RelocationType, SymbolInfo, SymbolInfoMap, TypeRef,
};

use super::constant;

/// Something whose address is held.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Target {
    /// A function, by its slot in the table.
    Slot(u32),
    /// A constant or variable, by its place in [`Linked::data`].
    Datum(usize),
}

/// A constant or variable.
#[derive(Clone, Debug)]
pub(super) struct Datum {
    pub(super) name: String,
    /// Its addresses in memory; not empty.
    pub(super) addresses: Range<u32>,
    /// The addresses that it holds.
    pub(super) targets: Vec<Target>,
}

/// The addresses that functions and data hold.
#[derive(Clone, Debug, Default)]
pub(super) struct Linked {
    /// By the name of the function; functions of the same name share them.
    pub(super) functions: BTreeMap<String, Vec<Target>>,
    pub(super) data: Vec<Datum>,
    /// Held by what no name is known of.
    pub(super) others: Vec<Target>,
}

/// The parts of a linked program that are needed, as they stand in the file.
#[derive(Default)]
struct Parts<'a> {
    imports: u32,
    names: BTreeMap<u32, &'a str>,
    /// The slot of every function in the table.
    slots: BTreeMap<u32, u32>,
    /// Where functions stand in the section of code, in ascending order.
    bodies: Vec<Range<u64>>,
    /// Where segments stand in the section of data, with their first address.
    segments: Vec<(Range<u64>, u32)>,
    code_start: u64,
    symbols: Vec<Symbol<'a>>,
    relocations: Vec<(u32, Vec<RelocationEntry>)>,
    /// The place of the sections of code and data among all.
    code: Option<u32>,
    data: Option<u32>,
}

#[derive(Clone, Copy)]
enum Symbol<'a> {
    Function(u32),
    Data {
        name: &'a str,
        segment: u32,
        offset: u32,
        size: u32,
    },
    Other,
}

impl Linked {
    /// Reads a program that was linked with `--emit-relocs`.
    pub(super) fn read(bytes: &[u8]) -> Result<Self> {
        let parts = Parts::read(bytes)?;
        ensure!(
            !parts.relocations.is_empty(),
            "the program was linked without relocations (`--emit-relocs`); is CARGO_ENCODED_RUSTFLAGS set?"
        );
        parts.linked()
    }
}

impl<'a> Parts<'a> {
    fn read(bytes: &'a [u8]) -> Result<Self> {
        let mut parts = Self::default();
        let mut section = 0;
        for payload in Parser::new(0).parse_all(bytes) {
            let payload = payload?;
            let opens_section = payload.as_section().is_some();
            match payload {
                Payload::ImportSection(reader) => {
                    for import in reader.into_imports() {
                        parts.imports += u32::from(matches!(import?.ty, TypeRef::Func(_)));
                    }
                }
                Payload::ElementSection(reader) => parts.read_table(reader)?,
                Payload::CodeSectionStart { unchecked_range, .. } => {
                    parts.code = Some(section);
                    parts.code_start = unchecked_range.start;
                }
                Payload::CodeSectionEntry(body) => parts.read_body(&body),
                Payload::DataSection(reader) => {
                    parts.data = Some(section);
                    parts.read_segments(reader)?;
                }
                Payload::CustomSection(reader) => match reader.as_known() {
                    KnownCustom::Name(reader) => parts.read_names(reader)?,
                    KnownCustom::Linking(reader) => {
                        for part in reader {
                            if let Linking::SymbolTable(symbols) = part? {
                                parts.read_symbols(symbols)?;
                            }
                        }
                    }
                    KnownCustom::Reloc(reader) => parts.read_relocations(&reader)?,
                    _ => {}
                },
                _ => {}
            }
            section += u32::from(opens_section);
        }
        Ok(parts)
    }

    fn read_table(&mut self, reader: ElementSectionReader<'a>) -> Result<()> {
        for element in reader {
            let element = element?;
            let (ElementKind::Active { offset_expr, .. }, ElementItems::Functions(functions)) =
                (element.kind, element.items)
            else {
                bail!("the linker's table is not a list of functions");
            };
            for (slot, function) in (constant(&offset_expr)?..).zip(functions) {
                self.slots.insert(function?, slot);
            }
        }
        Ok(())
    }

    fn read_body(&mut self, body: &FunctionBody<'a>) {
        let range = body.range();
        self.bodies
            .push(range.start - self.code_start..range.end - self.code_start);
    }

    fn read_segments(&mut self, reader: DataSectionReader<'a>) -> Result<()> {
        let start = reader.range().start;
        for segment in reader {
            let segment = segment?;
            let DataKind::Active { offset_expr, .. } = &segment.kind else {
                bail!("the linker's data has a passive segment");
            };
            let end = segment.range.end - start;
            let length = u64::try_from(segment.data.len())?;
            self.segments.push((end - length..end, constant(offset_expr)?));
        }
        Ok(())
    }

    fn read_names(&mut self, reader: NameSectionReader<'a>) -> Result<()> {
        for part in reader {
            if let Name::Function(names) = part? {
                for naming in names {
                    let naming = naming?;
                    self.names.insert(naming.index, naming.name);
                }
            }
        }
        Ok(())
    }

    fn read_symbols(&mut self, symbols: SymbolInfoMap<'a>) -> Result<()> {
        for symbol in symbols {
            self.symbols.push(match symbol? {
                SymbolInfo::Func { index, .. } => Symbol::Function(index),
                SymbolInfo::Data {
                    name,
                    symbol: Some(place),
                    ..
                } => Symbol::Data {
                    name,
                    segment: place.index,
                    offset: place.offset,
                    size: place.size,
                },
                _ => Symbol::Other,
            });
        }
        Ok(())
    }

    fn read_relocations(&mut self, reader: &RelocSectionReader<'a>) -> Result<()> {
        let entries = reader.entries().into_iter().collect::<Result<_, _>>()?;
        self.relocations.push((reader.section_index(), entries));
        Ok(())
    }

    fn linked(&self) -> Result<Linked> {
        let mut linked = Linked::default();
        // Where the data symbols have come to stand in `linked.data`.
        let mut places = Vec::new();
        for symbol in &self.symbols {
            let Symbol::Data {
                name,
                segment,
                offset,
                size,
            } = *symbol
            else {
                places.push(None);
                continue;
            };
            let (_, first) = self
                .segments
                .get(usize::try_from(segment)?)
                .context("a symbol is in no segment")?;
            places.push((size > 0).then_some(linked.data.len()));
            if size > 0 {
                linked.data.push(Datum {
                    name: name.to_owned(),
                    addresses: first + offset..first + offset + size,
                    targets: Vec::new(),
                });
            }
        }
        for (section, entries) in &self.relocations {
            for entry in entries {
                let Some(target) = self.target(entry, &places)? else {
                    continue;
                };
                let offset = u64::from(entry.offset);
                if Some(*section) == self.code {
                    self.holder_in_code(&mut linked, offset)?.push(target);
                } else if Some(*section) == self.data {
                    let address = self.address(offset)?;
                    let mut known = false;
                    for datum in &mut linked.data {
                        if datum.addresses.contains(&address) {
                            datum.targets.push(target);
                            known = true;
                        }
                    }
                    if !known {
                        linked.others.push(target);
                    }
                }
            }
        }
        Ok(linked)
    }

    /// What a relocation gives the address of; nothing for a call and what else is no address.
    fn target(&self, entry: &RelocationEntry, places: &[Option<usize>]) -> Result<Option<Target>> {
        let index = usize::try_from(entry.index)?;
        Ok(match entry.ty {
            RelocationType::TableIndexSleb | RelocationType::TableIndexI32 => {
                let Some(Symbol::Function(function)) = self.symbols.get(index) else {
                    bail!("the address of a function has no symbol");
                };
                let slot = self
                    .slots
                    .get(function)
                    .context("the address of a function has no slot")?;
                Some(Target::Slot(*slot))
            }
            RelocationType::MemoryAddrLeb
            | RelocationType::MemoryAddrSleb
            | RelocationType::MemoryAddrI32 => places.get(index).copied().flatten().map(Target::Datum),
            // Types, globals, tables, direct calls; and what only a program of another kind has.
            other => {
                ensure!(
                    other.addend_kind() == RelocAddendKind::None,
                    "the linker wrote a relocation that is not understood: {other:?}"
                );
                None
            }
        })
    }

    fn holder_in_code<'l>(&self, linked: &'l mut Linked, offset: u64) -> Result<&'l mut Vec<Target>> {
        let after = self.bodies.partition_point(|body| body.end <= offset);
        ensure!(
            self.bodies.get(after).is_some_and(|body| body.contains(&offset)),
            "a relocation is in no function"
        );
        let index = self.imports + u32::try_from(after)?;
        Ok(match self.names.get(&index) {
            Some(&name) => linked.functions.entry(name.to_owned()).or_default(),
            None => &mut linked.others,
        })
    }

    fn address(&self, offset: u64) -> Result<u32> {
        let (range, first) = self
            .segments
            .iter()
            .find(|(range, _)| range.contains(&offset))
            .context("a relocation is in no segment")?;
        Ok(first + u32::try_from(offset - range.start)?)
    }
}
