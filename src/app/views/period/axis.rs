//! The years of the dataset in a row.

use clusteratlas_core::locale::texts::Texts;
use clusteratlas_core::query::years::{Histogram, Years};

/// The years that have a place in the histogram.
#[derive(Clone, Copy)]
pub(super) struct Axis {
    pub(super) first: u16,
    pub(super) last: u16,
    /// Whether the first stands for all years before it as well.
    pub(super) gathers: bool,
}

impl Axis {
    /// The axis of a histogram; none where no cooperation has a date.
    pub(super) fn of(histogram: &Histogram) -> Option<Self> {
        Some(Self {
            first: histogram.first_year,
            last: histogram.last_year()?,
            gathers: histogram.gathers,
        })
    }

    /// How many years there are.
    pub(super) fn length(self) -> u16 {
        self.last - self.first + 1
    }

    /// How much of the axis lies before a year, in percent.
    pub(super) fn percent_before(self, year: u16) -> f64 {
        100.0 * f64::from(year.saturating_sub(self.first)) / f64::from(self.length())
    }

    /// The year at a share of the axis, from 0 to 1.
    pub(super) fn year_at(self, share: f64) -> u16 {
        let years = (self.first..=self.last).rev();
        let begins_before = |year: &u16| self.percent_before(*year) <= 100.0 * share;
        years.into_iter().find(begins_before).unwrap_or(self.first)
    }

    /// The first and the last year that are asked for, as far as they are here.
    pub(super) fn range(self, years: Years) -> (u16, u16) {
        let here = |year: u16| year.clamp(self.first, self.last);
        (
            here(years.from.unwrap_or(self.first)),
            here(years.to.unwrap_or(self.last)),
        )
    }

    /// The first year of a range as a bound; the beginning of the axis is none.
    pub(super) fn lower(self, from: u16) -> Option<u16> {
        (from > self.first).then_some(from)
    }

    /// The last year of a range as a bound; the end of the axis is none.
    pub(super) fn upper(self, to: u16) -> Option<u16> {
        (to < self.last).then_some(to)
    }

    /// What a year is called.
    pub(super) fn name(self, year: u16, texts: &Texts) -> String {
        if self.gathers && year == self.first {
            (texts.period().and_earlier)(year)
        } else {
            year.to_string()
        }
    }

    /// The years that are written under the axis, so many that they do not meet on a telephone.
    pub(super) fn labelled(self) -> impl Iterator<Item = u16> {
        let step = match self.length() {
            ..9 => 1,
            9..17 => 2,
            17..41 => 5,
            41.. => 10,
        };
        (self.first..=self.last).filter(move |year| year.is_multiple_of(step))
    }
}
