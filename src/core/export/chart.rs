//! A chart as a file of its own: SVG with its colours inside.

use crate::chart::drawing::{Anchor, Bar, Drawing, Ink, Label, Marks, TEXT, Tone};
use crate::chart::lettering::wrap;
use crate::chart::sign::outline;
use crate::decimal;
use crate::domain::localized::Language;
use crate::domain::theme::Field;
use crate::geo::area::Area;
use crate::geo::mercator::Point;
use crate::markup::push_escaped;

/// Room around everything.
const MARGIN: f64 = 24.0;

/// Size of the title, and distance of its lines.
const TITLE: (f64, f64) = (20.0, 26.0);

/// Distance of other lines.
const LINE: f64 = 18.0;

/// Room between the parts.
const GAP: f64 = 12.0;

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
        text: String::new(),
        colours,
    };
    let mut y = MARGIN;
    for line in wrap(title, drawing.width, TITLE.0, 3) {
        y += TITLE.1;
        let attributes = format!(" font-size=\"{}\" font-weight=\"700\"", number(TITLE.0));
        body.words(&line, Point { x: MARGIN, y }, &colours.text, &attributes);
    }
    y = body.paragraphs(about, drawing.width, y);
    y += GAP;
    body.open(&format!(
        "g transform=\"translate({} {})\"",
        number(MARGIN),
        number(y)
    ));
    body.drawing(drawing);
    body.text.push_str("</g>");
    y = body.paragraphs(notes, drawing.width, y + drawing.height);
    let (width, height) = (number(drawing.width + 2.0 * MARGIN), number(y + MARGIN));
    let described: Vec<&str> = about.iter().chain(notes).map(String::as_str).collect();
    let mut file = format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" lang=\"{}\" width=\"{width}\" height=\"{height}\" \
         viewBox=\"0 0 {width} {height}\" font-family=\"system-ui, 'Segoe UI', Roboto, Arial, sans-serif\" \
         font-size=\"{}\"><title>",
        language.code(),
        number(TEXT),
    );
    push_escaped(&mut file, title);
    file.push_str("</title><desc>");
    push_escaped(&mut file, &described.join(" "));
    file.push_str("</desc><rect width=\"100%\" height=\"100%\" fill=\"");
    push_escaped(&mut file, &colours.page);
    file.push_str("\"/>");
    file.push_str(&body.text);
    file.push_str("</svg>\n");
    file
}

struct Body<'a> {
    text: String,
    colours: &'a Colours,
}

impl Body<'_> {
    fn open(&mut self, tag: &str) {
        self.text.push('<');
        self.text.push_str(tag);
        self.text.push('>');
    }

    fn attribute(&mut self, name: &str, value: &str) {
        self.text.push(' ');
        self.text.push_str(name);
        self.text.push_str("=\"");
        push_escaped(&mut self.text, value);
        self.text.push('"');
    }

    fn words(&mut self, words: &str, at: Point, colour: &str, attributes: &str) {
        self.text.push_str("<text");
        self.attribute("x", &number(at.x));
        self.attribute("y", &number(at.y));
        self.attribute("fill", colour);
        self.text.push_str(attributes);
        self.text.push('>');
        push_escaped(&mut self.text, words);
        self.text.push_str("</text>");
    }

    /// Writes paragraphs below `y` and says where they end.
    fn paragraphs(&mut self, paragraphs: &[String], room: f64, y: f64) -> f64 {
        let mut y = y + GAP / 2.0;
        let quiet = self.colours.quiet.clone();
        for paragraph in paragraphs {
            for line in wrap(paragraph, room, TEXT, usize::MAX) {
                y += LINE;
                self.words(&line, Point { x: MARGIN, y }, &quiet, "");
            }
        }
        y
    }

    fn drawing(&mut self, drawing: &Drawing) {
        self.marks(&drawing.marks);
        for row in &drawing.rows {
            self.marks(&row.marks);
        }
        let [from, to] = drawing.base;
        self.text.push_str("<path");
        let line = format!(
            "M{} {}L{} {}",
            number(from.x),
            number(from.y),
            number(to.x),
            number(to.y)
        );
        self.attribute("d", &line);
        let colour = self.colours.line.clone();
        self.attribute("stroke", &colour);
        self.text.push_str("/>");
    }

    fn marks(&mut self, marks: &Marks) {
        for bar in &marks.bars {
            self.bar(bar);
        }
        for sign in &marks.signs {
            self.text.push_str("<path");
            self.attribute("d", &outline(sign.field, sign.at, sign.side));
            let colour = self.colours.of(Some(sign.field)).to_owned();
            self.attribute("fill", &colour);
            self.text.push_str("/>");
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
            let colour = colour.clone();
            let attributes = match anchor {
                Anchor::Start => "",
                Anchor::Middle => " text-anchor=\"middle\"",
            };
            self.words(text, *at, &colour, attributes);
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
        let side = |length: f64| number((length - 2.0 * inset).max(0.1));
        self.text.push_str("<rect");
        self.attribute("x", &number(left + inset));
        self.attribute("y", &number(top + inset));
        self.attribute("width", &side(right - left));
        self.attribute("height", &side(bottom - top));
        let colour = self.colours.of(bar.field).to_owned();
        match bar.ink {
            Ink::First => self.attribute("fill", &colour),
            Ink::FirstPerhaps => {
                self.attribute("fill", &colour);
                self.attribute("fill-opacity", PALE);
                // What is pale alone would not stand out from the page.
                self.attribute("stroke", &colour);
            }
            Ink::Second | Ink::SecondPerhaps => {
                self.attribute("fill", "none");
                self.attribute("stroke", &colour);
                self.attribute("stroke-width", &number(OUTLINE));
            }
        }
        if bar.ink == Ink::SecondPerhaps {
            self.attribute("stroke-dasharray", DASHES);
        }
        self.text.push_str("/>");
    }
}

/// Width of outlines.
pub const OUTLINE: f64 = 1.5;

/// How much ink what may be there has.
pub const PALE: &str = "0.3";

/// Dashes of the outline of what may be there.
pub const DASHES: &str = "3 2";

fn number(value: f64) -> String {
    decimal::write(value, 1)
}
