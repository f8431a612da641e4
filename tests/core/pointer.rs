//! Guards what the pointer touches: the nearest connection within reach, and the nearest mark under a finger.

use clusteratlas_core::domain::localized::Language;
use clusteratlas_core::geo::area::Area;
use clusteratlas_core::geo::mercator::{Point, scale_at};
use clusteratlas_core::scene::Scene;
use clusteratlas_core::scene::hover::{Hover, TOUCH_PX};
use clusteratlas_core::scene::level::Level;
use clusteratlas_core::scene::mark::{Mark, Marks};
use clusteratlas_core::scene::viewport::Viewport;
use proptest::prelude::*;

use crate::atlas::{Map, random};
use crate::property::cases;

/// What a window of 900 by 600 pixels shows around a point.
pub(crate) fn window(middle: Point, zoom_level: f64) -> Viewport {
    let scale = scale_at(zoom_level);
    Viewport {
        zoom_level,
        visible: Area {
            left: middle.x - 450.0 / scale,
            top: middle.y - 300.0 / scale,
            right: middle.x + 450.0 / scale,
            bottom: middle.y + 300.0 / scale,
        },
    }
}

/// The distance of a point to a connection, in screen pixels, by looking at very many of its points.
fn distance_px(level: &Level, scene: &Scene, connection: usize, at: Point, zoom_level: f64) -> f64 {
    let curve = scene.connections[connection].curve(level);
    let (mut start, mut end) = (0.0, 1.0);
    // Ever nearer around the nearest of a hundred points; curves bend little.
    for _ in 0..6 {
        let part = |step: u8| start + (end - start) * f64::from(step) / 100.0;
        let nearest = (0..=100_u8)
            .min_by(|&a, &b| {
                at.distance(curve.at(part(a)))
                    .total_cmp(&at.distance(curve.at(part(b))))
            })
            .unwrap();
        (start, end) = (
            part(nearest.saturating_sub(1)),
            part(nearest.saturating_add(1).min(100)),
        );
    }
    at.distance(curve.at(f64::midpoint(start, end))) * scale_at(zoom_level)
}

proptest! {
    #![proptest_config(cases(64))]

    #[test]
    fn the_pointer_touches_the_nearest_connection_within_reach(
        atlas in random(20), step in 0_u8..=44, which in any::<prop::sample::Index>(), part in 0.0..1.0,
        aside in (-9.0..9.0, -9.0..9.0),
    ) {
        let map = Map::of(&atlas);
        let zoom_level = f64::from(step) / 4.0;
        let level = map.level(zoom_level);
        let all: Vec<_> = map.everything();
        let scene = map.scene(&level, &all);
        prop_assume!(!scene.connections.is_empty());
        let on = which.get(&scene.connections).curve(&level).at(part);
        let scale = scale_at(zoom_level);
        let at = Point { x: on.x + aside.0 / scale, y: on.y + aside.1 / scale };
        let hover = Hover::build(&level, &scene, &window(on, zoom_level));
        let distances: Vec<f64> = (0..scene.connections.len())
            .map(|connection| distance_px(&level, &scene, connection, at, zoom_level))
            .collect();
        let least = distances.iter().copied().fold(f64::INFINITY, f64::min);
        match hover.touched(at) {
            // Straight pieces are half a pixel off at most.
            Some(touched) => {
                prop_assert!(distances[touched] <= TOUCH_PX + 0.6, "{}", distances[touched]);
                prop_assert!(distances[touched] <= least + 1.1, "{} is nearer than {}", least, distances[touched]);
            }
            None => prop_assert!(least >= TOUCH_PX - 0.6, "{} within reach", least),
        }
    }

    #[test]
    fn a_finger_means_the_nearest_mark_under_it(
        atlas in random(20), step in 0_u8..=44, which in any::<prop::sample::Index>(), aside in (-40.0..40.0, -40.0..40.0),
    ) {
        let map = Map::of(&atlas);
        let zoom_level = f64::from(step) / 4.0;
        let level = map.level(zoom_level);
        let middle = which.get(&level.groups).at;
        let scene = map.scene(&level, &map.everything());
        let viewport = window(middle, zoom_level);
        let marks = Marks::build(&map.dataset, &level, &scene, None, Language::English, true, &viewport);
        let scale = scale_at(zoom_level);
        let at = Point { x: middle.x + aside.0 / scale, y: middle.y + aside.1 / scale };
        for target_px in [24.0, 44.0] {
            let covers = |mark: &&Mark| mark.at.distance(at) * scale <= mark.radius_px.max(target_px / 2.0);
            let expected = marks.shown.iter().filter(covers)
                .min_by(|a, b| a.at.distance(at).total_cmp(&b.at.distance(at)));
            let found = marks.under(at, zoom_level, target_px);
            prop_assert_eq!(found.map(|mark| mark.group), expected.map(|mark| mark.group));
        }
    }
}
