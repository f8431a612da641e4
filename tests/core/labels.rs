//! Guards names beside marks: none lies over a mark, over another name or beyond the visible map.

use clusteratlas_core::geo::area::Area;
use clusteratlas_core::geo::mercator::Point;
use clusteratlas_core::scene::label::{Beside, Wish, place};
use proptest::collection::vec;
use proptest::prelude::*;

use crate::property::cases;

const VISIBLE: Area = Area {
    left: 0.0,
    top: 0.0,
    right: 600.0,
    bottom: 400.0,
};

/// Height of a name, in screen pixels.
const HEIGHT_PX: f64 = 16.0;

/// A name may come nearer than the room beside its mark by rounding only.
const ROUNDING: f64 = 1e-9;

const fn wish(x: f64, y: f64, width_px: f64) -> Wish {
    Wish {
        at: Point { x, y },
        radius_px: 10.0,
        width_px,
    }
}

fn mark(wish: &Wish) -> Area {
    let Wish { at, radius_px, .. } = *wish;
    Area {
        left: at.x - radius_px,
        top: at.y - radius_px,
        right: at.x + radius_px,
        bottom: at.y + radius_px,
    }
}

/// Where a name stands: level with its mark or centred on it, with a small room between them.
fn name(wish: &Wish, beside: Beside) -> Area {
    const ROOM_PX: f64 = 3.0;
    let mark = mark(wish);
    let (left, top) = match beside {
        Beside::Right => (mark.right + ROOM_PX, wish.at.y - HEIGHT_PX / 2.0),
        Beside::Left => (mark.left - ROOM_PX - wish.width_px, wish.at.y - HEIGHT_PX / 2.0),
        Beside::Below => (wish.at.x - wish.width_px / 2.0, mark.bottom + ROOM_PX),
        Beside::Above => (wish.at.x - wish.width_px / 2.0, mark.top - ROOM_PX - HEIGHT_PX),
    };
    Area {
        left,
        top,
        right: left + wish.width_px,
        bottom: top + HEIGHT_PX,
    }
}

fn overlap(a: Area, b: Area) -> bool {
    a.left + ROUNDING < b.right
        && b.left + ROUNDING < a.right
        && a.top + ROUNDING < b.bottom
        && b.top + ROUNDING < a.bottom
}

fn within(inner: Area, outer: Area) -> bool {
    inner.left >= outer.left - ROUNDING
        && inner.right <= outer.right + ROUNDING
        && inner.top >= outer.top - ROUNDING
        && inner.bottom <= outer.bottom + ROUNDING
}

#[track_caller]
fn check(note: &str, wishes: &[Wish], expected: &[Option<Beside>]) {
    assert_eq!(place(wishes, VISIBLE), expected, "{note}");
}

#[test]
fn a_name_stands_on_the_first_side_that_has_room() {
    let middle = || wish(300.0, 200.0, 50.0);
    let (right, left) = (wish(340.0, 200.0, 900.0), wish(260.0, 200.0, 900.0));
    let (below, above) = (wish(300.0, 222.0, 900.0), wish(300.0, 178.0, 900.0));
    check("no marks", &[], &[]);
    check("alone", &[middle()], &[Some(Beside::Right)]);
    check(
        "a mark right",
        &[middle(), right.clone()],
        &[Some(Beside::Left), None],
    );
    check(
        "marks on both sides",
        &[middle(), right.clone(), left.clone()],
        &[Some(Beside::Below), None, None],
    );
    let all = [middle(), right, left, below.clone()];
    check("a mark below too", &all, &[Some(Beside::Above), None, None, None]);
    let all = [&all[..], &[above]].concat();
    check("marks all around", &all, &[None; 5]);
    check("a name wider than the map", &[wish(300.0, 200.0, 601.0)], &[None]);
}

#[test]
fn names_stay_within_the_visible_map() {
    check(
        "at the right edge",
        &[wish(580.0, 200.0, 50.0)],
        &[Some(Beside::Left)],
    );
    check(
        "at the left edge",
        &[wish(5.0, 200.0, 50.0)],
        &[Some(Beside::Right)],
    );
    check("in a corner", &[wish(595.0, 5.0, 50.0)], &[None]);
    check("outside", &[wish(900.0, 900.0, 50.0)], &[None]);
}

#[test]
fn earlier_wishes_come_first() {
    let (one, other) = (wish(300.0, 200.0, 50.0), wish(350.0, 212.0, 50.0));
    check(
        "one first",
        &[one.clone(), wish(300.0, 225.0, 50.0)],
        &[Some(Beside::Right), Some(Beside::Right)],
    );
    let names = place(&[other, one], VISIBLE);
    assert_eq!(names[0], Some(Beside::Right));
}

proptest! {
    #![proptest_config(cases(200))]

    #[test]
    fn names_overlap_nothing_and_are_left_out_only_without_room(
        wishes in vec(
            (-20.0..620.0, -20.0..420.0, 6.0..23.0, 10.0..150.0)
                .prop_map(|(x, y, radius_px, width_px)| Wish { at: Point { x, y }, radius_px, width_px }),
            0..40,
        ),
    ) {
        let sides = place(&wishes, VISIBLE);
        prop_assert_eq!(sides.len(), wishes.len());
        let marks: Vec<Area> = wishes.iter().map(mark).collect();
        let mut names: Vec<Area> = Vec::new();
        for (wish, &beside) in wishes.iter().zip(&sides) {
            let free = |side| {
                let name = name(wish, side);
                within(name, VISIBLE) && !marks.iter().chain(&names).any(|&other| overlap(name, other))
            };
            if let Some(side) = beside {
                prop_assert!(free(side), "{:?} {:?}", wish, side);
                names.push(name(wish, side));
            } else {
                let mut all = [Beside::Right, Beside::Left, Beside::Below, Beside::Above].into_iter();
                prop_assert!(!all.any(free), "{:?} has room", wish);
            }
        }
    }
}
