//! Walking on the map: from mark to mark, along connections to partners and back, or straight to a record.
//!
//! Marks are a composite widget with a roving tabindex (ARIA Authoring Practices, Developing a Keyboard Interface);
//! that connections are walked as edges between them, each with words of its own and a step back, is the pattern of
//! Data Navigator (F. Elavsky, L. Nadolskis, D. Moritz, Data Navigator: An Accessibility-Centered Data Navigation
//! Toolkit, IEEE Transactions on Visualization and Computer Graphics 30, 2024).

use clusteratlas_core::geo::mercator::{Point, degrees_from_pixel, scale_at};
use clusteratlas_core::permalink::view_state::Camera;
use clusteratlas_core::scene::level::{Level, stepped};
use clusteratlas_core::scene::node::Node;
use clusteratlas_core::scene::walk::{place_of, zoom_level_of};
use leptos::prelude::*;

use crate::browser::document::focus_soon_in_place;
use crate::browser::dom::keep;
use crate::browser::media;
use crate::store::{Goal, Guide};

use super::camera;
use super::controls::Wish;
use super::live_map::LiveMap;
use super::mark_buttons::{Lost, focus_mark};
use super::touch::Touched;

/// A mark stands for a place if it is no farther from it, in screen pixels.
const NEAR_PX: f64 = 48.0;

impl LiveMap {
    /// Leads the keyboard where it is asked to, and lights up the connection that it has reached.
    pub(super) fn keep_walking(self) {
        let walk = self.store.walk;
        keep(move || {
            if let Some(goal) = walk.goal.get() {
                walk.goal.set(None);
                untrack(|| self.set_out(goal));
            }
        });
        keep(move || {
            let touched = walk
                .link
                .get()
                .map(|ends| untrack(|| self.connection_between(ends)));
            let is_lit = matches!(self.touched.get_untracked(), Some(Touched::Connection(_)));
            if touched.is_some() || is_lit {
                self.touched.set(touched);
            }
        });
    }

    /// The connection between two groups, where it is drawn; else the first of them.
    fn connection_between(self, (from, to): (usize, usize)) -> Touched {
        let (level, scene) = (self.store.level.get(), self.store.scene.get());
        let ends = [(from, to), (to, from)];
        let drawn = scene
            .connections
            .iter()
            .position(|one| ends.contains(&(one.from, one.to)));
        let Some(position) = drawn else {
            return Touched::Group(from);
        };
        let curve = scene.connections[position].curve(&level);
        let visible = self.store.viewport.with(|viewport| viewport.visible);
        // Its words stand in its middle, or where it can be seen.
        let seen = [0.5, 0.35, 0.65, 0.2, 0.8, 0.1, 0.9].map(|share| curve.at(share));
        let seen = seen.into_iter().find(|&at| visible.contains(at));
        self.touched_at.set_value(seen.unwrap_or(curve.from));
        Touched::Connection(position)
    }

    fn set_out(self, goal: Goal) {
        let level = self.store.level.get();
        match goal {
            Goal::Along(from, to) => {
                self.trail.update_value(|trail| trail.push(from));
                if let Some(node) = level.nodes(to).first() {
                    self.lead_to(*node, level.groups[to].at);
                }
            }
            Goal::Mark(node) => {
                if let Some(group) = group_of(&level, node) {
                    self.lead_to(node, level.groups[group].at);
                }
            }
            Goal::Record(record) => {
                let atlas = self.store.atlas();
                let Some(zoom_level) = zoom_level_of(record) else {
                    return;
                };
                let level = Level::build(&atlas.ground, &atlas.index, stepped(zoom_level));
                if let Some(at) = place_of(&atlas.dataset, &level, record) {
                    self.travel_to(at, zoom_level);
                }
            }
        }
    }

    /// Gives the focus to a mark; where the map is too far from it, when it has come there.
    fn lead_to(self, node: Node, at: Point) {
        if self.with(|live| live.marks.has(node)).unwrap_or(false) {
            focus_mark(node);
        } else if let Some(map) = self.map() {
            self.travel_to(at, map.get_zoom());
        }
    }

    fn travel_to(self, at: Point, zoom_level: f64) {
        let Some(map) = self.map() else { return };
        let (lat, lon) = degrees_from_pixel(at);
        if let Some(camera) = Camera::new(lat, lon, zoom_level) {
            self.awaited.set_value(Some(at));
            camera::travel(&map, camera);
        }
    }

    /// Gives the focus to what stands where the keyboard was to be led.
    pub(super) fn arrive_at_goal(self) {
        let Some(at) = self.awaited.try_update_value(Option::take).flatten() else {
            return;
        };
        // By then the marks of the place are there.
        request_animation_frame(move || {
            let scale = self.map().map_or(1.0, |map| scale_at(map.get_zoom()));
            let nearest = self.with(|live| live.marks.nearest(at)).flatten();
            give_focus(match nearest {
                Some((node, far)) if far * scale <= NEAR_PX => Lost::Mark(node),
                _ => Lost::Map,
            });
        });
    }

    /// What a key does on the map, or on the mark that the event comes from; whether it was meant for them.
    pub(super) fn walk_by_key(self, event: &web_sys::KeyboardEvent) -> bool {
        if event.ctrl_key() || event.meta_key() || event.alt_key() {
            return false;
        }
        let walk = self.store.walk;
        let key = event.key();
        let mark = self.with(|live| live.marks.mark_of(event).map(|mark| (mark.node, mark.at)));
        match (key.as_str(), mark.flatten()) {
            ("g" | "G", _) => walk.guide.set(Some(Guide::GoTo)),
            ("?", _) => walk.guide.set(Some(Guide::Keys)),
            ("0", _) => self.grant(Wish::World),
            ("l" | "L", Some((node, _))) => walk.guide.set(Some(Guide::Links(node))),
            // Leaflet does the same while the map itself has the focus.
            ("+" | "=", Some(_)) => self.grant(Wish::In),
            ("-", Some(_)) => self.grant(Wish::Out),
            ("Escape", Some(_)) => return self.step_back(),
            (key, Some((_, at))) => {
                let next = self.with(|live| live.marks.neighbour(at, key)).flatten();
                // At the edge the arrow still belongs to the marks: it moves nothing else.
                if let Some(next) = next {
                    focus_mark(next);
                }
                return next.is_some() || key.starts_with("Arrow");
            }
            // Leaflet would glide.
            (key, None) if media::prefers_reduced_motion() => match step(key) {
                Some((right, down)) => self.store.pan(right, down),
                None => return false,
            },
            _ => return false,
        }
        true
    }

    /// Back to the mark from which a connection was walked.
    fn step_back(self) -> bool {
        let level = self.store.level.get_untracked();
        while let Some(node) = self.trail.try_update_value(Vec::pop).flatten() {
            // At another zoom level it may stand for nothing.
            if group_of(&level, node).is_some() {
                self.store.walk.goal.set(Some(Goal::Mark(node)));
                return true;
            }
        }
        false
    }
}

/// Gives the focus to what should have it.
pub(super) fn give_focus(to: Lost) {
    match to {
        Lost::Mark(node) => focus_mark(node),
        Lost::Map => focus_soon_in_place("map"),
    }
}

/// The group that a node stands for.
fn group_of(level: &Level, node: Node) -> Option<usize> {
    (0..level.groups.len()).find(|&group| level.nodes(group).first() == Some(&node))
}

/// What an arrow key moves the map by, in shares of what it shows.
fn step(key: &str) -> Option<(f64, f64)> {
    match key {
        "ArrowLeft" => Some((-0.1, 0.0)),
        "ArrowRight" => Some((0.1, 0.0)),
        "ArrowUp" => Some((0.0, -0.1)),
        "ArrowDown" => Some((0.0, 0.1)),
        _ => None,
    }
}
