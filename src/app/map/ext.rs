//! What the `leaflet` crate does not bind of Leaflet 1.9.

use leaflet::{Event, LatLng, Map, Point};
use wasm_bindgen::JsCast;
use wasm_bindgen::prelude::*;

#[wasm_bindgen]
extern "C" {
    /// The same object as [`Map`].
    type BareMap;

    #[wasm_bindgen(method)]
    fn remove(this: &BareMap);

    #[wasm_bindgen(method, js_name = createPane)]
    fn create_pane(this: &BareMap, name: &str) -> web_sys::HtmlElement;

    #[wasm_bindgen(method, js_name = getPane)]
    fn get_pane(this: &BareMap, name: &str) -> Option<web_sys::HtmlElement>;

    #[wasm_bindgen(method, js_name = getPixelOrigin)]
    fn get_pixel_origin(this: &BareMap) -> Point;

    #[wasm_bindgen(method, js_name = _getNewPixelOrigin)]
    fn get_new_pixel_origin(this: &BareMap, center: &LatLng, zoom: f64) -> Point;

    #[wasm_bindgen(method, js_name = containerPointToLayerPoint)]
    fn container_point_to_layer_point(this: &BareMap, point: &Point) -> Point;

    #[wasm_bindgen(method, js_name = mouseEventToLayerPoint)]
    fn mouse_event_to_layer_point(this: &BareMap, event: &web_sys::MouseEvent) -> Point;

    #[wasm_bindgen(method, getter, js_name = scrollWheelZoom)]
    fn scroll_wheel_zoom(this: &BareMap) -> BareHandler;

    #[wasm_bindgen(method, getter)]
    fn dragging(this: &BareMap) -> BareHandler;

    /// A way of interacting with the map.
    type BareHandler;

    #[wasm_bindgen(method)]
    fn enable(this: &BareHandler);

    #[wasm_bindgen(method)]
    fn disable(this: &BareHandler);

    /// The event before an animated change of zoom.
    type ZoomAnimation;

    #[wasm_bindgen(method, getter)]
    fn center(this: &ZoomAnimation) -> LatLng;

    #[wasm_bindgen(method, getter)]
    fn zoom(this: &ZoomAnimation) -> f64;
}

fn bare(map: &Map) -> &BareMap {
    map.unchecked_ref()
}

/// Takes the map out of its element.
pub(super) fn remove(map: &Map) {
    bare(map).remove();
}

/// Creates a pane above the earlier ones.
pub(super) fn create_pane(map: &Map, name: &str) -> web_sys::HtmlElement {
    bare(map).create_pane(name)
}

/// Whether a pane has been created.
pub(super) fn has_pane(map: &Map, name: &str) -> bool {
    bare(map).get_pane(name).is_some()
}

/// World pixels at the present zoom level to the origin of the panes.
pub(super) fn pixel_origin(map: &Map) -> Point {
    bare(map).get_pixel_origin()
}

/// World pixels at a coming zoom level to the origin of the panes.
pub(super) fn pixel_origin_after(map: &Map, center: &LatLng, zoom_level: f64) -> Point {
    bare(map).get_new_pixel_origin(center, zoom_level)
}

/// The position in the panes of a point of the map's element.
pub(super) fn layer_point(map: &Map, x: f64, y: f64) -> Point {
    bare(map).container_point_to_layer_point(&Point::new(x, y))
}

/// The position in the panes of the pointer in an event.
pub(super) fn layer_point_of_event(map: &Map, event: &web_sys::MouseEvent) -> Point {
    bare(map).mouse_event_to_layer_point(event)
}

/// Whether the wheel zooms the map or scrolls the page.
pub(super) fn let_wheel_zoom(map: &Map, zooms: bool) {
    switch(&bare(map).scroll_wheel_zoom(), zooms);
}

/// Whether dragging moves the map.
pub(super) fn let_drag(map: &Map, drags: bool) {
    switch(&bare(map).dragging(), drags);
}

fn switch(handler: &BareHandler, on: bool) {
    if on { handler.enable() } else { handler.disable() }
}

/// The middle and zoom level at the end of an animated change of zoom.
pub(super) fn zoom_animation_end(event: &Event) -> (LatLng, f64) {
    let animation: &ZoomAnimation = event.unchecked_ref();
    (animation.center(), animation.zoom())
}
