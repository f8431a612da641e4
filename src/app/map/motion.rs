//! How the map moves: by the visitor, by the link, with the size of the page.

use std::time::Duration;

use clusteratlas_core::geo::mercator::{Point, degrees_from_pixel};
use clusteratlas_core::permalink::view_state::Camera;
use clusteratlas_core::scene::viewport::Viewport;
use leaflet::LatLng;
use leptos::prelude::*;

use crate::browser::frame;

use super::controls::Wish;
use super::live_map::LiveMap;
use super::projection::Projection;
use super::{camera, ext};

/// The map rests when it has not arrived anywhere for so long.
const REST: Duration = Duration::from_millis(120);

/// The same in milliseconds.
const REST_MS: f64 = 120.0;

impl LiveMap {
    /// Looks where the view state says.
    pub(super) fn look(self) {
        let Some(map) = self.map() else { return };
        camera::limit_zoom(&map);
        self.told.set_value(None);
        let wanted = self.store.session.view_state.with_untracked(|state| state.camera);
        if let Some(camera) = wanted.or_else(|| camera::camera_of(&map, camera::WORLD)) {
            self.guided.set_value(true);
            camera::jump(&map, camera);
            self.guided.set_value(false);
        }
    }

    pub(super) fn fit_size(self) {
        let Some(map) = self.map() else { return };
        self.guided.set_value(true);
        map.invalidate_size(false);
        self.guided.set_value(false);
        let moved_by_visitor = self
            .store
            .session
            .view_state
            .with_untracked(|state| state.camera.is_some());
        if moved_by_visitor {
            camera::limit_zoom(&map);
            self.arrive_guided();
        } else {
            self.look();
        }
    }

    /// Paints for the end of an animated change of zoom at its beginning: what comes into sight is there, and
    /// the nearer the end the sharper.
    pub(super) fn follow_animation(self, event: &leaflet::Event) {
        let Some(map) = self.map() else { return };
        let (center, zoom_level) = ext::zoom_animation_end(event);
        let (from, to) = (Projection::of(&map), Projection::after(&map, &center, zoom_level));
        untrack(|| self.paint_for(to));
        self.with(|live| live.canvases.travel(from, to));
        self.projection.set(to);
    }

    pub(super) fn follow(self) {
        if let Some(map) = self.map() {
            self.follow_to(Projection::of(&map));
        }
    }

    pub(super) fn follow_to(self, projection: Projection) {
        self.with(|live| live.canvases.follow(projection));
        self.projection.set(projection);
    }

    pub(super) fn repaint_beyond_margin(self) {
        let Some(map) = self.map() else { return };
        let uncovered = self.with(|live| !live.canvases.cover(&map)).unwrap_or(false);
        // A jump arrives at once and paints then.
        if uncovered && !self.guided.get_value() {
            untrack(|| self.paint_for(Projection::of(&map)));
        }
    }

    /// The map stands: by the visitor or by the page.
    pub(super) fn arrive(self) {
        self.arrive_guided();
        self.arrive_at_goal();
        if !self.guided.get_value()
            && let Some(camera) = self.map().as_ref().and_then(camera::present)
        {
            self.told.set_value(Some(camera));
            self.store.move_camera(camera);
        }
    }

    /// The map stands somewhere. While it moves on and on, what is shown follows it, scaled; groups, names
    /// and sharp lines come when it rests or has gone too far.
    pub(super) fn arrive_guided(self) {
        let Some(map) = self.map() else { return };
        let projection = Projection::of(&map);
        let now = frame::now_ms();
        let moves = now - self.arrived_ms.get_value() < REST_MS;
        self.arrived_ms.set_value(now);
        let near = self
            .with(|live| !live.canvases.is_far(&live.map, projection))
            .unwrap_or(false);
        if moves && near {
            self.follow_to(projection);
            self.settle_at_rest();
        } else {
            self.settle();
        }
    }

    fn settle_at_rest(self) {
        if self.unsettled.get_value() {
            return;
        }
        self.unsettled.set_value(true);
        set_timeout(move || self.try_to_settle(), REST);
    }

    fn try_to_settle(self) {
        // The map may have gone with its view.
        if self.unsettled.try_get_value() != Some(true) {
            return;
        }
        self.unsettled.set_value(false);
        if frame::now_ms() - self.arrived_ms.get_value() < REST_MS {
            self.settle_at_rest();
        } else {
            self.settle();
        }
    }

    /// Shows what belongs to where the map stands.
    fn settle(self) {
        let Some(map) = self.map() else { return };
        self.unsettled.set_value(false);
        let projection = Projection::of(&map);
        self.projection.set(projection);
        self.store.report_viewport(Viewport {
            zoom_level: map.get_zoom(),
            visible: projection.visible(&map),
        });
        self.paint_world();
        self.repaint.update(|times| *times += 1);
    }

    pub(super) fn bring_into_view(self, at: Point) {
        let Some(map) = self.map() else { return };
        let (lat, lon) = degrees_from_pixel(at);
        camera::pan_inside(&map, &LatLng::new(lat, lon));
    }

    pub(super) fn grant(self, wish: Wish) {
        let Some(map) = self.map() else { return };
        match wish {
            Wish::In => {
                map.zoom_in(1.0);
            }
            Wish::Out => map.zoom_out(1.0),
            Wish::World => {
                self.store.show_everything();
                self.look();
            }
            Wish::Germany => zoom_to_germany(&map),
        }
    }
}

/// Lets the map travel to a group, near enough that it parts.
pub(super) fn zoom_into(map: &leaflet::Map, at: Point) {
    let (lat, lon) = degrees_from_pixel(at);
    if let Some(camera) = Camera::new(lat, lon, (map.get_zoom() + 1.75).min(camera::MAX_ZOOM_LEVEL)) {
        camera::travel(map, camera);
    }
}

/// Lets the map travel to Germany.
pub(super) fn zoom_to_germany(map: &leaflet::Map) {
    if let Some(camera) = camera::camera_of(map, camera::GERMANY) {
        camera::travel(map, camera);
    }
}
