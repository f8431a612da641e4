//! The map's component: creates Leaflet and the layers, and keeps them in step with the store.

use std::rc::Rc;
use std::sync::Arc;

use clusteratlas_core::geo::mercator::{Point, degrees_from_pixel};
use clusteratlas_core::permalink::view_state::Camera;
use clusteratlas_core::query::selection::Record;
use leaflet::{Evented, EventedHandle, LatLng};
use leptos::prelude::*;
use leptos::{html, task};

use crate::browser::error::BrowserError;
use crate::browser::listener::{listen, listen_first, on_resize};
use crate::browser::{fetch, media};
use crate::store::Store;

use super::basemap::Detail;
use super::canvases::Canvases;
use super::connections::{self, Lit};
use super::controls::{Controls, Wish};
use super::marks::{Mark, MarkLayer, Marks, marks, opens};
use super::projection::Projection;
use super::tooltip::{Hint, Tooltip};
use super::{camera, ext};

/// What the pointer touches or the keyboard has reached.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Touched {
    /// A group of the level.
    Group(usize),
    /// A connection of the scene.
    Connection(usize),
}

/// The map of the matches.
#[component]
pub fn MapView() -> impl IntoView {
    let store = expect_context::<Store>();
    let container = NodeRef::<html::Div>::new();
    let parts = Parts::new(store);
    let failed = RwSignal::new(false);
    Effect::new(move |_| {
        let Some(element) = container.get() else { return };
        // Only the element is waited for; what the map shows has effects of its own.
        if let Err(error) = untrack(|| parts.create(&element)) {
            leptos::logging::error!("{error}");
            failed.set(true);
        }
    });
    on_cleanup(move || parts.remove());
    let texts = move || store.texts();
    view! {
        <div class="map" class:map--failed=move || failed.get()>
            <div
                node_ref=container
                id="map"
                class="map__leaflet"
                role="region"
                aria-label=move || texts().map_label
                aria-describedby="map-help"
            ></div>
            <p id="map-help" class="visually-hidden">{move || texts().map_help}</p>
            <Show when=move || failed.get()>
                <p class="map__failure" role="alert">{move || texts().map_failed}</p>
            </Show>
            <Controls store on_wish=Callback::new(move |wish| parts.grant(wish)) />
            <p class="map__credit">{move || texts().map_credit}</p>
        </div>
    }
}

/// A Leaflet map with its layers.
struct Live {
    map: leaflet::Map,
    canvases: Canvases,
    /// Listeners of the map, which end with it.
    handles: Vec<EventedHandle<leaflet::Event>>,
    /// Listeners of the map for the pointer.
    pointer: Vec<EventedHandle<leaflet::MouseEvent>>,
    /// Marks and tooltip in their pane.
    marks: Option<Box<dyn std::any::Any>>,
}

/// Everything of the map that outlives a single event.
#[derive(Clone, Copy)]
struct Parts {
    store: Store,
    live: StoredValue<Option<Live>, LocalStorage>,
    projection: RwSignal<Projection>,
    touched: RwSignal<Option<Touched>>,
    marks: Memo<Arc<Vec<Mark>>>,
    /// The visible part of the plane, by its upper left and lower right corner, where the map last stood.
    visible: RwSignal<(Point, Point)>,
    /// Grows whenever the canvases must be painted anew.
    repaint: RwSignal<u32>,
    /// Whether the map is being moved by the page and not by the visitor.
    guided: StoredValue<bool>,
}

impl Parts {
    fn new(store: Store) -> Self {
        let visible = RwSignal::new((Point::default(), Point::default()));
        let marks = Memo::new(move |_| {
            let atlas = store.atlas();
            let (level, scene) = (store.level.get(), store.scene.get());
            Arc::new(marks(
                &atlas.dataset,
                &level,
                &scene,
                store.language(),
                visible.get(),
            ))
        });
        Self {
            store,
            live: StoredValue::new_local(None),
            projection: RwSignal::new(Projection::default()),
            touched: RwSignal::new(None),
            marks,
            visible,
            repaint: RwSignal::new(0),
            guided: StoredValue::new(false),
        }
    }

    /// Calls with the map, if there is one.
    fn with<T>(&self, call: impl FnOnce(&mut Live) -> T) -> Option<T> {
        self.live
            .try_update_value(|live| live.as_mut().map(call))
            .flatten()
    }

    /// The map itself, so that it can call back while it is used.
    fn map(&self) -> Option<leaflet::Map> {
        self.with(|live| live.map.clone())
    }

    fn create(self, element: &web_sys::HtmlDivElement) -> Result<(), BrowserError> {
        // The element may be announced more than once.
        if self.live.with_value(Option::is_some) {
            return Ok(());
        }
        let map = leaflet::Map::new_with_element(element, &camera::options())
            .map_err(|cause| BrowserError::new("map", &cause))?;
        let canvases = Canvases::new(&map, element)?;
        let pane = ext::create_pane(&map, "marks");
        let handles = self.listen_to(&map);
        let pointer = self.listen_to_pointer(&map);
        self.live.set_value(Some(Live {
            map,
            canvases,
            handles,
            pointer,
            marks: None,
        }));
        self.look();
        self.listen_to_element(element);
        let marks = self.mount_marks(pane);
        self.with(|live| live.marks = Some(marks));
        self.keep_in_step();
        self.load_world();
        Ok(())
    }

    fn remove(self) {
        if let Some(live) = self.live.try_update_value(Option::take).flatten() {
            drop((live.marks, live.handles, live.pointer));
            ext::remove(&live.map);
        }
    }

    fn mount_marks(self, pane: web_sys::HtmlElement) -> Box<dyn std::any::Any> {
        let layer = MarkLayer {
            marks: self.marks,
            projection: self.projection,
            on_touch: Callback::new(move |group: Option<usize>| self.touched.set(group.map(Touched::Group))),
            on_open: Callback::new(move |group| self.open(group)),
            on_focus: Callback::new(move |at| self.bring_into_view(at)),
        };
        let hint = Memo::new(move |_| self.hint());
        let (store, projection) = (self.store, self.projection);
        Box::new(leptos::mount::mount_to(pane, move || {
            view! {
                <Marks store layer />
                <Tooltip hint projection />
            }
        }))
    }

    /// Follows the map through moves and changes of zoom.
    fn listen_to(self, map: &leaflet::Map) -> Vec<EventedHandle<leaflet::Event>> {
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

    fn listen_to_pointer(self, map: &leaflet::Map) -> Vec<EventedHandle<leaflet::MouseEvent>> {
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

    fn listen_to_element(self, element: &web_sys::HtmlDivElement) {
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

    /// Paints whenever what is shown has changed, and looks where the link says.
    fn keep_in_step(self) {
        Effect::new(move |_| {
            self.repaint.track();
            self.paint_connections();
        });
        let view_camera = Memo::new(move |_| self.store.session.view_state.with(|state| state.camera));
        Effect::new(move |before: Option<Option<Camera>>| {
            let wanted = view_camera.get();
            let present = self.map().as_ref().and_then(camera::present);
            // At the start the map looks there already.
            if before.is_some() && (wanted.is_none() || wanted != present) {
                self.look();
            }
            wanted
        });
    }

    fn load_world(self) {
        // Fine coastlines come when the visitor first gets near enough to see them.
        let detail = Memo::new(move |_| Detail::at(self.projection.get().scale.log2()));
        Effect::new(move |_| {
            let detail = detail.get();
            task::spawn_local(async move { self.load_detail(detail).await });
        });
    }

    async fn load_detail(self, detail: Detail) {
        if self.with(|live| live.canvases.has_world(detail)).unwrap_or(true) {
            return;
        }
        // Without the world the marks and connections still stand; the next approach tries again.
        let added = match fetch::bytes(detail.path()).await {
            Ok(bytes) => self
                .with(|live| live.canvases.add_world(detail, &bytes))
                .unwrap_or(Ok(())),
            Err(error) => Err(error),
        };
        if let Err(error) = added {
            leptos::logging::error!("{error}");
        }
        self.paint_world();
    }

    /// Looks where the view state says.
    fn look(self) {
        let Some(map) = self.map() else { return };
        camera::limit_zoom(&map);
        let wanted = self.store.session.view_state.with_untracked(|state| state.camera);
        if let Some(camera) = wanted.or_else(|| camera::camera_of(&map, camera::WORLD)) {
            self.guided.set_value(true);
            camera::jump(&map, camera);
            self.guided.set_value(false);
        }
    }

    fn fit_size(self) {
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

    fn follow_animation(self, event: &leaflet::Event) {
        let Some(map) = self.map() else { return };
        let (center, zoom_level) = ext::zoom_animation_end(event);
        self.follow_to(Projection::after(&map, &center, zoom_level));
    }

    fn follow(self) {
        if let Some(map) = self.map() {
            self.follow_to(Projection::of(&map));
        }
    }

    fn follow_to(self, projection: Projection) {
        self.with(|live| live.canvases.follow(projection));
        self.projection.set(projection);
    }

    fn repaint_beyond_margin(self) {
        let uncovered = self.with(|live| !live.canvases.cover(&live.map)).unwrap_or(false);
        if uncovered {
            self.paint_world();
            self.paint_connections();
        }
    }

    /// The map stands: by the visitor or by the page.
    fn arrive(self) {
        self.arrive_guided();
        if !self.guided.get_value()
            && let Some(camera) = self.map().as_ref().and_then(camera::present)
        {
            self.store.move_camera(camera);
        }
    }

    fn arrive_guided(self) {
        let Some(map) = self.map() else { return };
        let projection = Projection::of(&map);
        self.projection.set(projection);
        self.visible.set(projection.visible(&map));
        self.store.report_zoom_level(map.get_zoom());
        self.paint_world();
        self.repaint.update(|times| *times += 1);
    }

    fn paint_world(self) {
        self.with(|live| live.canvases.paint_world(&live.map));
    }

    /// Paints the connections; tracks everything that they show.
    fn paint_connections(self) {
        let (level, scene) = (self.store.level.get(), self.store.scene.get());
        let (emphasis, touched) = (self.store.emphasis.get(), self.touched.get());
        let lit = match (touched, &emphasis) {
            (Some(Touched::Group(group)), _) => Lit::Group(group),
            (Some(Touched::Connection(connection)), _) => Lit::Connection(connection),
            (None, Some(emphasis)) => Lit::Scene(emphasis),
            (None, None) => Lit::Nothing,
        };
        self.with(|live| live.canvases.paint_connections(&live.map, &level, &scene, lit));
    }

    fn touch_connection(self, layer: Point) {
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

    fn hint(self) -> Option<Hint> {
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
                let text =
                    (texts.connection_name)(from.label(), to.label(), connection.cooperations as usize);
                let level = self.store.level.get();
                Some(Hint {
                    at: connections::curve(&level, connection).at(0.5),
                    text,
                })
            }
        }
    }

    /// Opens the record of a group, or the group itself.
    fn open(self, position: usize) {
        let level = self.store.level.get_untracked();
        let Some(group) = level.groups.get(position) else {
            return;
        };
        let Some(map) = self.map() else { return };
        let at_end = map.get_zoom() >= camera::MAX_ZOOM_LEVEL - 0.01;
        if opens(&level, position, group) && !at_end {
            self.zoom_into(
                &map,
                group.at,
                group.nodes.first() == Some(&clusteratlas_core::scene::node::Node::Germany),
            );
        } else if let Some(record) = self.record_of(position) {
            self.store.select(record);
        }
    }

    fn record_of(self, position: usize) -> Option<Record> {
        let level = self.store.level.get_untracked();
        let node = level.groups.get(position)?.nodes.first()?;
        node.record(&self.store.atlas().dataset)
            .or_else(|| level.clusters_of_group(position).next().map(Record::Cluster))
    }

    fn open_connection(self, position: usize) {
        let scene = self.store.scene.get_untracked();
        if let Some(record) = scene
            .connections
            .get(position)
            .and_then(|connection| self.record_of(connection.to))
        {
            self.store.select(record);
        }
    }

    fn zoom_into(self, map: &leaflet::Map, at: Point, germany: bool) {
        let camera = if germany {
            camera::camera_of(map, camera::GERMANY)
        } else {
            let (lat, lon) = degrees_from_pixel(at);
            Camera::new(lat, lon, (map.get_zoom() + 1.75).min(camera::MAX_ZOOM_LEVEL))
        };
        if let Some(camera) = camera {
            camera::travel(map, camera);
        }
    }

    fn bring_into_view(self, at: Point) {
        let Some(map) = self.map() else { return };
        let (lat, lon) = degrees_from_pixel(at);
        camera::pan_inside(&map, &LatLng::new(lat, lon));
    }

    fn grant(self, wish: Wish) {
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
            Wish::Germany => {
                if let Some(camera) = camera::camera_of(&map, camera::GERMANY) {
                    camera::travel(&map, camera);
                }
            }
        }
    }
}
