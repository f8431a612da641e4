//! Years in which cooperations run: the range that a reader asks for, and how many run in each year.

use crate::codes::coded;
use crate::domain::cooperation::CooperationKey;
use crate::domain::partial_date::{PartialDate, Period};

use super::bitmap::Bitmap;

coded! {
    /// What becomes of cooperations without any date.
    Undated {
        /// They are shown beside those of the chosen years.
        #[default]
        Included = "1",
        /// They are left out.
        Excluded = "0",
        /// Only they are shown.
        Only = "only",
    }
}

/// The years that a reader asks for.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Years {
    /// First year; none for no lower bound.
    pub from: Option<u16>,
    /// Last year, inclusive; none for no upper bound.
    pub to: Option<u16>,
    /// What becomes of cooperations without any date.
    pub undated: Undated,
}

impl Years {
    /// The first and the last year that a link may ask for.
    pub const POSSIBLE: std::ops::RangeInclusive<u16> = 1000..=9999;

    /// A year of four digits.
    pub fn read(text: &str) -> Option<u16> {
        let digits = text.len() == 4 && text.bytes().all(|byte| byte.is_ascii_digit());
        let year = if digits { text.parse().ok() } else { None };
        year.filter(|year| Self::POSSIBLE.contains(year))
    }

    /// Whether it asks for nothing.
    pub fn is_empty(&self) -> bool {
        *self == Self::default()
    }

    /// Asks for other years. Whoever does wants dated cooperations, where only others were asked for.
    #[must_use]
    pub fn between(self, from: Option<u16>, to: Option<u16>) -> Self {
        let undated = match self.undated {
            Undated::Only => Undated::Included,
            undated => undated,
        };
        Self { from, to, undated }
    }

    /// The same years with the earlier bound first.
    #[must_use]
    pub fn ordered(self) -> Self {
        match (self.from, self.to) {
            (Some(from), Some(to)) if from > to => Self {
                from: Some(to),
                to: Some(from),
                undated: self.undated,
            },
            _ => self,
        }
    }
}

/// The years of a cooperation: the first and the last that its source states.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Term {
    /// 0 where there is no date at all.
    first: u16,
    last: u16,
    /// Whether its end is not stated, so that it may have gone on.
    open: bool,
}

impl Term {
    fn of(period: Period) -> Self {
        let year = PartialDate::year;
        match (period.start.map(year), period.end.map(year)) {
            // What is known at one end only counts in that year only.
            (Some(first), None) => Self {
                first,
                last: first,
                open: true,
            },
            (None, Some(last)) => Self {
                first: last,
                last,
                open: false,
            },
            (Some(first), Some(last)) => Self {
                first,
                last: last.max(first),
                open: false,
            },
            (None, None) => Self {
                first: 0,
                last: 0,
                open: false,
            },
        }
    }
}

/// How many cooperations run in each year.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Histogram {
    /// The year of the first number.
    pub first_year: u16,
    /// Whether the first number stands for all years before it as well.
    pub gathers: bool,
    /// For every year the cooperations whose stated term holds it.
    pub running: Vec<u32>,
    /// For every year the cooperations that began before it and whose end is not stated.
    pub perhaps: Vec<u32>,
    /// Number of cooperations without any date.
    pub undated: u32,
}

impl Histogram {
    /// At most so many years have a number of their own.
    pub const MOST_YEARS: u16 = 60;

    /// The year of the last number; none where no cooperation has a date.
    pub fn last_year(&self) -> Option<u16> {
        let after_first = u16::try_from(self.running.len().checked_sub(1)?).ok()?;
        Some(self.first_year + after_first)
    }

    /// The numbers of a year: how many run, and how many perhaps. A year before the first is among the first;
    /// one after the last has none.
    pub fn at(&self, year: u16) -> (u32, u32) {
        let position = usize::from(year.saturating_sub(self.first_year));
        let number = |numbers: &[u32]| numbers.get(position).copied().unwrap_or(0);
        (number(&self.running), number(&self.perhaps))
    }
}

/// The terms of all cooperations in years.
#[derive(Clone, Debug, Default)]
pub struct Terms {
    of_each: Vec<Term>,
    undated: Bitmap,
    /// The first and the last year of any; none where no cooperation has a date.
    span: Option<(u16, u16)>,
}

impl Terms {
    /// The terms of cooperations in the order of their keys.
    pub(super) fn new(periods: impl Iterator<Item = Period>) -> Self {
        let terms: Vec<Term> = periods.map(Term::of).collect();
        let mut undated = Bitmap::none(terms.len());
        let mut span: Option<(u16, u16)> = None;
        for (key, term) in crate::dataset::keys(terms.len()).zip(&terms) {
            if term.first == 0 {
                undated.set(key);
            } else {
                let (first, last) = span.unwrap_or((term.first, term.last));
                span = Some((first.min(term.first), last.max(term.last)));
            }
        }
        Self {
            of_each: terms,
            undated,
            span,
        }
    }

    /// The first and the last year in which any cooperation runs; none where none has a date.
    pub const fn span(&self) -> Option<(u16, u16)> {
        self.span
    }

    /// The cooperations without any date.
    pub const fn undated(&self) -> &Bitmap {
        &self.undated
    }

    /// The first and the last year of a cooperation as far as they are stated; none without any date.
    pub fn years_of(&self, key: CooperationKey) -> Option<(u16, u16)> {
        let term = self.of_each.get(key.index())?;
        (term.first > 0).then_some((term.first, term.last))
    }

    /// The cooperations that the range allows.
    pub(super) fn within(&self, years: Years) -> Bitmap {
        let Years { from, to, undated } = years.ordered();
        if undated == Undated::Only {
            return self.undated.clone();
        }
        let (from, to) = (from.unwrap_or(0), to.unwrap_or(u16::MAX));
        let mut within = Bitmap::none(self.of_each.len());
        for (key, term) in crate::dataset::keys(self.of_each.len()).zip(&self.of_each) {
            if term.first > 0 && term.first <= to && from <= term.last {
                within.set(key);
            }
        }
        if undated == Undated::Included {
            within.join(&self.undated);
        }
        within
    }

    /// For each year of the whole span how many of a set began in it or before it.
    pub fn begun(&self, of: &Bitmap) -> Vec<u32> {
        let Some((first_year, last_year)) = self.span else {
            return Vec::new();
        };
        let mut begun = vec![0; usize::from(last_year - first_year) + 1];
        for key in of {
            if let Some((first, _)) = self.years_of(key) {
                begun[usize::from(first - first_year)] += 1;
            }
        }
        let mut sum = 0;
        for year in &mut begun {
            sum += *year;
            *year = sum;
        }
        begun
    }

    /// How many of a set run in each year of the span, or of its last `most_years`.
    pub fn histogram(&self, of: &Bitmap, most_years: u16) -> Histogram {
        let undated = self.undated.count_both(of);
        let Some((earliest, last_year)) = self.span else {
            return Histogram {
                undated,
                ..Histogram::default()
            };
        };
        let first_year = earliest.max(last_year.saturating_sub(most_years.saturating_sub(1)));
        let length = usize::from(last_year - first_year) + 1;
        // Beginnings minus ends, summed up from year to year, are what runs.
        let (mut begins, mut ends, mut opens) = (vec![0; length], vec![0; length], vec![0; length]);
        let position = |year: u16| usize::from(year.saturating_sub(first_year));
        for key in of {
            let term = self.of_each[key.index()];
            if term.first > 0 {
                begins[position(term.first)] += 1;
                ends[position(term.last)] += 1;
                opens[position(term.first)] += u32::from(term.open);
            }
        }
        let mut histogram = Histogram {
            first_year,
            gathers: earliest < first_year,
            running: Vec::with_capacity(length),
            perhaps: Vec::with_capacity(length),
            undated,
        };
        let (mut running, mut perhaps) = (0_u32, 0_u32);
        for year in 0..length {
            running += begins[year];
            histogram.running.push(running);
            histogram.perhaps.push(perhaps);
            running -= ends[year];
            perhaps += opens[year];
        }
        histogram
    }
}
