//! Where everything of a chart stands at a width, in CSS pixels: what the page and the file for saving draw.

use crate::domain::localized::Language;
use crate::domain::theme::Field;
use crate::geo::area::Area;
use crate::geo::mercator::Point;

use super::lettering::width;
use super::{Chart, Row};

use super::bars;
use super::columns;
use super::legend;

/// Size of all letters.
pub const TEXT: f64 = 13.0;

/// Distance of two lines of text.
pub(super) const LINE: f64 = 17.0;

/// From the middle of a line of text down to the line that its letters stand on.
pub(super) const TO_BASE: f64 = 4.5;

/// How a bar is filled.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Ink {
    /// The selection.
    First,
    /// What may belong to it: pale.
    FirstPerhaps,
    /// The selection that it is compared with: an outline.
    Second,
    /// What may belong to that: a dashed outline.
    SecondPerhaps,
}

/// A bar.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Bar {
    /// Where it is; neither its width nor its height is 0.
    pub area: Area,
    /// How it is filled.
    pub ink: Ink,
    /// Whose colour it has; the colour of all charts where it has none.
    pub field: Option<Field>,
}

/// At which end of a text its point lies.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Anchor {
    /// At its beginning.
    Start,
    /// In its middle.
    Middle,
}

/// How loud a text is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Tone {
    /// As text.
    Plain,
    /// Less than text: what explains or may be.
    Quiet,
}

/// A line of text.
#[derive(Clone, Debug, PartialEq)]
pub struct Label {
    /// On the line that its letters stand on.
    pub at: Point,
    /// At which end of it that is.
    pub anchor: Anchor,
    /// How loud it is.
    pub tone: Tone,
    /// The text.
    pub text: String,
}

/// The sign of a field.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Sign {
    /// The field.
    pub field: Field,
    /// Upper left corner.
    pub at: Point,
    /// Width and height.
    pub side: f64,
}

/// Things that belong together.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Marks {
    /// Bars.
    pub bars: Vec<Bar>,
    /// Signs.
    pub signs: Vec<Sign>,
    /// Texts.
    pub labels: Vec<Label>,
}

/// A row of the chart.
#[derive(Clone, Debug, PartialEq)]
pub struct DrawnRow {
    /// Where a pointer means it: at least 24 pixels wide and high; the areas of rows do not overlap.
    pub area: Area,
    /// What it shows.
    pub marks: Marks,
}

/// A chart at a width.
#[derive(Clone, Debug, PartialEq)]
pub struct Drawing {
    /// Width.
    pub width: f64,
    /// Height.
    pub height: f64,
    /// The line on which the bars stand, from end to end; of no length where names stand over bars.
    pub base: [Point; 2],
    /// What belongs to no row.
    pub marks: Marks,
    /// The rows, in the order of `chart.rows`.
    pub rows: Vec<DrawnRow>,
    /// The chart that is drawn: where years have no room, the earliest are gathered.
    pub chart: Chart,
}

/// What a drawing says beside its numbers.
#[derive(Clone, Copy)]
pub struct Words<'a> {
    /// In which language.
    pub language: Language,
    /// Name of the selection in the legend of a comparison.
    pub first: &'a str,
    /// Name of what it is compared with.
    pub second: &'a str,
    /// What is stated to run in a year.
    pub stated: &'a str,
    /// What may run in a year.
    pub perhaps: &'a str,
    /// Names of the fields of themes.
    pub field: &'a dyn Fn(Field) -> String,
    /// The name of everything until a year.
    pub until: &'a dyn Fn(&str) -> String,
    /// The number of rows that are not drawn.
    pub further: &'a dyn Fn(usize) -> String,
}

impl Drawing {
    /// Lays a chart out at a width of at least 200 pixels.
    ///
    /// Years are columns where there is room for a dozen of them with their numbers; everything else is rows,
    /// with names beside the bars, or over them where the width is small.
    pub fn of(chart: &Chart, width: f64, words: &Words<'_>) -> Self {
        let width = width.max(200.0);
        let (marks, top) = legend::of(chart, width, words);
        let columns = columns::fitting(chart, width, words.language);
        match columns {
            Some(most) => {
                let chart = chart.gathered(most, words.until);
                columns::draw(chart, width, top, marks, words.language)
            }
            None => bars::draw(chart.clone(), width, top, marks, words),
        }
    }
}

impl Label {
    /// A text whose letters stand on a line through a point's `y` at its beginning.
    pub(super) const fn starting(x: f64, y: f64, text: String) -> Self {
        Self {
            at: Point { x, y },
            anchor: Anchor::Start,
            tone: Tone::Plain,
            text,
        }
    }

    /// The same text around the point.
    pub(super) fn centred(self) -> Self {
        Self {
            anchor: Anchor::Middle,
            ..self
        }
    }

    /// The same text, quiet.
    pub(super) fn quiet(self) -> Self {
        Self {
            tone: Tone::Quiet,
            ..self
        }
    }
}

/// The greatest number of any bar; at least 1.
pub(super) fn greatest(rows: &[Row]) -> f64 {
    let sums = rows.iter().flat_map(|row| row.amounts.map(super::Amount::sum));
    f64::from(sums.max().unwrap_or(0).max(1))
}

/// The width of the widest of some texts.
pub(super) fn widest<'a>(texts: impl Iterator<Item = &'a str>) -> f64 {
    texts.map(|text| width(text, TEXT)).fold(0.0, f64::max)
}
