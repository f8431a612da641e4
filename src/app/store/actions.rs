//! The only writers of the view state.

use std::sync::Arc;

use clusteratlas_core::domain::localized::Language;
use clusteratlas_core::geo::mercator::{Point, degrees_from_pixel};
use clusteratlas_core::permalink::decode::decode;
use clusteratlas_core::permalink::view_state::{Appearance, Camera, StoryStep, View, ViewState};
use clusteratlas_core::query::facet::{Facet, Query};
use clusteratlas_core::query::matrix::Axes;
use clusteratlas_core::query::selection::Record;
use clusteratlas_core::query::sort::Sort;
use clusteratlas_core::query::years::Years;
use clusteratlas_core::scene::viewport::Viewport;
use clusteratlas_core::tiles::TileSource;
use leptos::prelude::*;

use super::{Arrival, Change, DetailsState, Session, Store};

impl Session {
    /// Changes the language of the page.
    pub fn choose_language(self, language: Language) {
        self.change(Change::Small, |state| state.language = Some(language));
    }

    /// Asks for light or dark.
    pub fn choose_appearance(self, appearance: Appearance) {
        self.change(Change::Small, |state| state.appearance = appearance);
    }
}

/// The view state of a step of a story in the language, the appearance and the form of another.
fn step_view(state: &ViewState, view: &str) -> ViewState {
    let (step, _) = decode(view);
    ViewState {
        language: state.language,
        appearance: state.appearance,
        embed: state.embed,
        controls: state.controls,
        ..step
    }
}

impl Store {
    /// Shows the map tiles of these providers until the page is left; of none, none.
    pub fn show_tiles(self, sources: Arc<[TileSource]>) {
        self.tiles_missing.set(false);
        self.tiles.set(sources);
    }

    /// Notes that a tile has not arrived.
    pub fn miss_tiles(self) {
        self.tiles_missing.set(true);
    }

    /// Opens a view.
    pub fn open_view(self, view: View) {
        self.session.change(Change::Step, |state| state.view = view);
    }

    /// Chooses a value of a facet, or takes it out again.
    pub fn set_filter(self, facet: Facet, value: &str, chosen: bool) {
        self.set_filters(facet, &[value], chosen);
    }

    /// Chooses several values of a facet, or takes them out again.
    pub fn set_filters(self, facet: Facet, values: &[&str], chosen: bool) {
        self.session.change(Change::Step, |state| {
            for value in values {
                state.query.set(facet, value, chosen);
            }
        });
    }

    /// Takes every value out of a facet.
    pub fn clear_filter(self, facet: Facet) {
        self.session
            .change(Change::Step, |state| state.query.clear(facet));
    }

    /// Of several countries, asks only for clusters that have a matching cooperation in each, or in any.
    pub fn ask_for_each_country(self, each: bool) {
        self.session
            .change(Change::Step, |state| state.query.in_each_country = each);
    }

    /// Asks for years.
    pub fn choose_years(self, years: Years, change: Change) {
        self.session.change(change, |state| state.query.years = years);
    }

    /// Leaves one value in a facet.
    pub fn show_only(self, facet: Facet, value: &str) {
        self.session.change(Change::Step, |state| {
            state.query.clear(facet);
            state.query.set(facet, value, true);
        });
    }

    /// Filters by words; an empty text asks for nothing.
    pub fn search_for(self, text: &str) {
        self.session
            .change(Change::Step, |state| state.query.set_text(text));
    }

    /// Filters by the name of a record and opens it.
    pub fn find(self, name: &str, record: Record) {
        let selection = record.selection(&self.atlas().dataset);
        self.session.change(Change::Step, |state| {
            state.query.set_text(name);
            state.selection = Some(selection);
        });
        self.session.record_is_newer.set(true);
    }

    /// Leaves one value in each of two facets, on the map.
    pub fn show_both(self, first: (Facet, &str), second: (Facet, &str)) {
        self.session.change(Change::Step, |state| {
            for (facet, value) in [first, second] {
                state.query.clear(facet);
                state.query.set(facet, value, true);
            }
            state.view = View::Map;
        });
    }

    /// Counts the matrix by two properties.
    pub fn count_by(self, axes: Axes) {
        self.session.change(Change::Step, |state| state.axes = axes);
    }

    /// Takes all filters back.
    pub fn reset_filters(self) {
        self.session
            .change(Change::Step, |state| state.query = Query::default());
    }

    /// Asks again for what the link or a message has asked for.
    pub fn return_to_given(self) {
        let given = self.session.given.get_untracked();
        self.session.change(Change::Step, |state| state.query = given);
    }

    /// Keeps the present selection, to be compared with what is chosen from now on.
    pub fn compare(self) {
        self.session
            .change(Change::Step, |state| state.compared = Some(state.query.clone()));
    }

    /// Shows the selection that is compared in place of the present one, and the other way round.
    pub fn swap_compared(self) {
        self.session.change(Change::Step, |state| {
            if let Some(compared) = &mut state.compared {
                std::mem::swap(compared, &mut state.query);
            }
        });
    }

    /// Shows the present selection alone.
    pub fn stop_comparing(self) {
        self.session.change(Change::Step, |state| state.compared = None);
    }

    /// Opens a step of a story with its view, a fragment; language and appearance stay.
    pub fn open_step(self, step: StoryStep, view: &str) {
        self.session.record_is_newer.set(false);
        self.session.change(Change::Step, |state| {
            *state = step_view(state, view);
            state.story = Some(step);
        });
    }

    /// Shows the view of the open step where a link says nothing but the step; `view` finds its fragment.
    pub fn complete_step<'a>(self, view: &dyn Fn(&StoryStep) -> Option<&'a str>) {
        self.session.change(Change::Small, |state| {
            let mut bare = step_view(state, "");
            bare.story.clone_from(&state.story);
            let view = state.story.as_ref().and_then(view);
            if let Some(view) = view.filter(|_| bare == *state) {
                bare = step_view(state, view);
                bare.story.clone_from(&state.story);
                *state = bare;
            }
        });
    }

    /// Whether the view of a step of a story is shown as it was written; tracked.
    pub fn shows_step(self, view: &str) -> bool {
        self.session.view_state.with(|state| {
            let mut step = step_view(state, view);
            step.story.clone_from(&state.story);
            // Looking elsewhere, or into a record, leaves the view as it is.
            step.camera = state.camera;
            step.selection.clone_from(&state.selection);
            step == *state
        })
    }

    /// Closes the story; its last view stays.
    pub fn close_story(self) {
        self.session.change(Change::Step, |state| state.story = None);
    }

    /// Sorts the list.
    pub fn sort(self, sort: Sort) {
        self.session.change(Change::Step, |state| state.sort = sort);
    }

    /// Opens a record in the detail panel.
    pub fn select(self, record: Record) {
        let selection = record.selection(&self.atlas().dataset);
        self.session
            .change(Change::Step, |state| state.selection = Some(selection));
        self.session.record_is_newer.set(true);
    }

    /// Closes the detail panel.
    pub fn close_detail(self) {
        self.session.change(Change::Step, |state| state.selection = None);
    }

    /// Asks for summaries and sources again after they failed to arrive.
    pub fn ask_for_details(self) {
        self.details.set(DetailsState::Loading);
        self.details_asked.update(|times| *times += 1);
    }

    /// Asks for the second piece of the program again after it failed to arrive.
    pub fn ask_for_later(self) {
        self.later.set(Arrival::Loading);
        self.later_asked.update(|times| *times += 1);
    }

    /// Notes where the map looks after the visitor has moved it.
    pub fn move_camera(self, camera: Camera) {
        self.session
            .change(Change::Small, |state| state.camera = Some(camera));
    }

    /// Moves the map by shares of what it shows, to the right and down.
    pub fn pan(self, right: f64, down: f64) {
        let Viewport { zoom_level, visible } = self.viewport.get_untracked();
        let middle = |from: f64, to: f64, share: f64| f64::midpoint(from, to) + share * (to - from);
        let (lat, lon) = degrees_from_pixel(Point {
            x: middle(visible.left, visible.right, right),
            y: middle(visible.top, visible.bottom, down),
        });
        if let Some(camera) = Camera::new(lat, lon, zoom_level) {
            self.move_camera(camera);
        }
    }

    /// Lets the map look at everything.
    pub fn show_everything(self) {
        self.session.change(Change::Small, |state| state.camera = None);
    }

    /// Notes where the map stands.
    pub fn report_viewport(self, viewport: Viewport) {
        if self.viewport.get_untracked() != viewport {
            self.viewport.set(viewport);
        }
    }
}
