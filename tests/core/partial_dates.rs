//! Guards dates as precise as their source: what is a date, which of two is later, and status by term.

use clusteratlas_core::domain::partial_date::{PartialDate, Period, Status};
use proptest::prelude::*;

use crate::property::cases;

#[track_caller]
fn date(text: &str) -> PartialDate {
    text.parse().unwrap()
}

fn dates() -> impl Strategy<Value = String> {
    let month = prop::option::of((1_u8..=12, prop::option::of(1_u8..=28)));
    (1000_u16..=9999, month).prop_map(|(year, month)| match month {
        None => format!("{year}"),
        Some((month, None)) => format!("{year}-{month:02}"),
        Some((month, Some(day))) => format!("{year}-{month:02}-{day:02}"),
    })
}

#[test]
fn only_days_of_the_calendar_are_dates() {
    let rows = [
        (true, "1000", "the first year"),
        (true, "9999-12-31", "the last day"),
        (true, "2016-02-29", "a leap year"),
        (false, "2015-02-29", "no leap year"),
        (false, "1900-02-29", "a century without leap day"),
        (true, "2000-02-29", "a century with leap day"),
        (false, "2016-02-30", "no month has it"),
        (true, "2016-04-30", "the last of a short month"),
        (false, "2016-04-31", "one more"),
        (true, "2016-07-31", "the last of a long month"),
        (false, "2016-07-32", "one more"),
        (false, "2016-00", "no month"),
        (false, "2016-13", "a thirteenth month"),
        (false, "2016-04-00", "no day"),
        (false, "0999", "before the first year"),
        (false, "0000-01-01", "year 0"),
        (false, "", "nothing"),
        (false, "-", "no digits"),
        (false, "2016-", "a month is announced"),
        (false, "2016-04-", "a day is announced"),
        (false, "2016-4", "a month of one digit"),
        (false, "2016-04-1", "a day of one digit"),
        (false, "2016-04-13-1", "too much"),
        (false, "2016-04-13T00:00:00Z", "a point in time"),
        (false, " 2016", "white space"),
        (false, "+2016", "a sign"),
        (false, "-2016", "a sign that looks like a separator"),
        (false, "20160413", "without separators"),
        (false, "2016/04/13", "other separators"),
        (false, "٢٠١٦", "digits that are not ASCII"),
        (false, "13.04.2016", "German order"),
    ];
    for (expected, text, note) in rows {
        assert_eq!(text.parse::<PartialDate>().is_ok(), expected, "{note}: {text:?}");
    }
}

#[test]
fn a_date_later_at_the_precision_that_both_share_is_after_the_other() {
    let rows = [
        ("2017", "2016", "years"),
        ("2017", "2016-12-31", "a year and a day before it"),
        ("2017-01-01", "2016", "a day and the year before it"),
        ("2016-05", "2016-04", "months"),
        ("2016-05", "2016-04-30", "a month and a day before it"),
        ("2016-05-01", "2016-04", "a day and the month before it"),
        ("2016-04-14", "2016-04-13", "days"),
        ("2017-01-01", "2016-12-31", "a day over the turn of the year"),
    ];
    for (later, earlier, note) in rows {
        assert!(date(later).is_after(date(earlier)), "{note}");
        assert!(
            !date(earlier).is_after(date(later)),
            "{note}, the other way round"
        );
    }
}

#[test]
fn dates_that_may_be_the_same_are_not_after_each_other() {
    let rows = [
        ("2016", "2016-04", "a month in the year"),
        ("2016", "2016-12-31", "the last day of the year"),
        ("2016-04", "2016-04-30", "the last day of the month"),
        ("2016-04-13", "2016-04-13", "the same day"),
    ];
    for (a, b, note) in rows {
        assert!(!date(a).is_after(date(b)), "{note}");
        assert!(!date(b).is_after(date(a)), "{note}, the other way round");
    }
}

#[test]
fn the_status_follows_from_the_term_and_the_date() {
    let rows = [
        ("2016", "2018", "2017", Status::Running, "between"),
        (
            "2016",
            "2018",
            "2016",
            Status::Running,
            "in the year of the start",
        ),
        (
            "2016-06",
            "2018",
            "2016",
            Status::Running,
            "the year of the start, precision shared",
        ),
        ("2016", "2018", "2018-12-31", Status::Running, "on the last day"),
        ("2016", "2018", "2019-01-01", Status::Ended, "on the day after"),
        (
            "2016",
            "2018-03",
            "2018-04-01",
            Status::Ended,
            "in the month after",
        ),
        (
            "2016",
            "2018-03",
            "2018",
            Status::Running,
            "perhaps before the end",
        ),
        (
            "2016",
            "2018-03-31",
            "2018-03-31",
            Status::Running,
            "on the last day of three",
        ),
        ("2021", "2022", "2020-06-30", Status::Unknown, "before the start"),
        ("2016", "", "2020", Status::Unknown, "a start without an end"),
        (
            "2020",
            "",
            "2020",
            Status::Unknown,
            "a start of this year without an end",
        ),
        ("", "2018", "2020", Status::Ended, "only an end, passed"),
        ("", "2022", "2020", Status::Unknown, "only an end, to come"),
        ("", "", "2020", Status::Unknown, "no date at all"),
    ];
    for (start, end, on, expected, note) in rows {
        let period = Period {
            start: start.parse().ok(),
            end: end.parse().ok(),
        };
        assert_eq!(period.status_on(date(on)), expected, "{note}");
    }
}

proptest! {
    #![proptest_config(cases(512))]

    #[test]
    fn a_date_is_written_as_it_is_read(text in dates()) {
        prop_assert_eq!(date(&text).to_string(), text);
    }

    #[test]
    fn the_parts_of_a_date_are_those_of_its_text(text in dates()) {
        let parsed = date(&text);
        let parts: Vec<u16> = text.split('-').map(|part| part.parse().unwrap()).collect();
        prop_assert_eq!(Some(&parsed.year()), parts.first());
        prop_assert_eq!(parsed.month().map(u16::from), parts.get(1).copied());
        prop_assert_eq!(parsed.day().map(u16::from), parts.get(2).copied());
    }

    #[test]
    fn no_text_is_read_as_another_date(text in "[0-9]{3,5}(-[0-9]{1,2}){0,3}|\\PC{0,12}") {
        if let Ok(parsed) = text.parse::<PartialDate>() {
            prop_assert_eq!(parsed.to_string(), text);
        }
    }

    #[test]
    fn being_after_goes_one_way(a in dates(), b in dates()) {
        let (a, b) = (date(&a), date(&b));
        prop_assert!(!(a.is_after(b) && b.is_after(a)));
        if a.is_after(b) {
            prop_assert!(a > b, "the order of dates agrees");
        }
    }
}
