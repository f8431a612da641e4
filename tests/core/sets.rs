//! Guards sets of cooperations, short lists in one, orders by weight and the grid, against the plainest way
//! to do the same.

use std::collections::BTreeSet;

use clusteratlas_core::domain::cooperation::CooperationKey;
use clusteratlas_core::domain::id::Key;
use clusteratlas_core::geo::area::Area;
use clusteratlas_core::geo::grid::Grid;
use clusteratlas_core::order::heaviest_first;
use clusteratlas_core::query::bitmap::Bitmap;
use clusteratlas_core::query::lists::Lists;
use proptest::collection::{btree_set, vec};
use proptest::prelude::*;

use crate::atlas::set;
use crate::property::cases;

/// Lengths around the edges of a word, and what a set of that length may hold.
fn members() -> impl Strategy<Value = (usize, BTreeSet<CooperationKey>, BTreeSet<CooperationKey>)> {
    prop_oneof![Just(1), Just(63), Just(64), Just(65), 1_u32..400].prop_flat_map(|length| {
        let some = || btree_set((0..length).prop_map(Key::new), 0..80);
        (Just(length as usize), some(), some())
    })
}

fn held(set: &Bitmap) -> BTreeSet<CooperationKey> {
    let held: Vec<CooperationKey> = set.iter().collect();
    assert!(held.is_sorted_by(|a, b| a < b), "in the order of the keys");
    held.into_iter().collect()
}

fn list(keys: &BTreeSet<CooperationKey>) -> Vec<CooperationKey> {
    keys.iter().copied().collect()
}

#[test]
fn a_set_without_room_holds_nothing() {
    for mut none in [Bitmap::none(0), Bitmap::all(0), Bitmap::default()] {
        none.set(Key::new(0));
        assert_eq!((none.count(), none.get(Key::new(0))), (0, false));
        assert_eq!(none.iter().next(), None);
    }
}

#[test]
fn lists_that_hold_nothing_have_a_place_too() {
    let mut lists = Lists::default();
    lists.push_distinct([3, 1, 3].into_iter());
    lists.push_distinct([].into_iter());
    lists.push_distinct([2].into_iter());
    let expected: [&[i32]; 3] = [&[3, 1], &[], &[2]];
    assert_eq!([lists.of(0), lists.of(1), lists.of(2)], expected);
    assert_eq!((lists.len(), lists.is_empty()), (3, false));
    assert!(Lists::<u8>::default().is_empty());
}

proptest! {
    #![proptest_config(cases(256))]

    #[test]
    fn sets_behave_like_sets((length, one, other) in members()) {
        let (a, b) = (set(length, &list(&one)), set(length, &list(&other)));
        prop_assert_eq!(&held(&a), &one);
        prop_assert_eq!(a.count() as usize, one.len());
        prop_assert_eq!(a.count_both(&b) as usize, one.intersection(&other).count());
        let (mut both, mut either) = (a.clone(), a.clone());
        both.meet(&b);
        either.join(&b);
        prop_assert_eq!(held(&both), one.intersection(&other).copied().collect());
        prop_assert_eq!(held(&either), one.union(&other).copied().collect());
        for position in 0..u32::try_from(length).unwrap() + 70 {
            let key = Key::new(position);
            prop_assert_eq!(a.get(key), one.contains(&key));
        }
        let all = Bitmap::all(length);
        prop_assert_eq!(all.count() as usize, length);
        prop_assert_eq!(all.count_both(&a), a.count());
    }

    #[test]
    fn values_go_into_their_lists_in_order(values in vec((0_usize..6, any::<u8>()), 0..40)) {
        let lists = Lists::sorted_into(6, values.iter().copied());
        for list in 0..6 {
            let own: Vec<u8> = values.iter().filter(|one| one.0 == list).map(|one| one.1).collect();
            prop_assert_eq!(lists.of(list), own);
        }
    }

    #[test]
    fn the_heaviest_come_first_and_equal_ones_stay(
        weights in vec(prop_oneof![0_u32..5, 0_u32..100_000, any::<u32>()], 0..60),
    ) {
        let mut expected: Vec<usize> = (0..weights.len()).collect();
        expected.sort_by_key(|&position| std::cmp::Reverse(weights[position]));
        prop_assert_eq!(heaviest_first(&weights), expected);
    }

    #[test]
    fn a_grid_finds_everything_near(
        areas in vec((-500.0..500.0, -500.0..500.0, 0.0..60.0, 0.0..60.0), 0..40),
        at in (-500.0..500.0, -500.0..500.0), size in 0.0..80.0, side in 5.0..90.0,
    ) {
        let area = |(left, top), width: f64, height: f64| Area {
            left, top, right: left + width, bottom: top + height,
        };
        let areas: Vec<Area> = areas.into_iter().map(|(x, y, width, height)| area((x, y), width, height)).collect();
        // Fewer than there are: a grid grows beyond what was expected.
        let mut grid = Grid::new(side, 4);
        for (position, &area) in areas.iter().enumerate() {
            grid.add(area, position);
        }
        let asked = area(at, size, size);
        let mut found = BTreeSet::new();
        grid.visit(asked, &mut |position| {
            found.insert(position);
        });
        for (position, other) in areas.iter().enumerate() {
            prop_assert!(!other.touches(asked) || found.contains(&position), "{:?}", other);
            prop_assert!(other.touches(asked.grown(2.0 * side)) || !found.contains(&position), "{:?} is far", other);
        }
    }
}
