//! Guards ids and the closed lists of codes: what has their form, and that every code leads back.

use std::fmt::Debug;

use clusteratlas_core::domain::cluster::Cluster;
use clusteratlas_core::domain::cooperation::FundingQualifier;
use clusteratlas_core::domain::country::{Continent, CountryCode};
use clusteratlas_core::domain::federal_state::FederalState;
use clusteratlas_core::domain::id::Id;
use clusteratlas_core::domain::key_figure::Comparator;
use clusteratlas_core::domain::localized::{Language, Localized};
use clusteratlas_core::domain::place::Precision;
use clusteratlas_core::domain::programme::FunderLevel;
use clusteratlas_core::domain::theme::Field;
use proptest::prelude::*;

use crate::property::cases;

#[test]
fn ids_are_lower_case_words_joined_by_single_hyphens() {
    let rows = [
        (true, "biosaxony", "a word"),
        (true, "it-sachsen", "two words"),
        (true, "4", "a digit"),
        (true, "2-b-3", "digits and letters"),
        (false, "", "nothing"),
        (false, "-", "no word"),
        (false, "-a", "a hyphen at the beginning"),
        (false, "a-", "a hyphen at the end"),
        (false, "a--b", "two hyphens"),
        (false, "IT", "capital letters"),
        (false, "äöü", "not ASCII"),
        (false, "a b", "white space"),
        (false, "a\n", "a line break"),
        (false, "a_b", "an underscore"),
        (false, "a/../b", "a path"),
        (false, "a&b=c", "what would part a link"),
        (false, "none", "what links use for what is not stated"),
        (true, "none-at-all", "a word among others"),
    ];
    let (longest, longer) = ("a".repeat(120), "a".repeat(121));
    let lengths = [
        (true, &*longest, "as long as links carry"),
        (false, &*longer, "longer"),
    ];
    for (expected, text, note) in rows.into_iter().chain(lengths) {
        assert_eq!(text.parse::<Id<Cluster>>().is_ok(), expected, "{note}: {text:?}");
    }
}

#[test]
fn country_codes_are_two_capital_letters() {
    let rows = [
        (true, "DE", "Germany"),
        (true, "ZZ", "of the form, whoever uses it"),
        (false, "de", "small letters"),
        (false, "D", "one letter"),
        (false, "DEU", "three letters"),
        (false, "", "nothing"),
        (false, "D3", "a digit"),
        (false, "Ä", "two bytes of one letter"),
    ];
    for (expected, text, note) in rows {
        assert_eq!(text.parse::<CountryCode>().is_ok(), expected, "{note}: {text:?}");
    }
    assert_eq!(CountryCode::GERMANY.to_string(), "DE");
}

#[test]
fn there_are_sixteen_states_in_the_order_of_the_german_alphabet() {
    // The alphabet takes ä for a and ü for u.
    let folded = |name: &str| name.replace('ü', "u").replace('ä', "a");
    let names = FederalState::ALL.map(|state| folded(state.name(Language::German)));
    assert!(names.is_sorted(), "{names:?}");
    for (position, state) in FederalState::ALL.into_iter().enumerate() {
        assert_eq!(state.index(), position, "{state}");
        assert_eq!(state.code().parse(), Ok(state));
        assert!(!state.name(Language::English).is_empty(), "{state}");
    }
}

#[test]
fn a_state_is_known_by_its_exact_code_only() {
    let rows = [
        ("DE", "the country"),
        ("SN", "without the country"),
        ("de-sn", "small letters"),
        ("DE-SN ", "white space"),
        ("AT-9", "a state elsewhere"),
        ("Sachsen", "a name"),
    ];
    for (text, note) in rows {
        assert!(text.parse::<FederalState>().is_err(), "{note}");
    }
}

#[test]
fn every_code_leads_back_to_what_it_stands_for() {
    check(&Continent::ALL, Continent::code, Continent::from_code);
    check(&Precision::ALL, Precision::code, Precision::from_code);
    check(&FunderLevel::ALL, FunderLevel::code, FunderLevel::from_code);
    check(&Field::ALL, Field::code, Field::from_code);
    check(
        &FundingQualifier::ALL,
        FundingQualifier::code,
        FundingQualifier::from_code,
    );
    check(&Language::ALL, Language::code, |code| code.parse().ok());
}

#[track_caller]
fn check<T: Copy + Debug + PartialEq>(
    all: &[T],
    code: fn(T) -> &'static str,
    from_code: fn(&str) -> Option<T>,
) {
    for &one in all {
        assert_eq!(from_code(code(one)), Some(one));
        assert_eq!(from_code(&code(one).to_uppercase()), None, "{one:?} in capitals");
    }
    for nothing in ["", "unknown", "none"] {
        assert_eq!(from_code(nothing), None, "{nothing:?}");
    }
}

#[test]
fn comparators_are_known_by_their_signs() {
    let rows = [
        ("=", Some(Comparator::Exactly)),
        (">", Some(Comparator::MoreThan)),
        ("~", Some(Comparator::About)),
        ("<=", Some(Comparator::AtMost)),
        ("<", None),
        ("", None),
    ];
    for (sign, expected) in rows {
        assert_eq!(Comparator::from_sign(sign), expected, "{sign:?}");
    }
}

#[test]
fn fields_stand_at_their_position() {
    for (position, field) in Field::ALL.into_iter().enumerate() {
        assert_eq!(field.index(), position);
    }
}

#[test]
fn german_is_for_whoever_prefers_any_german() {
    let rows = [
        ("de", Language::German, "German"),
        ("de-AT", Language::German, "Austrian German"),
        ("de_CH", Language::German, "as some systems write it"),
        ("DE", Language::German, "capitals"),
        ("de-Latn-DE-1996", Language::German, "with everything"),
        ("en-GB", Language::English, "English"),
        ("fr", Language::English, "neither"),
        ("den", Language::English, "Slave, which only begins like German"),
        ("", Language::English, "nothing"),
        ("-de", Language::English, "no language"),
    ];
    for (tag, expected, note) in rows {
        assert_eq!(Language::for_preference(tag), expected, "{note}: {tag:?}");
    }
}

#[test]
fn a_localized_value_gives_the_one_of_the_language() {
    let both = Localized { de: 1, en: 2 };
    assert_eq!(
        (both.get(Language::German), both.get(Language::English)),
        (&1, &2)
    );
}

proptest! {
    #![proptest_config(cases(256))]

    #[test]
    fn an_id_is_written_as_it_is_read(text in "[a-z0-9]{1,8}(-[a-z0-9]{1,8}){0,3}") {
        let id: Id<Cluster> = text.parse().unwrap();
        prop_assert_eq!(id.as_str(), &text);
        prop_assert_eq!(id.to_string(), text);
    }

    #[test]
    fn a_country_code_is_written_as_it_is_read(text in "\\PC{0,3}|[A-Z]{1,3}") {
        if let Ok(code) = text.parse::<CountryCode>() {
            prop_assert_eq!(code.to_string(), text);
        }
    }
}
