//! Guards what is walked along on the map: the connections of a mark, their words, and where names lead.

use clusteratlas_core::dataset::keys;
use clusteratlas_core::domain::cooperation::CooperationKey;
use clusteratlas_core::domain::localized::Language;
use clusteratlas_core::query::bitmap::Bitmap;
use clusteratlas_core::query::selection::Record;
use clusteratlas_core::scene::walk::{Link, links, place_of, zoom_level_of};
use proptest::prelude::*;

use crate::atlas::{Map, random, small};
use crate::property::cases;

fn link(themes: Vec<u32>, since: Option<u16>) -> Link {
    Link {
        to: 0,
        cooperations: 1,
        themes: themes
            .into_iter()
            .map(clusteratlas_core::domain::id::Key::new)
            .collect(),
        since,
    }
}

#[test]
fn words_name_themes_and_the_first_year_or_say_that_it_is_not_known() {
    let map = Map::of(&small());
    let name = |theme: u32, language| {
        let theme = map.dataset.theme(clusteratlas_core::domain::id::Key::new(theme));
        theme.name.get(language).to_string()
    };
    let german = link(vec![0], Some(2016)).about(&map.dataset, Language::German);
    assert_eq!(german, format!("{}, seit 2016", name(0, Language::German)));
    let english = link(vec![1, 0], None).about(&map.dataset, Language::English);
    let (first, second) = (name(1, Language::English), name(0, Language::English));
    assert_eq!(english, format!("{first} and {second}, start not known"));
}

#[test]
fn a_name_leads_where_its_record_stands() {
    let map = Map::of(&small());
    for key in keys(map.dataset.clusters().len()) {
        let record = Record::Cluster(key);
        let zoom_level = zoom_level_of(record).unwrap();
        let level = map.level(zoom_level);
        let at = place_of(&map.dataset, &level, record).unwrap();
        assert_eq!(at, level.groups[level.group_of_cluster(key)].at);
    }
    let cooperation = Record::Cooperation(CooperationKey::new(0));
    assert_eq!(zoom_level_of(cooperation), None, "it has no place of its own");
}

proptest! {
    #![proptest_config(cases(64))]

    #[test]
    fn links_of_a_mark_are_the_connections_that_begin_or_end_at_it(
        atlas in random(40), every in 1_usize..4, step in 0_u8..=44,
    ) {
        let map = Map::of(&atlas);
        let level = map.level(f64::from(step) / 4.0);
        let chosen: Vec<CooperationKey> =
            keys(map.dataset.cooperations().len()).step_by(every).collect();
        let mut set = Bitmap::none(map.index.cooperations());
        for &key in &chosen {
            set.set(key);
        }
        let scene = map.scene(&level, &chosen);
        for group in 0..level.groups.len() {
            let walked = links(&map.dataset, &map.index, &level, &set, group);
            let mut expected: Vec<(u32, usize)> = scene.connections.iter().filter_map(|one| {
                match (one.from == group, one.to == group) {
                    (true, _) => Some((one.cooperations, one.to)),
                    (_, true) => Some((one.cooperations, one.from)),
                    _ => None,
                }
            }).collect();
            let mut found: Vec<(u32, usize)> = walked.iter().map(|link| (link.cooperations, link.to)).collect();
            prop_assert!(found.is_sorted_by(|a, b| a.0 >= b.0), "the strongest come first");
            found.sort_unstable();
            expected.sort_unstable();
            prop_assert_eq!(found, expected);
            for link in &walked {
                let themes = map.dataset.themes().len();
                prop_assert!((1..=themes).contains(&link.themes.len()));
            }
        }
    }
}
