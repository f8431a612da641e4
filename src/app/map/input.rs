//! Events of Leaflet and of the map's element.

use std::rc::Rc;

use clusteratlas_core::geo::mercator::Point;
use leaflet::{Evented, EventedHandle};
use leptos::prelude::*;
use wasm_bindgen::JsCast;

use crate::browser::document::focus_in_place;
use crate::browser::dom::{Element, keep};
use crate::browser::listener::{listen, listen_first, on_resize};
use crate::browser::media;

use super::ext;
use super::gesture_hint::Gesture;
use super::live_map::LiveMap;
use super::touch::Touched;

/// A press that ends so many screen pixels away was a drag.
const DRAG_PX: i32 = 5;

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
            self.let_go();
        });
        let clicked = Evented::on_leaflet_event(&map, "click", move |_: leaflet::MouseEvent| {
            if let Some(Touched::Connection(connection)) = self.touched.get_untracked() {
                self.open_connection(connection);
            }
        });
        vec![moved, left, clicked]
    }

    /// One listener of each kind serves all marks.
    pub(super) fn listen_to_marks(self, pane: &Element) {
        let group_of = move |event: &web_sys::Event| {
            self.with(|live| live.marks.mark_of(event).map(|mark| mark.group))
                .flatten()
        };
        let touch = move |event: web_sys::Event| {
            // Besides marks there are only the words beside what is touched.
            if let Some(group) = group_of(&event) {
                self.touch(Touched::Group(group));
            }
        };
        let leave = move |_: web_sys::Event| self.let_go();
        let lose = move |_: web_sys::Event| {
            self.store.walk.mark.set(None);
            // The list of connections takes the focus, and what it has reached stays lit.
            if self.store.walk.link.get_untracked().is_none() {
                self.touched.set(None);
            }
        };
        let focus = move |event: web_sys::Event| {
            let mark = self.with(|live| {
                live.marks
                    .mark_of(&event)
                    .map(|mark| (mark.group, mark.node, mark.at))
            });
            if let Some((group, node, at)) = mark.flatten() {
                self.with(|live| live.marks.set_tab_stop(Some(node)));
                self.store.walk.mark.set(Some(node));
                self.bring_into_view(at);
                self.touch(Touched::Group(group));
            }
        };
        let press = move |event: web_sys::Event| {
            let event: web_sys::MouseEvent = event.unchecked_into();
            self.pressed_at.set_value((event.client_x(), event.client_y()));
        };
        let click = move |event: web_sys::Event| {
            let Some(group) = group_of(&event) else { return };
            let event: web_sys::MouseEvent = event.unchecked_into();
            let (x, y) = self.pressed_at.get_value();
            let by_pointer = event.detail() > 0;
            let far = (event.client_x() - x).abs().max((event.client_y() - y).abs()) > DRAG_PX;
            if !(by_pointer && far) {
                self.open(group, by_pointer.then_some(&event));
            }
        };
        pane.listen("pointerover", Box::new(touch));
        pane.listen("pointerout", Box::new(leave));
        pane.listen("focusin", Box::new(focus));
        pane.listen("focusout", Box::new(lose));
        pane.listen("pointerdown", Box::new(press));
        pane.listen("click", Box::new(click));
    }

    pub(super) fn listen_to_element(self, element: &web_sys::HtmlElement) {
        on_resize(element, move || self.fit_size());
        let is_embed = self.store.session.embed;
        // The wheel scrolls the page until the visitor has turned to the map.
        let own = element.clone();
        listen_first(element, "wheel", move |event: web_sys::WheelEvent| {
            let active = document().active_element();
            let turned = active.is_some_and(|active| own.contains(Some(&active)));
            let zooms = turned || event.ctrl_key() || event.meta_key();
            if let Some(map) = self.map() {
                ext::let_wheel_zoom(&map, zooms);
            }
            if zooms {
                self.gesture.hide();
            } else if is_embed.get_untracked() {
                self.gesture.show(Gesture::Wheel);
            }
        });
        // One finger scrolls the page, two move the map.
        listen_first(element, "pointerdown", move |event: web_sys::PointerEvent| {
            let is_finger = event.pointer_type() == "touch";
            if let Some(map) = self.map() {
                ext::let_drag(&map, !is_finger);
            }
            if is_embed.get_untracked() && is_finger {
                self.gesture.touch(event.is_primary().then(|| position(&event)));
            }
        });
        // A finger that scrolls is taken away by the browser, at the latest.
        for kind in ["pointermove", "pointercancel"] {
            listen(element, kind, move |event: web_sys::PointerEvent| {
                self.gesture
                    .follow(position(&event), event.type_() == "pointercancel");
            });
        }
        listen(element, "pointerup", move |_: web_sys::PointerEvent| {
            self.gesture.release();
        });
        // Leaflet gives the map the focus and scrolls to it, pages around it included.
        let own = element.clone();
        listen_first(element, "mousedown", move |_: web_sys::MouseEvent| {
            if is_embed.get_untracked() {
                focus_in_place(&own);
            }
        });
        listen_first(element, "keydown", move |event: web_sys::KeyboardEvent| {
            if self.walk_by_key(&event) {
                event.prevent_default();
                event.stop_propagation();
            }
        });
        // What has appeared goes wherever the focus is, and nothing else does.
        listen_first(document(), "keydown", move |event: web_sys::KeyboardEvent| {
            if event.key() == "Escape" && self.touched.get_untracked().is_some() {
                self.touched.set(None);
            }
        });
        let element = element.clone();
        let read_palette = move || {
            let changed = self.with(|live| live.canvases.read_palette(&element));
            if changed == Some(true) {
                self.paint_world();
                self.repaint.update(|times| *times += 1);
            }
        };
        media::on_colour_change(read_palette.clone());
        let (session, follow) = (self.store.session, read_palette.clone());
        keep(move || {
            session.appearance.track();
            // The attribute that changes the colours is set in the same turn.
            request_animation_frame(follow.clone());
        });
        keep(move || {
            self.store.emphasis.track();
            self.store.scene.track();
            // No event tells that the colours of the reader's system have become others.
            if media::has_readers_colours() {
                untrack(&read_palette);
            }
        });
    }
}

fn position(event: &web_sys::PointerEvent) -> (i32, i32) {
    (event.client_x(), event.client_y())
}
