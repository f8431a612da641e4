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
pub fn heaviest_first(weights: &[u32]) -> Vec<usize> {
    sorted(weights.len(), &|a, b| weights[b].cmp(&weights[a]))
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
pub fn insert<T: PartialEq>(list: &mut Vec<T>, item: T) {
    if !list.contains(&item) {
        list.push(item);
    }
}
