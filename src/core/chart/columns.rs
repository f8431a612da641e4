//! Charts of upright columns: one for each year.

use crate::domain::localized::Language;
use crate::geo::area::Area;
use crate::geo::mercator::Point;
use crate::locale::format::number;

use super::bars::number_width;
use super::drawing::{Bar, Drawing, DrawnRow, Ink, LINE, Label, Marks, TEXT, TO_BASE, greatest};
use super::lettering::width;
use super::{By, Chart, Row, Value};

/// Fewer columns than this are no picture of the years.
const FEWEST: usize = 10;

/// The least width of a column with its room: what can be pressed is so wide.
const LEAST: f64 = 24.0;

/// The greatest width of one.
const GREATEST: f64 = 64.0;

/// Height of the highest column.
const HEIGHT: f64 = 200.0;

/// Part of a column's room that it fills.
const FILLED: f64 = 0.76;

/// Room beside numbers.
const BESIDE_NUMBER: f64 = 3.0;

/// How many columns with their numbers there is room for; none where the chart has none or they are too few.
pub(super) fn fitting(chart: &Chart, room: f64, language: Language) -> Option<usize> {
    let numbers = chart.rows.iter().flat_map(|row| row.amounts);
    let numbers = numbers.flat_map(|amount| [amount.stated, amount.perhaps]);
    let widest = numbers
        .map(|count| number_width(count, language))
        .fold(0.0, f64::max);
    let beside = if chart.compared { 2.0 } else { 1.0 };
    let needed = (beside * (widest + BESIDE_NUMBER)).max(LEAST);
    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "saturates, and is small"
    )]
    let fitting = (room / needed) as usize;
    // In a comparison all years are told, or it would compare little.
    let enough = fitting >= chart.rows.len() || !chart.compared && fitting >= FEWEST;
    (chart.by == By::Years && enough).then_some(fitting.max(1))
}

/// Draws the years of a chart under a legend of height `top`.
pub(super) fn draw(chart: Chart, room: f64, top: f64, marks: Marks, language: Language) -> Drawing {
    let number_of_columns = f64::from(u16::try_from(chart.rows.len().max(1)).unwrap_or(u16::MAX));
    let slot = (room / number_of_columns).min(GREATEST);
    let foot = top + LINE + HEIGHT;
    let frame = Frame {
        slot,
        foot,
        scale: HEIGHT / greatest(&chart.rows),
        compared: chart.compared,
        language,
    };
    let step = step_of_years(slot);
    let mut rows = Vec::with_capacity(chart.rows.len());
    let mut left = 0.0;
    for (position, row) in chart.rows.iter().enumerate() {
        rows.push(frame.column(row, left, top, position % step == 0));
        left += slot;
    }
    Drawing {
        width: room,
        height: foot + LINE + 4.0,
        base: [Point { x: 0.0, y: foot }, Point { x: left, y: foot }],
        marks,
        rows,
        chart,
    }
}

/// Every how many years a year is written below its column.
fn step_of_years(slot: f64) -> usize {
    let needed = width("2000", TEXT) + BESIDE_NUMBER;
    let mut step = 1;
    let mut reached = slot;
    while reached < needed {
        step += 1;
        reached += slot;
    }
    step
}

struct Frame {
    slot: f64,
    /// Where columns stand.
    foot: f64,
    /// Pixels for one cooperation.
    scale: f64,
    compared: bool,
    language: Language,
}

impl Frame {
    fn column(&self, row: &Row, left: f64, top: f64, named: bool) -> DrawnRow {
        let middle = left + self.slot / 2.0;
        let mut marks = Marks::default();
        let inks = [(Ink::First, Ink::FirstPerhaps), (Ink::Second, Ink::SecondPerhaps)];
        let shown = if self.compared { 2 } else { 1 };
        let part = self.slot / if self.compared { 2.0 } else { 1.0 };
        let mut centre = left + part / 2.0;
        for (&amount, (stated, perhaps)) in row.amounts.iter().zip(inks).take(shown) {
            let half = part * FILLED / 2.0;
            let mut foot = self.foot;
            for (count, ink) in [(amount.stated, stated), (amount.perhaps, perhaps)] {
                if count == 0 {
                    continue;
                }
                let head = foot - f64::from(count) * self.scale;
                marks.bars.push(Bar {
                    area: Area {
                        left: centre - half,
                        top: head,
                        right: centre + half,
                        bottom: foot,
                    },
                    ink,
                    field: row.field,
                });
                let text = number(count.into(), self.language);
                let label = Label::starting(centre, head - 4.0, text).centred();
                marks
                    .labels
                    .push(if ink == stated { label } else { label.quiet() });
                foot = head;
            }
            centre += part;
        }
        spread(&mut marks.labels);
        if named {
            let y = self.foot + LINE / 2.0 + TO_BASE + 2.0;
            marks.labels.push(match row.value {
                // Wider than a year, and with nothing to its left.
                Value::Until(year) => Label::starting(left, y, format!("≤{year}")),
                _ => Label::starting(middle, y, row.label.clone()).centred(),
            });
        }
        DrawnRow {
            area: Area {
                left,
                top,
                right: left + self.slot,
                bottom: self.foot + LINE,
            },
            marks,
        }
    }
}

/// Lifts the number over a pale part that is too low to hold the one below it.
fn spread(labels: &mut [Label]) {
    for position in 1..labels.len() {
        let below = labels[position - 1].clone();
        let label = &mut labels[position];
        if (label.at.x - below.at.x).abs() < 1.0 && below.at.y - label.at.y < LINE - 3.0 {
            label.at.y = below.at.y - (LINE - 3.0);
        }
    }
}
