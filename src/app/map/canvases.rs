//! The two canvases under the marks, and the worlds they can show.

use clusteratlas_core::geo::world::World;
use clusteratlas_core::scene::Scene;
use clusteratlas_core::scene::level::Level;
use leaflet::Map;
use web_sys::HtmlElement;

use crate::browser::error::BrowserError;

use super::basemap::{Basemap, Detail};
use super::connections::{self, Lit};
use super::ext;
use super::layer_canvas::LayerCanvas;
use super::palette::Palette;
use super::projection::Projection;

/// World and connections.
pub(super) struct Canvases {
    world: LayerCanvas,
    connections: LayerCanvas,
    palette: Palette,
    coarse: Option<Basemap>,
    fine: Option<Basemap>,
}

impl Canvases {
    /// The canvases in panes of their own.
    ///
    /// # Errors
    /// When the browser gives no canvas to draw on.
    pub(super) fn new(map: &Map, element: &HtmlElement) -> Result<Self, BrowserError> {
        Ok(Self {
            world: LayerCanvas::new(&ext::create_pane(map, "world"))?,
            connections: LayerCanvas::new(&ext::create_pane(map, "connections"))?,
            palette: Palette::read(element),
            coarse: None,
            fine: None,
        })
    }

    /// Reads the colours anew.
    pub(super) fn read_palette(&mut self, element: &HtmlElement) {
        self.palette = Palette::read(element);
    }

    /// Whether the world of a detail has arrived.
    pub(super) const fn has_world(&self, detail: Detail) -> bool {
        match detail {
            Detail::Coarse => self.coarse.is_some(),
            Detail::Fine => self.fine.is_some(),
        }
    }

    /// Takes the bytes of a world.
    ///
    /// # Errors
    /// When the bytes are no world, or the browser has no paths.
    pub(super) fn add_world(&mut self, detail: Detail, bytes: &[u8]) -> Result<(), BrowserError> {
        let world = World::decode(bytes).map_err(|error| BrowserError {
            attempt: detail.path(),
            cause: error.to_string(),
        })?;
        let basemap = Some(Basemap::new(&world)?);
        match detail {
            Detail::Coarse => self.coarse = basemap,
            Detail::Fine => self.fine = basemap,
        }
        Ok(())
    }

    /// Whether both canvases cover the map where it is now.
    pub(super) fn cover(&self, map: &Map) -> bool {
        self.world.covers(map) && self.connections.covers(map)
    }

    /// Moves and scales what is painted to another projection.
    pub(super) fn follow(&self, projection: Projection) {
        self.world.follow(projection);
        self.connections.follow(projection);
    }

    /// Paints the world around where the map is now.
    pub(super) fn paint_world(&mut self, map: &Map) {
        let basemap = match Detail::at(map.get_zoom()) {
            Detail::Coarse => self.coarse.as_ref().or(self.fine.as_ref()),
            Detail::Fine => self.fine.as_ref().or(self.coarse.as_ref()),
        };
        let palette = &self.palette;
        self.world.paint(map, |surface| {
            if let Some(basemap) = basemap {
                basemap.paint(surface, palette);
            }
        });
    }

    /// Paints the connections around where the map is now.
    pub(super) fn paint_connections(&mut self, map: &Map, level: &Level, scene: &Scene, lit: Lit<'_>) {
        let palette = &self.palette;
        self.connections.paint(map, |surface| {
            connections::paint(surface, palette, level, scene, lit);
        });
    }
}
