//! The canvases under the marks, and the worlds they can show.

use clusteratlas_core::geo::mercator::zoom_level_of;
use clusteratlas_core::geo::world::World;
use clusteratlas_core::scene::Scene;
use clusteratlas_core::scene::level::Level;
use clusteratlas_core::scene::picture::Detail;
use leaflet::Map;
use web_sys::HtmlElement;

use crate::browser::error::BrowserError;

use super::basemap::Basemap;
use super::connections::{self, Lit};
use super::ext;
use super::layer_canvas::LayerCanvas;
use super::palette::Palette;
use super::projection::Projection;

/// World and connections.
pub(super) struct Canvases {
    world: LayerCanvas,
    connections: LayerCanvas,
    /// Over the connections, those that are lit up: to light some costs what these cost, not what all cost.
    lit: LayerCanvas,
    /// Whether any are.
    is_lit: bool,
    palette: Palette,
    /// Colours of what is lit up.
    lit_palette: Palette,
    coarse: Option<Basemap>,
    fine: Option<Basemap>,
    /// Whether there are other coastlines or colours than those that are painted.
    world_changed: bool,
    /// Whether something else shows the world.
    world_left_out: bool,
}

/// By so much what is painted may be scaled while the map moves, until it is painted anew.
const STRETCH: std::ops::RangeInclusive<f64> = 0.5..=2.0;

impl Canvases {
    /// The canvases in panes of their own.
    ///
    /// # Errors
    /// When the browser gives no canvas to draw on.
    pub(super) fn new(map: &Map, element: &HtmlElement) -> Result<Self, BrowserError> {
        // The later pane lies over the earlier.
        let world = LayerCanvas::new(&ext::create_pane(map, "world"))?;
        let pane = ext::create_pane(map, "connections");
        let connections = LayerCanvas::new(&pane)?;
        let lit = LayerCanvas::new(&pane)?;
        Ok(Self {
            world,
            connections,
            is_lit: false,
            palette: Palette::read(element),
            lit_palette: lit.palette(),
            lit,
            coarse: None,
            fine: None,
            world_changed: true,
            world_left_out: false,
        })
    }

    /// Reads the colours that apply to an element anew; whether they have changed.
    pub(super) fn read_palette(&mut self, element: &HtmlElement) -> bool {
        let (palette, lit_palette) = (Palette::read(element), self.lit.palette());
        let changed = palette != self.palette || lit_palette != self.lit_palette;
        self.palette = palette;
        self.lit_palette = lit_palette;
        self.world_changed |= changed;
        changed
    }

    /// Paints no world, because something else shows it.
    pub(super) const fn leave_out_world(&mut self, left_out: bool) {
        self.world_left_out = left_out;
        self.world_changed = true;
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
            attempt: detail.path().to_owned(),
            cause: error.to_string(),
        })?;
        let basemap = Some(Basemap::new(&world)?);
        match detail {
            Detail::Coarse => self.coarse = basemap,
            Detail::Fine => self.fine = basemap,
        }
        self.world_changed = true;
        Ok(())
    }

    /// Whether both canvases cover the map where it is now.
    pub(super) fn cover(&self, map: &Map) -> bool {
        self.world.covers(map) && self.connections.covers(map)
    }

    /// Whether what is painted is too small or too coarse for a projection to follow it any longer.
    pub(super) fn is_far(&self, map: &Map, projection: Projection) -> bool {
        !self.cover(map) || !STRETCH.contains(&self.connections.stretch(projection))
    }

    /// Lets both canvases, painted for the end of an animation, travel there.
    pub(super) fn travel(&self, from: Projection, to: Projection) {
        self.world.travel(from, to);
        self.connections.travel(from, to);
        if self.is_lit {
            self.lit.travel(from, to);
        }
    }

    /// Moves and scales what is painted to another projection.
    pub(super) fn follow(&self, projection: Projection) {
        self.world.follow(projection);
        self.connections.follow(projection);
        if self.is_lit {
            self.lit.follow(projection);
        }
    }

    /// Paints the world for a projection, unless it is painted already.
    pub(super) fn paint_world(&mut self, map: &Map, projection: Projection) {
        if !self.world_changed && self.world.shows(map, projection) {
            return;
        }
        self.world_changed = false;
        let basemap = match Detail::at(zoom_level_of(projection.scale)) {
            Detail::Coarse => self.coarse.as_ref().or(self.fine.as_ref()),
            Detail::Fine => self.fine.as_ref().or(self.coarse.as_ref()),
        };
        let basemap = basemap.filter(|_| !self.world_left_out);
        let palette = &self.palette;
        self.world.paint(map, projection, &|surface| {
            if let Some(basemap) = basemap {
                basemap.paint(surface, palette);
            }
        });
    }

    /// Paints the connections for a projection, and those of the scene that they are compared with.
    pub(super) fn paint_connections(
        &mut self,
        map: &Map,
        projection: Projection,
        level: &Level,
        scene: &Scene,
        compared: Option<&Scene>,
    ) {
        let palette = &self.palette;
        // In a comparison dashes part its sides.
        let dashed = palette.bold && compared.is_none();
        self.connections.paint(map, projection, &|surface| {
            connections::paint(surface, palette, level, scene, dashed);
            if let Some(compared) = compared {
                connections::paint_compared(surface, palette, level, scene, compared);
            }
        });
    }

    /// Lights up connections for a projection, dashed by field or not, and lets the others fade.
    pub(super) fn light(
        &mut self,
        map: &Map,
        projection: Projection,
        level: &Level,
        scene: &Scene,
        lit: Lit<'_>,
        dashed: bool,
    ) {
        let was_lit = std::mem::replace(&mut self.is_lit, lit != Lit::Nothing);
        if self.is_lit || was_lit {
            let palette = &self.lit_palette;
            self.lit.paint(map, projection, &|surface| {
                connections::paint_lit(surface, palette, level, scene, lit, dashed);
            });
            self.connections.fade(self.is_lit);
        }
    }
}
