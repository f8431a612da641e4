//! SVG files that stand alone: their frame, their texts and their attributes.

use crate::chart::drawing::TEXT;
use crate::chart::lettering::wrap;
use crate::decimal;
use crate::domain::localized::Language;
use crate::geo::mercator::Point;
use crate::markup::push_escaped;

/// Room around everything.
pub(super) const MARGIN: f64 = 24.0;

/// Room between the parts.
pub(super) const GAP: f64 = 12.0;

/// Distance of lines.
pub(super) const LINE: f64 = 18.0;

/// Size of the title, and distance of its lines.
const TITLE: (f64, f64) = (20.0, 26.0);

/// What a file is called, says and measures.
#[derive(Clone, Copy, Debug)]
pub(super) struct Head<'a> {
    pub(super) language: Language,
    pub(super) title: &'a str,
    /// What it shows, in words.
    pub(super) description: &'a str,
    pub(super) width: f64,
    pub(super) height: f64,
    /// The colour behind everything.
    pub(super) page: &'a str,
}

/// What a file draws, as it grows.
#[derive(Debug, Default)]
pub(super) struct Svg(String);

impl Svg {
    /// Begins an element.
    pub(super) fn open(&mut self, name: &str) {
        self.0.push('<');
        self.0.push_str(name);
    }

    pub(super) fn attribute(&mut self, name: &str, value: &str) {
        self.0.push(' ');
        self.0.push_str(name);
        self.0.push_str("=\"");
        push_escaped(&mut self.0, value);
        self.0.push('"');
    }

    pub(super) fn measure(&mut self, name: &str, value: f64) {
        self.attribute(name, &number(value));
    }

    /// Ends an element that holds nothing.
    pub(super) fn end(&mut self) {
        self.0.push_str("/>");
    }

    /// Ends the attributes of an element that holds something.
    pub(super) fn begin(&mut self) {
        self.0.push('>');
    }

    pub(super) fn close(&mut self, name: &str) {
        self.0.push_str("</");
        self.0.push_str(name);
        self.0.push('>');
    }

    /// An element that holds only words.
    pub(super) fn labelled(&mut self, name: &str, words: &str) {
        self.open(name);
        self.begin();
        push_escaped(&mut self.0, words);
        self.close(name);
    }

    /// A colour behind everything that follows.
    pub(super) fn background(&mut self, colour: &str) {
        self.open("rect");
        self.attribute("width", "100%");
        self.attribute("height", "100%");
        self.attribute("fill", colour);
        self.end();
    }

    /// A text with attributes besides its place and colour.
    pub(super) fn words(&mut self, words: &str, at: Point, colour: &str, attributes: &[(&str, &str)]) {
        self.open("text");
        self.measure("x", at.x);
        self.measure("y", at.y);
        self.attribute("fill", colour);
        for (name, value) in attributes {
            self.attribute(name, value);
        }
        self.begin();
        push_escaped(&mut self.0, words);
        self.close("text");
    }

    /// Writes a title below `y` and says where it ends.
    pub(super) fn title(&mut self, title: &str, room: f64, y: f64, colour: &str) -> f64 {
        let mut at = Point { x: MARGIN, y };
        let attributes = [("font-size", number(TITLE.0)), ("font-weight", "700".to_owned())];
        let attributes = attributes.each_ref().map(|(name, value)| (*name, value.as_str()));
        for line in wrap(title, room, TITLE.0, 3) {
            at.y += TITLE.1;
            self.words(&line, at, colour, &attributes);
        }
        at.y
    }

    /// Writes paragraphs below `y` and says where they end.
    pub(super) fn paragraphs(&mut self, paragraphs: &[String], room: f64, y: f64, colour: &str) -> f64 {
        let mut at = Point {
            x: MARGIN,
            y: y + GAP / 2.0,
        };
        for paragraph in paragraphs {
            for line in wrap(paragraph, room, TEXT, usize::MAX) {
                at.y += LINE;
                self.words(&line, at, colour, &[]);
            }
        }
        at.y
    }

    /// The file.
    pub(super) fn file(self, head: &Head<'_>) -> String {
        let (width, height) = (number(head.width), number(head.height));
        let mut file = Self(format!(
            "<svg xmlns=\"http://www.w3.org/2000/svg\" lang=\"{}\" role=\"img\" width=\"{width}\" \
             height=\"{height}\" viewBox=\"0 0 {width} {height}\" \
             font-family=\"system-ui, 'Segoe UI', Roboto, Arial, sans-serif\" font-size=\"{}\">",
            head.language.code(),
            number(TEXT),
        ));
        file.labelled("title", head.title);
        file.labelled("desc", head.description);
        file.background(head.page);
        file.0.push_str(&self.0);
        file.close("svg");
        file.0.push('\n');
        file.0
    }
}

/// A length as files write it.
pub(super) fn number(value: f64) -> String {
    decimal::write(value, 1)
}
