//! What colours, dashes, widths and signs of the map mean, in columns as many as have room.

use crate::chart::drawing::TEXT;
use crate::chart::lettering::{width, wrap};
use crate::chart::sign::outline;
use crate::domain::theme::Field;
use crate::geo::mercator::Point;
use crate::scene::strand::DASHES;

use super::super::svg::{GAP, LINE, MARGIN};
use super::{Body, number};

/// The words of a legend.
#[derive(Clone, Debug)]
pub struct Legend<'a> {
    /// Names of the fields of themes, in the order of [`Field::ALL`].
    pub fields: [&'a str; 6],
    /// A cluster at home.
    pub home: &'a str,
    /// A partner abroad.
    pub abroad: &'a str,
    /// A place of which only something larger is known.
    pub vague: &'a str,
    /// What the width of a line says.
    pub line_width: &'a str,
    /// What the size of a mark says.
    pub mark_size: &'a str,
    /// In a comparison, the names of the selection and of what it is compared with.
    pub sides: Option<[&'a str; 2]>,
}

/// What an entry explains.
#[derive(Clone, Copy)]
enum Sign {
    Field(Field),
    Home,
    Abroad,
    Vague,
    LineWidth,
    MarkSize,
    Whole,
    Dashed,
}

/// Side of the sign of a field.
const SIDE: f64 = 11.0;

/// Where the sample of a line begins and ends, from the left edge of its entry.
const SAMPLE: (f64, f64) = (18.0, 54.0);

/// Width of the sample of a line.
const SAMPLE_WIDTH: f64 = 3.0;

/// Radius of the sample of a mark.
const RADIUS: f64 = 6.0;

/// From the left edge of an entry to its words, where it has a sample of a line and where not.
const TO_WORDS: (f64, f64) = (62.0, 32.0);

/// Room between columns.
const BETWEEN: f64 = 24.0;

/// From the line that words stand on up to their middle.
const TO_MIDDLE: f64 = 4.5;

impl Body<'_> {
    /// Draws a legend below `y` and says where it ends.
    pub(super) fn legend(&mut self, legend: &Legend<'_>, room: f64, y: f64) -> f64 {
        let fields = Field::ALL.map(|field| (Sign::Field(field), legend.fields[field.index()]));
        let mut kinds = vec![
            (Sign::Home, legend.home),
            (Sign::Abroad, legend.abroad),
            (Sign::Vague, legend.vague),
            (Sign::MarkSize, legend.mark_size),
            (Sign::LineWidth, legend.line_width),
        ];
        if let Some([own, other]) = legend.sides {
            kinds.extend([(Sign::Whole, own), (Sign::Dashed, other)]);
        }
        let y = self.grid(&fields, TO_WORDS.0, room, y);
        let to_words = if legend.sides.is_some() {
            TO_WORDS.0
        } else {
            TO_WORDS.1
        };
        self.grid(&kinds, to_words, room, y + GAP / 2.0)
    }

    /// Entries in rows of equally wide columns below `y`; where they end.
    fn grid(&mut self, entries: &[(Sign, &str)], to_words: f64, room: f64, y: f64) -> f64 {
        let widths = entries.iter().map(|(_, words)| width(words, TEXT));
        let widest = (to_words + widths.fold(0.0, f64::max)).min(room);
        let columns = (1_u8..=6)
            .rev()
            .find(|&columns| {
                let gaps = f64::from(columns - 1) * BETWEEN;
                f64::from(columns) * widest + gaps <= room
            })
            .unwrap_or(1);
        let mut y = y;
        for row in entries.chunks(columns.into()) {
            let mut tallest = y;
            let mut left = MARGIN;
            for (sign, words) in row {
                let first = y + LINE;
                self.sign(
                    *sign,
                    Point {
                        x: left,
                        y: first - TO_MIDDLE,
                    },
                );
                let mut at = Point {
                    x: left + to_words,
                    y,
                };
                for line in wrap(words, room - to_words, TEXT, usize::MAX) {
                    at.y += LINE;
                    self.svg.words(&line, at, &self.colours.text, &[]);
                }
                tallest = tallest.max(at.y);
                left += widest + BETWEEN;
            }
            y = tallest + 2.0;
        }
        y
    }

    /// A sign in front of its words; `at` lies at its left edge, in the middle of the line.
    fn sign(&mut self, sign: Sign, at: Point) {
        let colours = self.colours;
        match sign {
            Sign::Field(field) => {
                let corner = Point {
                    x: at.x,
                    y: at.y - SIDE / 2.0,
                };
                self.svg.open("path");
                self.svg.attribute("fill", &colours.fields[field.index()]);
                self.svg.attribute("d", &outline(field, corner, SIDE));
                self.svg.end();
                let lengths: Vec<f64> = DASHES[field.index()]
                    .iter()
                    .map(|length| length * SAMPLE_WIDTH)
                    .collect();
                self.sample(at, &colours.fields[field.index()], &lengths);
            }
            Sign::Home => self.circle(at, RADIUS, &colours.home, &colours.home, ""),
            Sign::Abroad => self.circle(at, RADIUS, &colours.abroad, &colours.abroad_line, ""),
            Sign::Vague => self.circle(at, RADIUS, &colours.abroad, &colours.abroad_line, "3 2"),
            Sign::MarkSize => {
                self.circle(at, RADIUS / 2.0, &colours.abroad, &colours.abroad_line, "");
                let beside = Point {
                    x: at.x + RADIUS + 4.0,
                    y: at.y,
                };
                self.circle(beside, RADIUS + 1.0, &colours.abroad, &colours.abroad_line, "");
            }
            Sign::LineWidth => {
                let [left, right] = [at.x, at.x + 24.0].map(number);
                let points = [-0.6, -4.0, 4.0, 0.6].map(|beside| number(at.y + beside));
                let [upper, high, low, lower] = points;
                self.svg.open("path");
                self.svg.attribute("fill", &colours.quiet);
                let data = format!("M{left} {upper}L{right} {high}V{low}L{left} {lower}z");
                self.svg.attribute("d", &data);
                self.svg.end();
            }
            Sign::Whole => self.sample(at, &colours.quiet, &[]),
            Sign::Dashed => self.sample(at, &colours.quiet, &[7.0, 5.0]),
        }
    }

    fn sample(&mut self, at: Point, colour: &str, lengths: &[f64]) {
        let (from, to) = (number(at.x + SAMPLE.0), number(at.x + SAMPLE.1));
        self.svg.open("path");
        self.svg.attribute("stroke", colour);
        self.svg.measure("stroke-width", SAMPLE_WIDTH);
        self.dashes(lengths);
        self.svg.attribute("d", &format!("M{from} {}H{to}", number(at.y)));
        self.svg.end();
    }

    /// A circle whose left edge lies at a point.
    fn circle(&mut self, at: Point, radius: f64, fill: &str, stroke: &str, dashes: &str) {
        self.svg.open("circle");
        self.svg.measure("cx", at.x + radius);
        self.svg.measure("cy", at.y);
        self.svg.measure("r", radius - 0.5);
        self.svg.attribute("fill", fill);
        self.svg.attribute("stroke", stroke);
        self.svg.measure("stroke-width", 1.5);
        if !dashes.is_empty() {
            self.svg.attribute("stroke-dasharray", dashes);
        }
        self.svg.end();
    }
}
