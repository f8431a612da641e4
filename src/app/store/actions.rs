//! The only writers of the view state.

use clusteratlas_core::domain::localized::Language;
use clusteratlas_core::permalink::view_state::{Appearance, Camera, View};
use clusteratlas_core::query::facet::{Facet, Query};
use clusteratlas_core::query::selection::Record;
use clusteratlas_core::query::sort::Sort;
use clusteratlas_core::scene::viewport::Viewport;
use leptos::prelude::*;

use super::{Change, DetailsState, Session, Store};

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

impl Store {
    /// Opens a view.
    pub fn open_view(self, view: View) {
        self.session.change(Change::Step, |state| state.view = view);
    }

    /// Chooses a value of a facet, or takes it out again.
    pub fn set_filter(self, facet: Facet, value: &str, chosen: bool) {
        self.session.change(Change::Step, |state| {
            state.query.set(facet, value, chosen);
        });
    }

    /// Leaves one value in a facet.
    pub fn show_only(self, facet: Facet, value: &str) {
        self.session.change(Change::Step, |state| {
            state.query.clear(facet);
            state.query.set(facet, value, true);
        });
    }

    /// Takes all filters back.
    pub fn reset_filters(self) {
        self.session
            .change(Change::Step, |state| state.query = Query::default());
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

    /// Notes where the map looks after the visitor has moved it.
    pub fn move_camera(self, camera: Camera) {
        self.session
            .change(Change::Small, |state| state.camera = Some(camera));
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
