//! Finding many records by their ids while a dataset is assembled.
//!
//! A hundred thousand cooperations name several records each. A search among sorted ids reads a dozen of
//! them for each name, all over the memory; a table of hashes reads one or two.

use crate::domain::id::Key;

/// The ids of a list, to be looked up.
pub(super) struct Ids<'d> {
    ids: Vec<&'d str>,
    /// For each id, at its hash or behind, its position plus one; zero where there is none. At least half of
    /// the slots are free, and their number is a power of two.
    slots: Box<[u32]>,
}

impl<'d> Ids<'d> {
    /// A table of so many ids that differ, by position.
    pub(super) fn new(count: usize, id: &dyn Fn(usize) -> &'d str) -> Self {
        let ids: Vec<&str> = (0..count).map(id).collect();
        let mut slots = vec![0; (2 * ids.len()).next_power_of_two()].into_boxed_slice();
        for (id, next) in ids.iter().zip(1..) {
            let mut slot = first_slot(id, slots.len());
            while slots[slot] != 0 {
                slot = (slot + 1) & (slots.len() - 1);
            }
            slots[slot] = next;
        }
        Self { ids, slots }
    }

    /// The key of the record with that id.
    pub(super) fn key<T>(&self, id: &str) -> Option<Key<T>> {
        self.position(id).map(Key::new)
    }

    fn position(&self, id: &str) -> Option<u32> {
        let mut slot = first_slot(id, self.slots.len());
        loop {
            let position = self.slots[slot].checked_sub(1)?;
            if self.ids[position as usize] == id {
                return Some(position);
            }
            slot = (slot + 1) & (self.slots.len() - 1);
        }
    }
}

/// The slot of an id by its FNV-1a hash, short and good enough for ids; who names their records so that
/// they collide only slows their own page down.
fn first_slot(id: &str, slots: usize) -> usize {
    let hash = id.bytes().fold(0x811c_9dc5_u32, |hash, byte| {
        (hash ^ u32::from(byte)).wrapping_mul(0x0100_0193)
    });
    hash as usize & (slots - 1)
}
