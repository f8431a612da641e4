//! What the pointer touches or the keyboard has reached, and what opens when it is activated.

use clusteratlas_core::geo::mercator::Point;
use clusteratlas_core::query::selection::Record;
use clusteratlas_core::scene::node::Node;
use leptos::prelude::*;

use super::live_map::LiveMap;
use super::marks::opens;
use super::tooltip::Hint;
use super::{camera, connections, motion};

/// What the pointer touches or the keyboard has reached.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Touched {
    /// A group of the level.
    Group(usize),
    /// A connection of the scene.
    Connection(usize),
}

impl LiveMap {
    pub(super) fn touch_connection(self, layer: Point) {
        if matches!(self.touched.get_untracked(), Some(Touched::Group(_))) {
            return;
        }
        let projection = self.projection.get_untracked();
        let (level, scene) = (self.store.level.get_untracked(), self.store.scene.get_untracked());
        let touched = connections::touched(&level, &scene, projection.plane_point(layer), projection.scale);
        let touched = touched.map(Touched::Connection);
        if touched != self.touched.get_untracked() {
            self.touched.set(touched);
        }
    }

    pub(super) fn hint(self) -> Option<Hint> {
        let texts = self.store.texts();
        let marks = self.marks.get();
        let mark_of = |group: usize| marks.iter().find(|mark| mark.group == group);
        match self.touched.get()? {
            Touched::Group(group) => {
                let mark = mark_of(group)?;
                Some(Hint {
                    at: mark.at,
                    text: mark.name.clone(),
                })
            }
            Touched::Connection(position) => {
                let scene = self.store.scene.get();
                let connection = scene.connections.get(position)?;
                let (from, to) = (mark_of(connection.from)?, mark_of(connection.to)?);
                let text = (texts.connection_name)(&from.label, &to.label, connection.cooperations as usize);
                let level = self.store.level.get();
                Some(Hint {
                    at: connections::curve(&level, connection).at(0.5),
                    text,
                })
            }
        }
    }

    /// Opens the record of a group, or the group itself.
    pub(super) fn open(self, position: usize, by_keyboard: bool) {
        let level = self.store.level.get_untracked();
        let Some(group) = level.groups.get(position) else {
            return;
        };
        let Some(map) = self.map() else { return };
        let at_end = map.get_zoom() >= camera::MAX_ZOOM_LEVEL - 0.01;
        let parts = opens(&level, position, group) && !at_end;
        if parts && by_keyboard {
            self.opened_at.set_value(Some(group.at));
        }
        if group.nodes.first() == Some(&Node::Germany) {
            motion::zoom_to_germany(&map);
        } else if parts {
            motion::zoom_into(&map, group.at);
        } else if let Some(record) = self.record_of(position) {
            self.store.select(record);
        }
    }

    pub(super) fn record_of(self, position: usize) -> Option<Record> {
        let level = self.store.level.get_untracked();
        let node = level.groups.get(position)?.nodes.first()?;
        node.record(&self.store.atlas().dataset)
            .or_else(|| level.clusters_of_group(position).next().map(Record::Cluster))
    }

    pub(super) fn open_connection(self, position: usize) {
        let scene = self.store.scene.get_untracked();
        if let Some(record) = scene
            .connections
            .get(position)
            .and_then(|connection| self.record_of(connection.to))
        {
            self.store.select(record);
        }
    }
}
