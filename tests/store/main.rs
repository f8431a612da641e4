//! Guards the store: what every action does to the view state, the link, the matches and the map, without
//! a page.
#![expect(clippy::unwrap_used, reason = "a helper that cannot go on fails its test")]

mod desk;

use std::sync::Arc;

use clusteratlas::store::{Atlas, Change, DetailsState, Session, Store};
use clusteratlas::views::sentence::{present_sentence, subject};
use clusteratlas_core::domain::localized::Language;
use clusteratlas_core::geo::area::Area;
use clusteratlas_core::permalink::view_state::{Appearance, Camera, View, ViewState};
use clusteratlas_core::query::facet::Facet;
use clusteratlas_core::query::matrix::Axes;
use clusteratlas_core::query::selection::Record;
use clusteratlas_core::query::sort::{Column, Sort};
use clusteratlas_core::query::years::Years;
use clusteratlas_core::scene::viewport::Viewport;
use leptos::prelude::*;

/// Two clusters, two places and three cooperations: `cells` (health, Japan), `organs` (health, France) and
/// `rotors` (energy, France).
const ATLAS: &str = include_str!("atlas.json");

/// A page's store that begins with a link; it lives as long as its owner.
struct Page {
    store: Store,
    _owner: Owner,
}

/// What a German visitor gets who follows a link.
fn open_page(fragment: &str) -> Page {
    let owner = Owner::new();
    owner.set();
    let session = Session::new(fragment, Language::German);
    Page {
        store: Store::new(session, Atlas::read(ATLAS).unwrap()),
        _owner: owner,
    }
}

impl Page {
    /// The ids of the cooperations that pass the filters.
    fn see_matches(&self) -> Vec<&'static str> {
        let dataset = &self.store.atlas().dataset;
        let matches = self.store.matches.get_untracked();
        matches
            .cooperations
            .iter()
            .map(|key| dataset.cooperation(key).id.as_str())
            .collect()
    }

    fn see_fragment(&self) -> String {
        self.store.session.fragment.get_untracked()
    }

    fn see_change(&self) -> Change {
        self.store.session.last_change.get_untracked()
    }

    /// What the link holds that was not understood, as `key=value`.
    fn see_ignored(&self) -> Vec<String> {
        let ignored = self.store.session.ignored.get_untracked();
        ignored
            .iter()
            .map(|part| format!("{}={}", part.key, part.value))
            .collect()
    }

    /// The number of cooperations, clusters and partner countries that the sentence states.
    fn see_facts(&self) -> (usize, usize, usize) {
        let summary = self.store.summary.get_untracked();
        (
            summary.cooperations,
            summary.clusters.len(),
            summary.countries.len(),
        )
    }

    /// The number of cooperations that a country would leave.
    fn see_count_beside(&self, country: &str) -> u32 {
        let option = self.store.atlas().index.option(Facet::Country, country).unwrap();
        self.store.matches.get_untracked().counts[Facet::Country.index()][option]
    }

    /// Lets the map show the whole plane at a zoom level.
    fn zoom_to(&self, zoom_level: f64) {
        let whole = Viewport::default();
        self.store.report_viewport(Viewport { zoom_level, ..whole });
    }

    fn find(&self, selection: &str) -> Record {
        Record::find(&self.store.atlas().dataset, &selection.parse().unwrap()).unwrap()
    }
}

/// Compares everything that a change of the filters changes.
#[track_caller]
fn check(page: &Page, matches: &[&str], facts: (usize, usize, usize), fragment: &str) {
    assert_eq!(page.see_matches(), matches);
    assert_eq!(page.see_facts(), facts);
    assert_eq!(page.see_fragment(), fragment);
}

#[test]
fn a_page_without_a_link_shows_everything() {
    let page = open_page("");
    check(&page, &["cells", "organs", "rotors"], (3, 2, 2), "");
    assert_eq!(page.see_change(), Change::Given);
    assert!(page.store.record.get_untracked().is_none());
    assert!(page.store.emphasis.get_untracked().is_none());
    assert!(matches!(
        page.store.details.get_untracked(),
        DetailsState::Loading
    ));
    assert_eq!(
        page.store.atlas().totals,
        page.store.matches.get_untracked().counts
    );
}

#[test]
fn choosing_a_filter_changes_matches_facts_and_link() {
    let page = open_page("");
    page.store.set_filter(Facet::Theme, "health", true);
    check(&page, &["cells", "organs"], (2, 1, 2), "theme=health");
    assert_eq!(page.see_change(), Change::Step);
    page.store.set_filter(Facet::Country, "FR", true);
    check(&page, &["organs"], (1, 1, 1), "theme=health&country=FR");
    assert_eq!((page.see_count_beside("FR"), page.see_count_beside("JP")), (1, 1));
    page.store.set_filter(Facet::Theme, "health", false);
    check(&page, &["organs", "rotors"], (2, 2, 1), "country=FR");
}

#[test]
fn a_brief_is_about_its_record() {
    let page = open_page("");
    let see_subject = || untrack(|| subject(page.store));
    let sentence = see_subject();
    page.store.open_view(View::Brief);
    assert_eq!(see_subject(), sentence, "nothing is chosen");
    page.store.select(page.find("country:JP"));
    assert_eq!(see_subject(), "Japan – Dossier");
    assert_eq!(page.see_fragment(), "view=brief&sel=country:JP");
    page.store.open_view(View::Map);
    assert_eq!(see_subject(), sentence);
}

#[test]
fn the_sentence_states_the_facts_in_the_language() {
    let page = open_page("#theme=health&country=JP&programme=none,bridges");
    let see_sentence = || untrack(|| present_sentence(page.store));
    let german = "1 Kooperation zum Thema Gesundheit von 1 Cluster mit dem Partnerland Japan, \
                  Förderprogramme: Brücken oder ohne Angabe.";
    assert_eq!(see_sentence(), german);
    page.store.session.choose_language(Language::English);
    page.store.reset_filters();
    assert_eq!(
        see_sentence(),
        "3 cooperations of 2 clusters with 2 countries; most often France (2)."
    );
    page.store.set_filter(Facet::Status, "ended", true);
    assert_eq!(see_sentence(), "No known cooperation, Status: ended.");
}

#[test]
fn a_cell_of_the_matrix_leaves_its_two_values_on_the_map_in_one_step() {
    let page = open_page("#theme=energy&country=JP&status=unknown&view=matrix&axes=state,country");
    let before = page.see_fragment();
    page.store
        .show_both((Facet::Theme, "health"), (Facet::Country, "FR"));
    assert_eq!(
        page.see_fragment(),
        "axes=state,country&theme=health&country=FR&status=unknown"
    );
    assert_eq!(page.see_change(), Change::Step);
    page.store.session.open_link(&before, Change::Given);
    assert_eq!(page.see_fragment(), before);
}

#[test]
fn the_matrix_counts_by_what_the_link_says() {
    let page = open_page("#view=matrix");
    page.store.count_by(Axes::StateCountry);
    assert_eq!(page.see_fragment(), "view=matrix&axes=state,country");
    assert_eq!(page.see_change(), Change::Step);
    page.store.count_by(Axes::ThemeCountry);
    assert_eq!(page.see_fragment(), "view=matrix");
}

#[test]
fn showing_only_one_value_takes_the_others_of_its_facet_out() {
    let page = open_page("#theme=energy,health&country=FR");
    page.store.show_only(Facet::Theme, "energy");
    check(&page, &["rotors"], (1, 1, 1), "theme=energy&country=FR");
}

#[test]
fn several_values_are_chosen_and_taken_out_in_one_step() {
    let page = open_page("#country=JP&theme=energy");
    page.store.set_filters(Facet::Country, &["FR", "JP"], true);
    check(&page, &["rotors"], (1, 1, 1), "theme=energy&country=FR,JP");
    assert_eq!(page.see_change(), Change::Step);
    page.store.set_filters(Facet::Country, &["FR", "JP"], false);
    check(&page, &["rotors"], (1, 1, 1), "theme=energy");
    page.store.clear_filter(Facet::Theme);
    check(&page, &["cells", "organs", "rotors"], (3, 2, 2), "");
}

#[test]
fn years_are_chosen_in_a_step_that_small_changes_carry_on() {
    let page = open_page("#theme=health");
    let years = |from| Years::default().between(from, None);
    page.store.choose_years(years(Some(2015)), Change::Step);
    assert_eq!(
        (page.see_fragment().as_str(), page.see_change()),
        ("theme=health&from=2015", Change::Step)
    );
    page.store.choose_years(years(Some(2016)), Change::Small);
    assert_eq!(
        (page.see_fragment().as_str(), page.see_change()),
        ("theme=health&from=2016", Change::Small)
    );
    page.store.choose_years(years(None), Change::Step);
    assert_eq!(page.see_fragment(), "theme=health");
}

#[test]
fn each_of_several_countries_can_be_asked_for() {
    let page = open_page("#country=FR,JP");
    check(&page, &["cells", "organs", "rotors"], (3, 2, 2), "country=FR,JP");
    page.store.ask_for_each_country(true);
    check(&page, &["cells", "organs"], (2, 1, 2), "country=FR,JP&match=all");
    assert_eq!(page.see_change(), Change::Step);
    page.store.ask_for_each_country(false);
    assert_eq!(page.see_fragment(), "country=FR,JP");
}

#[test]
fn resetting_the_filters_leaves_everything_else() {
    let page = open_page("#lang=en&view=list&theme=energy&status=ended&sel=cluster:bio&at=51,10,5");
    check(
        &page,
        &[],
        (0, 0, 0),
        "lang=en&view=list&theme=energy&status=ended&sel=cluster:bio&at=51,10,5",
    );
    page.store.reset_filters();
    let left = "lang=en&view=list&sel=cluster:bio&at=51,10,5";
    check(&page, &["cells", "organs", "rotors"], (3, 2, 2), left);
}

#[test]
fn a_value_that_the_dataset_does_not_have_is_named_and_holds_nothing_back() {
    let page = open_page("#theme=magic&country=FR");
    assert_eq!(page.see_matches(), ["organs", "rotors"]);
    let unknown = page.store.unknown_values();
    let unknown: Vec<(Facet, &str)> = unknown.iter().map(|one| (one.facet, &*one.value)).collect();
    assert_eq!(unknown, [(Facet::Theme, "magic")]);
    page.store.set_filter(Facet::Theme, "magic", false);
    assert!(page.store.unknown_values().is_empty());
}

#[test]
fn sorting_is_a_step_in_the_link_and_orders_the_matches() {
    let page = open_page("#country=FR");
    let see_rows = || -> Vec<&str> {
        let sort = page.store.session.sort.get_untracked();
        let order = page
            .store
            .order(sort.column, page.store.session.language.get_untracked());
        let matches = page.store.matches.get_untracked();
        let dataset = &page.store.atlas().dataset;
        order
            .of(&matches.cooperations, sort)
            .map(|key| dataset.cooperation(key).id.as_str())
            .collect()
    };
    page.store.sort(Sort::by(Column::Title));
    assert_eq!(see_rows(), ["organs", "rotors"]);
    assert_eq!(page.see_fragment(), "sort=title&country=FR");
    assert_eq!(page.see_change(), Change::Step);
    page.store.sort(Sort::by(Column::Title).reversed());
    assert_eq!(page.see_fragment(), "sort=-title&country=FR");
    assert_eq!(see_rows(), ["rotors", "organs"]);
    page.store.sort(Sort::default());
    assert_eq!(page.see_fragment(), "country=FR");
}

#[test]
fn what_changes_nothing_is_no_step() {
    let page = open_page("#theme=health");
    page.store.set_filter(Facet::Theme, "health", true);
    page.store.set_filter(Facet::Theme, "no value", true);
    page.store.close_detail();
    page.store.open_view(View::Map);
    assert_eq!(page.see_change(), Change::Given);
    assert_eq!(page.see_fragment(), "theme=health");
}

#[test]
fn opening_and_closing_a_record_are_steps_in_the_link() {
    let page = open_page("");
    page.store.select(page.find("cluster:bio"));
    assert_eq!(page.see_fragment(), "sel=cluster:bio");
    assert_eq!(page.store.record.get_untracked(), Some(page.find("cluster:bio")));
    assert_eq!(page.see_change(), Change::Step);
    page.store.select(page.find("country:JP"));
    assert_eq!(page.see_fragment(), "sel=country:JP");
    page.store.close_detail();
    assert_eq!(
        (page.see_fragment().as_str(), page.store.record.get_untracked()),
        ("", None)
    );
}

#[test]
fn a_link_to_a_record_that_does_not_exist_opens_nothing() {
    let page = open_page("#sel=cluster:gone");
    assert_eq!(page.store.record.get_untracked(), None);
    assert_eq!(page.see_fragment(), "sel=cluster:gone");
    assert_eq!(page.see_ignored(), Vec::<String>::new());
}

#[test]
fn the_emphasis_follows_the_open_record_and_the_filters() {
    let page = open_page("");
    let emphasized = || {
        let scene = page.store.emphasis.get_untracked()?;
        Some(
            scene
                .connections
                .iter()
                .map(|connection| connection.cooperations)
                .sum::<u32>(),
        )
    };
    assert_eq!(emphasized(), None);
    page.store.select(page.find("cluster:bio"));
    assert_eq!(emphasized(), Some(2));
    page.store.set_filter(Facet::Country, "JP", true);
    assert_eq!(emphasized(), Some(1));
    page.store.select(page.find("cluster:wind"));
    assert_eq!(emphasized(), Some(0), "nothing of it is among the matches");
    page.store.reset_filters();
    assert_eq!(emphasized(), Some(1));
    page.store.close_detail();
    assert_eq!(emphasized(), None);
}

#[test]
fn opening_a_link_replaces_everything_and_reports_what_is_not_understood() {
    let page = open_page("#lang=en&theme=health&sel=cluster:bio&at=51,10,5&colour=red");
    assert_eq!(page.see_ignored(), ["colour=red"]);
    page.store.set_filter(Facet::Country, "JP", true);
    page.store
        .session
        .open_link("#country=FR&shape=round&view=globe", Change::Given);
    check(&page, &["organs", "rotors"], (2, 2, 1), "country=FR");
    assert_eq!(page.see_ignored(), ["shape=round", "view=globe"]);
    assert_eq!(page.see_change(), Change::Given);
    assert_eq!(
        (
            page.store.session.language.get_untracked(),
            page.store.record.get_untracked()
        ),
        (Language::German, None)
    );
    page.store.session.open_link("", Change::Small);
    assert_eq!(page.see_change(), Change::Small, "a message");
    assert_eq!(page.see_ignored(), Vec::<String>::new());
    assert_eq!(
        page.store.session.view_state.get_untracked(),
        ViewState::default()
    );
}

#[test]
fn the_language_is_the_preferred_one_until_one_is_chosen() {
    let owner = Owner::new();
    owner.set();
    for preferred in Language::ALL {
        let session = Session::new("", preferred);
        assert_eq!(session.language.get_untracked(), preferred);
        assert_eq!(
            session.fragment.get_untracked(),
            "",
            "a preference is not in the link"
        );
        for chosen in Language::ALL {
            session.choose_language(chosen);
            assert_eq!(session.language.get_untracked(), chosen);
            assert_eq!(
                session.fragment.get_untracked(),
                format!("lang={}", chosen.code())
            );
            assert_eq!(session.last_change.get_untracked(), Change::Small);
        }
        let linked = Session::new("#lang=de", preferred);
        assert_eq!(
            linked.language.get_untracked(),
            Language::German,
            "the link decides"
        );
        let wrong = Session::new("#lang=fr", preferred);
        assert_eq!(
            wrong.language.get_untracked(),
            preferred,
            "an unknown language leaves the preference"
        );
    }
}

#[test]
fn the_texts_are_those_of_the_language() {
    let page = open_page("");
    assert_eq!(
        untrack(|| page.store.texts().reset_filters),
        "Filter zurücksetzen"
    );
    page.store.session.choose_language(Language::English);
    assert_eq!(untrack(|| page.store.texts().reset_filters), "Reset filters");
}

#[test]
fn appearance_and_view_are_in_the_link() {
    let page = open_page("");
    page.store.session.choose_appearance(Appearance::Dark);
    assert_eq!(page.see_change(), Change::Small);
    page.store.open_view(View::List);
    assert_eq!(page.see_fragment(), "appearance=dark&view=list");
    assert_eq!(page.store.session.appearance.get_untracked(), Appearance::Dark);
    page.store.session.choose_appearance(Appearance::Auto);
    page.store.open_view(View::Map);
    assert_eq!(page.see_fragment(), "");
}

#[test]
fn moving_the_map_is_a_small_change() {
    let page = open_page("");
    page.store
        .move_camera(Camera::new(51.123_456, 10.0, 5.5).unwrap());
    assert_eq!(
        (page.see_fragment().as_str(), page.see_change()),
        ("at=51.1235,10,5.5", Change::Small)
    );
    check(
        &page,
        &["cells", "organs", "rotors"],
        (3, 2, 2),
        "at=51.1235,10,5.5",
    );
    page.store.show_everything();
    assert_eq!(
        (page.see_fragment().as_str(), page.see_change()),
        ("", Change::Small)
    );
}

#[test]
fn the_zoom_level_decides_about_groups_and_not_about_the_link() {
    let page = open_page("");
    let groups = || page.store.level.get_untracked().groups.len();
    assert_eq!(groups(), 3, "Germany, Europe, Asia");
    page.zoom_to(3.0);
    assert_eq!(groups(), 3, "Germany, France, Japan");
    page.zoom_to(9.1);
    assert_eq!(groups(), 5, "two clusters, somewhere in Germany, two places");
    assert_eq!(
        page.store.level.get_untracked().zoom_level.to_bits(),
        9_f64.to_bits(),
        "in steps"
    );
    assert_eq!(page.see_fragment(), "");
    assert_eq!(
        page.store.scene.get_untracked().counts.len(),
        5,
        "the scene follows"
    );
}

#[test]
fn small_moves_of_the_map_leave_level_and_scene_as_they_are() {
    let page = open_page("");
    let look = |left: f64| {
        page.store.report_viewport(Viewport {
            zoom_level: 5.0,
            visible: Area {
                left,
                top: 80.0,
                right: left + 20.0,
                bottom: 95.0,
            },
        });
        (page.store.level.get_untracked(), page.store.scene.get_untracked())
    };
    let (level, scene) = look(130.0);
    let (same_level, same_scene) = look(130.1);
    assert!(Arc::ptr_eq(&level, &same_level) && Arc::ptr_eq(&scene, &same_scene));
    let (same_level, far) = look(20.0);
    assert!(
        Arc::ptr_eq(&level, &same_level),
        "only the zoom level parts groups"
    );
    assert_eq!(
        far.counts, scene.counts,
        "numbers are the same wherever the map looks"
    );
    assert_eq!((scene.connections.len(), far.connections.len()), (3, 0));
}

#[test]
fn levels_are_kept_for_a_while() {
    let page = open_page("");
    let level_at = |zoom_level| {
        page.zoom_to(zoom_level);
        page.store.level.get_untracked()
    };
    let before = level_at(3.0);
    for zoom_level in [3.25, 3.5, 3.75, 4.0] {
        level_at(zoom_level);
    }
    assert!(Arc::ptr_eq(&before, &level_at(3.1)));
}

#[test]
fn filters_change_numbers_and_not_the_order_of_groups() {
    let page = open_page("");
    page.zoom_to(9.0);
    let before = page.store.level.get_untracked();
    page.store.set_filter(Facet::Theme, "energy", true);
    assert_eq!(page.store.level.get_untracked(), before);
    assert_eq!(page.store.scene.get_untracked().greatest_count(), 1);
}

#[test]
fn a_text_that_is_no_dataset_gives_no_atlas() {
    assert!(Atlas::read("<!doctype html>").is_err());
    assert!(Atlas::read(&ATLAS.replace("\"version\": 1", "\"version\": 2")).is_err());
    let broken = ATLAS.replace("\"place\": \"tokyo\"", "\"place\": \"kyoto\"");
    assert_eq!(Atlas::read(&broken).unwrap().problems.len(), 1);
}
