//! Guards pictures of the map: everything that they are about lies in the box, and nothing else takes room.

use clusteratlas_core::decimal;
use clusteratlas_core::domain::localized::Language;
use clusteratlas_core::geo::area::Area;
use clusteratlas_core::geo::mercator::{Point, pixel_from_degrees};
use clusteratlas_core::geo::world::{Layer, World};
use clusteratlas_core::scene::level::Side;
use clusteratlas_core::scene::picture::{Frame, Picture, Placed, layer};
use proptest::prelude::*;

use crate::atlas::{Map, random};
use crate::property::cases;

const WIDTH: f64 = 680.0;
const HEIGHT: f64 = 300.0;

/// Germany and its neighbours.
fn near() -> Area {
    Area::between(pixel_from_degrees(55.0, 5.0), pixel_from_degrees(47.0, 15.0))
}

/// The numbers in a path, two by two.
fn points(path: &str) -> Vec<Point> {
    let pairs = path
        .split(['M', 'L', 'Z', 'Q', ' '])
        .filter(|pair| !pair.is_empty());
    let point = |pair: &str| {
        let (x, y) = pair.split_once(',').unwrap();
        Point {
            x: decimal::read(x).unwrap(),
            y: decimal::read(y).unwrap(),
        }
    };
    pairs.map(point).collect()
}

proptest! {
    #![proptest_config(cases(64))]

    #[test]
    fn all_marks_of_a_set_lie_in_the_box_and_no_others(atlas in random(30), every in 1_usize..4) {
        let map = Map::of(&atlas);
        let keys: Vec<_> = map.everything().into_iter().step_by(every).collect();
        let picture = Picture::of(
            &map.dataset, &map.index, &map.ground, &map.set(&keys), Language::German, WIDTH, HEIGHT,
        );
        prop_assert_eq!(picture.is_none(), keys.is_empty());
        if let Some(picture) = picture {
            for Placed { at, mark, .. } in &picture.marks {
                prop_assert!(0.0 <= at.x && at.x <= WIDTH, "{:?} at {:?}", mark.name, at);
                prop_assert!(mark.count > 0, "{:?} without cooperations", mark.name);
            }
            let home: u32 = picture.marks.iter().map(|placed| &placed.mark).filter(|mark| mark.side == Side::Home).map(|mark| mark.count).sum();
            prop_assert!(home as usize >= keys.len());
        }
    }
}

#[test]
fn the_box_holds_the_area_with_room_around_it() {
    let area = near();
    let frame = Frame::around(area, WIDTH, HEIGHT);
    assert!(frame.viewport.visible.holds(area));
    let corner = frame.point(Point {
        x: area.left,
        y: area.top,
    });
    assert!(corner.y >= 35.9, "room above: {corner:?}");
}

#[test]
fn a_picture_is_never_wider_than_the_world() {
    let world = Area::between(pixel_from_degrees(80.0, -168.0), pixel_from_degrees(-60.0, 190.0));
    let visible = Frame::around(world, WIDTH, HEIGHT).viewport.visible;
    assert!((visible.right - visible.left - 256.0).abs() < 1e-9, "{visible:?}");
    assert!(0.0 <= visible.top && visible.bottom <= 256.0);
}

#[test]
fn land_is_cut_a_little_beyond_the_box() {
    // A square larger than the box, one within it, and one far away.
    let square = |west: i32, south: i32, size: i32| {
        vec![
            [west, south],
            [west + size, south],
            [west + size, south + size],
            [west, south + size],
        ]
    };
    let world = World {
        units_per_degree: 1,
        layers: [
            vec![square(-40, 20, 60), square(8, 50, 2), square(100, -40, 5)],
            vec![
                vec![[-60, 51], [10, 51], [11, 52], [150, 52]],
                vec![[100, 0], [120, 0]],
            ],
            vec![],
            vec![],
        ],
    };
    let frame = Frame::around(near(), WIDTH, HEIGHT);
    let land = layer(&world, Layer::Land, &frame);
    assert_eq!(land.matches('M').count(), 2, "{land}");
    assert_eq!(land.matches('Z').count(), 2, "{land}");
    let whole = Area {
        left: -4.0,
        top: -4.0,
        right: WIDTH + 4.0,
        bottom: HEIGHT + 4.0,
    };
    assert!(points(&land).iter().all(|&at| whole.contains(at)), "{land}");
    let borders = layer(&world, Layer::Borders, &frame);
    assert_eq!(
        (borders.matches('M').count(), borders.matches('L').count()),
        (1, 3),
        "{borders}"
    );
    assert_eq!(layer(&world, Layer::States, &frame), "");
}
