//! Guards bundles: marks that stay apart from one another and from what stands there already.

use clusteratlas_core::geo::bundle::{Bundle, Bundles, Spot, bundle};
use clusteratlas_core::geo::mercator::Point;
use proptest::collection::vec;
use proptest::prelude::*;

use crate::property::cases;

const GAP: f64 = 2.0;

/// Rounding may bring marks nearer by so much.
const ROUNDING: f64 = 1e-6;

const fn spot(x: f64, y: f64, weight: u32) -> Spot {
    Spot {
        at: Point { x, y },
        radius: 10.0,
        weight,
    }
}

const fn obstacle(x: f64, y: f64, radius: f64) -> Bundle {
    Bundle {
        leader: 0,
        at: Point { x, y },
        radius,
    }
}

/// Compares which spots stand for which.
#[track_caller]
fn check(note: &str, spots: &[Spot], leaders: &[usize], bundle_of: &[usize]) {
    let found = bundle(spots, &[], GAP);
    let found_leaders: Vec<usize> = found.bundles.iter().map(|bundle| bundle.leader).collect();
    assert_eq!(found_leaders, leaders, "{note}");
    assert_eq!(found.bundle_of, bundle_of, "{note}");
}

fn apart(a: &Bundle, b: &Bundle) -> bool {
    a.at.distance(b.at) >= a.radius + b.radius + GAP - ROUNDING
}

#[test]
fn spots_join_the_nearest_heavier_one_that_they_would_touch() {
    check("nothing", &[], &[], &[]);
    check("one", &[spot(5.0, 5.0, 0)], &[0], &[0]);
    check(
        "far apart",
        &[spot(0.0, 0.0, 1), spot(100.0, 0.0, 2)],
        &[1, 0],
        &[1, 0],
    );
    check(
        "just apart",
        &[spot(0.0, 0.0, 2), spot(22.0, 0.0, 1)],
        &[0, 1],
        &[0, 1],
    );
    check(
        "touching",
        &[spot(0.0, 0.0, 1), spot(21.9, 0.0, 2)],
        &[1],
        &[0, 0],
    );
    check(
        "in one place, the earlier leads",
        &[spot(1.0, 1.0, 3), spot(1.0, 1.0, 3)],
        &[0],
        &[0, 0],
    );
    let row = [spot(0.0, 0.0, 3), spot(20.0, 0.0, 1), spot(35.0, 0.0, 2)];
    check("between two", &row, &[0, 2], &[0, 1, 1]);
    let chain = [spot(0.0, 0.0, 3), spot(20.0, 0.0, 2), spot(40.0, 0.0, 1)];
    check("a spot that joined holds no other", &chain, &[0, 2], &[0, 0, 1]);
}

#[test]
fn a_spot_on_an_obstacle_moves_straight_away_from_it() {
    let found = bundle(&[spot(3.0, 0.0, 1)], &[obstacle(0.0, 0.0, 15.0)], GAP);
    let at = found.bundles[0].at;
    assert!(at.x >= 27.0 && at.x < 27.1 && at.y.abs() < 1e-9, "{at:?}");
}

#[test]
fn a_moved_spot_that_meets_a_mark_joins_it() {
    let spots = [spot(40.0, 0.0, 9), spot(5.0, 0.0, 1)];
    let found = bundle(&spots, &[obstacle(0.0, 0.0, 15.0)], GAP);
    assert_eq!(found.bundle_of, [0, 0]);
}

#[test]
fn a_spot_without_a_free_place_joins_the_nearest_mark_or_stands_where_it_is() {
    let wall: Vec<Bundle> = (-8..=8)
        .flat_map(|x| (-8..=8).map(move |y| obstacle(f64::from(x) * 20.0, f64::from(y) * 20.0, 15.0)))
        .collect();
    let alone = bundle(&[spot(3.0, 0.0, 1)], &wall, GAP);
    assert_eq!(alone.bundles[0].at, Point { x: 3.0, y: 0.0 });
    let beside = bundle(
        &[spot(500.0, 0.0, 2), spot(-500.0, 0.0, 2), spot(30.0, 0.0, 1)],
        &wall,
        GAP,
    );
    assert_eq!(beside.bundle_of, [0, 1, 0]);
}

fn spots(most: usize) -> impl Strategy<Value = Vec<Spot>> {
    // Some spots share their place, as clusters of one city do.
    let axis = || prop_oneof![0.0..400.0, (0_u8..5).prop_map(|step| f64::from(step) * 50.0)];
    let one = (axis(), axis(), 6.0..24.0, 0_u32..50);
    vec(
        one.prop_map(|(x, y, radius, weight)| Spot {
            at: Point { x, y },
            radius,
            weight,
        }),
        0..most,
    )
}

fn marks() -> impl Strategy<Value = Vec<Bundle>> {
    vec((0.0..400.0, 0.0..400.0, 6.0..24.0), 0..12).prop_map(|marks| {
        marks
            .into_iter()
            .map(|(x, y, radius)| obstacle(x, y, radius))
            .collect()
    })
}

/// What holds for all bundles, with and without obstacles.
fn check_bundles(spots: &[Spot], found: &Bundles) -> Result<(), TestCaseError> {
    prop_assert_eq!(found.bundle_of.len(), spots.len(), "every spot has a bundle");
    for (spot, &bundle) in found.bundle_of.iter().enumerate() {
        prop_assert!(bundle < found.bundles.len());
        let leader = found.bundles[bundle].leader;
        prop_assert!(
            spots[leader].weight >= spots[spot].weight,
            "the heaviest stands for its bundle"
        );
    }
    for (position, bundle) in found.bundles.iter().enumerate() {
        prop_assert_eq!(
            found.bundle_of[bundle.leader],
            position,
            "a leader is in its own bundle"
        );
        prop_assert_eq!(bundle.radius.to_bits(), spots[bundle.leader].radius.to_bits());
        for other in &found.bundles[..position] {
            prop_assert!(apart(bundle, other), "{:?} and {:?} touch", bundle, other);
            prop_assert!(
                spots[other.leader].weight >= spots[bundle.leader].weight,
                "heaviest first"
            );
        }
    }
    Ok(())
}

proptest! {
    #![proptest_config(cases(300))]

    #[test]
    fn bundles_are_apart_and_stand_at_their_leaders(spots in spots(60)) {
        let found = bundle(&spots, &[], GAP);
        check_bundles(&spots, &found)?;
        for bundle in &found.bundles {
            prop_assert_eq!(bundle.at, spots[bundle.leader].at);
        }
    }

    #[test]
    fn bundles_are_apart_from_obstacles(spots in spots(40), marks in marks()) {
        let found = bundle(&spots, &marks, GAP);
        check_bundles(&spots, &found)?;
        for (position, bundle) in found.bundles.iter().enumerate() {
            let free = marks.iter().all(|mark| apart(bundle, mark));
            // Only the first can be without a place and without a bundle to join.
            let stays = position == 0 && bundle.at == spots[bundle.leader].at;
            prop_assert!(free || stays, "{:?} lies on an obstacle", bundle);
        }
    }

    #[test]
    fn the_same_spots_give_the_same_bundles(spots in spots(40), marks in marks()) {
        prop_assert_eq!(bundle(&spots, &marks, GAP), bundle(&spots, &marks, GAP));
    }
}
