//! Guards what the cooperations of a record relate it to, against a count in the plainest way.

use std::collections::BTreeMap;

use clusteratlas_core::dataset::keys;
use clusteratlas_core::domain::cooperation::CooperationKey;
use clusteratlas_core::domain::id::Key;
use clusteratlas_core::query::related::Related;
use clusteratlas_core::query::selection::Record;
use proptest::collection::vec;
use proptest::prelude::*;

use crate::atlas::{Map, random};
use crate::property::cases;

/// Every record that cooperations of a set name, as often as they do, each once for a cooperation.
fn counted<T>(
    own: &[CooperationKey],
    named: &dyn Fn(CooperationKey) -> Vec<Key<T>>,
    record: fn(Key<T>) -> Record,
    left_out: &dyn Fn(Record) -> bool,
) -> BTreeMap<usize, u32> {
    let mut counts = BTreeMap::new();
    for &key in own {
        let mut once: Vec<usize> = named(key)
            .into_iter()
            .filter(|&key| !left_out(record(key)))
            .map(Key::index)
            .collect();
        once.sort_unstable();
        once.dedup();
        for position in once {
            *counts.entry(position).or_default() += 1;
        }
    }
    counts
}

fn ranked<T>(ranking: &[(Key<T>, u32)]) -> BTreeMap<usize, u32> {
    ranking.iter().map(|(key, count)| (key.index(), *count)).collect()
}

proptest! {
    #![proptest_config(cases(48))]

    #[test]
    fn related_records_are_those_that_the_cooperations_name(
        atlas in random(25), picked in vec(any::<bool>(), 7),
    ) {
        let map = Map::of(&atlas);
        let dataset = &map.dataset;
        let picked: Vec<CooperationKey> = map
            .everything()
            .into_iter()
            .zip(picked.iter().cycle())
            .filter_map(|(key, picked)| picked.then_some(key))
            .collect();
        let matches = map.set(&picked);
        let germany = Record::Country(dataset.germany());
        let records = keys(dataset.clusters().len()).map(Record::Cluster)
            .chain(keys(dataset.countries().len()).map(Record::Country))
            .chain(keys(dataset.places().len()).map(Record::Place))
            .chain(keys(dataset.programmes().len()).map(Record::Programme));
        for record in records {
            let touching = map.index.touching(dataset, record);
            let own: Vec<CooperationKey> = picked.iter().copied().filter(|key| touching.get(*key)).collect();
            let related = Related::of(dataset, &map.index, record, &matches);
            let cooperation = |key| dataset.cooperation(key);
            let itself = |other| other == record;
            let clusters = counted(&own, &|key| cooperation(key).clusters.to_vec(), Record::Cluster, &itself);
            prop_assert_eq!(ranked(&related.clusters), clusters);
            let programmes = |key| cooperation(key).programme.into_iter().collect();
            prop_assert_eq!(ranked(&related.programmes), counted(&own, &programmes, Record::Programme, &itself));
            let places = |key| -> Vec<_> {
                let partners = cooperation(key).partners.iter();
                let places = partners.map(|partner| partner.place);
                places
                    .filter(|place| match record {
                        Record::Country(country) => dataset.place(*place).country == Some(country),
                        _ => true,
                    })
                    .collect()
            };
            prop_assert_eq!(ranked(&related.places), counted(&own, &places, Record::Place, &itself));
            let countries = |key| -> Vec<_> {
                let partners = cooperation(key).partners.iter();
                partners.filter_map(|partner| dataset.place(partner.place).country).collect()
            };
            let at_home = |other| other == record || other == germany;
            prop_assert_eq!(ranked(&related.countries), counted(&own, &countries, Record::Country, &at_home));
            let falls = |counts: Vec<u32>| counts.is_sorted_by(|a, b| a >= b);
            prop_assert!(falls(related.clusters.iter().map(|(_, count)| *count).collect()));
            prop_assert!(falls(related.places.iter().map(|(_, count)| *count).collect()));
        }
    }
}
