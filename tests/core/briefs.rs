//! Guards the numbers of a brief: they are those of the record's cooperations that pass the filters, counted anew.

use clusteratlas_core::brief::Brief;
use clusteratlas_core::dataset::keys;
use clusteratlas_core::domain::country::CountryKey;
use clusteratlas_core::domain::partial_date::Status;
use clusteratlas_core::query::facet::{Facet, Query};
use clusteratlas_core::query::selection::Record;
use clusteratlas_core::query::totals::Funding;
use proptest::prelude::*;

use crate::atlas::{Map, random, small};
use crate::property::cases;

proptest! {
    #![proptest_config(cases(64))]

    #[test]
    fn numbers_are_those_of_the_cooperations_that_pass(
        atlas in random(30), every in 1_usize..4, which in any::<prop::sample::Index>(),
    ) {
        let map = Map::of(&atlas);
        let countries: Vec<CountryKey> = keys(map.dataset.countries().len()).collect();
        let country = *which.get(&countries);
        let passing: Vec<_> = map.everything().into_iter().step_by(every).collect();
        let brief = Brief::of(&map.dataset, &map.index, Record::Country(country), &map.set(&passing));
        let is_there = |key: &_| {
            let partners = map.dataset.cooperation(*key).partners.iter();
            partners.clone().any(|partner| map.dataset.place(partner.place).country == Some(country))
        };
        let own: Vec<_> = passing.iter().copied().filter(is_there).collect();
        prop_assert_eq!(brief.cooperations.iter().collect::<Vec<_>>(), own.clone());
        prop_assert_eq!(brief.of_all, map.everything().iter().filter(|key| is_there(key)).count());
        prop_assert_eq!(brief.summary.cooperations, own.len());
        for (status, number) in Status::ALL.into_iter().zip(brief.totals.by_status) {
            let is_it = |key: &&_| map.dataset.cooperation(**key).period.status_on(map.dataset.edition.date) == status;
            prop_assert_eq!(number as usize, own.iter().filter(is_it).count());
        }
        for (theme, number) in &brief.themes {
            let on_it = |key: &&_| map.dataset.cooperation(**key).themes.contains(theme);
            prop_assert_eq!(*number as usize, own.iter().filter(on_it).count());
        }
        prop_assert!(brief.themes.is_sorted_by(|(_, more), (_, less)| more >= less));
    }
}

#[test]
fn a_sum_of_money_says_how_many_cooperations_it_covers() {
    let map = Map::of(&small());
    let everything = map.set(&map.everything());
    let brief = |selection: &str| {
        let record = Record::find(&map.dataset, &selection.parse().unwrap()).unwrap();
        Brief::of(&map.dataset, &map.index, record, &everything)
    };
    let stated = Funding {
        sum_eur: 1_200_000.0,
        stated: 1,
        inexact: true,
    };
    assert_eq!(brief("country:JP").totals.funding, stated);
    assert_eq!(brief("place:andes").totals.funding, Funding::default());
}

#[test]
fn the_sentence_asks_for_the_record_where_a_filter_means_the_same() {
    let map = Map::of(&small());
    let mut filters = Query::default();
    filters.set(Facet::Country, "FR", true);
    let asked = |selection: &str| {
        let record = Record::find(&map.dataset, &selection.parse().unwrap()).unwrap();
        Brief::query(&map.dataset, record, &filters)
    };
    let values = |query: &Query, facet| {
        query
            .values(facet)
            .iter()
            .map(ToString::to_string)
            .collect::<Vec<_>>()
    };
    assert_eq!(values(&asked("country:JP"), Facet::Country), ["JP"]);
    assert_eq!(values(&asked("programme:bridges"), Facet::Programme), ["bridges"]);
    assert_eq!(values(&asked("programme:bridges"), Facet::Country), ["FR"]);
    assert_eq!(asked("cluster:bio"), filters);
}
