//! A map in a box of its own, for paper and for files: the connections of a set of cooperations and the world
//! under them, in pixels of the box.
//!
//! Paths are those of SVG, rounded to a tenth of a pixel. What lies outside the box is left out or cut at a
//! line a little beyond its edge, so that no cut shows.

use crate::dataset::Dataset;
use crate::decimal;
use crate::domain::localized::Language;
use crate::geo::area::Area;
use crate::geo::curve::Curve;
use crate::geo::mercator::{LEFT_EDGE_LON, Point, WORLD_PX, pixel_from_degrees, scale_at, zoom_level_of};
use crate::geo::world::{Layer, Line, World};
use crate::query::bitmap::Bitmap;
use crate::query::index::Index;

use super::Scene;
use super::ground::Ground;
use super::level::Level;
use super::mark::{Mark, Marks};
use super::pen::{Dashes, Line as Drawn, Pen};
use super::scale::OPACITY;
use super::viewport::Viewport;

/// From this zoom level the borders of the German states are shown.
pub const STATE_BORDERS_FROM: f64 = 4.25;

/// How finely coastlines are drawn.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Detail {
    /// For the whole world.
    Coarse,
    /// For a continent and nearer.
    Fine,
}

impl Detail {
    /// The detail that is shown at a zoom level.
    pub fn at(zoom_level: f64) -> Self {
        if zoom_level < 3.25 {
            Self::Coarse
        } else {
            Self::Fine
        }
    }

    /// The file beside the page that holds it.
    pub const fn path(self) -> &'static str {
        match self {
            Self::Coarse => "data/world-coarse.bin",
            Self::Fine => "data/world-fine.bin",
        }
    }
}

/// The nearest that a picture looks.
const NEAREST_ZOOM: f64 = 6.0;

/// Room for marks and names between the outermost points and the edges of the box, in pixels.
const ROOM_PX: (f64, f64) = (72.0, 36.0);

/// So far beyond the edges of the box lines are cut, in pixels.
const CUT_PX: f64 = 4.0;

/// Where the plane of the map lies in a box.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Frame {
    /// Width of the box in pixels.
    pub width_px: f64,
    /// Height of the box in pixels.
    pub height_px: f64,
    /// The part of the plane that the box shows.
    pub viewport: Viewport,
}

impl Frame {
    /// The frame of a box of that width and height in which an area of the plane is as large as it can be with
    /// room around it; never so small that the box is wider than the world.
    pub fn around(area: Area, width_px: f64, height_px: f64) -> Self {
        let (beside, above) = ROOM_PX;
        let fitting = |room: f64, length: f64| room.max(1.0) / length.max(1e-9);
        let scale = fitting(width_px - 2.0 * beside, area.right - area.left)
            .min(fitting(height_px - 2.0 * above, area.bottom - area.top))
            .min(scale_at(NEAREST_ZOOM))
            .max(width_px / WORLD_PX)
            .max(height_px / WORLD_PX);
        let world_left = pixel_from_degrees(0.0, LEFT_EDGE_LON).x;
        let (half_width, half_height) = (width_px / scale / 2.0, height_px / scale / 2.0);
        let within =
            |middle: f64, start: f64, half: f64| middle.min(start + WORLD_PX - half).max(start + half);
        let x = within(f64::midpoint(area.left, area.right), world_left, half_width);
        let y = within(f64::midpoint(area.top, area.bottom), 0.0, half_height);
        Self {
            width_px,
            height_px,
            viewport: Viewport {
                zoom_level: zoom_level_of(scale),
                visible: Area {
                    left: x - half_width,
                    top: y - half_height,
                    right: x + half_width,
                    bottom: y + half_height,
                },
            },
        }
    }

    /// The frame of a box that shows a viewport at its own size, which is whole pixels.
    pub fn of(viewport: Viewport) -> Self {
        let scale = scale_at(viewport.zoom_level);
        let Area {
            left,
            top,
            right,
            bottom,
        } = viewport.visible;
        Self {
            width_px: ((right - left) * scale).round(),
            height_px: ((bottom - top) * scale).round(),
            viewport,
        }
    }

    /// Pixels of the box per pixel of the plane.
    pub fn scale(&self) -> f64 {
        self.width_px / (self.viewport.visible.right - self.viewport.visible.left)
    }

    /// The position in the box of a point of the plane.
    pub fn point(&self, at: Point) -> Point {
        let Area { left, top, .. } = self.viewport.visible;
        let scale = self.scale();
        Point {
            x: (at.x - left) * scale,
            y: (at.y - top) * scale,
        }
    }

    /// The box and what is beyond its edges up to where lines are cut.
    const fn cut(&self) -> Area {
        Area {
            left: -CUT_PX,
            top: -CUT_PX,
            right: self.width_px + CUT_PX,
            bottom: self.height_px + CUT_PX,
        }
    }

    /// The path of a curve.
    fn curve(&self, curve: &Curve) -> String {
        let mut path = Path::default();
        path.command('M', self.point(curve.from));
        path.command('Q', self.point(curve.control));
        path.command(' ', self.point(curve.to));
        path.0
    }
}

/// A line of a connection.
#[derive(Clone, Debug, PartialEq)]
pub struct Stroke {
    /// Its path.
    pub path: String,
    /// The field that it stands for, by its position in [`Field::ALL`](crate::domain::theme::Field::ALL).
    pub field: usize,
    /// Its width in pixels.
    pub width_px: f64,
    /// Lengths of its dashes and of the gaps between them in pixels; none where it is whole.
    pub dashes_px: Vec<f64>,
}

/// Lines that shine through alike.
#[derive(Clone, Debug, PartialEq)]
pub struct Strokes {
    /// How much of what lies below they hide, 0 to 1.
    pub opacity: f64,
    /// The lines, the strongest connections last.
    pub strokes: Vec<Stroke>,
}

/// A mark in the box.
#[derive(Clone, Debug, PartialEq)]
pub struct Placed {
    /// Where it stands.
    pub at: Point,
    /// The mark.
    pub mark: Mark,
    /// Whether it stands back behind others.
    pub faded: bool,
}

/// The connections of a set of cooperations.
#[derive(Clone, Debug, PartialEq)]
pub struct Picture {
    /// Where the plane lies.
    pub frame: Frame,
    /// The lines, layer by layer, the lowest first.
    pub layers: Vec<Strokes>,
    /// The marks, the largest first.
    pub marks: Vec<Placed>,
    /// Number of connections that are not drawn.
    pub further: usize,
}

/// A map as it stands on the screen.
#[derive(Clone, Copy, Debug)]
pub struct Shown<'a> {
    /// Where it looks.
    pub viewport: Viewport,
    /// The groups there.
    pub level: &'a Level,
    /// What it shows of them.
    pub scene: &'a Scene,
    /// What that is compared with.
    pub compared: Option<&'a Scene>,
    /// What is lit up.
    pub emphasis: Option<&'a Scene>,
    /// The marks.
    pub marks: &'a Marks,
    /// Whether the reader needs lines to be bold.
    pub bold: bool,
}

/// Opacity of connections behind those that are lit up, and where lines are bold.
const FADED: (f64, f64) = (0.22, 0.4);

impl Picture {
    /// The picture of a set of cooperations in a box of that width and height; none without cooperations.
    pub fn of(
        dataset: &Dataset,
        index: &Index,
        ground: &Ground,
        cooperations: &Bitmap,
        language: Language,
        width_px: f64,
        height_px: f64,
    ) -> Option<Self> {
        let area = ground.area(index, cooperations)?;
        let viewport = Frame::around(area, width_px, height_px).viewport;
        let level = Level::of_set(ground, index, cooperations, viewport.zoom_level);
        let scene = Scene::build(
            index,
            &level,
            cooperations,
            viewport.frame(),
            viewport.most_connections(),
        );
        let marks = Marks::build(dataset, &level, &scene, None, language, false, &viewport);
        Some(Self::of_map(&Shown {
            viewport,
            level: &level,
            scene: &scene,
            compared: None,
            emphasis: None,
            marks: &marks,
            bold: false,
        }))
    }

    /// The picture of a map as it stands on the screen.
    pub fn of_map(map: &Shown<'_>) -> Self {
        let frame = Frame::of(map.viewport);
        let marks = map.marks.shown.iter().map(|mark| Placed {
            at: frame.point(mark.at),
            mark: mark.clone(),
            faded: map
                .emphasis
                .is_some_and(|lit| lit.counts.get(mark.group).is_none_or(|&count| count == 0)),
        });
        Self {
            layers: map.layers(&frame),
            marks: marks.collect(),
            further: map.scene.further,
            frame,
        }
    }
}

impl Shown<'_> {
    fn layers(&self, frame: &Frame) -> Vec<Strokes> {
        let pixel = 1.0 / frame.scale();
        let pen = |scene, dashes| Pen::new(self.level, scene, pixel, self.bold, dashes);
        let stroke = |line: Drawn| Stroke {
            path: frame.curve(&line.curve),
            field: line.field,
            width_px: line.width_px,
            dashes_px: line.dashes_px,
        };
        // In a comparison dashes part its sides.
        let by_field = |dashed: bool| match self.compared {
            None if dashed => Dashes::ByField,
            _ => Dashes::Without,
        };
        let own = pen(self.scene, by_field(self.bold));
        let connections = self.scene.connections.iter().rev();
        let mut strokes: Vec<Stroke> = connections
            .flat_map(|connection| own.lines(connection, 0.0).map(stroke))
            .collect();
        if let Some(compared) = self.compared {
            let other = pen(compared, Dashes::Compared);
            for connection in compared.connections.iter().rev() {
                let aside = own.aside_px(self.scene, &other, connection);
                strokes.extend(other.lines(connection, aside).map(stroke));
            }
        }
        let whole = if self.bold { 1.0 } else { OPACITY };
        let Some(lit) = self.emphasis else {
            return vec![Strokes {
                opacity: whole,
                strokes,
            }];
        };
        let faded = if self.bold { FADED.1 } else { FADED.0 };
        let bright = pen(self.scene, by_field(true));
        let lit = lit.connections.iter().rev();
        vec![
            Strokes {
                opacity: whole * faded,
                strokes,
            },
            Strokes {
                opacity: 1.0,
                strokes: lit
                    .flat_map(|connection| bright.lines(connection, 0.0).map(stroke))
                    .collect(),
            },
        ]
    }
}

/// The path of a layer of the world; empty where nothing of it lies in the box.
pub fn layer(world: &World, layer: Layer, frame: &Frame) -> String {
    let is_ring = matches!(layer, Layer::Land | Layer::Germany);
    let cut = frame.cut();
    let mut path = Path::default();
    for line in world.lines(layer) {
        let points = points(line, world.units_per_degree, frame);
        if !bounds(&points).is_some_and(|bounds| bounds.touches(cut)) {
            continue;
        }
        if is_ring {
            path.ring(&clipped(points, cut));
        } else {
            path.line(&points, cut);
        }
    }
    path.0
}

fn points(line: &Line, units_per_degree: u32, frame: &Frame) -> Vec<Point> {
    let units = f64::from(units_per_degree);
    let point = |&[lon, lat]: &[i32; 2]| {
        frame.point(pixel_from_degrees(f64::from(lat) / units, f64::from(lon) / units))
    };
    line.iter().map(point).collect()
}

fn bounds(points: &[Point]) -> Option<Area> {
    let first = *points.first()?;
    let around = |area: Area, &at: &Point| area.joined(Area::between(at, at));
    Some(points.iter().fold(Area::between(first, first), around))
}

/// A ring cut at the four edges of an area, one after the other (I. E. Sutherland and G. W. Hodgman, Reentrant
/// polygon clipping, Communications of the ACM 17, 1974).
fn clipped(mut ring: Vec<Point>, area: Area) -> Vec<Point> {
    let edges: [(f64, f64, f64); 4] = [
        (1.0, 0.0, -area.left),
        (-1.0, 0.0, area.right),
        (0.0, 1.0, -area.top),
        (0.0, -1.0, area.bottom),
    ];
    for (x, y, beyond) in edges {
        let inside = |at: Point| x * at.x + y * at.y + beyond;
        let mut kept = Vec::with_capacity(ring.len());
        let mut before = ring.last().copied().unwrap_or_default();
        for &at in &ring {
            let (here, there) = (inside(at), inside(before));
            if (here >= 0.0) != (there >= 0.0) {
                let part = there / (there - here);
                kept.push(Point {
                    x: before.x + part * (at.x - before.x),
                    y: before.y + part * (at.y - before.y),
                });
            }
            if here >= 0.0 {
                kept.push(at);
            }
            before = at;
        }
        ring = kept;
    }
    ring
}

/// The data of an SVG path.
#[derive(Default)]
struct Path(String);

impl Path {
    fn command(&mut self, letter: char, at: Point) {
        self.0.push(letter);
        self.0.push_str(&decimal::write(at.x, 1));
        self.0.push(',');
        self.0.push_str(&decimal::write(at.y, 1));
    }

    fn ring(&mut self, points: &[Point]) {
        // Less than a triangle has no inside.
        if points.len() > 2 {
            for (position, &at) in points.iter().enumerate() {
                self.command(if position == 0 { 'M' } else { 'L' }, at);
            }
            self.0.push('Z');
        }
    }

    /// Adds the segments of a line that come near to an area.
    fn line(&mut self, points: &[Point], area: Area) {
        let mut continues = false;
        for pair in points.windows(2) {
            let &[from, to] = pair else { continue };
            let near = Area::between(from, to).touches(area);
            if near && !continues {
                self.command('M', from);
            }
            if near {
                self.command('L', to);
            }
            continues = near;
        }
    }
}
