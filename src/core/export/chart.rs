//! A chart as a file of its own: SVG with its colours inside.

use crate::chart::drawing::{Anchor, Bar, Drawing, Ink, Label, Marks, Tone};
use crate::chart::sign::outline;
use crate::domain::localized::Language;
use crate::domain::theme::Field;
use crate::geo::area::Area;

use super::svg::{GAP, Head, MARGIN, Svg, number};

/// Colours as CSS writes them.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Colours {
    /// Behind everything.
    pub page: String,
    /// Texts.
    pub text: String,
    /// Quiet texts.
    pub quiet: String,
    /// The line on which bars stand.
    pub line: String,
    /// Bars of no field.
    pub bar: String,
    /// Bars and signs of fields, in the order of [`Field::ALL`].
    pub fields: [String; 6],
}

impl Colours {
    fn of(&self, field: Option<Field>) -> &str {
        field.map_or(&self.bar, |field| &self.fields[field.index()])
    }
}

/// What a file shows beside the drawing.
#[derive(Clone, Copy, Debug)]
pub struct Picture<'a> {
    /// In which language.
    pub language: Language,
    /// Title.
    pub title: &'a str,
    /// What is counted: paragraphs below the title.
    pub about: &'a [String],
    /// The chart.
    pub drawing: &'a Drawing,
    /// How to read it, and where it comes from: paragraphs below it.
    pub notes: &'a [String],
    /// Its colours.
    pub colours: &'a Colours,
}

/// The text of an SVG file.
pub fn svg(picture: &Picture<'_>) -> String {
    let Picture {
        language,
        title,
        about,
        drawing,
        notes,
        colours,
    } = *picture;
    let mut body = Body {
        svg: Svg::default(),
        colours,
    };
    let room = drawing.width;
    let mut y = body.svg.title(title, room, MARGIN, &colours.text);
    y = body.svg.paragraphs(about, room, y, &colours.quiet) + GAP;
    body.svg.open("g");
    let shift = format!("translate({} {})", number(MARGIN), number(y));
    body.svg.attribute("transform", &shift);
    body.svg.begin();
    body.drawing(drawing);
    body.svg.close("g");
    y = body
        .svg
        .paragraphs(notes, room, y + drawing.height, &colours.quiet);
    let described: Vec<&str> = about.iter().chain(notes).map(String::as_str).collect();
    body.svg.file(&Head {
        language,
        title,
        description: &described.join(" "),
        width: room + 2.0 * MARGIN,
        height: y + MARGIN,
        page: &colours.page,
    })
}

struct Body<'a> {
    svg: Svg,
    colours: &'a Colours,
}

impl Body<'_> {
    fn drawing(&mut self, drawing: &Drawing) {
        self.marks(&drawing.marks);
        for row in &drawing.rows {
            self.marks(&row.marks);
        }
        let [from, to] = drawing.base;
        self.svg.open("path");
        let line = format!(
            "M{} {}L{} {}",
            number(from.x),
            number(from.y),
            number(to.x),
            number(to.y)
        );
        self.svg.attribute("d", &line);
        self.svg.attribute("stroke", &self.colours.line);
        self.svg.end();
    }

    fn marks(&mut self, marks: &Marks) {
        for bar in &marks.bars {
            self.bar(bar);
        }
        for sign in &marks.signs {
            self.svg.open("path");
            self.svg.attribute("d", &outline(sign.field, sign.at, sign.side));
            self.svg.attribute("fill", self.colours.of(Some(sign.field)));
            self.svg.end();
        }
        for label in &marks.labels {
            let Label {
                at,
                anchor,
                tone,
                text,
            } = label;
            let colour = match tone {
                Tone::Plain => &self.colours.text,
                Tone::Quiet => &self.colours.quiet,
            };
            let attributes: &[(&str, &str)] = match anchor {
                Anchor::Start => &[],
                Anchor::Middle => &[("text-anchor", "middle")],
            };
            self.svg.words(text, *at, colour, attributes);
        }
    }

    fn bar(&mut self, bar: &Bar) {
        // An outline lies within the area.
        let inset = match bar.ink {
            Ink::First => 0.0,
            Ink::FirstPerhaps => 0.5,
            Ink::Second | Ink::SecondPerhaps => OUTLINE / 2.0,
        };
        let Area {
            left,
            top,
            right,
            bottom,
        } = bar.area;
        let side = |length: f64| (length - 2.0 * inset).max(0.1);
        self.svg.open("rect");
        self.svg.measure("x", left + inset);
        self.svg.measure("y", top + inset);
        self.svg.measure("width", side(right - left));
        self.svg.measure("height", side(bottom - top));
        let colour = self.colours.of(bar.field);
        match bar.ink {
            Ink::First => self.svg.attribute("fill", colour),
            Ink::FirstPerhaps => {
                self.svg.attribute("fill", colour);
                self.svg.attribute("fill-opacity", PALE);
                // What is pale alone would not stand out from the page.
                self.svg.attribute("stroke", colour);
            }
            Ink::Second | Ink::SecondPerhaps => {
                self.svg.attribute("fill", "none");
                self.svg.attribute("stroke", colour);
                self.svg.measure("stroke-width", OUTLINE);
            }
        }
        if bar.ink == Ink::SecondPerhaps {
            self.svg.attribute("stroke-dasharray", DASHES);
        }
        self.svg.end();
    }
}

/// Width of outlines.
pub const OUTLINE: f64 = 1.5;

/// How much ink what may be there has.
pub const PALE: &str = "0.3";

/// Dashes of the outline of what may be there.
pub const DASHES: &str = "3 2";
