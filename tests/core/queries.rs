//! Guards filters and the counts beside their options, against a count in the plainest way.

use std::collections::BTreeSet;

use clusteratlas_core::dataset::{Dataset, keys};
use clusteratlas_core::domain::cluster::ClusterKey;
use clusteratlas_core::domain::cooperation::{Cooperation, CooperationKey};
use clusteratlas_core::domain::partial_date::PartialDate;
use clusteratlas_core::query::facet::{Facet, NONE, Query};
use clusteratlas_core::query::filter::{Filter, Matches, UnknownValue};
use clusteratlas_core::query::index::Index;
use clusteratlas_core::query::years::{Histogram, Undated, Years};
use proptest::collection::vec;
use proptest::prelude::*;

use crate::atlas::{dataset, random, set, small};
use crate::property::cases;

/// The values that a cooperation has in a facet, as they stand in links.
fn values(dataset: &Dataset, cooperation: &Cooperation, facet: Facet) -> BTreeSet<String> {
    let or_none = |values: BTreeSet<String>| {
        if values.is_empty() {
            BTreeSet::from([NONE.to_owned()])
        } else {
            values
        }
    };
    match facet {
        Facet::Theme => cooperation
            .themes
            .iter()
            .map(|&key| dataset.theme(key).id.to_string())
            .collect(),
        Facet::Kind => cooperation
            .kinds
            .iter()
            .map(|&key| dataset.kind(key).id.to_string())
            .collect(),
        Facet::Programme => or_none(
            cooperation
                .programme
                .iter()
                .map(|&key| dataset.programme(key).id.to_string())
                .collect(),
        ),
        Facet::Country => {
            let country = |place| dataset.place(place).country;
            let code = |key| dataset.country(key).code.to_string();
            let partners = cooperation.partners.iter();
            partners
                .map(|partner| country(partner.place).map_or(NONE.to_owned(), code))
                .collect()
        }
        Facet::State => {
            let states = cooperation
                .clusters
                .iter()
                .filter_map(|&key| dataset.cluster(key).state);
            or_none(states.map(|state| state.to_string()).collect())
        }
        Facet::Status => {
            let status = cooperation.period.status_on(dataset.edition.date);
            BTreeSet::from([status.code().to_owned()])
        }
    }
}

/// Whether a cooperation has one of the values that are chosen in a facet and that the dataset knows.
fn allows(dataset: &Dataset, index: &Index, query: &Query, facet: Facet, cooperation: &Cooperation) -> bool {
    let known = query
        .values(facet)
        .iter()
        .filter(|value| index.options(facet).contains(value));
    let chosen: BTreeSet<String> = known.map(ToString::to_string).collect();
    chosen.is_empty() || !chosen.is_disjoint(&values(dataset, cooperation, facet))
}

fn find(dataset: &Dataset, query: &Query) -> (Index, Matches, Vec<UnknownValue>) {
    let index = Index::build(dataset);
    let (filter, unknown) = Filter::resolve(query, &index);
    let matches = Matches::find(&index, &filter);
    (index, matches, unknown)
}

/// Choices among everything that the random datasets have, and some that none has.
fn choices() -> impl Strategy<Value = Query> {
    let options: [(Facet, &[&str]); 6] = [
        (
            Facet::Theme,
            &["health", "photonics", "materials", "energy", "magic"],
        ),
        (Facet::Programme, &["bridges", "networks", "none", "tunnels"]),
        (Facet::Country, &["US", "DE", "FR", "FJ", "none", "XX", "de"]),
        (Facet::State, &["DE-SN", "DE-TH", "DE-BW", "none", "DE-XX"]),
        (Facet::Kind, &["project", "delegation", "none"]),
        (Facet::Status, &["running", "ended", "unknown", "none"]),
    ];
    let choice = prop::sample::select(options.to_vec())
        .prop_flat_map(|(facet, values)| (Just(facet), prop::sample::select(values)));
    let year = || prop::option::weighted(0.2, 2008_u16..2026);
    let undated = prop::sample::select(
        &[
            Undated::Included,
            Undated::Included,
            Undated::Excluded,
            Undated::Only,
        ][..],
    );
    let years = (year(), year(), undated);
    let years = years.prop_map(|(from, to, undated)| Years { from, to, undated }.ordered());
    (vec(choice, 0..5), any::<bool>(), years).prop_map(|(choices, in_each_country, years)| {
        let mut query = query(&choices);
        query.in_each_country = in_each_country;
        query.years = years;
        query
    })
}

fn query(choices: &[(Facet, &str)]) -> Query {
    let mut query = Query::default();
    for &(facet, value) in choices {
        assert!(query.set(facet, value, true));
    }
    query
}

#[track_caller]
fn check(note: &str, choices: &[(Facet, &str)], expected: &[&str]) {
    let dataset = dataset(&small());
    let (_, matches, _) = find(&dataset, &query(choices));
    let found: Vec<&str> = matches
        .cooperations
        .iter()
        .map(|key| dataset.cooperation(key).id.as_str())
        .collect();
    assert_eq!(found, expected, "{note}");
}

#[test]
fn values_of_one_facet_are_alternatives_and_facets_hold_together() {
    check("nothing chosen", &[], &["growth", "light"]);
    check("a theme", &[(Facet::Theme, "photonics")], &["light"]);
    check(
        "two themes",
        &[(Facet::Theme, "photonics"), (Facet::Theme, "energy")],
        &["growth", "light"],
    );
    check(
        "a theme and a country",
        &[(Facet::Theme, "photonics"), (Facet::Country, "JP")],
        &["light"],
    );
    check(
        "a theme and another's kind",
        &[(Facet::Theme, "photonics"), (Facet::Kind, "delegation")],
        &[],
    );
    check("a theme that nothing has", &[(Facet::Theme, "health")], &[]);
}

#[test]
fn none_stands_for_what_the_sources_do_not_state() {
    check("no programme", &[(Facet::Programme, NONE)], &["growth"]);
    check(
        "a region of several countries",
        &[(Facet::Country, NONE)],
        &["growth"],
    );
    check("no cluster, thus no state", &[(Facet::State, NONE)], &["growth"]);
    check("no date", &[(Facet::Status, "unknown")], &["growth"]);
    check(
        "with or without a programme",
        &[(Facet::Programme, NONE), (Facet::Programme, "bridges")],
        &["growth", "light"],
    );
}

#[test]
fn values_that_the_dataset_does_not_have_are_ignored_and_returned() {
    let chosen = [
        (Facet::Theme, "magic"),
        (Facet::Country, "JP"),
        (Facet::Kind, NONE),
        (Facet::Status, "late"),
    ];
    check("beside a known one", &chosen, &["light"]);
    let dataset = dataset(&small());
    let (_, _, unknown) = find(&dataset, &query(&chosen));
    let unknown: Vec<(Facet, &str)> = unknown.iter().map(|one| (one.facet, &*one.value)).collect();
    assert_eq!(
        unknown,
        [
            (Facet::Theme, "magic"),
            (Facet::Kind, NONE),
            (Facet::Status, "late")
        ]
    );
}

#[test]
fn only_facets_whose_sources_may_be_silent_offer_none() {
    let index = Index::build(&dataset(&small()));
    for facet in Facet::ALL {
        let offered = index.option(facet, NONE).is_some();
        let silent = matches!(facet, Facet::Programme | Facet::Country | Facet::State);
        assert_eq!(offered, silent, "{facet:?}");
    }
}

#[test]
fn a_value_of_an_impossible_form_cannot_be_chosen() {
    let mut query = Query::default();
    for value in ["", "a b", "ä", "a,b", "a:b", "%", &"a".repeat(121)] {
        assert!(!query.set(Facet::Theme, value, true), "{value:?}");
    }
    assert!(query.is_empty());
}

#[test]
fn facets_stand_at_their_position_and_have_different_keys() {
    let keys: BTreeSet<&str> = Facet::ALL.into_iter().map(Facet::key).collect();
    assert_eq!(keys.len(), Facet::ALL.len());
    for (position, facet) in Facet::ALL.into_iter().enumerate() {
        assert_eq!(facet.index(), position);
    }
}

/// The years that a cooperation surely touches.
fn years(cooperation: &Cooperation) -> Option<(u16, u16)> {
    let (start, end) = (cooperation.period.start, cooperation.period.end);
    let years: Vec<u16> = [start, end]
        .into_iter()
        .flatten()
        .map(PartialDate::year)
        .collect();
    Some((*years.first()?, *years.iter().max()?))
}

fn runs(cooperation: &Cooperation, asked: Years) -> bool {
    match (years(cooperation), asked.undated) {
        (None, undated) => undated != Undated::Excluded || asked.is_empty(),
        (Some(_), Undated::Only) => false,
        (Some((first, last)), _) => {
            asked.to.is_none_or(|to| first <= to) && asked.from.is_none_or(|from| from <= last)
        }
    }
}

/// What a query leaves, in the plainest way.
fn plainly(dataset: &Dataset, index: &Index, query: &Query) -> Vec<CooperationKey> {
    let passes = |key: &CooperationKey| {
        let cooperation = dataset.cooperation(*key);
        Facet::ALL
            .into_iter()
            .all(|facet| allows(dataset, index, query, facet, cooperation))
            && runs(cooperation, query.years)
    };
    let all = keys(dataset.cooperations().len());
    let passing: Vec<CooperationKey> = all.filter(passes).collect();
    let countries: Vec<&Box<str>> = query
        .values(Facet::Country)
        .iter()
        .filter(|value| index.options(Facet::Country).contains(value))
        .collect();
    if !query.in_each_country || countries.len() < 2 {
        return passing;
    }
    let works_in = |cluster: ClusterKey, country: &str| {
        passing.iter().any(|&key| {
            let cooperation = dataset.cooperation(key);
            cooperation.clusters.contains(&cluster)
                && values(dataset, cooperation, Facet::Country).contains(country)
        })
    };
    let of_such_a_cluster = |key: &CooperationKey| {
        let clusters = &dataset.cooperation(*key).clusters;
        clusters
            .iter()
            .any(|&cluster| countries.iter().all(|country| works_in(cluster, country)))
    };
    passing.iter().copied().filter(of_such_a_cluster).collect()
}

proptest! {
    #![proptest_config(cases(1000))]

    #[test]
    fn matches_and_counts_are_those_of_a_plain_count(atlas in random(30), query in choices()) {
        let dataset = dataset(&atlas);
        let (index, matches, _) = find(&dataset, &query);
        let expected = plainly(&dataset, &index, &query);
        prop_assert_eq!(matches.cooperations.iter().collect::<Vec<_>>(), &expected[..]);
        prop_assert_eq!(matches.number, expected.len());
        for facet in Facet::ALL {
            for (option, value) in index.options(facet).iter().enumerate() {
                let mut alone = query.clone();
                alone.clear(facet);
                alone.set(facet, value, true);
                let mut left = plainly(&dataset, &index, &alone);
                if facet == Facet::Country && query.in_each_country && query.values(facet).len() > 1 {
                    // A country that is asked for beside the others.
                    let mut beside = query.clone();
                    beside.set(facet, value, true);
                    left = plainly(&dataset, &index, &beside);
                    left.retain(|&key| values(&dataset, dataset.cooperation(key), facet).contains(&**value));
                    if !query.values(facet).iter().all(|chosen| index.options(facet).contains(chosen)) {
                        continue;
                    }
                }
                prop_assert_eq!(
                    matches.counts[facet.index()][option] as usize, left.len(), "{:?} {}", facet, value
                );
            }
        }
    }

    #[test]
    fn a_histogram_counts_what_runs_in_each_year(atlas in random(40), query in choices()) {
        let dataset = dataset(&atlas);
        let index = Index::build(&dataset);
        let (filter, _) = Filter::resolve(&query, &index);
        let histogram = Histogram::of(&index, &filter);
        let mut whole = query.clone();
        whole.years = Years::default();
        let others = plainly(&dataset, &index, &whole);
        let count = |holds: &dyn Fn(&Cooperation) -> bool| {
            others.iter().filter(|&&key| holds(dataset.cooperation(key))).count()
        };
        prop_assert_eq!(histogram.undated as usize, count(&|one| years(one).is_none()));
        let begun: Vec<u16> = dataset.cooperations().iter().filter_map(|one| Some(years(one)?.0)).collect();
        prop_assert_eq!(begun.is_empty(), histogram.running.is_empty());
        prop_assert!(!histogram.gathers);
        for year in begun.iter().min().into_iter().flat_map(|&first| first..=histogram.last_year().unwrap()) {
            let running = count(&|one| years(one).is_some_and(|(first, last)| (first..=last).contains(&year)));
            let open = |one: &Cooperation| {
                one.period.end.is_none() && one.period.start.is_some_and(|start| start.year() < year)
            };
            let (found, perhaps) = histogram.at(year);
            prop_assert_eq!((found as usize, perhaps as usize), (running, count(&open)), "{}", year);
        }
        prop_assert_eq!(histogram.at(u16::MAX), (0, 0));
    }
}

#[test]
fn years_long_ago_stand_together_in_the_first_number() {
    let mut atlas = small();
    let terms = [
        ("1890", "1893"),
        ("1890", "2018"),
        ("1961", "1961"),
        ("1900", ""),
        ("2018", ""),
        ("", ""),
    ];
    let cooperations = terms.iter().enumerate().map(|(number, (start, end))| {
        let mut one = atlas["cooperations"][1].clone();
        one["id"] = serde_json::json!(format!("c{number}"));
        for (field, year) in [("start", start), ("end", end)]
            .iter()
            .filter(|(_, year)| !year.is_empty())
        {
            one[field] = serde_json::json!(year);
        }
        one
    });
    atlas["cooperations"] = cooperations.collect();
    let index = Index::build(&dataset(&atlas));
    let histogram = Histogram::of(&index, &Filter::default());
    assert_eq!((histogram.first_year, histogram.last_year()), (1959, Some(2018)));
    assert!(histogram.gathers);
    assert_eq!(histogram.undated, 1);
    let expected = [
        (1890, (3, 0)),
        (1959, (3, 0)),
        (1960, (1, 1)),
        (1961, (2, 1)),
        (2018, (2, 1)),
        (2019, (0, 0)),
    ];
    for (year, numbers) in expected {
        assert_eq!(histogram.at(year), numbers, "{year}");
    }
}

proptest! {
    #![proptest_config(cases(128))]

    #[test]
    fn what_narrows_a_filter_holds_for_the_matches_and_beside_every_option(
        atlas in random(40), mut query in choices(), every in 1_usize..5,
    ) {
        // Words come before clusters are asked for each country.
        query.in_each_country = false;
        let dataset = dataset(&atlas);
        let index = Index::build(&dataset);
        let chosen: Vec<CooperationKey> = keys(dataset.cooperations().len()).step_by(every).collect();
        let allowed = set(dataset.cooperations().len(), &chosen);
        let (mut filter, _) = Filter::resolve(&query, &index);
        filter.narrow(allowed.clone());
        let narrowed = Matches::find(&index, &filter);
        let (_, matches, _) = find(&dataset, &query);
        prop_assert_eq!(narrowed.number, matches.cooperations.count_both(&allowed) as usize);
        for facet in Facet::ALL {
            for (option, value) in index.options(facet).iter().enumerate() {
                let mut alone = query.clone();
                alone.clear(facet);
                alone.set(facet, value, true);
                let (alone, _) = Filter::resolve(&alone, &index);
                let left = Matches::find(&index, &alone);
                let expected = left.cooperations.count_both(&allowed);
                prop_assert_eq!(narrowed.counts[facet.index()][option], expected, "{:?} {}", facet, value);
            }
        }
    }

    #[test]
    fn choosing_and_taking_out_again_leaves_the_query_as_it_was(query in choices(), value in "[a-z]{1,4}") {
        for facet in Facet::ALL {
            let mut changed = query.clone();
            prop_assert!(changed.set(facet, &value, true) && changed.has(facet, &value));
            prop_assert!(changed.values(facet).is_sorted_by(|a, b| a < b));
            prop_assert!(changed.set(facet, &value, false) && !changed.has(facet, &value));
            if !query.has(facet, &value) {
                prop_assert_eq!(&changed, &query);
            }
        }
    }
}
