//! The world under the connections: land, coastlines and borders from the bundled files.

use clusteratlas_core::geo::mercator::{pixel_from_degrees, zoom_level_of};
use clusteratlas_core::geo::world::{Layer, Line, World};
use clusteratlas_core::scene::picture::STATE_BORDERS_FROM;
use wasm_bindgen::JsValue;
use web_sys::{CanvasWindingRule, Path2d};

use crate::browser::error::BrowserError;

use super::layer_canvas::Surface;
use super::palette::Palette;

/// The world as paths on the plane of the map, made once.
pub(super) struct Basemap {
    land: Path2d,
    borders: Path2d,
    germany: Path2d,
    states: Path2d,
}

impl Basemap {
    /// Makes the paths of a world.
    ///
    /// # Errors
    /// When the browser has no paths.
    pub(super) fn new(world: &World) -> Result<Self, BrowserError> {
        let path = |layer: Layer| path(world, layer).map_err(|cause| BrowserError::new("path", &cause));
        Ok(Self {
            land: path(Layer::Land)?,
            borders: path(Layer::Borders)?,
            germany: path(Layer::Germany)?,
            states: path(Layer::States)?,
        })
    }

    /// Paints the world.
    pub(super) fn paint(&self, surface: &Surface<'_>, palette: &Palette) {
        let pixel = surface.on_plane();
        let context = surface.context;
        context.set_line_join("round");
        context.set_fill_style_str(&palette.land);
        // Lakes are rings of their own within the land.
        context.fill_with_path_2d_and_winding(&self.land, CanvasWindingRule::Evenodd);
        context.set_fill_style_str(&palette.germany);
        context.fill_with_path_2d(&self.germany);
        let stroke = |path: &Path2d, colour: &str, width_px: f64| {
            context.set_stroke_style_str(colour);
            context.set_line_width(width_px * pixel);
            context.stroke_with_path(path);
        };
        stroke(&self.borders, &palette.border, 0.6);
        stroke(&self.land, &palette.coast, 0.7);
        if zoom_level_of(surface.projection.scale) >= STATE_BORDERS_FROM {
            stroke(&self.states, &palette.state_border, 0.9);
        }
    }
}

fn path(world: &World, layer: Layer) -> Result<Path2d, JsValue> {
    let closed = matches!(layer, Layer::Land | Layer::Germany);
    let path = Path2d::new()?;
    for line in world.lines(layer) {
        trace(&path, line, f64::from(world.units_per_degree));
        if closed {
            path.close_path();
        }
    }
    Ok(path)
}

fn trace(path: &Path2d, line: &Line, units_per_degree: f64) {
    for (position, &[lon, lat]) in line.iter().enumerate() {
        let at = pixel_from_degrees(
            f64::from(lat) / units_per_degree,
            f64::from(lon) / units_per_degree,
        );
        if position == 0 {
            path.move_to(at.x, at.y);
        } else {
            path.line_to(at.x, at.y);
        }
    }
}
