//! Where the keyboard walks on the map: shared by the map and by what lies over it.

use clusteratlas_core::query::selection::Record;
use clusteratlas_core::scene::node::Node;
use leptos::prelude::*;

/// What lies over the map and helps to find the way.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Guide {
    /// The connections of a mark.
    Links(Node),
    /// The field that leads to a place.
    GoTo,
    /// The list of keys.
    Keys,
}

/// Where the map is asked to lead the keyboard.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Goal {
    /// Along a connection: from a mark to a group of the present level.
    Along(Node, usize),
    /// Back to a mark.
    Mark(Node),
    /// To a record, however far.
    Record(Record),
}

/// Where the keyboard walks.
#[derive(Clone, Copy)]
pub struct Walk {
    /// What lies over the map.
    pub guide: RwSignal<Option<Guide>>,
    /// The mark that the keyboard has reached.
    pub mark: RwSignal<Option<Node>>,
    /// The connection that it has reached in the list of them: two groups of the present level.
    pub link: RwSignal<Option<(usize, usize)>>,
    /// Where the map is to lead it; the map takes it away when it sets out.
    pub goal: RwSignal<Option<Goal>>,
}

impl Walk {
    /// Nobody walks.
    pub(super) fn new() -> Self {
        Self {
            guide: RwSignal::new(None),
            mark: RwSignal::new(None),
            link: RwSignal::new(None),
            goal: RwSignal::new(None),
        }
    }
}
