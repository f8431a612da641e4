//! A canvas in one of Leaflet's panes: a little larger than the map, so that it can be dragged, and scaled
//! with the zoom animation until it is painted anew.

use clusteratlas_core::decimal;
use clusteratlas_core::geo::mercator::Point;
use leaflet::Map;
use leptos::prelude::document;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{CanvasRenderingContext2d, HtmlCanvasElement, HtmlElement};

use crate::browser::dom::px;
use crate::browser::error::BrowserError;
use crate::browser::media::pixel_ratio;

use super::ext;
use super::palette::Palette;
use super::projection::Projection;

/// Part of the map's size by which the canvas reaches beyond each edge.
const MARGIN: f64 = 0.2;

/// Longest side of a canvas in its own pixels; browsers refuse much larger ones.
const MAX_SIDE_PX: f64 = 8192.0;

/// The classes of a canvas.
const CLASS: &str = "map__canvas leaflet-zoom-animated";

/// The classes of a canvas that fades behind another.
const FADED_CLASS: &str = "map__canvas map__canvas--faded leaflet-zoom-animated";

/// A canvas in a pane.
pub(super) struct LayerCanvas {
    element: HtmlCanvasElement,
    context: CanvasRenderingContext2d,
    painted: Painted,
}

/// What the canvas shows.
#[derive(Clone, Copy, Default)]
struct Painted {
    projection: Projection,
    /// Position of its upper left corner in the panes.
    corner: Point,
    width: f64,
    height: f64,
}

/// Everything that a painter needs to know about the canvas.
pub(super) struct Surface<'a> {
    /// Paints in screen pixels of the panes.
    pub context: &'a CanvasRenderingContext2d,
    /// Where the plane of the map lies in the panes.
    pub projection: Projection,
    /// Own pixels per screen pixel.
    ratio: f64,
    corner: Point,
}

impl Surface<'_> {
    /// Lets the context paint on the plane of the map, and says how wide a screen pixel is on it.
    pub(super) fn on_plane(&self) -> f64 {
        let scale = self.projection.scale * self.ratio;
        let x = (-self.projection.origin.x - self.corner.x) * self.ratio;
        let y = (-self.projection.origin.y - self.corner.y) * self.ratio;
        // Finite numbers are always a transform.
        let _taken = self.context.set_transform(scale, 0.0, 0.0, scale, x, y);
        1.0 / self.projection.scale
    }

    /// Lets lines be dashed: lengths of dashes and gaps as the context counts; none for whole lines.
    pub(super) fn set_dashes(&self, lengths: &[f64]) {
        let lengths: js_sys::Array = lengths.iter().map(|&length| JsValue::from_f64(length)).collect();
        // Finite numbers are always taken.
        let _taken = self.context.set_line_dash(&lengths);
    }
}

impl LayerCanvas {
    /// A canvas in a pane.
    ///
    /// # Errors
    /// When the browser gives no canvas to draw on.
    pub(super) fn new(pane: &HtmlElement) -> Result<Self, BrowserError> {
        let refused = |cause: wasm_bindgen::JsValue| BrowserError::new("canvas", &cause);
        let element = document().create_element("canvas").map_err(refused)?;
        let element: HtmlCanvasElement = element.dyn_into().map_err(|other| refused(other.into()))?;
        element.set_class_name(CLASS);
        let context = element.get_context("2d").map_err(refused)?;
        let context = context.and_then(|context| context.dyn_into().ok());
        let context = context.ok_or_else(|| refused("no drawing context".into()))?;
        // What it shows is told by the marks and the table.
        element.set_attribute("aria-hidden", "true").map_err(refused)?;
        pane.append_child(&element).map_err(refused)?;
        Ok(Self {
            element,
            context,
            painted: Painted::default(),
        })
    }

    /// The colours that apply to the canvas itself.
    pub(super) fn palette(&self) -> Palette {
        Palette::read(&self.element)
    }

    /// Whether the canvas covers the map where it is now.
    pub(super) fn covers(&self, map: &Map) -> bool {
        let size = map.get_size();
        let corner = ext::layer_point(map, 0.0, 0.0);
        let Painted {
            corner: own,
            width,
            height,
            ..
        } = self.painted;
        own.x <= corner.x()
            && own.y <= corner.y()
            && own.x + width >= corner.x() + size.x()
            && own.y + height >= corner.y() + size.y()
    }

    /// Whether the canvas shows a projection, neither scaled nor moved beyond its margin.
    pub(super) fn shows(&self, map: &Map, projection: Projection) -> bool {
        self.painted.projection == projection && self.covers(map)
    }

    /// How many screen pixels of a projection lie on one that was painted.
    pub(super) fn stretch(&self, projection: Projection) -> f64 {
        projection.scale / self.painted.projection.scale
    }

    /// Paints the canvas anew for a projection, around what the map will show with it.
    pub(super) fn paint(&mut self, map: &Map, projection: Projection, paint: &dyn Fn(&Surface<'_>)) {
        let size = map.get_size();
        let (width, height) = (size.x() * (1.0 + 2.0 * MARGIN), size.y() * (1.0 + 2.0 * MARGIN));
        let corner = ext::layer_point(map, -size.x() * MARGIN, -size.y() * MARGIN);
        let corner = Point {
            x: corner.x().round(),
            y: corner.y().round(),
        };
        let ratio = pixel_ratio().min(MAX_SIDE_PX / width.max(height).max(1.0));
        self.resize(width, height, ratio);
        self.painted = Painted {
            projection,
            corner,
            width,
            height,
        };
        let surface = Surface {
            context: &self.context,
            projection,
            ratio,
            corner,
        };
        let _reset = self.context.set_transform(1.0, 0.0, 0.0, 1.0, 0.0, 0.0);
        self.context.clear_rect(0.0, 0.0, width * ratio, height * ratio);
        paint(&surface);
        self.transform(corner, 1.0);
    }

    /// Moves and scales what is painted to another projection, until it is painted anew.
    pub(super) fn follow(&self, projection: Projection) {
        let corner = self.painted.projection.plane_point(self.painted.corner);
        self.transform(projection.layer_point(corner), self.stretch(projection));
    }

    /// Lets what is painted fade behind what lies over it, or stand out again.
    pub(super) fn fade(&self, faded: bool) {
        let classes = if faded { FADED_CLASS } else { CLASS };
        self.element.set_class_name(classes);
    }

    /// Stands as if painted for one projection and lets the style sheets move it to another, sharp at its end.
    pub(super) fn travel(&self, from: Projection, to: Projection) {
        self.style("transition", "none");
        self.follow(from);
        // Asking for a size makes the browser take over the styles before the transition begins.
        let _width = self.element.offset_width();
        self.style("transition", "");
        self.follow(to);
    }

    fn resize(&self, width: f64, height: f64, ratio: f64) {
        #[expect(
            clippy::cast_possible_truncation,
            clippy::cast_sign_loss,
            reason = "bounded by MAX_SIDE_PX"
        )]
        let (own_width, own_height) = ((width * ratio).round() as u32, (height * ratio).round() as u32);
        // Setting the size clears a canvas and takes its memory anew, even to the same size.
        if self.element.width() != own_width || self.element.height() != own_height {
            self.element.set_width(own_width);
            self.element.set_height(own_height);
        }
        self.style("width", &px(width));
        self.style("height", &px(height));
    }

    fn transform(&self, corner: Point, scale: f64) {
        self.style(
            "transform",
            &format!(
                "translate3d({},{},0) scale({})",
                px(corner.x),
                px(corner.y),
                decimal::write(scale, 9)
            ),
        );
    }

    fn style(&self, property: &str, value: &str) {
        // Properties and values are valid, so the browser takes them.
        let _taken = self.element.style().set_property(property, value);
    }
}
