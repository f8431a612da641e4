//! Scenes in which Germany is one mark: the view that most visitors begin with, answered by sets alone.
//!
//! Every cooperation begins in Germany then, so a connection is what its far end holds, and the index has
//! that as a set for every country and continent. In the browser, counting 40 of them at 100 000 cooperations
//! takes 0.3 ms, going through the cooperations 9 ms.

use crate::domain::theme::Field;
use crate::geo::area::Area;
use crate::query::bitmap::Bitmap;
use crate::query::facet::Facet;
use crate::query::index::Index;

use super::Connection;
use super::level::Level;
use super::node::Node;
use super::strongest::{Pair, Strongest};

/// The number of cooperations at every group, the strongest connections and the number of further ones; none
/// where Germany has parted.
pub(super) fn count(
    index: &Index,
    level: &Level,
    cooperations: &Bitmap,
    frame: Area,
    most: usize,
) -> Option<(Vec<u32>, Vec<Connection>, usize)> {
    if level.at_home != 1 {
        return None;
    }
    let near = frame.contains(level.groups[0].at);
    let mut counts = vec![cooperations.count()];
    let mut sets = vec![Bitmap::default()];
    let mut strongest = Strongest::new(most);
    for group in 1..level.groups.len() {
        let mut set = Bitmap::none(index.cooperations());
        for &node in level.nodes(group) {
            set.join(partners_in(index, node)?);
        }
        set.meet(cooperations);
        let count = set.count();
        if count > 0 && (near || frame.contains(level.groups[group].at)) {
            strongest.add(Pair {
                from: 0,
                to: u32::try_from(group).unwrap_or(u32::MAX),
                cooperations: count,
            });
        }
        counts.push(count);
        sets.push(set);
    }
    let (pairs, further) = strongest.finish();
    let connection = |pair: &Pair| Connection {
        from: 0,
        to: pair.to as usize,
        cooperations: pair.cooperations,
        by_field: Field::ALL.map(|field| sets[pair.to as usize].count_both(index.field(field))),
    };
    Some((counts, pairs.iter().map(connection).collect(), further))
}

/// The cooperations with partners in what a node abroad stands for.
fn partners_in(index: &Index, node: Node) -> Option<&Bitmap> {
    match node {
        Node::Country(key) => index.sets(Facet::Country).get(key.index()),
        Node::Continent(continent) => Some(index.continent(continent)),
        Node::Place(key) => index.region(key),
        _ => None,
    }
}
