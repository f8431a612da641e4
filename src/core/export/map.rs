//! The map as a file of its own: SVG with its colours, its legend and its source inside.

mod legend;
mod marks;

use crate::decimal;
use crate::domain::localized::Language;
use crate::geo::world::{Layer, World};
use crate::scene::picture::{Picture, STATE_BORDERS_FROM, Stroke, layer};

use super::svg::{GAP, Head, MARGIN, Svg, number};

pub use legend::Legend;

/// So wide is a file at least, so that its words have room.
const LEAST_WIDTH: f64 = 320.0;

/// Colours as CSS writes them.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Colours {
    /// Behind everything.
    pub page: String,
    /// Texts.
    pub text: String,
    /// Quiet texts.
    pub quiet: String,
    /// Water.
    pub water: String,
    /// Land.
    pub land: String,
    /// Coastlines.
    pub coast: String,
    /// Borders between countries, and the line around the map.
    pub border: String,
    /// Germany.
    pub germany: String,
    /// Borders between German states.
    pub state_border: String,
    /// Marks in Germany.
    pub home: String,
    /// Numbers on them.
    pub home_text: String,
    /// Marks abroad.
    pub abroad: String,
    /// Their outlines.
    pub abroad_line: String,
    /// Numbers on them.
    pub abroad_text: String,
    /// Names of marks.
    pub label: String,
    /// Around names.
    pub halo: String,
    /// Connections by field of themes, in the order of [`Field::ALL`](crate::domain::theme::Field::ALL).
    pub fields: [String; 6],
}

/// What a file shows.
#[derive(Clone, Copy, Debug)]
pub struct MapFile<'a> {
    /// In which language.
    pub language: Language,
    /// Title.
    pub title: &'a str,
    /// What is selected: sentences below the title.
    pub about: &'a [String],
    /// The map.
    pub picture: &'a Picture,
    /// The world under it.
    pub world: &'a World,
    /// What signs and colours mean.
    pub legend: &'a Legend<'a>,
    /// How to read it, and where it comes from: paragraphs below the legend.
    pub notes: &'a [String],
    /// Its colours.
    pub colours: &'a Colours,
}

/// A finished file with its size in CSS pixels.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Finished {
    /// Its text.
    pub svg: String,
    /// Its width.
    pub width: u32,
    /// Its height.
    pub height: u32,
}

/// The SVG file.
pub fn svg(map: &MapFile<'_>) -> Finished {
    let MapFile { picture, colours, .. } = *map;
    let frame = picture.frame;
    let room = frame.width_px.max(LEAST_WIDTH);
    let mut body = Body {
        svg: Svg::default(),
        colours,
    };
    let mut y = body.svg.title(map.title, room, MARGIN - GAP, &colours.text);
    y = body.svg.paragraphs(map.about, room, y, &colours.text) + GAP;
    body.map(map, y);
    y = body.legend(map.legend, room, y + frame.height_px + GAP);
    y = body.svg.paragraphs(map.notes, room, y, &colours.quiet);
    let described: Vec<&str> = map.about.iter().chain(map.notes).map(String::as_str).collect();
    let (width, height) = (whole(room + 2.0 * MARGIN), whole(y + MARGIN));
    let svg = body.svg.file(&Head {
        language: map.language,
        title: map.title,
        description: &described.join(" "),
        width: f64::from(width),
        height: f64::from(height),
        page: &colours.page,
    });
    Finished { svg, width, height }
}

fn whole(length: f64) -> u32 {
    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "saturates, and no picture is so large"
    )]
    let whole = length.ceil() as u32;
    whole
}

/// A file as it grows.
struct Body<'a> {
    svg: Svg,
    colours: &'a Colours,
}

impl Body<'_> {
    /// The map below `y`.
    fn map(&mut self, map: &MapFile<'_>, y: f64) {
        let frame = map.picture.frame;
        // An inner drawing is cut at its edges.
        self.svg.open("svg");
        self.svg.measure("x", MARGIN);
        self.svg.measure("y", y);
        self.svg.measure("width", frame.width_px);
        self.svg.measure("height", frame.height_px);
        self.svg.attribute("overflow", "hidden");
        self.svg.begin();
        self.svg.background(&self.colours.water);
        self.world(map);
        for lines in &map.picture.layers {
            self.svg.open("g");
            self.svg.attribute("fill", "none");
            self.svg.attribute("opacity", &decimal::write(lines.opacity, 2));
            self.svg.begin();
            for stroke in &lines.strokes {
                self.stroke(stroke);
            }
            self.svg.close("g");
        }
        self.marks(&map.picture.marks);
        self.svg.close("svg");
        self.svg.open("rect");
        self.svg.measure("x", MARGIN);
        self.svg.measure("y", y);
        self.svg.measure("width", frame.width_px);
        self.svg.measure("height", frame.height_px);
        self.svg.attribute("fill", "none");
        self.svg.attribute("stroke", &self.colours.border);
        self.svg.end();
    }

    fn world(&mut self, map: &MapFile<'_>) {
        let colours = self.colours;
        let frame = &map.picture.frame;
        let mut path = |of: Layer, fill: &str, stroke: Option<(&str, f64)>| {
            let data = layer(map.world, of, frame);
            if data.is_empty() {
                return;
            }
            self.svg.open("path");
            self.svg.attribute("fill", fill);
            // Lakes are rings of their own within the land.
            if of == Layer::Land {
                self.svg.attribute("fill-rule", "evenodd");
            }
            if let Some((colour, width)) = stroke {
                self.svg.attribute("stroke", colour);
                self.svg.attribute("stroke-linejoin", "round");
                self.svg.measure("stroke-width", width);
            }
            self.svg.attribute("d", &data);
            self.svg.end();
        };
        path(Layer::Land, &colours.land, Some((&colours.coast, 0.7)));
        path(Layer::Germany, &colours.germany, None);
        path(Layer::Borders, "none", Some((&colours.border, 0.6)));
        if frame.viewport.zoom_level >= STATE_BORDERS_FROM {
            path(Layer::States, "none", Some((&colours.state_border, 0.9)));
        }
    }

    fn stroke(&mut self, stroke: &Stroke) {
        self.svg.open("path");
        self.svg.attribute("stroke", &self.colours.fields[stroke.field]);
        let width = decimal::write(stroke.width_px, 2);
        self.svg.attribute("stroke-width", &width);
        self.dashes(&stroke.dashes_px);
        self.svg.attribute("d", &stroke.path);
        self.svg.end();
    }

    fn dashes(&mut self, lengths: &[f64]) {
        if !lengths.is_empty() {
            let lengths: Vec<String> = lengths.iter().map(|&length| number(length)).collect();
            self.svg.attribute("stroke-dasharray", &lengths.join(" "));
        }
    }
}
