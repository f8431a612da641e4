//! Many short lists in one.

/// Lists one after the other, found by their position: two allocations for all of them.
#[derive(Clone, Debug, PartialEq)]
pub struct Lists<T> {
    /// Where each list begins; one more than there are lists.
    starts: Vec<u32>,
    values: Vec<T>,
}

impl<T> Default for Lists<T> {
    fn default() -> Self {
        Self {
            starts: vec![0],
            values: Vec::new(),
        }
    }
}

impl<T: Copy + PartialEq> Lists<T> {
    /// Adds a list that holds each value once, in the order of its first appearance.
    pub fn push_distinct(&mut self, values: impl Iterator<Item = T>) {
        let start = self.values.len();
        for value in values {
            if !self.values[start..].contains(&value) {
                self.values.push(value);
            }
        }
        self.starts
            .push(u32::try_from(self.values.len()).unwrap_or(u32::MAX));
    }

    /// Puts values into `lists` lists, each into the one that stands beside it and in the order in which they
    /// come.
    pub fn sorted_into(lists: usize, values: impl Iterator<Item = (usize, T)> + Clone) -> Self {
        let mut starts = vec![0_u32; lists + 1];
        for (list, _) in values.clone() {
            starts[list + 1] += 1;
        }
        for list in 0..lists {
            starts[list + 1] += starts[list];
        }
        let mut next = starts.clone();
        let mut sorted: Vec<T> = Vec::new();
        if let Some((_, any)) = values.clone().next() {
            sorted.resize(starts[lists] as usize, any);
        }
        for (list, value) in values {
            sorted[next[list] as usize] = value;
            next[list] += 1;
        }
        Self {
            starts,
            values: sorted,
        }
    }
}

impl<T> Lists<T> {
    /// The list at a position.
    pub fn of(&self, position: usize) -> &[T] {
        &self.values[self.starts[position] as usize..self.starts[position + 1] as usize]
    }

    /// Number of lists.
    pub fn len(&self) -> usize {
        self.starts.len() - 1
    }

    /// Whether there is no list.
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }
}
