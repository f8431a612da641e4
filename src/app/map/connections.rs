//! Connections as bundles of strands, one for each field of themes; `scene::strand` says when they are dashed.

use clusteratlas_core::geo::curve::Curve;
use clusteratlas_core::scene::level::Level;
use clusteratlas_core::scene::scale::{OPACITY, ink, width_px};
use clusteratlas_core::scene::strand::{DASHES, dash_unit_px, strands};
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
    let painter = Painter::new(surface, palette, level, scene, dashed);
    painter.let_shine_through();
    for connection in scene.connections.iter().rev() {
        painter.paint(connection);
    }
    surface.set_dashes(&[]);
}

/// Lengths of the dashes of what is compared and of the gaps between them, in screen pixels.
const DASH_PX: (f64, f64) = (7.0, 5.0);

/// Paints the connections of the scene that another is compared with: dashed, beside those that the other has too.
pub(super) fn paint_compared(
    surface: &Surface<'_>,
    palette: &Palette,
    level: &Level,
    scene: &Scene,
    compared: &Scene,
) {
    let own = Painter::new(surface, palette, level, scene, false);
    let other = Painter::new(surface, palette, level, compared, false);
    other.let_shine_through();
    let (dash, gap) = DASH_PX;
    surface.set_dashes(&[dash * other.pixel, gap * other.pixel]);
    for connection in compared.connections.iter().rev() {
        let ends = (connection.from, connection.to);
        let same = scene.connections.iter().find(|one| (one.from, one.to) == ends);
        let aside = same.map_or(0.0, |same| {
            // The halves of both and a pixel between them.
            f64::midpoint(own.width_px(same), other.width_px(connection)) + 1.0
        });
        other.paint_aside(connection, aside);
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
    let painter = Painter::new(surface, palette, level, scene, dashed);
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
            painter.paint(connection);
        }
    }
    surface.set_dashes(&[]);
}

struct Painter<'a> {
    surface: &'a Surface<'a>,
    palette: &'a Palette,
    level: &'a Level,
    /// Width of a screen pixel on the plane of the map.
    pixel: f64,
    greatest: u32,
    /// Part of their ink that connections keep.
    ink: f64,
    /// Whether every field has its dashes.
    dashed: bool,
}

impl<'a> Painter<'a> {
    fn new(
        surface: &'a Surface<'a>,
        palette: &'a Palette,
        level: &'a Level,
        scene: &Scene,
        dashed: bool,
    ) -> Self {
        surface.context.set_line_cap("butt");
        Self {
            surface,
            palette,
            level,
            pixel: surface.on_plane(),
            greatest: scene.greatest_connection(),
            ink: ink(scene.connections.len()),
            dashed,
        }
    }

    fn let_shine_through(&self) {
        let opacity = if self.palette.bold { 1.0 } else { OPACITY };
        self.surface.context.set_global_alpha(opacity);
    }

    fn width_px(&self, connection: &Connection) -> f64 {
        let width = width_px(connection.cooperations, self.greatest, self.ink);
        if self.palette.bold { width + 1.0 } else { width }
    }

    fn paint(&self, connection: &Connection) {
        self.paint_aside(connection, 0.0);
    }

    /// Paints a connection some screen pixels beside its curve.
    fn paint_aside(&self, connection: &Connection, aside_px: f64) {
        let whole = connection.curve(self.level);
        let strands = strands(&connection.by_field, self.width_px(connection));
        let mut offset = aside_px - strands.iter().map(|(_, width)| width).sum::<f64>() / 2.0;
        for (field, width) in strands {
            let strand = whole.beside((offset + width / 2.0) * self.pixel);
            offset += width;
            if self.dashed {
                let unit = dash_unit_px(width) * self.pixel;
                let dashes: Vec<f64> = DASHES[field].iter().map(|length| length * unit).collect();
                self.surface.set_dashes(&dashes);
            }
            self.stroke(&strand, &self.palette.fields[field], width);
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
