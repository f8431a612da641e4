//! Connections as bundles of strands, one for each field of themes; `scene::strand` says when they are dashed.

use clusteratlas_core::geo::curve::Curve;
use clusteratlas_core::scene::level::Level;
use clusteratlas_core::scene::pen::{Dashes, Pen};
use clusteratlas_core::scene::scale::OPACITY;
use clusteratlas_core::scene::{Connection, Scene};

use super::layer_canvas::Surface;
use super::palette::Palette;

/// What is lit up.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum Lit<'a> {
    /// Nothing: all connections look alike.
    #[default]
    Nothing,
    /// The connections of a group.
    Group(usize),
    /// One connection.
    Connection(usize),
    /// The connections of another scene on the same level, over the faded ones.
    Scene(&'a Scene),
}

/// Paints a scene's connections, the strongest on top.
pub(super) fn paint(surface: &Surface<'_>, palette: &Palette, level: &Level, scene: &Scene, dashed: bool) {
    let painter = Painter::new(surface, palette, level, scene, by_field(dashed));
    painter.let_shine_through();
    for connection in scene.connections.iter().rev() {
        painter.paint(connection, 0.0);
    }
    surface.set_dashes(&[]);
}

/// Paints the connections of the scene that another is compared with: dashed, beside those that the other has too.
pub(super) fn paint_compared(
    surface: &Surface<'_>,
    palette: &Palette,
    level: &Level,
    scene: &Scene,
    compared: &Scene,
) {
    let own = Painter::new(surface, palette, level, scene, Dashes::Without);
    let other = Painter::new(surface, palette, level, compared, Dashes::Compared);
    other.let_shine_through();
    for connection in compared.connections.iter().rev() {
        other.paint(connection, own.pen.aside_px(scene, &other.pen, connection));
    }
    surface.set_dashes(&[]);
}

/// Paints what is lit up of a scene.
pub(super) fn paint_lit(
    surface: &Surface<'_>,
    palette: &Palette,
    level: &Level,
    scene: &Scene,
    lit: Lit<'_>,
    dashed: bool,
) {
    let painter = Painter::new(surface, palette, level, scene, by_field(dashed));
    surface.context.set_global_alpha(1.0);
    let shown = match lit {
        Lit::Scene(own) => own,
        _ => scene,
    };
    for (position, connection) in shown.connections.iter().enumerate().rev() {
        let is_lit = match lit {
            Lit::Nothing => false,
            Lit::Group(group) => connection.from == group || connection.to == group,
            Lit::Connection(own) => own == position,
            Lit::Scene(_) => true,
        };
        if is_lit {
            painter.paint(connection, 0.0);
        }
    }
    surface.set_dashes(&[]);
}

const fn by_field(dashed: bool) -> Dashes {
    if dashed { Dashes::ByField } else { Dashes::Without }
}

struct Painter<'a> {
    surface: &'a Surface<'a>,
    palette: &'a Palette,
    /// Width of a screen pixel on the plane of the map.
    pixel: f64,
    pen: Pen<'a>,
}

impl<'a> Painter<'a> {
    fn new(
        surface: &'a Surface<'a>,
        palette: &'a Palette,
        level: &'a Level,
        scene: &Scene,
        dashes: Dashes,
    ) -> Self {
        surface.context.set_line_cap("butt");
        let pixel = surface.on_plane();
        Self {
            surface,
            palette,
            pixel,
            pen: Pen::new(level, scene, pixel, palette.bold, dashes),
        }
    }

    fn let_shine_through(&self) {
        let opacity = if self.palette.bold { 1.0 } else { OPACITY };
        self.surface.context.set_global_alpha(opacity);
    }

    fn set_dashes(&self, lengths_px: &[f64]) {
        let lengths: Vec<f64> = lengths_px.iter().map(|length| length * self.pixel).collect();
        self.surface.set_dashes(&lengths);
    }

    /// Paints a connection some screen pixels beside its curve.
    fn paint(&self, connection: &Connection, aside_px: f64) {
        for line in self.pen.lines(connection, aside_px) {
            if self.pen.is_dashed() {
                self.set_dashes(&line.dashes_px);
            }
            self.stroke(&line.curve, &self.palette.fields[line.field], line.width_px);
        }
    }

    fn stroke(&self, curve: &Curve, colour: &str, width_px: f64) {
        let context = self.surface.context;
        context.set_stroke_style_str(colour);
        context.set_line_width(width_px * self.pixel);
        context.begin_path();
        context.move_to(curve.from.x, curve.from.y);
        context.quadratic_curve_to(curve.control.x, curve.control.y, curve.to.x, curve.to.y);
        context.stroke();
    }
}
