//! Charts of horizontal bars: one row for each name.

use crate::domain::localized::Language;
use crate::geo::area::Area;
use crate::geo::mercator::Point;
use crate::locale::format::number;

use super::drawing::{
    Bar, Drawing, DrawnRow, Ink, LINE, Label, Marks, Sign, TEXT, TO_BASE, Words, greatest, widest,
};
use super::lettering::{width, wrap};
use super::{Amount, Chart, Row};

/// From this width on names stand beside their bars, else over them.
const WIDE: f64 = 420.0;

/// Names take at most so much of a wide chart.
const NAMES: f64 = 0.38;

/// Thickness of the only bar of a row, of each of two, and of those under a name.
const THICK: f64 = 16.0;
const HALF: f64 = 12.0;
const THIN: f64 = 12.0;

/// Room between the two bars of a row.
const BETWEEN: f64 = 2.0;

/// Room between rows.
const APART: f64 = 8.0;

/// The least height of a row: what can be pressed is so high.
const LEAST: f64 = 24.0;

/// Width and height of a sign, and the room after it.
const SIGN: f64 = 11.0;
const AFTER_SIGN: f64 = 7.0;

/// From a name to its bar, and from a bar to its number.
const BESIDE: f64 = 10.0;
const TO_NUMBER: f64 = 6.0;

/// Where the parts of every row stand.
struct Frame {
    wide: bool,
    /// Where names begin, after the sign.
    name: f64,
    /// How wide names may be.
    name_room: f64,
    /// Where bars begin.
    start: f64,
    /// Pixels for one cooperation.
    scale: f64,
    thickness: f64,
    compared: bool,
    language: Language,
}

/// Draws the rows of a chart that have room in it, under a legend of height `top`.
pub(super) fn draw(mut chart: Chart, room: f64, top: f64, mut marks: Marks, words: &Words<'_>) -> Drawing {
    let drawn = chart.drawn();
    let further = chart.rows.len() - drawn;
    chart.rows.truncate(drawn);
    let frame = Frame::of(&chart, room, words.language);
    let mut y = top;
    let mut rows = Vec::with_capacity(chart.rows.len());
    for row in &chart.rows {
        let drawn = frame.row(row, y, room);
        y = drawn.area.bottom;
        rows.push(drawn);
    }
    // A line through names would be none to stand on.
    let from = if frame.wide { top } else { y };
    let base = [from, y].map(|y| Point { x: frame.start, y });
    if further > 0 {
        let text = (words.further)(further);
        marks
            .labels
            .push(Label::starting(frame.start, y + LINE / 2.0 + TO_BASE + 2.0, text).quiet());
        y += LINE + 4.0;
    }
    Drawing {
        width: room,
        height: y + 2.0,
        base,
        marks,
        rows,
        chart,
    }
}

/// The numbers of a bar as they are printed: `12`, or `12 (+30)` where 30 more may belong to it.
fn printed(amount: Amount, language: Language) -> String {
    let stated = number(amount.stated.into(), language);
    if amount.perhaps == 0 {
        return stated;
    }
    format!("{stated} (+{})", number(amount.perhaps.into(), language))
}

impl Frame {
    fn of(chart: &Chart, room: f64, language: Language) -> Self {
        let wide = room >= WIDE;
        let has_sign = chart.rows.iter().any(|row| row.field.is_some());
        let name = if has_sign { SIGN + AFTER_SIGN } else { 0.0 };
        let name_room = if wide { room * NAMES - name } else { room - name };
        let names = chart.rows.iter().map(|row| {
            let lines = wrap(&row.label, name_room, TEXT, 2);
            widest(lines.iter().map(String::as_str))
        });
        let names = names.fold(0.0, f64::max);
        let numbers: Vec<String> = chart
            .rows
            .iter()
            .flat_map(|row| row.amounts.map(|amount| printed(amount, language)))
            .collect();
        let start = if wide { name + names + BESIDE } else { 0.0 };
        let bars = room - start - TO_NUMBER - widest(numbers.iter().map(String::as_str));
        Self {
            wide,
            name,
            name_room,
            start,
            scale: bars.max(1.0) / greatest(&chart.rows),
            thickness: match (wide, chart.compared) {
                (_, true) => HALF,
                (true, false) => THICK,
                (false, false) => THIN,
            },
            compared: chart.compared,
            language,
        }
    }

    fn row(&self, row: &Row, top: f64, room: f64) -> DrawnRow {
        let lines = wrap(&row.label, self.name_room, TEXT, 2);
        let number_of_lines = f64::from(u16::try_from(lines.len()).unwrap_or(2));
        let names = number_of_lines * LINE;
        let number_of_bars = if self.compared { 2.0 } else { 1.0 };
        let bars = number_of_bars * (self.thickness + BETWEEN) - BETWEEN;
        let inner = if self.wide { names.max(bars) } else { names + bars };
        let height = (inner + APART).max(LEAST);
        let mut marks = Marks::default();
        let (names_top, first_bar) = if self.wide {
            (top + (height - names) / 2.0, top + (height - bars) / 2.0)
        } else {
            (top + APART / 2.0, top + APART / 2.0 + names)
        };
        for (position, line) in (0_u16..).zip(lines) {
            let y = names_top + (f64::from(position) + 0.5) * LINE + TO_BASE;
            marks.labels.push(Label::starting(self.name, y, line));
        }
        marks.signs.extend(row.field.map(|field| Sign {
            field,
            at: Point {
                x: 0.0,
                y: names_top + (LINE - SIGN) / 2.0,
            },
            side: SIGN,
        }));
        let inks = [(Ink::First, Ink::FirstPerhaps), (Ink::Second, Ink::SecondPerhaps)];
        let shown = if self.compared { 2 } else { 1 };
        let mut bar_top = first_bar;
        for (&amount, inks) in row.amounts.iter().zip(inks).take(shown) {
            self.bar(&mut marks, row, amount, inks, bar_top);
            bar_top += self.thickness + BETWEEN;
        }
        DrawnRow {
            area: Area {
                left: 0.0,
                top,
                right: room,
                bottom: top + height,
            },
            marks,
        }
    }

    /// A bar with its number.
    fn bar(&self, marks: &mut Marks, row: &Row, amount: Amount, (stated, perhaps): (Ink, Ink), top: f64) {
        let mut x = self.start;
        for (count, ink) in [(amount.stated, stated), (amount.perhaps, perhaps)] {
            let length = f64::from(count) * self.scale;
            if count > 0 {
                marks.bars.push(Bar {
                    area: Area {
                        left: x,
                        top,
                        right: x + length,
                        bottom: top + self.thickness,
                    },
                    ink,
                    field: row.field,
                });
            }
            x += length;
        }
        let y = top + self.thickness / 2.0 + TO_BASE;
        let text = printed(amount, self.language);
        marks.labels.push(Label::starting(x + TO_NUMBER, y, text));
    }
}

/// The width that a number needs with the room before it.
pub(super) fn number_width(amount: u32, language: Language) -> f64 {
    width(&number(amount.into(), language), TEXT)
}
