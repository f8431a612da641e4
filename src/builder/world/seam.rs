//! Sews land that a source has cut along the 180th meridian.
//!
//! The halves of an island have edges along that meridian in opposite directions. Both are taken out, and
//! what remains is linked again.

use std::collections::{BTreeMap, BTreeSet};

use clusteratlas_core::geo::world::Line;

/// Joins rings whose edges lie on the meridian at grid longitude `seam`; all others stay as they are.
pub(super) fn sew(rings: Vec<Line>, seam: i32) -> Vec<Line> {
    let (cut, mut whole): (Vec<_>, Vec<_>) = rings
        .into_iter()
        .partition(|ring| edges(ring).any(|(from, to)| from[0] == seam && to[0] == seam));
    let heights: BTreeSet<i32> = cut
        .iter()
        .flatten()
        .filter(|point| point[0] == seam)
        .map(|point| point[1])
        .collect();

    let mut ways: BTreeMap<[i32; 2], Vec<[i32; 2]>> = BTreeMap::new();
    for (from, to) in cut.iter().flat_map(edges) {
        let along = from[0] == seam && to[0] == seam;
        let (low, high) = (from[1].min(to[1]), from[1].max(to[1]));
        // A half may have a corner where the other has none: edges are parted at every corner between.
        let mut corners: Vec<[i32; 2]> = if along {
            heights.range(low..=high).map(|&lat| [seam, lat]).collect()
        } else {
            vec![from, to]
        };
        if along && from[1] > to[1] {
            corners.reverse();
        }
        for pair in corners.windows(2) {
            let [from, to] = [pair[0], pair[1]];
            let back = ways.get_mut(&to).and_then(|ends| {
                let found = ends.iter().position(|end| along && *end == from)?;
                Some(ends.swap_remove(found))
            });
            if back.is_none() {
                ways.entry(from).or_default().push(to);
            }
        }
    }
    whole.extend(linked(ways));
    whole
}

fn edges(ring: &Line) -> impl Iterator<Item = ([i32; 2], [i32; 2])> {
    ring.iter().copied().zip(ring.iter().copied().cycle().skip(1))
}

fn linked(mut ways: BTreeMap<[i32; 2], Vec<[i32; 2]>>) -> Vec<Line> {
    let mut rings = Vec::new();
    while let Some((&start, _)) = ways.iter().find(|(_, ends)| !ends.is_empty()) {
        let mut ring = vec![start];
        let mut at = start;
        while let Some(next) = ways.get_mut(&at).and_then(Vec::pop)
            && next != start
        {
            ring.push(next);
            at = next;
        }
        rings.push(ring);
    }
    rings
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn both_halves_of_an_island_become_one_ring() {
        let west = vec![[170, 0], [180, 0], [180, 10], [170, 10]];
        // The eastern half has one corner more on the meridian.
        let east = vec![[180, 0], [190, 0], [190, 10], [180, 10], [180, 4]];
        let sewn = sew(vec![west, east], 180);
        let [ring] = &sewn[..] else { panic!("{sewn:?}") };
        assert_eq!(ring.len(), 6, "{ring:?}");
        assert!(
            !edges(ring).any(|(from, to)| from[0] == 180 && to[0] == 180),
            "{ring:?}"
        );
    }

    #[test]
    fn rings_elsewhere_stay_as_they_are() {
        let ring = vec![[1, 1], [5, 1], [5, 5]];
        assert_eq!(sew(vec![ring.clone()], 180), [ring]);
    }
}
