//! Where the map looks: the whole world, Germany, or as the link says.

use clusteratlas_core::geo::mercator::{
    Point, WORLD_PX, degrees_from_pixel, pixel_from_degrees, zoom_level_of,
};
use clusteratlas_core::permalink::view_state::Camera;
use leaflet::{LatLng, LatLngBounds, Map, MapOptions};
use wasm_bindgen::JsValue;

use crate::browser::media::prefers_reduced_motion;

/// Largest zoom level: beyond it there is nothing more to see.
pub(super) const MAX_ZOOM_LEVEL: f64 = 11.0;

/// A part of the world in degrees: south, west, north, east.
#[derive(Clone, Copy)]
pub(super) struct Extent(f64, f64, f64, f64);

/// Every inhabited part of the world.
pub(super) const WORLD: Extent = Extent(-47.0, -128.0, 66.0, 179.0);

/// Germany with a margin.
pub(super) const GERMANY: Extent = Extent(47.1, 5.6, 55.1, 15.3);

/// How far the map can be moved: the whole plane and a margin.
const LIMITS: Extent = Extent(-72.0, -200.0, 84.0, 222.0);

impl Extent {
    fn corners(self) -> (Point, Point) {
        let Self(south, west, north, east) = self;
        (pixel_from_degrees(north, west), pixel_from_degrees(south, east))
    }

    /// The camera that shows all of it on a map of a size in screen pixels.
    fn camera(self, width: f64, height: f64) -> Option<Camera> {
        let (upper_left, lower_right) = self.corners();
        let scale = (width / (lower_right.x - upper_left.x)).min(height / (lower_right.y - upper_left.y));
        let middle = Point {
            x: f64::midpoint(upper_left.x, lower_right.x),
            y: f64::midpoint(upper_left.y, lower_right.y),
        };
        let (lat, lon) = degrees_from_pixel(middle);
        Camera::new(lat, lon, zoom_level_of(scale).clamp(0.0, MAX_ZOOM_LEVEL))
    }
}

/// Options of a map that begins with a camera or the world.
pub(super) fn options() -> MapOptions {
    let moves = !prefers_reduced_motion();
    let options = MapOptions::new();
    options.set_attribution_control(false);
    options.set_zoom_control(false);
    options.set_zoom_snap(0.0);
    options.set_zoom_delta(1.0);
    options.set_max_zoom(MAX_ZOOM_LEVEL);
    options.set_min_zoom(0.0);
    options.set_scroll_wheel_zoom(false);
    options.set_wheel_px_per_zoom_level(120.0);
    // It would take every change of the window for a move of the visitor; the map itself is watched instead.
    options.set_track_resize(false);
    options.set_inertia(moves);
    options.set_zoom_animation(moves);
    options.set_fade_animation(moves);
    options.set_marker_zoom_animation(moves);
    let Extent(south, west, north, east) = LIMITS;
    options.set_max_bounds(LatLngBounds::new(
        &LatLng::new(south, west),
        &LatLng::new(north, east),
    ));
    options.set_max_bounds_viscosity(0.8);
    options
}

/// The camera that shows an extent on a map as it is.
pub(super) fn camera_of(map: &Map, extent: Extent) -> Option<Camera> {
    let size = map.get_size();
    extent.camera(size.x().max(1.0), size.y().max(1.0))
}

/// The smallest zoom level of a map as it is: at it the world fills the height or the width.
pub(super) fn limit_zoom(map: &Map) {
    let size = map.get_size();
    let world = camera_of(map, WORLD).map_or(0.0, Camera::zoom_level);
    let fill = zoom_level_of(size.x().max(size.y() * 0.6) / WORLD_PX);
    map.set_min_zoom((world - 0.25).min(fill).max(0.0));
}

/// Where a map looks now.
pub(super) fn present(map: &Map) -> Option<Camera> {
    let middle = map.get_center();
    Camera::new(
        middle.lat(),
        middle.lng(),
        map.get_zoom().clamp(0.0, Camera::MAX_ZOOM_LEVEL),
    )
}

/// Lets the map look somewhere at once.
pub(super) fn jump(map: &Map, camera: Camera) {
    let options = js_sys::Object::new();
    // A plain new object takes any property.
    let _taken = js_sys::Reflect::set(&options, &"animate".into(), &JsValue::FALSE);
    map.set_view_with_options(
        &LatLng::new(camera.lat(), camera.lon()),
        camera.zoom_level(),
        &options,
    );
}

/// Lets the map travel somewhere, or look there at once for visitors who ask for less motion.
pub(super) fn travel(map: &Map, camera: Camera) {
    if prefers_reduced_motion() {
        jump(map, camera);
    } else {
        map.fly_to_with_zoom_and_options(
            &LatLng::new(camera.lat(), camera.lon()),
            camera.zoom_level(),
            &flight(),
        );
    }
}

fn flight() -> JsValue {
    let options = js_sys::Object::new();
    let _taken = js_sys::Reflect::set(&options, &"duration".into(), &JsValue::from_f64(0.6));
    options.into()
}

/// Moves the map just so far that a point is well inside it.
pub(super) fn pan_inside(map: &Map, at: &LatLng) {
    let options = js_sys::Object::new();
    let padding = js_sys::Array::of2(&JsValue::from_f64(40.0), &JsValue::from_f64(40.0));
    let _taken = js_sys::Reflect::set(&options, &"padding".into(), &padding);
    if prefers_reduced_motion() {
        let _taken = js_sys::Reflect::set(&options, &"animate".into(), &JsValue::FALSE);
    }
    map.pan_inside_with_options(at, &options);
}
