//! Leaflet and its layers, kept in step with the store.

use std::sync::Arc;

use clusteratlas_core::geo::mercator::{Point, zoom_level_of};

use clusteratlas_core::permalink::view_state::Camera;
use clusteratlas_core::query::facet::Query;
use clusteratlas_core::scene::hover::Hover;
use clusteratlas_core::scene::mark::Marks;
use clusteratlas_core::scene::node::Node;
use clusteratlas_core::scene::picture::Detail;
use leaflet::EventedHandle;
use leptos::prelude::*;

use crate::browser::dom::{Element, keep};
use crate::browser::error::BrowserError;
use crate::browser::fetch::{self, spawn};
use crate::store::Store;

use super::canvases::Canvases;
use super::connections::Lit;
use super::gesture_hint::GestureHint;
use super::mark_buttons::MarkButtons;
use super::projection::Projection;
use super::tiles::TilesOnMap;
use super::tooltip::Tooltip;
use super::touch::Touched;
use super::walk::give_focus;
use super::{camera, ext};

/// A Leaflet map with its layers.
pub(super) struct Layers {
    pub(super) map: leaflet::Map,
    pub(super) canvases: Canvases,
    /// Listeners of the map, which end with it.
    pub(super) handles: Vec<EventedHandle<leaflet::Event>>,
    /// Listeners of the map for the pointer.
    pub(super) pointer: Vec<EventedHandle<leaflet::MouseEvent>>,
    /// Buttons of the marks.
    pub(super) marks: MarkButtons,
    pub(super) tooltip: Tooltip,
    pub(super) tiles: TilesOnMap,
}

/// A map in the page: Leaflet, its layers, and what is shown on them. A handle that closures share.
#[derive(Clone, Copy)]
pub(super) struct LiveMap {
    pub(super) store: Store,
    pub(super) live: StoredValue<Option<Layers>, LocalStorage>,
    pub(super) projection: RwSignal<Projection>,
    pub(super) touched: RwSignal<Option<Touched>>,
    /// Counts what has been touched, so that what is left late is not taken for it.
    pub(super) leaving: StoredValue<u32>,
    /// Where on the plane the pointer came upon the connection that it touches.
    pub(super) touched_at: StoredValue<Point>,
    pub(super) marks: Memo<Arc<Marks>>,
    /// The connections by where they are drawn; found out when the pointer first asks.
    pub(super) hover: Memo<Arc<Hover>>,
    /// Where the pointer was last pressed on a mark, in pixels of the window.
    pub(super) pressed_at: StoredValue<(i32, i32)>,
    /// What gestures would do that scroll the page.
    pub(super) gesture: GestureHint,
    /// Grows whenever the canvases must be painted anew.
    pub(super) repaint: RwSignal<u32>,
    /// Where the map leads the keyboard, until it has come there and a mark can take the focus.
    pub(super) awaited: StoredValue<Option<Point>>,
    /// The marks from which connections were walked.
    pub(super) trail: StoredValue<Vec<Node>>,
    /// Whether the map is being moved by the page and not by the visitor.
    pub(super) guided: StoredValue<bool>,
    /// Where the map last said that it has arrived: it may be on its way again, and must not be called back.
    pub(super) told: StoredValue<Option<Camera>>,
    /// When the map last arrived somewhere, in milliseconds.
    pub(super) arrived_ms: StoredValue<f64>,
    /// Whether what is shown waits for the map to rest.
    pub(super) unsettled: StoredValue<bool>,
}

impl LiveMap {
    /// A map that shows a store, once it has an element.
    pub(super) fn new(store: Store) -> Self {
        let marks = Memo::new(move |_| {
            let (level, scene) = (store.level.get(), store.scene.get());
            Arc::new(Marks::build(
                &store.atlas().dataset,
                &level,
                &scene,
                store.other_scene.get().as_deref(),
                store.language(),
                store.session.query.with(Query::is_empty),
                &store.viewport.get(),
            ))
        });
        let hover = Memo::new_with_compare(
            move |_| {
                let (level, scene) = (store.level.get(), store.scene.get());
                Arc::new(Hover::build(&level, &scene, &store.viewport.get()))
            },
            |_, _| true,
        );
        Self {
            store,
            live: StoredValue::new_local(None),
            projection: RwSignal::new(Projection::default()),
            touched: RwSignal::new(None),
            leaving: StoredValue::new(0),
            touched_at: StoredValue::new(Point::default()),
            marks,
            hover,
            pressed_at: StoredValue::new((0, 0)),
            gesture: GestureHint::new(),
            repaint: RwSignal::new(0),
            awaited: StoredValue::new(None),
            trail: StoredValue::new(Vec::new()),
            guided: StoredValue::new(false),
            told: StoredValue::new(None),
            arrived_ms: StoredValue::new(f64::NEG_INFINITY),
            unsettled: StoredValue::new(false),
        }
    }

    /// What the map leaves out for want of room, in words; empty where it shows everything.
    pub(super) fn untold(self) -> String {
        let texts = self.store.texts();
        let connections = self.store.scene.with(|scene| scene.further);
        let marks = self.marks.with(|marks| marks.further);
        let told = [
            (connections, texts.further_connections),
            (marks, texts.further_marks),
        ];
        let told = told.into_iter().filter(|(number, _)| *number > 0);
        told.map(|(number, words)| words(number))
            .collect::<Vec<_>>()
            .join(" · ")
    }

    /// Calls with the map, if there is one.
    pub(super) fn with<T>(&self, call: impl FnOnce(&mut Layers) -> T) -> Option<T> {
        self.live
            .try_update_value(|live| live.as_mut().map(call))
            .flatten()
    }

    /// The map itself, so that it can call back while it is used.
    pub(super) fn map(&self) -> Option<leaflet::Map> {
        self.with(|live| live.map.clone())
    }

    pub(super) fn create(self, element: &web_sys::HtmlElement) -> Result<(), BrowserError> {
        let map = leaflet::Map::new_with_element(element, &camera::options())
            .map_err(|cause| BrowserError::new("map", &cause))?;
        let canvases = Canvases::new(&map, element)?;
        // Keys that are pressed on marks are theirs: screen readers pass them on.
        let pane = Element::of(ext::create_pane(&map, "marks"))
            .attr("role", "application")
            .attr_words("aria-label", self.store.session.language, |texts| texts.map_marks);
        // The marks are the stop of the tabulator.
        let _never = element.set_attribute("tabindex", "-1");
        self.listen_to_marks(&pane);
        let handles = self.listen_to(&map);
        let pointer = self.listen_to_pointer(&map);
        self.live.set_value(Some(Layers {
            map,
            canvases,
            handles,
            pointer,
            tooltip: Tooltip::new(&pane),
            marks: MarkButtons::new(pane, Projection::default()),
            tiles: Vec::new(),
        }));
        self.look();
        self.listen_to_element(element);
        self.keep_in_step();
        self.keep_walking();
        self.keep_tiles();
        self.load_world();
        Ok(())
    }

    pub(super) fn remove(self) {
        if let Some(live) = self.live.try_update_value(Option::take).flatten() {
            drop((live.handles, live.pointer));
            ext::remove(&live.map);
        }
    }

    /// Paints whenever what is shown has changed, and looks where the link says.
    pub(super) fn keep_in_step(self) {
        self.keep_touched();
        keep(move || {
            self.repaint.track();
            self.paint_connections();
        });
        keep(move || {
            self.repaint.track();
            self.light_connections();
        });
        keep(move || {
            let (marks, emphasis) = (self.marks.get(), self.store.emphasis.get());
            let lost = self.with(|live| {
                let lost = live.marks.show(&marks.shown);
                live.marks.light(emphasis.as_deref());
                lost
            });
            if let Some(lost) = lost.flatten() {
                untrack(|| give_focus(lost));
            }
        });
        keep(move || {
            let hint = self.hint();
            let projection = self.projection.get_untracked();
            self.with(|live| live.tooltip.show(hint, projection));
        });
        keep(move || {
            let projection = self.projection.get();
            self.with(|live| {
                live.marks.follow(projection);
                live.tooltip.follow(projection);
            });
        });
        let mut before = None::<Option<Camera>>;
        keep(move || {
            let wanted = self.store.session.view_state.with(|state| state.camera);
            if before == Some(wanted) {
                return;
            }
            let present = self.map().as_ref().and_then(camera::present);
            // At the start the map looks there already.
            let told = wanted == self.told.get_value();
            if before.is_some() && (wanted.is_none() || wanted != present && !told) {
                self.look();
            }
            before = Some(wanted);
        });
    }

    pub(super) fn load_world(self) {
        // Fine coastlines come when the visitor first gets near enough to see them.
        let mut asked = None;
        keep(move || {
            let detail = Detail::at(zoom_level_of(self.projection.get().scale));
            if asked.replace(detail) != Some(detail) {
                spawn(async move { self.load_detail(detail).await });
            }
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

    pub(super) fn paint_world(self) {
        self.with(|live| live.canvases.paint_world(&live.map, Projection::of(&live.map)));
    }

    /// Paints the connections; tracks everything that they show.
    pub(super) fn paint_connections(self) {
        if let Some(map) = self.map() {
            self.paint_connections_for(Projection::of(&map));
        }
    }

    fn paint_connections_for(self, projection: Projection) {
        let (level, scene) = (self.store.level.get(), self.store.scene.get());
        let other = self.store.other_scene.get();
        self.with(|live| {
            live.canvases
                .paint_connections(&live.map, projection, &level, &scene, other.as_deref());
        });
    }

    /// Lights up what is touched, or what is open; tracks all that it shows.
    pub(super) fn light_connections(self) {
        if let Some(map) = self.map() {
            self.light_connections_for(Projection::of(&map));
        }
    }

    fn light_connections_for(self, projection: Projection) {
        let (level, scene) = (self.store.level.get(), self.store.scene.get());
        let (emphasis, touched) = (self.store.emphasis.get(), self.touched.get());
        let lit = match (touched, &emphasis) {
            (Some(Touched::Group(group)), _) => Lit::Group(group),
            (Some(Touched::Connection(connection)), _) => Lit::Connection(connection),
            (None, Some(emphasis)) => Lit::Scene(emphasis),
            (None, None) => Lit::Nothing,
        };
        let dashed = self.store.other_scene.with(Option::is_none);
        self.with(|live| {
            live.canvases
                .light(&live.map, projection, &level, &scene, lit, dashed);
        });
    }

    /// Paints everything for the end of an animation.
    pub(super) fn paint_for(self, projection: Projection) {
        self.with(|live| live.canvases.paint_world(&live.map, projection));
        self.paint_connections_for(projection);
        self.light_connections_for(projection);
    }
}
