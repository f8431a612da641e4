//! The legend over a chart: what colours, signs and outlines mean.

use crate::domain::theme::Field;
use crate::geo::area::Area;
use crate::geo::mercator::Point;

use super::drawing::{Bar, Ink, LINE, Label, Marks, Sign, TEXT, TO_BASE, Words};
use super::lettering::{width, wrap};
use super::{By, Chart};

/// Width and height of the samples.
const SAMPLE: (f64, f64) = (16.0, 11.0);

/// From a sample to its words, and from these to the next sample.
const GAPS: (f64, f64) = (6.0, 18.0);

/// Room between the legend and what it explains.
const BELOW: f64 = 8.0;

enum Entry {
    Ink(Ink, String),
    Field(Field, String),
}

/// The legend of a chart, where it needs one, and the height that it takes.
pub(super) fn of(chart: &Chart, room: f64, words: &Words<'_>) -> (Marks, f64) {
    let entries = entries(chart, words);
    let mut marks = Marks::default();
    let mut at = Point::default();
    for entry in entries {
        let (Entry::Ink(_, text) | Entry::Field(_, text)) = &entry;
        let start = SAMPLE.0 + GAPS.0;
        let lines = wrap(text, room - start, TEXT, 3);
        let text_width = lines.iter().map(|line| width(line, TEXT)).fold(0.0, f64::max);
        if at.x > 0.0 && at.x + start + text_width > room {
            at = Point {
                x: 0.0,
                y: at.y + LINE,
            };
        }
        let middle = at.y + LINE / 2.0;
        match entry {
            Entry::Ink(ink, _) => marks.bars.push(Bar {
                area: Area {
                    left: at.x + 1.0,
                    top: middle - SAMPLE.1 / 2.0,
                    right: at.x + SAMPLE.0,
                    bottom: middle + SAMPLE.1 / 2.0,
                },
                ink,
                field: None,
            }),
            Entry::Field(field, _) => marks.signs.push(Sign {
                field,
                at: Point {
                    x: at.x + 2.0,
                    y: middle - SAMPLE.1 / 2.0,
                },
                side: SAMPLE.1,
            }),
        }
        let last = lines.len().saturating_sub(1);
        for (position, line) in (0_u16..).zip(lines) {
            let y = middle + TO_BASE + LINE * f64::from(position);
            marks.labels.push(Label::starting(at.x + start, y, line).quiet());
        }
        // What needs several lines has them for itself.
        at.y += LINE * f64::from(u16::try_from(last).unwrap_or(0));
        at.x += start + text_width + GAPS.1;
    }
    let height = if marks.labels.is_empty() {
        0.0
    } else {
        at.y + LINE + BELOW
    };
    (marks, height)
}

fn entries(chart: &Chart, words: &Words<'_>) -> Vec<Entry> {
    let own = |text: &str| text.to_owned();
    let years = chart.by == By::Years;
    let mut entries = Vec::new();
    if chart.compared {
        entries.push(Entry::Ink(Ink::First, own(words.first)));
        entries.push(Entry::Ink(Ink::Second, own(words.second)));
    } else if years {
        entries.push(Entry::Ink(Ink::First, own(words.stated)));
    }
    if years {
        entries.push(Entry::Ink(Ink::FirstPerhaps, own(words.perhaps)));
    }
    if chart.rows.iter().any(|row| row.field.is_some()) {
        let used = Field::ALL
            .into_iter()
            .filter(|field| chart.rows.iter().any(|row| row.field == Some(*field)));
        entries.extend(used.map(|field| Entry::Field(field, (words.field)(field))));
    }
    entries
}
