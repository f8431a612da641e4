//! Guards the marks where a map looks: which groups are shown, that what is not shown is told, and that no
//! name lies over another name or a mark.

use clusteratlas_core::domain::localized::Language;
use clusteratlas_core::geo::area::Area;
use clusteratlas_core::geo::mercator::{Point, scale_at};
use clusteratlas_core::locale::texts;
use clusteratlas_core::scene::label::Beside;
use clusteratlas_core::scene::level::Side;
use clusteratlas_core::scene::mark::{Mark, Marks, label};
use clusteratlas_core::scene::viewport::Viewport;
use proptest::prelude::*;

use crate::atlas::{Map, many, random};
use crate::pointer::window;
use crate::property::cases;

/// A window that shows nothing but a point.
fn speck(at: Point, zoom_level: f64) -> Viewport {
    Viewport {
        zoom_level,
        visible: Area::around(at, 0.0),
    }
}

/// Where the name of a mark is drawn, by its middle line and a plain guess of its width, in screen pixels.
fn name(mark: &Mark, scale: f64) -> Option<Area> {
    let letters = f64::from(u32::try_from(mark.label.chars().count()).unwrap());
    let (x, y) = (mark.at.x * scale, mark.at.y * scale);
    let (reach, width) = (mark.radius_px + 3.0, 6.7 * letters);
    let (left, top) = match mark.beside? {
        Beside::Right => (x + reach, y - 8.0),
        Beside::Left => (x - reach - width, y - 8.0),
        Beside::Below => (x - width / 2.0, y + reach),
        Beside::Above => (x - width / 2.0, y - reach - 16.0),
    };
    Some(Area {
        left,
        top,
        right: left + width,
        bottom: top + 16.0,
    })
}

proptest! {
    #![proptest_config(cases(64))]

    #[test]
    fn every_group_with_matches_near_what_is_visible_has_a_mark(
        atlas in random(30), every in 1_usize..4, unfiltered: bool, step in 0_u8..=44, which in any::<prop::sample::Index>(),
    ) {
        let map = Map::of(&atlas);
        let zoom_level = f64::from(step) / 4.0;
        let level = map.level(zoom_level);
        let chosen: Vec<_> = map.everything().into_iter().step_by(every).collect();
        let scene = map.scene(&level, &chosen);
        let viewport = window(which.get(&level.groups).at, zoom_level);
        let marks = Marks::build(&map.dataset, &level, &scene, None, Language::German, unfiltered, &viewport);
        prop_assert_eq!(marks.further, 0);
        for (group, one) in level.groups.iter().enumerate() {
            let stands = scene.counts[group] > 0 || unfiltered && one.side == Side::Home;
            let shown = marks.shown.iter().find(|mark| mark.group == group);
            if viewport.visible.contains(one.at) {
                prop_assert_eq!(shown.is_some(), stands, "{:?}", one);
            }
            if let Some(mark) = shown {
                prop_assert!(stands && mark.at == one.at && mark.count == scene.counts[group]);
                prop_assert!(mark.radius_px <= one.room_px);
                prop_assert_eq!(&mark.label, &label(&map.dataset, &level, group, Language::German));
                prop_assert_eq!(mark.gathers, level.opens(group));
                let margin = viewport.visible.grown(50.0 / scale_at(zoom_level));
                prop_assert!(margin.contains(mark.at), "{:?} is far away", mark);
            }
        }
        prop_assert!(marks.shown.is_sorted_by(|a, b| a.count >= b.count));
    }

    #[test]
    fn names_of_marks_lie_over_nothing(atlas in random(30), step in 0_u8..=44, which in any::<prop::sample::Index>()) {
        let map = Map::of(&atlas);
        let zoom_level = f64::from(step) / 4.0;
        let scale = scale_at(zoom_level);
        let level = map.level(zoom_level);
        let scene = map.scene(&level, &map.everything());
        let viewport = window(which.get(&level.groups).at, zoom_level);
        let marks = Marks::build(&map.dataset, &level, &scene, None, Language::English, true, &viewport);
        let named: Vec<(usize, Area)> = marks.shown.iter()
            .filter_map(|mark| Some((mark.group, name(mark, scale)?)))
            .collect();
        for (position, &(group, area)) in named.iter().enumerate() {
            prop_assert!(viewport.visible.scaled(scale).grown(1e-6).holds(area));
            for &(_, other) in &named[..position] {
                prop_assert!(!area.grown(-1e-6).overlaps(other), "{:?} and {:?}", area, other);
            }
            for mark in marks.shown.iter().filter(|mark| mark.group != group) {
                let at = Point { x: mark.at.x * scale, y: mark.at.y * scale };
                prop_assert!(!area.grown(-1e-6).overlaps(Area::around(at, mark.radius_px)), "{:?}", mark);
            }
        }
    }

    #[test]
    fn frames_hold_what_is_visible_and_stay_for_small_moves(
        x in 0.0..260.0, y in 0.0..256.0, zoom_level in 0.0..11.0, dx in -1.0..1.0, dy in -1.0..1.0,
    ) {
        let viewport = window(Point { x, y }, zoom_level);
        let frame = viewport.frame();
        let px = 1.0 / scale_at(zoom_level);
        prop_assert!(frame.holds(viewport.visible.grown(200.0 * px)), "reaches beyond");
        prop_assert!(viewport.visible.grown(620.0 * px).holds(frame), "not far");
        let moved = window(Point { x: x + dx * px, y: y + dy * px }, zoom_level);
        let sides = |area: Area| [area.left, area.top, area.right, area.bottom].map(f64::to_bits);
        let changed = sides(frame).iter().zip(sides(moved.frame())).filter(|(a, b)| *a != b).count();
        prop_assert!(changed == 0 || moved.frame().holds(moved.visible), "a step at most");
        prop_assert_eq!(viewport.most_connections(), moved.most_connections());
    }
}

#[test]
fn how_much_is_drawn_follows_from_the_size_of_the_map() {
    let sized = |width: f64, height: f64| Viewport {
        zoom_level: 1.0,
        visible: Area {
            left: 0.0,
            top: 0.0,
            right: width / 2.0,
            bottom: height / 2.0,
        },
    };
    let rows = [
        (sized(320.0, 280.0), 60, 100, "a telephone"),
        (sized(700.0, 500.0), 140, 218, "a small desk"),
        (sized(1280.0, 800.0), 300, 400, "a desk"),
        (speck(Point::default(), 3.0), 60, 100, "no room at all"),
    ];
    for (viewport, connections, marks, note) in rows {
        assert_eq!(viewport.most_connections(), connections, "{note}");
        assert_eq!(viewport.most_marks(), marks, "{note}");
    }
}

#[test]
fn marks_without_room_are_counted_and_the_largest_are_shown() {
    let map = Map::of(&many());
    let level = map.level(8.0);
    let scene = map.scene(&level, &map.everything());
    // A small screen has room for 100.
    let marks = Marks::build(
        &map.dataset,
        &level,
        &scene,
        None,
        Language::English,
        true,
        &Viewport::default(),
    );
    assert_eq!((marks.shown.len(), marks.further), (100, 17));
    assert!(marks.shown.iter().all(|mark| mark.count >= 16));
}

#[test]
fn what_is_left_out_is_told_in_words() {
    let (german, english) = (texts(Language::German), texts(Language::English));
    let rows = [
        ((german.further_connections)(412), "412 weitere Verbindungen"),
        ((german.further_connections)(1), "1 weitere Verbindung"),
        ((german.further_marks)(1), "1 weiterer Ort"),
        ((german.further_marks)(3000), "3.000 weitere Orte"),
        ((english.further_connections)(412), "412 further connections"),
        ((english.further_marks)(2), "2 further places"),
    ];
    for (words, expected) in rows {
        assert_eq!(words, expected);
    }
}
