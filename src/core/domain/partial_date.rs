//! Dates as precise as their source states them, and periods between them.

use std::fmt;
use std::str::FromStr;

use thiserror::Error;

/// A year, a month or a day of the Gregorian calendar, as far as it is known.
///
/// ```
/// use clusteratlas_core::domain::partial_date::PartialDate;
///
/// let date: PartialDate = "2016-04".parse()?;
/// assert_eq!((date.year(), date.month(), date.day()), (2016, Some(4), None));
/// assert_eq!(date.to_string(), "2016-04");
/// assert!("2016-02-30".parse::<PartialDate>().is_err());
/// # Ok::<(), clusteratlas_core::domain::partial_date::PartialDateError>(())
/// ```
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct PartialDate {
    year: u16,
    /// 1 to 12, or 0 where only the year is known.
    month: u8,
    /// 1 to 31, or 0 where the day is not known.
    day: u8,
}

/// Why a text is no date.
#[derive(Clone, Debug, Error, PartialEq, Eq)]
#[error("not a date like 2016, 2016-04 or 2016-04-13: {0:?}")]
pub struct PartialDateError(pub String);

impl PartialDate {
    /// The year, 1000 to 9999.
    pub const fn year(self) -> u16 {
        self.year
    }

    /// The month, 1 to 12, if it is known.
    pub const fn month(self) -> Option<u8> {
        if self.month == 0 { None } else { Some(self.month) }
    }

    /// The day of the month, 1 to 31, if it is known.
    pub const fn day(self) -> Option<u8> {
        if self.day == 0 { None } else { Some(self.day) }
    }

    /// Whether this date is certainly after `other`, compared at the precision that both share.
    pub fn is_after(self, other: Self) -> bool {
        if self.year != other.year || self.month == 0 || other.month == 0 {
            return self.year > other.year;
        }
        if self.month != other.month || self.day == 0 || other.day == 0 {
            return self.month > other.month;
        }
        self.day > other.day
    }
}

const fn days_in_month(year: u16, month: u8) -> u8 {
    match month {
        2 if year.is_multiple_of(4) && (!year.is_multiple_of(100) || year.is_multiple_of(400)) => 29,
        2 => 28,
        4 | 6 | 9 | 11 => 30,
        _ => 31,
    }
}

impl FromStr for PartialDate {
    type Err = PartialDateError;

    fn from_str(text: &str) -> Result<Self, PartialDateError> {
        parse(text).ok_or_else(|| PartialDateError(text.to_owned()))
    }
}

fn parse(text: &str) -> Option<PartialDate> {
    let mut parts = text.split('-');
    let year: u16 = digits(parts.next()?, 4)?.try_into().ok()?;
    let month = parts
        .next()
        .map_or(Some(0), |month| digits(month, 2).filter(|m| (1..=12).contains(m)))?;
    let month: u8 = month.try_into().ok()?;
    let longest = u32::from(days_in_month(year, month));
    let day = parts.next().map_or(Some(0), |day| {
        digits(day, 2).filter(|d| (1..=longest).contains(d))
    })?;
    let complete = parts.next().is_none() && year >= 1000;
    complete.then_some(PartialDate {
        year,
        month,
        day: day.try_into().ok()?,
    })
}

/// The number that exactly `length` ASCII digits stand for.
fn digits(text: &str, length: usize) -> Option<u32> {
    let plain = text.len() == length && text.bytes().all(|byte| byte.is_ascii_digit());
    if plain { text.parse().ok() } else { None }
}

impl fmt::Display for PartialDate {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:04}", self.year)?;
        if self.month != 0 {
            write!(f, "-{:02}", self.month)?;
        }
        if self.day != 0 {
            write!(f, "-{:02}", self.day)?;
        }
        Ok(())
    }
}

impl fmt::Debug for PartialDate {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}

/// From when to when, as far as a source states it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Period {
    /// First day, month or year.
    pub start: Option<PartialDate>,
    /// Last day, month or year; unknown also where there is no stated end.
    pub end: Option<PartialDate>,
}

/// Whether something was running at a date.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Status {
    /// Started, and its stated end not passed.
    Running,
    /// Its stated end has passed.
    Ended,
    /// The source states too little.
    Unknown,
}

impl Status {
    /// All, in the order in which they are offered.
    pub const ALL: [Self; 3] = [Self::Running, Self::Ended, Self::Unknown];

    /// The word in links: `running`, `ended` or `unknown`.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Running => "running",
            Self::Ended => "ended",
            Self::Unknown => "unknown",
        }
    }
}

impl Period {
    /// The status on `date`: a start without an end says nothing about today, so it is unknown.
    pub fn status_on(self, date: PartialDate) -> Status {
        match self {
            Self { end: Some(end), .. } if date.is_after(end) => Status::Ended,
            Self {
                start: Some(start),
                end: Some(_),
            } if !start.is_after(date) => Status::Running,
            _ => Status::Unknown,
        }
    }
}
