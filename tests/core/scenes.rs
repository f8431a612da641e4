//! Guards the numbers on the map, against a count in the plainest way.

use std::collections::BTreeSet;

use clusteratlas_core::dataset::{Dataset, keys};
use clusteratlas_core::domain::cooperation::{Cooperation, CooperationKey};
use clusteratlas_core::domain::theme::Field;
use clusteratlas_core::geo::area::Area;
use clusteratlas_core::geo::mercator::Point;
use clusteratlas_core::scene::Scene;
use clusteratlas_core::scene::level::Level;
use clusteratlas_core::scene::scale::{ink, number_on_mark, radius_px, width_px};
use proptest::prelude::*;

use crate::atlas::{EVERYWHERE, Map, many, random, small};
use crate::property::cases;

fn cluster_groups(level: &Level, cooperation: &Cooperation) -> BTreeSet<usize> {
    if cooperation.clusters.is_empty() {
        BTreeSet::from([level.group_of_germany()])
    } else {
        cooperation
            .clusters
            .iter()
            .map(|&key| level.group_of_cluster(key))
            .collect()
    }
}

fn partner_groups(level: &Level, cooperation: &Cooperation) -> BTreeSet<usize> {
    cooperation
        .partners
        .iter()
        .map(|partner| level.group_of_place(partner.place))
        .collect()
}

fn fields(dataset: &Dataset, cooperation: &Cooperation) -> BTreeSet<Field> {
    cooperation
        .themes
        .iter()
        .map(|&theme| dataset.theme(theme).field)
        .collect()
}

/// Every `every`th cooperation.
fn chosen(dataset: &Dataset, every: usize) -> Vec<CooperationKey> {
    keys(dataset.cooperations().len()).step_by(every).collect()
}

#[test]
fn a_cooperation_without_a_cluster_starts_from_germany() {
    let map = Map::of(&small());
    let dataset = &map.dataset;
    let growth = dataset.cooperation_by_id("growth").unwrap();
    for zoom_level in [0.0, 5.0, 7.0, 10.0] {
        let level = map.level(zoom_level);
        let scene = map.scene(&level, &[growth]);
        let andes = level.group_of_place(dataset.place_by_id("andes").unwrap());
        let ends: Vec<_> = scene
            .connections
            .iter()
            .map(|one| (one.from, one.to, one.cooperations))
            .collect();
        assert_eq!(ends, [(level.group_of_germany(), andes, 1)], "{zoom_level}");
        assert_eq!(scene.counts.iter().sum::<u32>(), 2, "{zoom_level}");
    }
}

#[test]
fn a_scene_of_nothing_counts_nothing() {
    let map = Map::of(&small());
    let level = map.level(3.0);
    let scene = map.scene(&level, &[]);
    assert_eq!(scene.counts, vec![0; level.groups.len()]);
    assert_eq!(
        (
            scene.connections.len(),
            scene.greatest_count(),
            scene.greatest_connection()
        ),
        (0, 0, 0)
    );
}

#[test]
fn marks_grow_with_their_count_and_stay_within_bounds() {
    assert_eq!(
        radius_px(0, 0).to_bits(),
        radius_px(0, 100).to_bits(),
        "without cooperations"
    );
    assert_eq!(
        radius_px(100, 100).to_bits(),
        radius_px(500, 100).to_bits(),
        "more than the greatest"
    );
    for count in 0..100 {
        assert!(radius_px(count, 100) < radius_px(count + 1, 100), "{count}");
    }
}

#[test]
fn the_area_of_a_mark_above_the_smallest_grows_with_the_count() {
    let above = |count| radius_px(count, 400) - radius_px(0, 400);
    assert!(
        (above(400) - 2.0 * above(100)).abs() < 1e-9,
        "four times as many, twice the radius"
    );
}

#[test]
fn connections_grow_with_their_count() {
    for greatest in [1, 59, 60, 61, 1000] {
        for count in 1..greatest {
            assert!(
                width_px(count, greatest, 1.0) < width_px(count + 1, greatest, 1.0),
                "{count} of {greatest}"
            );
        }
    }
    assert!(
        width_px(3, 3, 1.0) < width_px(60, 60, 1.0),
        "few cooperations never look like many"
    );
    assert_eq!(
        width_px(0, 0, 1.0).to_bits(),
        width_px(1, 1, 1.0).to_bits(),
        "the thinnest"
    );
    assert!(width_px(1, 1, 0.5) < width_px(1, 1, 1.0), "thinner in a crowd");
}

proptest! {
    #![proptest_config(cases(100))]

    #[test]
    fn a_groups_count_is_the_number_of_different_cooperations_that_touch_it(
        atlas in random(40), every in 1_usize..4, step in 0_u8..=44,
    ) {
        let map = Map::of(&atlas);
        let dataset = &map.dataset;
        let level = map.level(f64::from(step) / 4.0);
        let chosen = chosen(dataset, every);
        let scene = map.scene(&level, &chosen);
        prop_assert_eq!(scene.counts.len(), level.groups.len());
        let mut on_the_map = BTreeSet::new();
        for (group, &count) in scene.counts.iter().enumerate() {
            let touching: BTreeSet<CooperationKey> = chosen.iter().copied().filter(|&key| {
                let cooperation = dataset.cooperation(key);
                cluster_groups(&level, cooperation).contains(&group)
                    || partner_groups(&level, cooperation).contains(&group)
            }).collect();
            prop_assert_eq!(count as usize, touching.len(), "{:?}", level.groups[group]);
            on_the_map.extend(touching);
        }
        prop_assert_eq!(on_the_map.into_iter().collect::<Vec<_>>(), chosen, "all of them are on the map");
        prop_assert_eq!(scene.greatest_count(), scene.counts.iter().copied().max().unwrap_or(0));
    }

    #[test]
    fn connections_count_each_cooperation_between_two_groups_once(
        atlas in random(40), every in 1_usize..4, step in 0_u8..=44,
    ) {
        let map = Map::of(&atlas);
        let dataset = &map.dataset;
        let level = map.level(f64::from(step) / 4.0);
        let chosen = chosen(dataset, every);
        let scene = map.scene(&level, &chosen);
        for a in 0..level.groups.len() {
            for b in 0..a {
                let connecting: Vec<&Cooperation> = chosen.iter().map(|&key| dataset.cooperation(key)).filter(|cooperation| {
                    let (clusters, partners) = (cluster_groups(&level, cooperation), partner_groups(&level, cooperation));
                    clusters.contains(&a) && partners.contains(&b) || clusters.contains(&b) && partners.contains(&a)
                }).collect();
                let drawn: Vec<_> = scene.connections.iter()
                    .filter(|one| (one.from, one.to) == (a, b) || (one.from, one.to) == (b, a))
                    .collect();
                let count: u32 = drawn.iter().map(|one| one.cooperations).sum();
                prop_assert_eq!(count as usize, connecting.len());
                for field in Field::ALL {
                    let of_field: u32 = drawn.iter().map(|one| one.by_field[field.index()]).sum();
                    let expected = connecting.iter().filter(|one| fields(dataset, one).contains(&field)).count();
                    prop_assert_eq!(of_field as usize, expected, "{:?}", field);
                }
            }
        }
    }

    #[test]
    fn connections_join_two_groups_once_and_come_strongest_first(atlas in random(40), step in 0_u8..=44) {
        let map = Map::of(&atlas);
        let dataset = &map.dataset;
        let level = map.level(f64::from(step) / 4.0);
        let scene = map.scene(&level, &chosen(dataset, 1));
        let ends: BTreeSet<(usize, usize)> = scene.connections.iter().map(|one| (one.from, one.to)).collect();
        prop_assert_eq!(ends.len(), scene.connections.len());
        prop_assert!(ends.iter().all(|(from, to)| from != to));
        prop_assert!(scene.connections.iter().all(|one| one.cooperations > 0));
        prop_assert!(scene.connections.is_sorted_by(|a, b| a.cooperations >= b.cooperations));
        prop_assert_eq!(scene.greatest_connection(), scene.connections.first().map_or(0, |one| one.cooperations));
    }

    #[test]
    fn a_scene_is_the_sum_of_its_cooperations(atlas in random(20), step in 0_u8..=44) {
        let map = Map::of(&atlas);
        let dataset = &map.dataset;
        let level = map.level(f64::from(step) / 4.0);
        let all = chosen(dataset, 1);
        let mut sums = vec![0; level.groups.len()];
        for &key in &all {
            let alone = map.scene(&level, &[key]);
            prop_assert!(alone.greatest_count() == 1, "it counts once at each of its groups");
            for (sum, count) in sums.iter_mut().zip(alone.counts) {
                *sum += count;
            }
        }
        prop_assert_eq!(map.scene(&level, &all).counts, sums);
    }

    #[test]
    fn the_strongest_connections_within_the_frame_are_drawn_and_the_others_counted(
        atlas in random(60), most in 0_usize..12, step in 0_u8..=44, x in 0.0..260.0, y in 0.0..200.0, reach in 0.0..120.0,
    ) {
        let map = Map::of(&atlas);
        let level = map.level(f64::from(step) / 4.0);
        let all = map.everything();
        let frame = Area::around(Point { x, y }, reach);
        let whole = map.scene(&level, &all);
        prop_assert_eq!(whole.further, 0);
        let scene = Scene::build(&map.index, &level, &map.set(&all), frame, most);
        prop_assert_eq!(&scene.counts, &whole.counts, "counts do not depend on where the map looks");
        let framed = |group: usize| frame.contains(level.groups[group].at);
        let expected: Vec<_> = whole.connections.iter()
            .filter(|one| framed(one.from) || framed(one.to)).cloned().collect();
        prop_assert_eq!(scene.connections.len(), most.min(expected.len()));
        prop_assert_eq!(scene.connections.len() + scene.further, expected.len());
        prop_assert_eq!(&scene.connections[..], &expected[..scene.connections.len()]);
    }
}

#[test]
fn of_very_many_connections_the_strongest_are_drawn() {
    let map = Map::of(&many());
    let level = map.level(8.0);
    assert_eq!(level.groups.len(), 117, "and somewhere in Germany");
    let all = map.set(&map.everything());
    let scene = Scene::build(&map.index, &level, &all, EVERYWHERE, 100);
    assert_eq!((scene.connections.len(), scene.further), (100, 1500));
    assert!(
        scene
            .connections
            .iter()
            .all(|one| one.cooperations == 5 && one.by_field[0] == 5)
    );
}

#[test]
fn many_connections_together_have_no_more_ink_than_few() {
    for few in [0, 1, 70] {
        assert_eq!(ink(few).to_bits(), 1_f64.to_bits(), "{few}");
    }
    for number in [71, 150, 600, 5_000] {
        assert!(ink(number) < ink(number - 1), "{number}");
        assert!(width_px(60, 60, ink(number)) < width_px(60, 60, 1.0), "{number}");
        assert!(
            width_px(59, 60, ink(number)) < width_px(60, 60, ink(number)),
            "{number}"
        );
    }
}

#[test]
fn marks_show_the_number_that_fits() {
    let rows = [
        (0, 6.0, Some("0")),
        (7, 6.0, Some("7")),
        (42, 6.0, None),
        (42, 8.7, Some("42")),
        (114, 11.5, None),
        (114, 12.0, Some("114")),
        (999, 13.0, Some("999")),
        (1_000, 9.5, Some("1k")),
        (24_060, 13.0, Some("24k")),
        (100_000, 16.5, Some("100k")),
        (100_000, 12.0, None),
    ];
    for (count, radius_px, number) in rows {
        assert_eq!(
            number_on_mark(count, radius_px).as_deref(),
            number,
            "{count} {radius_px}"
        );
    }
}
