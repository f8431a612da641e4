//! Guards the orders of the list against the plainest way to sort by the same, and the alphabet of names.

use std::cmp::{Ordering, Reverse};

use clusteratlas_core::domain::cooperation::CooperationKey;
use clusteratlas_core::domain::localized::Language;
use clusteratlas_core::fold::add_alphabetic;
use clusteratlas_core::query::ranking::Order;
use clusteratlas_core::query::sort::{Column, Sort};
use proptest::collection::vec;
use proptest::prelude::*;
use serde_json::{Value, json};

use crate::atlas::{Map, random};
use crate::property::cases;

/// Letters whose order is easily lost, and what stands between words.
const PIECES: [&str; 22] = [
    "a", "A", "ä", "Ä", "b", "e", "é", "o", "ö", "Ø", "s", "ß", "ss", "z", "Ž", "2", "10", " ", "-", "„",
    ".", "œ",
];

/// What the pieces count as, one after the other.
const PLAIN: [&str; 22] = [
    "a", "a", "a", "a", "b", "e", "e", "o", "o", "o", "s", "ss", "ss", "z", "z", "2", "10", " ", " ", " ",
    " ", "oe",
];

fn name() -> impl Strategy<Value = String> {
    let pieces = vec(prop::sample::select(&PIECES[..]), 1..6);
    // A name must hold something to read.
    pieces.prop_map(|pieces| format!("{}x", pieces.concat()))
}

/// A dataset whose names in both languages are taken from a few.
fn named() -> impl Strategy<Value = Value> {
    let names = vec((name(), name()), 1..12);
    (random(40), names).prop_map(|(mut atlas, names)| {
        let mut next = names.iter().cycle();
        for (list, field) in [
            ("cooperations", "title"),
            ("places", "name"),
            ("themes", "name"),
            ("programmes", "name"),
            ("countries", "name"),
            ("clusters", ""),
        ] {
            for record in atlas[list].as_array_mut().unwrap() {
                let (de, en) = next.next().unwrap();
                if field.is_empty() {
                    record["name"] = json!(de);
                } else {
                    record[format!("{field}_de")] = json!(de);
                    record[format!("{field}_en")] = json!(en);
                }
            }
        }
        atlas
    })
}

/// A name as the alphabet counts it, by the list of pieces, and the name itself.
fn alphabetic(name: &str) -> (String, String) {
    let mut plain = String::new();
    let mut rest = name;
    while !rest.is_empty() {
        let found = PIECES
            .iter()
            .zip(PLAIN)
            .filter(|(piece, _)| rest.starts_with(**piece));
        // `ss` is found by its letters, `10` as a whole.
        let (piece, letters) = found.max_by_key(|(piece, _)| piece.len()).unwrap_or((&"x", "x"));
        plain += letters;
        rest = &rest[piece.len()..];
    }
    (
        plain.split_whitespace().collect::<Vec<_>>().join(" "),
        name.to_owned(),
    )
}

/// What a cooperation is sorted by; `None` where it is not known.
fn value(
    map: &Map,
    column: Column,
    language: Language,
    key: CooperationKey,
) -> Option<Vec<(String, String)>> {
    let dataset = &map.dataset;
    let cooperation = dataset.cooperation(key);
    let once = |mut names: Vec<Vec<(String, String)>>| {
        let mut seen = Vec::new();
        names.retain(|name| {
            let first = !seen.contains(name);
            seen.push(name.clone());
            first
        });
        names.concat()
    };
    let value = match column {
        Column::Title => vec![alphabetic(cooperation.title.get(language))],
        Column::Clusters => {
            let clusters = cooperation.clusters.iter();
            once(
                clusters
                    .map(|&key| vec![alphabetic(dataset.cluster(key).label())])
                    .collect(),
            )
        }
        Column::Partners => {
            let partners = cooperation.partners.iter().map(|partner| {
                let place = dataset.place(partner.place);
                let country = place.country.map(|key| dataset.country(key).name.get(language));
                vec![
                    alphabetic(place.name.get(language)),
                    country.map(|name| alphabetic(name)).unwrap_or_default(),
                ]
            });
            once(partners.collect())
        }
        Column::Themes => {
            let themes = cooperation.themes.iter();
            once(
                themes
                    .map(|&key| vec![alphabetic(dataset.theme(key).name.get(language))])
                    .collect(),
            )
        }
        Column::Programme => {
            let programme = cooperation.programme.iter();
            programme
                .map(|&key| alphabetic(dataset.programme(key).name.get(language)))
                .collect()
        }
        Column::Start => {
            let start = cooperation.period.start.iter();
            start.map(|start| (start.to_string(), String::new())).collect()
        }
    };
    (!value.is_empty()).then_some(value)
}

fn naive(map: &Map, sort: Sort, language: Language) -> Vec<CooperationKey> {
    let everything = map.set(&map.everything());
    let mut order: Vec<CooperationKey> = map.index.latest_first(&everything).collect();
    let value = |&key: &CooperationKey| value(map, sort.column, language, key);
    order.sort_by(|a, b| match (value(a), value(b)) {
        (Some(a), Some(b)) if sort.descending => b.cmp(&a),
        (Some(a), Some(b)) => a.cmp(&b),
        (a, b) => Reverse(a.is_some()).cmp(&Reverse(b.is_some())),
    });
    order
}

proptest! {
    #![proptest_config(cases(48))]

    #[test]
    fn every_order_is_that_of_a_plain_sort(atlas in named(), chosen in vec(any::<prop::sample::Index>(), 0..30)) {
        let map = Map::of(&atlas);
        let everything = map.everything();
        let mut some = Vec::new();
        if !everything.is_empty() {
            some.extend(chosen.iter().map(|index| everything[index.index(everything.len())]));
        }
        for language in Language::ALL {
            for sort in Sort::all() {
                let order = Order::build(&map.dataset, &map.index, sort.column, language);
                let all: Vec<CooperationKey> = order.of(&map.set(&everything), sort).collect();
                let expected = naive(&map, sort, language);
                prop_assert_eq!(&all, &expected, "{} in {:?}", sort, language);
                let chosen: Vec<CooperationKey> = order.of(&map.set(&some), sort).collect();
                let expected: Vec<CooperationKey> =
                    expected.into_iter().filter(|key| some.contains(key)).collect();
                prop_assert_eq!(chosen, expected);
            }
        }
    }
}

#[test]
fn the_latest_first_is_the_usual_order() {
    let sort = Sort::default();
    assert_eq!((sort.column, sort.descending), (Column::Start, true));
    assert_eq!(Sort::all().count(), 12);
    assert!(!Sort::by(Column::Title).descending);
    assert_eq!(sort.toggled(Column::Start), sort.reversed());
    assert_eq!(sort.toggled(Column::Title), Sort::by(Column::Title));
    assert_eq!(sort.reversed().toggled(Column::Start), sort);
}

#[test]
fn names_go_by_the_alphabet_of_german_dictionaries() {
    let rows = [
        ("Äpfel", "Apfelbaum", Ordering::Less, "an umlaut is its vowel"),
        (
            "Zürich",
            "Österreich",
            Ordering::Greater,
            "and not the end of the alphabet",
        ),
        ("Straße", "Strasse", Ordering::Equal, "sharp s"),
        (
            "Straßen",
            "Strasse",
            Ordering::Greater,
            "sharp s is two letters long",
        ),
        ("élan", "Eland", Ordering::Less, "accents and capitals"),
        ("„Wasser“", "Wald", Ordering::Greater, "quotation marks"),
        ("go-cluster", "go cluster", Ordering::Equal, "a hyphen is a space"),
        ("Bio Z", "Bioa", Ordering::Less, "the shorter word comes first"),
        (
            "3D-Druck",
            "Abwasser",
            Ordering::Less,
            "digits come before letters",
        ),
        ("Łódź", "Lodz", Ordering::Equal, "Polish"),
        ("Ærø", "Aerö", Ordering::Equal, "Danish"),
    ];
    for (a, b, expected, note) in rows {
        let key = |name| {
            let mut bytes = Vec::new();
            add_alphabetic(name, &mut bytes);
            bytes
        };
        assert_eq!(key(a).cmp(&key(b)), expected, "{note}: {a} and {b}");
    }
}
