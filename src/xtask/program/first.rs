//! Writes the first piece of a program.

use std::convert::Infallible;
use std::ops::Range;

use anyhow::{Context, Result};
use wasm_encoder::reencode::{Error, Reencode, utils};
use wasm_encoder::{
    CodeSection, ConstExpr, DataSection, ElementSection, ExportSection, Function, ImportSection, Instruction,
    Module,
};
use wasmparser::{FunctionBody, Import, Parser};

use super::names::Names;
use super::parsed::{FEATURES, Parts, Program};
use super::pieces::{Shared, table};

/// Writes the first piece: the program with holes and the new names, and with what it hands over. The optimiser takes out
/// what nobody calls any more.
pub(super) fn write(
    program: &Program,
    names: &Names,
    later: &Parts,
    shared: &Shared,
    moved: &[Range<u32>],
) -> Result<Vec<u8>> {
    let mut writer = First {
        program,
        names,
        later,
        shared,
        moved,
        next: u32::try_from(program.imported())?,
    };
    let mut module = Module::new();
    utils::parse_core_module(&mut writer, &mut module, Parser::new(0), program.bytes)
        .context("the first piece cannot be written")?;
    Ok(module.finish())
}

struct First<'a> {
    program: &'a Program<'a>,
    names: &'a Names<'a>,
    later: &'a Parts,
    shared: &'a Shared,
    moved: &'a [Range<u32>],
    /// The index of the function whose body comes next.
    next: u32,
}

impl Reencode for First<'_> {
    type Error = Infallible;

    fn parse_function_body(&mut self, code: &mut CodeSection, body: FunctionBody<'_>) -> Result<(), Error> {
        let function = self.next;
        self.next += 1;
        if !self.later.functions.contains(&function) {
            return utils::parse_function_body(self, code, body);
        }
        let mut hole = Function::new([]);
        hole.instruction(&Instruction::Unreachable);
        hole.instruction(&Instruction::End);
        code.function(&hole);
        Ok(())
    }

    fn parse_element_section(
        &mut self,
        elements: &mut ElementSection,
        _section: wasmparser::ElementSectionReader<'_>,
    ) -> Result<(), Error> {
        let slots = self
            .program
            .slots
            .iter()
            .map(|(&slot, &function)| (slot, function));
        *elements = table(slots.filter(|(_, function)| !self.later.functions.contains(function)));
        Ok(())
    }

    fn parse_data_section(
        &mut self,
        data: &mut DataSection,
        _section: wasmparser::DataSectionReader<'_>,
    ) -> Result<(), Error> {
        for (address, segment) in &self.program.segments {
            let bytes = (*address..).zip(segment.data).map(|(address, &byte)| {
                let gone = self.moved.iter().any(|range| range.contains(&address));
                if gone { 0 } else { byte }
            });
            let bytes: Vec<u8> = bytes.collect();
            data.active(0, &ConstExpr::i32_const(address.cast_signed()), bytes);
        }
        Ok(())
    }

    fn parse_import_section(
        &mut self,
        imports: &mut ImportSection,
        section: wasmparser::ImportSectionReader<'_>,
    ) -> Result<(), Error> {
        for import in section.into_imports() {
            let import = import?;
            let name = self.names.of_import(import.name);
            utils::parse_import(self, imports, Import { name, ..import })?;
        }
        Ok(())
    }

    fn parse_export_section(
        &mut self,
        exports: &mut ExportSection,
        _section: wasmparser::ExportSectionReader<'_>,
    ) -> Result<(), Error> {
        for &export in &self.program.exports {
            self.parse_export(exports, export)?;
        }
        for (name, kind, index) in self.shared.named() {
            exports.export(&name, kind, index);
        }
        Ok(())
    }

    fn parse_custom_section(
        &mut self,
        module: &mut Module,
        section: wasmparser::CustomSectionReader<'_>,
    ) -> Result<(), Error> {
        // Nobody reads the others, and what they say of places in the file has not been true since wasm-bindgen.
        if section.name() == FEATURES {
            utils::parse_custom_section(self, module, section)?;
        }
        Ok(())
    }
}
