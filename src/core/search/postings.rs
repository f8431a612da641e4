//! Which records have a word, or belong to another record: long lists in few bytes.

/// How a record has a word, 0 to 7; the less, the better.
pub(super) type Class = u8;

const CLASS_BITS: u32 = 3;

/// Lists of records with their classes; numbers ascend within a list.
///
/// Each record is written as its distance from the one before, seven bits a byte, the class in the lowest.
#[derive(Debug, Default)]
pub(super) struct Postings {
    starts: Vec<u32>,
    bytes: Vec<u8>,
}

impl Postings {
    /// The bytes of a list: the more records, the more there are.
    pub(super) fn bytes(&self, list: usize) -> &[u8] {
        let bounds = self.starts.get(list).zip(self.starts.get(list + 1));
        bounds
            .and_then(|(&start, &end)| self.bytes.get(start as usize..end as usize))
            .unwrap_or_default()
    }

    /// Hands out the records of a list.
    pub(super) fn each(&self, list: usize, mut each: impl FnMut(usize, Class)) {
        let (mut next, mut value, mut shift) = (0, 0, 0);
        for byte in self.bytes(list) {
            value |= u32::from(byte & 0x7f) << shift;
            shift += 7;
            if byte & 0x80 == 0 {
                next += value >> CLASS_BITS;
                let [low, ..] = value.to_le_bytes();
                each(next as usize, low & ((1 << CLASS_BITS) - 1));
                next += 1;
                (value, shift) = (0, 0);
            }
        }
    }
}

/// Lists that still grow.
#[derive(Debug, Default)]
pub(super) struct OpenPostings {
    lists: Vec<OpenList>,
}

#[derive(Debug, Default)]
struct OpenList {
    /// One more than its last record.
    next: u32,
    bytes: Vec<u8>,
}

impl OpenPostings {
    /// Adds a record to a list, unless it is not greater than the last one there.
    pub(super) fn push(&mut self, list: u32, record: u32, class: Class) {
        let list = list as usize;
        if list >= self.lists.len() {
            self.lists.resize_with(list + 1, OpenList::default);
        }
        let open = &mut self.lists[list];
        let Some(distance) = record.checked_sub(open.next) else {
            return;
        };
        open.next = record + 1;
        let mut value = distance << CLASS_BITS | u32::from(class);
        loop {
            let [low, ..] = value.to_le_bytes();
            value >>= 7;
            if value == 0 {
                return open.bytes.push(low);
            }
            open.bytes.push(low | 0x80);
        }
    }

    /// The lists in the order of their present positions.
    pub(super) fn close(self, order: impl Iterator<Item = usize>) -> Postings {
        let mut postings = Postings {
            starts: vec![0],
            bytes: Vec::with_capacity(self.lists.iter().map(|list| list.bytes.len()).sum()),
        };
        for position in order {
            if let Some(list) = self.lists.get(position) {
                postings.bytes.extend_from_slice(&list.bytes);
            }
            let end = u32::try_from(postings.bytes.len()).unwrap_or(u32::MAX);
            postings.starts.push(end);
        }
        postings
    }
}
