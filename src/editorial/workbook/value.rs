//! A cell -> the value of a field, and what was strange about it.

use clusteratlas_core::domain::partial_date::PartialDate;
use serde_json::{Number, Value};

use crate::authored::field::{Field, Kind};

use super::cell::Cell;

/// What is strange about a cell that could be read all the same, or not.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Oddity {
    /// A number where a text belongs: zeros before it are gone.
    NumberForText,
    /// A text that is a number.
    TextForNumber,
    /// A day where a text belongs.
    DayForText,
    /// A date in another form than year, month and day.
    OtherDate,
    /// The spreadsheet could not compute it; there is no value.
    Failure,
}

/// Days of the calendar begin here in text; whole numbers in this range are years.
const YEARS: std::ops::RangeInclusive<f64> = 1000.0..=9999.0;

/// The value that a field has by its cell.
pub fn value(field: &Field, cell: &Cell) -> (Value, Option<Oddity>) {
    match (field.kind, cell) {
        (_, Cell::Failure(_)) => (Value::Null, Some(Oddity::Failure)),
        (Kind::Number, Cell::Number(number)) => (written(*number), None),
        (Kind::Number, Cell::Text(text)) => match number(text) {
            Some(number) => (written(number), Some(Oddity::TextForNumber)),
            None => (text.clone().into(), None),
        },
        (Kind::Date, Cell::Number(number)) if YEARS.contains(number) && number.fract() == 0.0 => {
            (words(*number).into(), None)
        }
        (Kind::Date, Cell::Day(day)) => (day.clone().into(), None),
        (Kind::Date, Cell::Text(text)) => match date(text.trim()) {
            Some(date) => (date.into(), Some(Oddity::OtherDate)),
            None => (text.trim().into(), None),
        },
        (Kind::Many(kind), Cell::Text(text)) => {
            let items = items(text).into_iter();
            (items.map(|item| own(*kind, item)).collect(), None)
        }
        (Kind::Many(_), Cell::Number(number)) => (
            vec![Value::from(words(*number))].into(),
            Some(Oddity::NumberForText),
        ),
        (Kind::Many(_), Cell::Day(day)) => (vec![Value::from(day.clone())].into(), Some(Oddity::DayForText)),
        (kind, Cell::Text(text)) => (own(kind, text.clone()).into(), None),
        (_, Cell::Number(number)) => (words(*number).into(), Some(Oddity::NumberForText)),
        (_, Cell::Day(day)) => (day.clone().into(), Some(Oddity::DayForText)),
    }
}

/// Blanks around a code or address are never meant; in words for readers they stay.
fn own(kind: Kind, text: String) -> String {
    match kind {
        Kind::Text | Kind::Words => text,
        _ => text.trim().to_owned(),
    }
}

/// The items of a list in one cell: between semicolons, without the blanks around them. A character after a backslash
/// is taken as it is.
fn items(text: &str) -> Vec<String> {
    let mut items = vec![Item::default()];
    let mut characters = text.chars();
    while let Some(character) = characters.next() {
        match character {
            ';' => items.push(Item::default()),
            '\\' => {
                if let (Some(item), Some(next)) = (items.last_mut(), characters.next()) {
                    item.push(next, true);
                }
            }
            other => {
                if let Some(item) = items.last_mut() {
                    item.push(other, false);
                }
            }
        }
    }
    items
        .into_iter()
        .map(Item::finished)
        .filter(|item| !item.is_empty())
        .collect()
}

#[derive(Default)]
struct Item {
    text: String,
    /// As many bytes of the text stay, whatever they are.
    kept: usize,
}

impl Item {
    fn push(&mut self, character: char, keep: bool) {
        let is_blank_before = self.text.is_empty() && character.is_whitespace();
        if keep || !is_blank_before {
            self.text.push(character);
        }
        if keep || !character.is_whitespace() {
            self.kept = self.text.len();
        }
    }

    fn finished(mut self) -> String {
        self.text.truncate(self.kept);
        self.text
    }
}

/// A number as JSON: whole ones without a point.
fn written(number: f64) -> Value {
    const WHOLE: f64 = 9_007_199_254_740_992.0;
    if number.fract() == 0.0 && number.abs() < WHOLE {
        // Within this range the text of a whole number is exact.
        if let Ok(whole) = format!("{number:.0}").parse::<i64>() {
            return whole.into();
        }
    }
    Number::from_f64(number).map_or(Value::Null, Value::Number)
}

fn words(number: f64) -> String {
    written(number).to_string()
}

/// A number as people write it: with a point or a comma before its decimals, and marks between its thousands.
fn number(text: &str) -> Option<f64> {
    let plain: String = text
        .trim()
        .chars()
        .filter(|c| !matches!(c, '\u{a0}' | '\u{202f}' | ' ' | '€'))
        .collect();
    let (points, commas) = (plain.matches('.').count(), plain.matches(',').count());
    let decimal = match (points, commas) {
        (_, 1) if plain.rfind(',') > plain.rfind('.') => plain.replace('.', "").replace(',', "."),
        (1, _) if plain.rfind('.') > plain.rfind(',') => plain.replace(',', ""),
        (2.., 0) => plain.replace('.', ""),
        (0, 2..) => plain.replace(',', ""),
        _ => plain,
    };
    let is_number = decimal
        .bytes()
        .all(|byte| byte.is_ascii_digit() || b"+-.".contains(&byte));
    decimal.parse().ok().filter(|_| is_number)
}

/// A date in the order of day, month and year, or month and year, as year, month and day; none for what is no such
/// date.
fn date(text: &str) -> Option<String> {
    let parts: Vec<&str> = text.split(['.', '/']).map(str::trim).collect();
    let numbers: Option<Vec<u16>> = parts.iter().map(|part| part.parse().ok()).collect();
    let written = match numbers?.as_slice() {
        // Days with slashes may be months.
        [day, month, year] if text.contains('.') => format!("{year:04}-{month:02}-{day:02}"),
        [month, year] => format!("{year:04}-{month:02}"),
        _ => return None,
    };
    written.parse::<PartialDate>().ok().map(|date| date.to_string())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_read_as_people_write_them() {
        let cases = [
            ("51,34", Some(51.34)),
            ("51.34", Some(51.34)),
            ("1.250.000", Some(1_250_000.0)),
            ("1.250.000,50 €", Some(1_250_000.5)),
            ("1,250,000.5", Some(1_250_000.5)),
            ("-73,12", Some(-73.12)),
            ("rund 5", None),
            ("inf", None),
            ("", None),
        ];
        for (text, expected) in cases {
            assert_eq!(number(text), expected, "{text}");
        }
    }

    #[test]
    fn dates_are_read_where_their_order_is_clear() {
        let cases = [
            ("13.04.2018", Some("2018-04-13")),
            ("4/2016", Some("2016-04")),
            ("04.2016", Some("2016-04")),
            ("13/04/2018", None),
            ("31.02.2018", None),
            ("2016-04", None),
            ("2016", None),
        ];
        for (text, expected) in cases {
            assert_eq!(date(text).as_deref(), expected, "{text}");
        }
    }

    #[test]
    fn lists_are_parted_at_semicolons_without_a_backslash() {
        assert_eq!(items("health; biotech;"), ["health", "biotech"]);
        assert_eq!(items(r"a\;b ;c\\"), ["a;b", r"c\"]);
        assert_eq!(items(r"\ a\ ; b"), [" a ", "b"]);
        assert!(items(" ; ").is_empty());
    }
}
