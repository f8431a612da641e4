//! Coastline arcs -> rings.

use std::collections::{BTreeMap, BTreeSet};

use clusteratlas_core::geo::world::Line;

use super::arcs::{Arcs, append};

/// Links the arcs that only one area uses into rings of whole land masses.
pub(super) fn coastline(arcs: &Arcs<'_>) -> Vec<Line> {
    let mut open: BTreeMap<[i32; 2], Vec<Line>> = BTreeMap::new();
    let turn = arcs.turn();
    // A point is the same wherever its longitude is counted from.
    let key = |point: [i32; 2]| [point[0].rem_euclid(turn), point[1]];
    for line in arcs.unshared() {
        if let Some(first) = line.first() {
            open.entry(key(*first)).or_default().push(line);
        }
    }
    let mut rings = Vec::new();
    while let Some((_, starting)) = open.pop_first() {
        for first in starting {
            let mut ring = first;
            while let Some(end) = ring
                .last()
                .copied()
                .filter(|end| Some(key(*end)) != ring.first().map(|p| key(*p)))
                && let Some(next) = open.get_mut(&key(end)).and_then(Vec::pop)
            {
                append(&mut ring, next, turn);
            }
            ring.pop();
            rings.push(ring);
        }
    }
    rings
}

/// The points of each country's largest polygon, so that small countries are not left out as islands.
pub(super) fn largest_parts(arcs: &Arcs<'_>) -> BTreeSet<[i32; 2]> {
    let mut names = BTreeSet::new();
    let shapes = arcs
        .shapes()
        .filter(|shape| names.insert((&shape.id, &shape.name)));
    let largest = shapes.filter_map(|shape| {
        let outer = shape.polygons.iter().filter_map(|rings| rings.first());
        outer
            .map(|ring| arcs.ring(ring))
            .max_by(|a, b| area(a).total_cmp(&area(b)))
    });
    let turn = arcs.turn();
    let wrapped = |[lon, lat]: [i32; 2]| [(lon + turn / 2).rem_euclid(turn) - turn / 2, lat];
    largest.flatten().map(wrapped).collect()
}

/// Area of a ring in square grid units.
pub(super) fn area(ring: &Line) -> f64 {
    let following = ring.iter().cycle().skip(1);
    let cross = |(a, b): (&[i32; 2], &[i32; 2])| {
        f64::from(a[0]) * f64::from(b[1]) - f64::from(b[0]) * f64::from(a[1])
    };
    (ring.iter().zip(following).map(cross).sum::<f64>() / 2.0).abs()
}
