//! Leaflet and its layers, kept in step with the store.

use std::sync::Arc;

use clusteratlas_core::geo::mercator::Point;
use clusteratlas_core::permalink::view_state::Camera;
use clusteratlas_core::query::facet::Query;
use clusteratlas_core::scene::hover::Hover;
use clusteratlas_core::scene::mark::Marks;
use leaflet::EventedHandle;
use leptos::prelude::*;
use leptos::task;

use crate::browser::error::BrowserError;
use crate::browser::fetch;
use crate::store::Store;

use super::basemap::Detail;
use super::canvases::Canvases;
use super::connections::Lit;
use super::mark_buttons::{MarkButtons, MarkLayer};
use super::projection::Projection;
use super::tooltip::Tooltip;
use super::touch::Touched;
use super::{camera, ext};

/// A Leaflet map with its layers.
pub(super) struct Layers {
    pub(super) map: leaflet::Map,
    pub(super) canvases: Canvases,
    /// Listeners of the map, which end with it.
    pub(super) handles: Vec<EventedHandle<leaflet::Event>>,
    /// Listeners of the map for the pointer.
    pub(super) pointer: Vec<EventedHandle<leaflet::MouseEvent>>,
    /// Marks and tooltip in their pane.
    pub(super) marks: Option<Box<dyn std::any::Any>>,
}

/// A map in the page: Leaflet, its layers, and what is shown on them. A handle that closures share.
#[derive(Clone, Copy)]
pub(super) struct LiveMap {
    pub(super) store: Store,
    pub(super) live: StoredValue<Option<Layers>, LocalStorage>,
    pub(super) projection: RwSignal<Projection>,
    pub(super) touched: RwSignal<Option<Touched>>,
    /// Where on the plane the pointer came upon the connection that it touches.
    pub(super) touched_at: StoredValue<Point>,
    pub(super) marks: Memo<Arc<Marks>>,
    /// The connections by where they are drawn; found out when the pointer first asks.
    pub(super) hover: Memo<Arc<Hover>>,
    /// Grows whenever the canvases must be painted anew.
    pub(super) repaint: RwSignal<u32>,
    /// Where the keyboard has opened a group, until its parts are there to take the focus.
    pub(super) opened_at: StoredValue<Option<Point>>,
    /// Whether the map is being moved by the page and not by the visitor.
    pub(super) guided: StoredValue<bool>,
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
            touched_at: StoredValue::new(Point::default()),
            marks,
            hover,
            repaint: RwSignal::new(0),
            opened_at: StoredValue::new(None),
            guided: StoredValue::new(false),
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

    pub(super) fn create(self, element: &web_sys::HtmlDivElement) -> Result<(), BrowserError> {
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
        self.live.set_value(Some(Layers {
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

    pub(super) fn remove(self) {
        if let Some(live) = self.live.try_update_value(Option::take).flatten() {
            drop((live.marks, live.handles, live.pointer));
            ext::remove(&live.map);
        }
    }

    pub(super) fn mount_marks(self, pane: web_sys::HtmlElement) -> Box<dyn std::any::Any> {
        let layer = MarkLayer {
            marks: self.marks,
            projection: self.projection,
            on_touch: Callback::new(move |group: Option<usize>| self.touched.set(group.map(Touched::Group))),
            on_open: Callback::new(move |(group, click): (usize, Option<_>)| {
                self.open(group, click.as_ref());
            }),
            on_focus: Callback::new(move |at| self.bring_into_view(at)),
        };
        let hint = Memo::new(move |_| self.hint());
        let (store, projection) = (self.store, self.projection);
        Box::new(leptos::mount::mount_to(pane, move || {
            view! {
                <MarkButtons store layer />
                <Tooltip hint projection />
            }
        }))
    }

    /// Paints whenever what is shown has changed, and looks where the link says.
    pub(super) fn keep_in_step(self) {
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

    pub(super) fn load_world(self) {
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

    pub(super) fn paint_world(self) {
        self.with(|live| live.canvases.paint_world(&live.map));
    }

    /// Paints the connections; tracks everything that they show.
    pub(super) fn paint_connections(self) {
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
}
