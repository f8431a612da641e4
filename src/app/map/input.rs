//! Events of Leaflet and of the map's element.

use std::rc::Rc;

use clusteratlas_core::geo::mercator::Point;
use leaflet::{Evented, EventedHandle};
use leptos::prelude::*;

use crate::browser::listener::{listen, listen_first, on_resize};
use crate::browser::media;

use super::ext;
use super::live_map::LiveMap;
use super::touch::Touched;

impl LiveMap {
    /// Follows the map through moves and changes of zoom.
    pub(super) fn listen_to(self, map: &leaflet::Map) -> Vec<EventedHandle<leaflet::Event>> {
        let on = |kind: &'static str, call: Rc<dyn Fn(leaflet::Event)>| {
            Evented::on_leaflet_event(&map, kind, move |event: leaflet::Event| call(event))
        };
        vec![
            on("zoomanim", Rc::new(move |event| self.follow_animation(&event))),
            on("zoom", Rc::new(move |_| self.follow())),
            on("move", Rc::new(move |_| self.repaint_beyond_margin())),
            on("moveend", Rc::new(move |_| self.arrive())),
        ]
    }

    pub(super) fn listen_to_pointer(self, map: &leaflet::Map) -> Vec<EventedHandle<leaflet::MouseEvent>> {
        let moved = Evented::on_leaflet_event(&map, "mousemove", move |event: leaflet::MouseEvent| {
            let layer = event.layer_point();
            self.touch_connection(Point {
                x: layer.x(),
                y: layer.y(),
            });
        });
        let left = Evented::on_leaflet_event(&map, "mouseout", move |_: leaflet::MouseEvent| {
            self.touched.set(None);
        });
        let clicked = Evented::on_leaflet_event(&map, "click", move |_: leaflet::MouseEvent| {
            if let Some(Touched::Connection(connection)) = self.touched.get_untracked() {
                self.open_connection(connection);
            }
        });
        vec![moved, left, clicked]
    }

    pub(super) fn listen_to_element(self, element: &web_sys::HtmlDivElement) {
        on_resize(element, move || self.fit_size());
        // The wheel scrolls the page until the visitor has turned to the map.
        let own = element.clone();
        listen_first(element, "wheel", move |event: web_sys::WheelEvent| {
            let active = document().active_element();
            let turned = active.is_some_and(|active| own.contains(Some(&active)));
            if let Some(map) = self.map() {
                ext::let_wheel_zoom(&map, turned || event.ctrl_key() || event.meta_key());
            }
        });
        // One finger scrolls the page, two move the map.
        listen_first(element, "pointerdown", move |event: web_sys::PointerEvent| {
            if let Some(map) = self.map() {
                ext::let_drag(&map, event.pointer_type() != "touch");
            }
        });
        listen(element, "keydown", move |event: web_sys::KeyboardEvent| {
            if event.key() == "Escape" {
                self.touched.set(None);
            }
        });
        let element = element.clone();
        let read_palette = move || {
            self.with(|live| live.canvases.read_palette(&element));
            self.repaint.update(|times| *times += 1);
        };
        media::on_colour_change(read_palette.clone());
        let session = self.store.session;
        Effect::new(move |_| {
            session.appearance.track();
            // The attribute that changes the colours is set in the same turn.
            request_animation_frame(read_palette.clone());
        });
    }
}
