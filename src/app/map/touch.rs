//! What the pointer touches or the keyboard has reached, and what opens when it is activated.

use clusteratlas_core::domain::theme::Field;
use std::time::Duration;

use clusteratlas_core::geo::mercator::Point;
use clusteratlas_core::query::selection::Record;
use clusteratlas_core::scene::mark::label;
use clusteratlas_core::scene::node::Node;
use clusteratlas_core::scene::scale::MIN_HIT_RADIUS_PX;
use leptos::prelude::*;
use web_sys::MouseEvent;

use crate::browser::dom::keep;
use crate::browser::media;

use super::live_map::LiveMap;
use super::tooltip::Hint;
use super::{camera, ext, motion};

/// So long what was touched stays lit up after the pointer has left it.
const GRACE: Duration = Duration::from_millis(250);

/// Width of a mark's target under a finger, in screen pixels; the style sheet makes its button so large.
const COARSE_TARGET_PX: f64 = 44.0;

/// What the pointer touches or the keyboard has reached.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Touched {
    /// A group of the level.
    Group(usize),
    /// A connection of the scene.
    Connection(usize),
}

impl LiveMap {
    /// Groups and connections have other numbers on another level or in another scene: a group that is touched
    /// stays so under its new number, as long as it has a mark.
    pub(super) fn keep_touched(self) {
        let mut before = self.store.level.get_untracked();
        keep(move || {
            self.store.scene.track();
            let level = self.store.level.get();
            let touched = self.touched.get_untracked();
            let stays = match touched {
                Some(Touched::Group(group)) => self.marks.with_untracked(|marks| {
                    let node = before.nodes(group).first()?;
                    let mark = marks.shown.iter().find(|mark| mark.node == *node)?;
                    Some(Touched::Group(mark.group))
                }),
                Some(Touched::Connection(_)) | None => None,
            };
            if stays != touched {
                self.touched.set(stays);
            }
            before = level;
        });
    }

    /// Notes what the pointer touches or the keyboard has reached.
    pub(super) fn touch(self, touched: Touched) {
        self.leaving.update_value(|turn| *turn = turn.wrapping_add(1));
        self.touched.set(Some(touched));
    }

    /// The pointer has left what it touched. What it lit up stays for a moment, so that the pointer can go on to the
    /// words beside it, and as long as it rests on these.
    pub(super) fn let_go(self) {
        let turn = self.leaving.get_value();
        set_timeout(
            move || {
                let stays = self.with(|live| live.tooltip.is_pointed_at());
                // By then the map may have gone, or the pointer be elsewhere.
                if self.leaving.try_get_value() == Some(turn) && stays == Some(false) {
                    self.touched.set(None);
                }
            },
            GRACE,
        );
    }

    pub(super) fn touch_connection(self, layer: Point) {
        let rests = self.with(|live| live.tooltip.is_pointed_at()).unwrap_or(false);
        if rests || matches!(self.touched.get_untracked(), Some(Touched::Group(_))) {
            return;
        }
        let at = self.projection.get_untracked().plane_point(layer);
        let touched = self.hover.with_untracked(|hover| hover.touched(at));
        let touched = touched.map(Touched::Connection);
        match touched {
            Some(connection) if self.touched.get_untracked() != touched => {
                self.touched_at.set_value(at);
                self.touch(connection);
            }
            None if self.touched.get_untracked().is_some() => self.let_go(),
            _ => {}
        }
    }

    pub(super) fn hint(self) -> Option<Hint> {
        match self.touched.get()? {
            Touched::Group(group) => self.marks.with(|marks| {
                let mark = marks.shown.iter().find(|mark| mark.group == group)?;
                Some(Hint {
                    at: mark.at,
                    text: mark.name.clone(),
                })
            }),
            Touched::Connection(position) => {
                let (level, scene) = (self.store.level.get(), self.store.scene.get());
                let connection = scene.connections.get(position)?;
                let dataset = &self.store.atlas().dataset;
                // Its ends may lie beyond the screen and have no mark.
                let name = |group| label(dataset, &level, group, self.store.language());
                let texts = self.store.texts();
                let mut text = (texts.connection_name)(
                    &name(connection.from),
                    &name(connection.to),
                    connection.cooperations as usize,
                );
                if let Some(other) = self.store.other_scene.get() {
                    let ends = (connection.from, connection.to);
                    let same = other.connections.iter().find(|one| (one.from, one.to) == ends);
                    let cooperations = same.map_or(0, |same| same.cooperations as usize);
                    text.push_str(&(texts.comparison.also)(cooperations));
                }
                let mut before = " · ";
                for (field, cooperations) in Field::ALL.into_iter().zip(connection.by_field) {
                    if cooperations > 0 {
                        text.push_str(before);
                        text.push_str(dataset.field_name(field).get(self.store.language()));
                        before = ", ";
                    }
                }
                Some(Hint {
                    at: self.touched_at.get_value(),
                    text,
                })
            }
        }
    }

    /// Opens the record of a group, or the group itself; under a finger that covers several marks, the nearest.
    pub(super) fn open(self, group: usize, pointer: Option<&MouseEvent>) {
        let Some(map) = self.map() else { return };
        let meant = pointer.and_then(|event| self.group_under(&map, event));
        let group = meant.unwrap_or(group);
        let level = self.store.level.get_untracked();
        let Some(at) = level.groups.get(group).map(|group| group.at) else {
            return;
        };
        let at_end = map.get_zoom() >= camera::MAX_ZOOM_LEVEL - 0.01;
        let parts = level.opens(group) && !at_end;
        if level.nodes(group).first() == Some(&Node::Germany) {
            motion::zoom_to_germany(&map);
        } else if parts {
            motion::zoom_into(&map, at);
        } else if let Some(record) = self.record_of(group) {
            self.store.select(record);
        }
    }

    fn group_under(self, map: &leaflet::Map, event: &MouseEvent) -> Option<usize> {
        let layer = ext::layer_point_of_event(map, event);
        let at = self.projection.get_untracked().plane_point(Point {
            x: layer.x(),
            y: layer.y(),
        });
        let target_px = if media::matches("(pointer: coarse)") {
            COARSE_TARGET_PX
        } else {
            2.0 * MIN_HIT_RADIUS_PX
        };
        self.marks.with_untracked(|marks| {
            let mark = marks.under(at, map.get_zoom(), target_px)?;
            Some(mark.group)
        })
    }

    pub(super) fn record_of(self, group: usize) -> Option<Record> {
        let level = self.store.level.get_untracked();
        match *level.nodes(group).first()? {
            // A city that does not part has one cluster.
            Node::City(cluster) => Some(Record::Cluster(cluster)),
            node => node.record(&self.store.atlas().dataset),
        }
    }

    pub(super) fn open_connection(self, position: usize) {
        let scene = self.store.scene.get_untracked();
        let Some(connection) = scene.connections.get(position) else {
            return;
        };
        match self.record_of(connection.to) {
            Some(record) => self.store.select(record),
            None => self.open(connection.to, None),
        }
    }
}
