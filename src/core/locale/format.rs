//! Numbers, dates, periods and amounts as each language writes them.

use crate::domain::cooperation::{Funding, FundingQualifier};
use crate::domain::localized::Language;
use crate::domain::partial_date::{PartialDate, Period};

use super::texts;

/// A whole number with separated thousands.
///
/// ```
/// use clusteratlas_core::{domain::localized::Language, locale::format::number};
///
/// assert_eq!(number(1234, Language::German), "1.234");
/// assert_eq!(number(1234, Language::English), "1,234");
/// ```
pub fn number(value: u64, language: Language) -> String {
    let separator = match language {
        Language::German => '.',
        Language::English => ',',
    };
    let digits = value.to_string();
    let mut text = String::with_capacity(digits.len() + digits.len() / 3);
    for (position, digit) in digits.chars().enumerate() {
        if position > 0 && (digits.len() - position).is_multiple_of(3) {
            text.push(separator);
        }
        text.push(digit);
    }
    text
}

/// A count with separated thousands.
pub fn count(value: usize, language: Language) -> String {
    number(value as u64, language)
}

/// A date in words, as precise as it is known: `13. April 2018`, `April 2016`, `2016`.
pub fn date(date: PartialDate, language: Language) -> String {
    let months = texts(language).months;
    let year = date.year();
    match (
        date.month().and_then(|month| months.get(usize::from(month) - 1)),
        date.day(),
    ) {
        (Some(month), Some(day)) => match language {
            Language::German => format!("{day}. {month} {year}"),
            Language::English => format!("{day} {month} {year}"),
        },
        (Some(month), None) => format!("{month} {year}"),
        (None, _) => year.to_string(),
    }
}

/// A period in words; none where neither start nor end is known.
pub fn period(period: Period, language: Language) -> Option<String> {
    let texts = texts(language);
    match period {
        Period {
            start: Some(start),
            end: Some(end),
        } if start == end => Some(date(start, language)),
        Period {
            start: Some(start),
            end: Some(end),
        } => Some(format!("{} – {}", date(start, language), date(end, language))),
        Period {
            start: Some(start),
            end: None,
        } => Some((texts.from_date)(&date(start, language))),
        Period {
            start: None,
            end: Some(end),
        } => Some((texts.until_date)(&date(end, language))),
        Period {
            start: None,
            end: None,
        } => None,
    }
}

/// The years of a period, for narrow places: `2016–2018`, `2016`, `2016–?`; none where it is unknown.
pub fn years(period: Period) -> Option<String> {
    match (
        period.start.map(PartialDate::year),
        period.end.map(PartialDate::year),
    ) {
        (Some(start), Some(end)) if start == end => Some(start.to_string()),
        (Some(start), Some(end)) => Some(format!("{start}–{end}")),
        (Some(start), None) => Some(format!("{start}–?")),
        (None, Some(end)) => Some(format!("?–{end}")),
        (None, None) => None,
    }
}

/// An amount of money with the qualifier of its source: `bis zu 4.000.000 €`.
pub fn funding(funding: Funding, language: Language) -> String {
    // Sources state whole euros; a negative or broken amount would show as 0.
    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "saturates"
    )]
    let euros = number(funding.amount_eur.round() as u64, language);
    let amount = match language {
        Language::German => format!("{euros} €"),
        Language::English => format!("€{euros}"),
    };
    let texts = texts(language);
    match funding.qualifier {
        FundingQualifier::Exact => amount,
        FundingQualifier::UpTo => format!("{} {amount}", texts.up_to),
        FundingQualifier::About => format!("{} {amount}", texts.about_amount),
        FundingQualifier::MoreThan => format!("{} {amount}", texts.more_than),
    }
}

/// Names in a row: `A`, `A und B`, `A, B und C`.
pub fn list(names: &[&str], language: Language) -> String {
    match names {
        [] => String::new(),
        [one] => (*one).to_owned(),
        [first @ .., last] => format!("{} {} {last}", first.join(", "), texts(language).and),
    }
}
