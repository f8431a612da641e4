//! Guards numbers, dates, periods, amounts and lists as each language writes them.

use clusteratlas_core::domain::cooperation::{Funding, FundingQualifier};
use clusteratlas_core::domain::key_figure::{Comparator, KeyFigure};
use clusteratlas_core::domain::localized::{Language, Localized};
use clusteratlas_core::domain::partial_date::Period;
use clusteratlas_core::domain::source::Source;
use clusteratlas_core::locale::figures::{euros, value};
use clusteratlas_core::locale::format::{count, date, funding, list, number, period, years};
use clusteratlas_core::locale::texts;
use proptest::prelude::*;

use crate::property::cases;

#[track_caller]
fn check(note: &str, write: impl Fn(Language) -> String, german: &str, english: &str) {
    // Which kind of space parts a number from its unit is a matter of typesetting.
    let plain = |text: String| text.replace(['\u{a0}', '\u{202f}'], " ");
    assert_eq!(plain(write(Language::German)), german, "{note}");
    assert_eq!(plain(write(Language::English)), english, "{note}");
}

fn term(start: &str, end: &str) -> Period {
    Period {
        start: start.parse().ok(),
        end: end.parse().ok(),
    }
}

#[test]
fn thousands_are_separated() {
    let rows = [
        (0, "0", "0"),
        (7, "7", "7"),
        (999, "999", "999"),
        (1000, "1.000", "1,000"),
        (12_345, "12.345", "12,345"),
        (1_234_567, "1.234.567", "1,234,567"),
        (
            u64::MAX,
            "18.446.744.073.709.551.615",
            "18,446,744,073,709,551,615",
        ),
    ];
    for (value, german, english) in rows {
        check("a number", |language| number(value, language), german, english);
    }
    check("a count", |language| count(4321, language), "4.321", "4,321");
}

#[test]
fn dates_are_as_precise_as_they_are_known() {
    let rows = [
        ("2016", "2016", "2016"),
        ("2016-04", "April 2016", "April 2016"),
        ("2018-03-01", "1. März 2018", "1 March 2018"),
        ("2018-12-31", "31. Dezember 2018", "31 December 2018"),
        ("2018-01", "Januar 2018", "January 2018"),
    ];
    for (text, german, english) in rows {
        check(
            text,
            |language| date(text.parse().unwrap(), language),
            german,
            english,
        );
    }
}

#[test]
fn periods_say_what_is_known_of_them() {
    let rows = [
        ("2016", "2018", "2016 – 2018", "2016 – 2018"),
        (
            "2016-04",
            "2018-03-31",
            "April 2016 – 31. März 2018",
            "April 2016 – 31 March 2018",
        ),
        ("2016", "2016", "2016", "2016"),
        ("2016-05-04", "2016-05-04", "4. Mai 2016", "4 May 2016"),
        (
            "2016",
            "",
            "ab 2016, Ende nicht bekannt",
            "from 2016, end not known",
        ),
        ("", "2018-10", "bis Oktober 2018", "until October 2018"),
        ("", "", "", ""),
    ];
    for (start, end, german, english) in rows {
        let write = |language| period(term(start, end), language).unwrap_or_default();
        check(&format!("{start} to {end}"), write, german, english);
    }
}

#[test]
fn years_stand_for_a_period_in_narrow_places() {
    let rows = [
        ("2016-04", "2018", Some("2016–2018")),
        ("2016-04", "2016-11", Some("2016")),
        ("2016", "", Some("2016–?")),
        ("", "2018-03-31", Some("?–2018")),
        ("", "", None),
    ];
    for (start, end, expected) in rows {
        assert_eq!(years(term(start, end)).as_deref(), expected, "{start} to {end}");
    }
}

#[test]
fn amounts_keep_the_words_of_their_source() {
    let rows = [
        (4_000_000.0, FundingQualifier::Exact, "4.000.000 €", "€4,000,000"),
        (
            4_000_000.0,
            FundingQualifier::UpTo,
            "bis zu 4.000.000 €",
            "up to €4,000,000",
        ),
        (
            250_000.0,
            FundingQualifier::About,
            "rund 250.000 €",
            "about €250,000",
        ),
        (
            1_500.0,
            FundingQualifier::MoreThan,
            "mehr als 1.500 €",
            "more than €1,500",
        ),
        (999.5, FundingQualifier::Exact, "1.000 €", "€1,000"),
        (0.0, FundingQualifier::Exact, "0 €", "€0"),
        (-5.0, FundingQualifier::Exact, "0 €", "€0"),
        (f64::NAN, FundingQualifier::Exact, "0 €", "€0"),
    ];
    for (amount_eur, qualifier, german, english) in rows {
        let amount = Funding {
            amount_eur,
            qualifier,
        };
        check(
            &format!("{amount:?}"),
            |language| funding(amount, language),
            german,
            english,
        );
    }
}

#[test]
fn names_in_a_row_are_joined_by_and() {
    let rows: [(&[&str], &str, &str); 4] = [
        (&[], "", ""),
        (&["Jena"], "Jena", "Jena"),
        (&["Jena", "Halle"], "Jena und Halle", "Jena and Halle"),
        (
            &["Jena", "Halle", "Gera"],
            "Jena, Halle und Gera",
            "Jena, Halle and Gera",
        ),
    ];
    for (names, german, english) in rows {
        check("a list", |language| list(names, language), german, english);
    }
}

#[test]
fn counted_texts_agree_with_one_and_many() {
    let rows: [(usize, &str, &str); 3] = [
        (0, "0 Kooperationen", "0 cooperations"),
        (1, "1 Kooperation", "1 cooperation"),
        (1000, "1.000 Kooperationen", "1,000 cooperations"),
    ];
    for (n, german, english) in rows {
        check(
            "a count in words",
            |language| (texts(language).cooperations)(n),
            german,
            english,
        );
    }
}

#[test]
fn every_language_names_twelve_different_months() {
    for language in Language::ALL {
        let months: std::collections::BTreeSet<&str> = texts(language).months.into_iter().collect();
        assert_eq!(months.len(), 12, "{language}");
    }
}

#[test]
fn every_language_names_the_other() {
    check(
        "the switch",
        |language| texts(language).other_language.to_owned(),
        "English",
        "Deutsch",
    );
}

proptest! {
    #![proptest_config(cases(256))]

    #[test]
    fn a_written_number_is_its_digits_in_groups_of_three(value in any::<u64>()) {
        for language in Language::ALL {
            let text = number(value, language);
            let groups: Vec<&str> = text.split(['.', ',']).collect();
            prop_assert_eq!(groups.concat(), value.to_string());
            prop_assert!((1..=3).contains(&groups[0].len()));
            prop_assert!(groups[1..].iter().all(|group| group.len() == 3));
        }
    }
}

#[test]
fn key_figures_are_worded_as_their_source_words_them() {
    let figure = |amount: f64, unit: &str, comparator| KeyFigure {
        id: "figure".into(),
        label: Localized::default(),
        value: amount,
        unit: unit.into(),
        comparator,
        items: Box::default(),
        as_of: None,
        programme: None,
        source: Source {
            url: None,
            title: "Title".into(),
            publisher: None,
            published: None,
        },
    };
    let rows = [
        (
            figure(70.0, "%", Comparator::MoreThan),
            "mehr als 70 %",
            "more than 70%",
        ),
        (figure(12.5, "%", Comparator::About), "rund 12,5 %", "about 12.5%"),
        (
            figure(40e6, "EUR", Comparator::AtMost),
            "bis zu 40 Mio. €",
            "up to €40 million",
        ),
        (
            figure(13_000.0, "actors", Comparator::Exactly),
            "13.000 Akteure",
            "13,000 actors",
        ),
        (figure(2.0, "moons", Comparator::Exactly), "2 moons", "2 moons"),
    ];
    for (figure, german, english) in rows {
        check(
            "a key figure",
            |language| value(&figure, language),
            german,
            english,
        );
    }
}

#[test]
fn large_amounts_are_written_in_millions() {
    let rows = [
        (0.0, "0 €", "€0"),
        (999_999.4, "999.999 €", "€999,999"),
        (1_000_000.0, "1 Mio. €", "€1 million"),
        (6_254_999.0, "6,25 Mio. €", "€6.25 million"),
        (1_234_567_000.0, "1.234,57 Mio. €", "€1,234.57 million"),
    ];
    for (amount, german, english) in rows {
        check("an amount", |language| euros(amount, language), german, english);
    }
}
