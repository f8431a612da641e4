//! Orders and short sets.
//!
//! Sorting is compiled anew for every type it is used on, several kilobytes each in WebAssembly; here one
//! sort of positions serves every list.

use std::cmp::Ordering;

/// The positions from 0 to `count` in the order of `compare`; equal ones stay as they are.
pub fn sorted(count: usize, compare: &dyn Fn(usize, usize) -> Ordering) -> Vec<usize> {
    let mut positions: Vec<usize> = (0..count).collect();
    positions.sort_by(|&a, &b| compare(a, b));
    positions
}

/// The positions of weights, the heaviest first; equal ones stay as they are.
///
/// Sorts by one digit after the other, the lowest first, so that ten thousand marks take a fraction of a
/// millisecond.
pub fn heaviest_first(weights: &[u32]) -> Vec<usize> {
    const DIGIT_BITS: u32 = 8;
    let greatest = weights.iter().copied().max().unwrap_or(0);
    let mut positions: Vec<usize> = (0..weights.len()).collect();
    let mut sorted = vec![0; weights.len()];
    let mut shift = 0;
    while shift < u32::BITS && greatest >> shift > 0 {
        // Great digits come first.
        let digit = |position: usize| 255 - (weights[position] >> shift & 255) as usize;
        let mut next = [0; 256];
        for &position in &positions {
            next[digit(position)] += 1;
        }
        let mut before = 0;
        for start in &mut next {
            before += std::mem::replace(start, before);
        }
        for &position in &positions {
            let place = &mut next[digit(position)];
            sorted[*place] = position;
            *place += 1;
        }
        std::mem::swap(&mut positions, &mut sorted);
        shift += DIGIT_BITS;
    }
    positions
}

/// Puts the items of a list into an order of its positions.
pub fn arranged<T>(items: Vec<T>, positions: &[usize]) -> Vec<T> {
    let mut items: Vec<Option<T>> = items.into_iter().map(Some).collect();
    positions
        .iter()
        .filter_map(|&position| items.get_mut(position).and_then(Option::take))
        .collect()
}

/// Adds an item to a short list that holds each once.
#[inline]
pub fn insert<T: PartialEq>(list: &mut Vec<T>, item: T) {
    if !list.contains(&item) {
        list.push(item);
    }
}
