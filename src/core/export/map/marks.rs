//! Marks, as the style sheets of the page draw them: shape by shape the same.

use crate::geo::mercator::Point;
use crate::scene::label::Beside;
use crate::scene::level::Side;
use crate::scene::mark::Mark;
use crate::scene::picture::Placed;
use crate::scene::scale::number_on_mark;

use super::{Body, number};

/// Width of the outline of a mark.
const OUTLINE: f64 = 2.0;

/// From the middle of a number or name down to the line that it stands on.
const TO_BASE: f64 = 4.0;

/// Room between a mark and its name.
const BESIDE: f64 = 4.0;

/// Part of its size that a mark without cooperations has.
const QUIET: f64 = 0.6;

/// Opacity of marks behind others.
const FADED: &str = "0.7";

/// A circle: its radius, and the colour and width of its outline.
struct Ring<'a> {
    radius: f64,
    fill: &'a str,
    stroke: &'a str,
    width: f64,
    dashed: bool,
}

impl Body<'_> {
    /// Marks with their names over all of them.
    pub(super) fn marks(&mut self, marks: &[Placed]) {
        for placed in marks {
            self.svg.open("g");
            if placed.faded {
                self.svg.attribute("opacity", FADED);
            }
            self.svg.begin();
            self.svg.labelled("title", &placed.mark.name);
            self.mark(placed.at, &placed.mark);
            self.svg.close("g");
        }
        for placed in marks {
            self.name(placed);
        }
    }

    fn mark(&mut self, at: Point, mark: &Mark) {
        let colours = self.colours;
        let only_compared = mark.count == 0 && mark.compared > Some(0);
        let is_quiet = mark.count == 0 && !only_compared;
        let shrunk = if is_quiet { QUIET } else { 1.0 };
        let radius = mark.radius_px * shrunk;
        let is_filled = mark.side == Side::Home && !mark.vague && !only_compared;
        let (fill, stroke, ink) = if is_filled {
            (&colours.home, &colours.home_text, &colours.home_text)
        } else {
            (&colours.abroad, &colours.abroad_line, &colours.abroad_text)
        };
        // Rings around the mark.
        if mark.gathers {
            self.around(at, radius + 2.5, &colours.abroad_line, 1.0);
            self.around(at, radius + 1.0, &colours.halo, 2.0);
        } else if is_filled {
            self.around(at, radius + 0.5, &colours.home, 1.0);
        }
        self.ring(
            at,
            &Ring {
                radius: radius - OUTLINE / 2.0,
                fill,
                stroke,
                width: OUTLINE,
                dashed: mark.vague,
            },
        );
        if only_compared {
            self.around(at, radius - 2.0 * OUTLINE, stroke, 1.0);
        }
        let count = if only_compared {
            mark.compared.unwrap_or(0)
        } else {
            mark.count
        };
        if let Some(count) = number_on_mark(count, mark.radius_px).filter(|_| !is_quiet) {
            let size = if is_filled { "12" } else { "11" };
            let attributes = [
                ("font-size", size),
                ("font-weight", "600"),
                ("text-anchor", "middle"),
            ];
            let below = Point {
                x: at.x,
                y: at.y + TO_BASE,
            };
            self.svg.words(&count, below, ink, &attributes);
        }
    }

    fn around(&mut self, at: Point, radius: f64, stroke: &str, width: f64) {
        let fill = "none";
        let dashed = false;
        self.ring(
            at,
            &Ring {
                radius,
                fill,
                stroke,
                width,
                dashed,
            },
        );
    }

    fn ring(&mut self, at: Point, ring: &Ring<'_>) {
        self.svg.open("circle");
        self.svg.measure("cx", at.x);
        self.svg.measure("cy", at.y);
        self.svg.measure("r", ring.radius.max(0.5));
        self.svg.attribute("fill", ring.fill);
        self.svg.attribute("stroke", ring.stroke);
        self.svg.measure("stroke-width", ring.width);
        if ring.dashed {
            self.svg.attribute("stroke-dasharray", "4 3");
        }
        self.svg.end();
    }

    /// The name beside a mark, where there is room.
    fn name(&mut self, placed: &Placed) {
        let Placed { at, mark, faded } = placed;
        let Some(beside) = mark.beside else { return };
        let reach = mark.radius_px + BESIDE;
        let (x, y, anchor) = match beside {
            Beside::Right => (at.x + reach, at.y + TO_BASE, "start"),
            Beside::Left => (at.x - reach, at.y + TO_BASE, "end"),
            Beside::Below => (at.x, at.y + reach + 2.0 * TO_BASE, "middle"),
            Beside::Above => (at.x, at.y - reach, "middle"),
        };
        let weight = match mark.side {
            Side::Home => "700",
            Side::Abroad => "500",
        };
        let width = number(3.0);
        let mut attributes = vec![
            ("font-size", "12"),
            ("font-weight", weight),
            ("text-anchor", anchor),
            ("stroke", self.colours.halo.as_str()),
            ("stroke-width", &width),
            ("stroke-linejoin", "round"),
            ("paint-order", "stroke"),
        ];
        if *faded {
            attributes.push(("opacity", FADED));
        }
        let colour = &self.colours.label;
        self.svg.words(&mark.label, Point { x, y }, colour, &attributes);
    }
}
