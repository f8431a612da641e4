//! Guards the numbers of a selection, against a count in the plainest way, and the order of the list.

use std::collections::{BTreeMap, BTreeSet};

use clusteratlas_core::dataset::keys;
use clusteratlas_core::domain::cooperation::CooperationKey;
use clusteratlas_core::domain::id::Key;
use clusteratlas_core::query::bitmap::Bitmap;
use clusteratlas_core::query::index::Index;
use clusteratlas_core::query::summary::Summary;
use proptest::prelude::*;
use serde_json::{Value, json};

use crate::atlas::{dataset, frame, random, set, with};
use crate::property::cases;

#[test]
fn nothing_sums_up_to_nothing() {
    assert_eq!(
        Summary::of(&Index::build(&dataset(&frame())), &Bitmap::none(0)),
        Summary::default()
    );
}

/// Compares the order of cooperations with these terms, which are named by their letter.
#[track_caller]
fn check(terms: &[(&str, Option<&str>, Option<&str>)], expected: &str) {
    let mut atlas = frame();
    atlas["places"] = json!([
        {"id": "p", "name_de": "Ort", "name_en": "Place", "precision": "region", "lat": 1, "lon": 1},
    ]);
    let record = json!({
        "title_de": "Titel", "title_en": "Title", "partners": [{"place": "p"}],
        "themes": ["health"], "kinds": ["project"],
    });
    let records: Vec<Value> = terms
        .iter()
        .map(|(id, start, end)| {
            with(
                with(with(record.clone(), "id", json!(id)), "start", json!(start)),
                "end",
                json!(end),
            )
        })
        .collect();
    atlas["cooperations"] = json!(records);
    let dataset = dataset(&atlas);
    let all = Bitmap::all(dataset.cooperations().len());
    let order: String = Index::build(&dataset)
        .latest_first(&all)
        .map(|key| dataset.cooperation(key).id.as_str())
        .collect();
    assert_eq!(order, expected);
}

#[test]
fn the_latest_start_comes_first() {
    check(
        &[
            ("a", Some("2015"), None),
            ("b", Some("2017"), None),
            ("c", Some("2016"), None),
        ],
        "bca",
    );
    check(
        &[
            ("a", Some("2016-04"), None),
            ("b", Some("2016-11"), None),
            ("c", Some("2016"), None),
        ],
        "bac",
    );
}

#[test]
fn of_equal_starts_the_later_end_comes_first() {
    let terms = [
        ("a", Some("2016"), None),
        ("b", Some("2016"), Some("2018")),
        ("c", Some("2016"), Some("2019")),
    ];
    check(&terms, "cba");
}

#[test]
fn cooperations_without_a_start_follow_by_their_end_and_then_as_they_were() {
    let terms = [
        ("a", None, None),
        ("b", None, None),
        ("c", None, Some("2019")),
        ("d", Some("1990"), None),
        ("e", None, Some("2020")),
    ];
    check(&terms, "decab");
}

proptest! {
    #![proptest_config(cases(128))]

    #[test]
    fn a_summary_counts_every_cooperation_once(atlas in random(40), every in 1_usize..4) {
        let dataset = dataset(&atlas);
        let chosen: Vec<CooperationKey> = keys(dataset.cooperations().len()).step_by(every).collect();
        let summary = Summary::of(&Index::build(&dataset), &set(dataset.cooperations().len(), &chosen));

        let (mut clusters, mut countries, mut domestic) = (BTreeMap::new(), BTreeMap::new(), 0);
        for &key in &chosen {
            let cooperation = dataset.cooperation(key);
            let own: BTreeSet<_> = cooperation.clusters.iter().copied().collect();
            for cluster in own {
                *clusters.entry(cluster).or_insert(0) += 1;
            }
            let partners = cooperation.partners.iter().map(|partner| partner.place);
            let own: BTreeSet<_> = partners.filter_map(|place| dataset.place(place).country).collect();
            for country in own {
                if country == dataset.germany() {
                    domestic += 1;
                } else {
                    *countries.entry(country).or_insert(0) += 1;
                }
            }
        }
        prop_assert_eq!(summary.cooperations, chosen.len());
        prop_assert_eq!(summary.domestic, domestic);
        prop_assert_eq!(summary.clusters.iter().copied().collect::<BTreeMap<_, _>>(), clusters);
        prop_assert_eq!(summary.countries.iter().copied().collect::<BTreeMap<_, _>>(), countries);
        prop_assert!(summary.clusters.is_sorted_by(|a, b| a.1 > b.1 || a.1 == b.1 && a.0 < b.0));
        prop_assert!(summary.countries.is_sorted_by(|a, b| a.1 > b.1 || a.1 == b.1 && a.0 < b.0));
    }

    #[test]
    fn the_list_holds_the_same_cooperations_in_falling_order(atlas in random(40), every in 1_usize..4) {
        let dataset = dataset(&atlas);
        let all: Vec<CooperationKey> = keys(dataset.cooperations().len()).step_by(every).collect();
        let chosen = set(dataset.cooperations().len(), &all);
        let order: Vec<CooperationKey> = Index::build(&dataset).latest_first(&chosen).collect();
        let starts: Vec<_> = order.iter().map(|&key| dataset.cooperation(key).period.start).collect();
        prop_assert!(starts.is_sorted_by(|a, b| a >= b));
        let sorted: BTreeSet<CooperationKey> = order.iter().copied().collect();
        prop_assert_eq!(sorted.into_iter().collect::<Vec<_>>(), all);
    }
}

#[test]
fn of_equally_frequent_countries_none_is_the_most_frequent() {
    let summary = |counts: &[u32]| Summary {
        countries: counts
            .iter()
            .zip(0..)
            .map(|(&count, position)| (Key::new(position), count))
            .collect(),
        ..Summary::default()
    };
    let rows: [(&[u32], Option<u32>, &str); 4] = [
        (&[], None, "no country"),
        (&[3], Some(3), "one country"),
        (&[3, 2, 2], Some(3), "one ahead of all others"),
        (&[3, 3, 1], None, "two equally frequent"),
    ];
    for (counts, expected, note) in rows {
        assert_eq!(
            summary(counts).top_country().map(|(_, count)| count),
            expected,
            "{note}"
        );
    }
}
