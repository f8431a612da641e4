//! Writes the two pieces of a program.
//!
//! Both share memory, tables and global variables, which belong to the first. The later one brings its functions,
//! puts those whose address is held into their slots of the table, and its data to their places in memory.

use std::collections::BTreeSet;
use std::ops::Range;

use anyhow::Result;
use wasm_encoder::{ConstExpr, ElementSection, Elements, ExportKind};

use super::linked::Linked;
use super::names::Names;
use super::parsed::{Parts, Program};
use super::{first, second};

/// A program in two pieces.
pub(super) struct Pieces {
    pub(super) first: Vec<u8>,
    pub(super) later: Vec<u8>,
}

/// Splits a program.
pub(super) fn write(program: &Program, names: &Names, linked: &Linked, later: &Parts) -> Result<Pieces> {
    let shared = Shared::of(program, later)?;
    let moved = moved(linked, later);
    Ok(Pieces {
        first: first::write(program, names, later, &shared, &moved)?,
        later: second::write(program, later, &shared, &moved)?,
    })
}

/// The program in one piece, with the new names.
pub(super) fn whole(program: &Program, names: &Names) -> Result<Vec<u8>> {
    first::write(program, names, &Parts::default(), &Shared::default(), &[])
}

/// What the first piece hands to the later one, in the order of its imports.
#[derive(Default)]
pub(super) struct Shared {
    items: Vec<(ExportKind, u32)>,
    /// The functions among them.
    pub(super) functions: Vec<u32>,
}

impl Shared {
    fn of(program: &Program, later: &Parts) -> Result<Self> {
        let mut called = BTreeSet::new();
        for &function in &later.functions {
            called.extend(program.calls(function)?);
        }
        let functions: Vec<u32> = called.difference(&later.functions).copied().collect();
        let count = |number: usize| 0..u32::try_from(number).unwrap_or(u32::MAX);
        let kinds = [
            (ExportKind::Memory, program.memories.len()),
            (ExportKind::Table, program.tables.len()),
            (ExportKind::Global, program.globals.len()),
        ];
        let mut items: Vec<(ExportKind, u32)> = kinds
            .into_iter()
            .flat_map(|(kind, number)| count(number).map(move |index| (kind, index)))
            .collect();
        items.extend(functions.iter().map(|&function| (ExportKind::Func, function)));
        Ok(Self { items, functions })
    }

    /// The items with the names that they are handed over by; no name of wasm-bindgen's is like them.
    pub(super) fn named(&self) -> impl Iterator<Item = (String, ExportKind, u32)> {
        self.items
            .iter()
            .enumerate()
            .map(|(place, &(kind, index))| (format!("{place}"), kind, index))
    }
}

/// The addresses of the data that go to the later piece: no two ranges touch.
fn moved(linked: &Linked, later: &Parts) -> Vec<Range<u32>> {
    // Names can share their data, or parts of them, with names that stay.
    let kept: Vec<Range<u32>> = united(
        linked
            .data
            .iter()
            .enumerate()
            .filter(|(place, _)| !later.data.contains(place))
            .map(|(_, datum)| datum.addresses.clone()),
    );
    let wanted = united(
        later
            .data
            .iter()
            .filter_map(|&place| linked.data.get(place))
            .map(|datum| datum.addresses.clone()),
    );
    let mut moved = Vec::new();
    for mut range in wanted {
        for stays in kept
            .iter()
            .filter(|stays| stays.end > range.start && stays.start < range.end)
            .collect::<Vec<_>>()
        {
            if stays.start > range.start {
                moved.push(range.start..stays.start);
            }
            range.start = stays.end.min(range.end);
        }
        if !range.is_empty() {
            moved.push(range);
        }
    }
    moved
}

fn united(ranges: impl Iterator<Item = Range<u32>>) -> Vec<Range<u32>> {
    let mut sorted: Vec<Range<u32>> = ranges.collect();
    sorted.sort_by_key(|range| range.start);
    let mut united: Vec<Range<u32>> = Vec::new();
    for range in sorted {
        match united.last_mut() {
            Some(last) if range.start <= last.end => last.end = last.end.max(range.end),
            _ => united.push(range),
        }
    }
    united
}

/// Writes the runs of neighbouring slots.
pub(super) fn table(slots: impl Iterator<Item = (u32, u32)>) -> ElementSection {
    let mut runs: Vec<(u32, Vec<u32>)> = Vec::new();
    let mut next = None;
    for (slot, function) in slots {
        match runs.last_mut().filter(|_| next == Some(slot)) {
            Some((_, run)) => run.push(function),
            None => runs.push((slot, vec![function])),
        }
        next = slot.checked_add(1);
    }
    let mut section = ElementSection::new();
    for (slot, run) in runs {
        let offset = ConstExpr::i32_const(slot.cast_signed());
        section.active(None, &offset, Elements::Functions(run.into()));
    }
    section
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::program::linked::Datum;

    fn linked(addresses: &[(u32, u32)]) -> Linked {
        let data = addresses.iter().map(|&(start, end)| Datum {
            name: String::new(),
            addresses: start..end,
            targets: Vec::new(),
        });
        Linked {
            data: data.collect(),
            ..Linked::default()
        }
    }

    #[track_caller]
    fn check(data: &[(u32, u32)], later: &[usize], expected: &[(u32, u32)]) {
        let later = Parts {
            data: later.iter().copied().collect(),
            ..Parts::default()
        };
        let moved = moved(&linked(data), &later);
        let moved: Vec<(u32, u32)> = moved.iter().map(|range| (range.start, range.end)).collect();
        assert_eq!(moved, expected);
    }

    #[test]
    fn data_that_both_pieces_name_stays() {
        check(&[(0, 10)], &[0], &[(0, 10)]);
        check(&[(0, 10), (10, 20)], &[0, 1], &[(0, 20)]);
        check(&[(0, 10), (0, 10)], &[0], &[]);
        check(&[(0, 10), (4, 6)], &[0], &[(0, 4), (6, 10)]);
        check(&[(0, 10), (8, 30)], &[0], &[(0, 8)]);
        check(&[(5, 10), (0, 7)], &[0], &[(7, 10)]);
    }

    #[test]
    fn neighbouring_slots_are_written_together() {
        assert_eq!(table([(1, 7), (2, 8), (5, 9)].into_iter()).len(), 2);
        assert!(table(std::iter::empty()).is_empty());
    }
}
