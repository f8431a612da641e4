//! Signals and memos over the types of the core; no DOM. The only writers are the actions.

mod actions;
mod atlas;
mod session;

use std::ops::Deref;
use std::sync::Arc;

use clusteratlas_core::dataset::details::Details;
use clusteratlas_core::domain::localized::Language;
use clusteratlas_core::locale::texts::Texts;
use clusteratlas_core::permalink::view_state::ViewState;
use clusteratlas_core::query::filter::{Filter, Matches, UnknownValue};
use clusteratlas_core::query::selection::Record;
use clusteratlas_core::query::summary::Summary;
use clusteratlas_core::scene::Scene;
use clusteratlas_core::scene::level::{Level, stepped};
use leptos::prelude::*;

pub use atlas::Atlas;
pub use session::{Change, Session};

/// Summaries and sources, which arrive after the first map.
#[derive(Clone, Debug, Default)]
pub enum DetailsState {
    /// On their way.
    #[default]
    Loading,
    /// Here.
    Ready(Arc<Details>),
    /// They could not be loaded, and why.
    Failed(String),
}

/// What the page shows of a loaded dataset: a handle as small as a pointer, so that the hundreds of
/// closures that hold one stay small. Its parts live as long as the page.
#[derive(Clone, Copy)]
pub struct Store(&'static Parts);

impl Deref for Store {
    type Target = Parts;

    fn deref(&self) -> &Parts {
        self.0
    }
}

/// The parts of a [`Store`].
pub struct Parts {
    /// Language, view state and link.
    pub session: Session,
    atlas: &'static Atlas,
    /// Summaries and sources.
    pub details: RwSignal<DetailsState>,
    /// How often the visitor has asked for them again.
    pub details_asked: RwSignal<u32>,
    /// The cooperations that pass the filters, and what every option would leave.
    pub matches: Memo<Arc<Matches>>,
    /// Chosen values that the dataset does not have.
    pub unknown_values: Memo<Vec<UnknownValue>>,
    /// The numbers of the matches.
    pub summary: Memo<Arc<Summary>>,
    /// What is open in the detail panel.
    pub record: Memo<Option<Record>>,
    /// The zoom level at which the map stands, as the map reports it.
    zoom_level: RwSignal<f64>,
    /// The groups at that zoom level.
    pub level: Memo<Arc<Level>>,
    /// The matches on these groups.
    pub scene: Memo<Arc<Scene>>,
    /// The cooperations of the open record among the matches, on these groups.
    pub emphasis: Memo<Option<Arc<Scene>>>,
}

impl Store {
    /// The store of a dataset.
    pub fn new(session: Session, atlas: Atlas) -> Self {
        let atlas: &'static Atlas = Box::leak(Box::new(atlas));
        let found = Memo::new(move |_| {
            let query = session.query.get();
            let (filter, unknown) = Filter::resolve(&query, &atlas.index);
            (Arc::new(Matches::find(&atlas.index, &filter)), unknown)
        });
        let matches = Memo::new(move |_| found.with(|(matches, _)| matches.clone()));
        let unknown_values = Memo::new(move |_| found.with(|(_, unknown)| unknown.clone()));
        let summary = Memo::new(move |_| Arc::new(Summary::of(&atlas.dataset, &matches.get().cooperations)));
        let selection = Memo::new(move |_| session.view_state.with(|state| state.selection.clone()));
        let record = Memo::new(move |_| {
            selection
                .get()
                .and_then(|selection| Record::find(&atlas.dataset, &selection))
        });
        let zoom_level = RwSignal::new(0.0);
        let level = Memo::new(move |_| Arc::new(Level::build(&atlas.dataset, stepped(zoom_level.get()))));
        let scene = Memo::new(move |_| {
            Arc::new(Scene::build(
                &atlas.dataset,
                &level.get(),
                &matches.get().cooperations,
            ))
        });
        let emphasis = Memo::new(move |_| {
            let record = record.get()?;
            let dataset = &atlas.dataset;
            let own: Vec<_> = matches
                .get()
                .cooperations
                .iter()
                .copied()
                .filter(|&cooperation| record.touches(dataset, cooperation))
                .collect();
            Some(Arc::new(Scene::build(dataset, &level.get(), &own)))
        });
        Self(Box::leak(Box::new(Parts {
            session,
            atlas,
            details: RwSignal::new(DetailsState::Loading),
            details_asked: RwSignal::new(0),
            matches,
            unknown_values,
            summary,
            record,
            zoom_level,
            level,
            scene,
            emphasis,
        })))
    }

    /// The dataset and its index.
    pub fn atlas(self) -> &'static Atlas {
        self.0.atlas
    }

    /// The language of the page; tracked.
    pub fn language(self) -> Language {
        self.session.language.get()
    }

    /// The texts of the page's language; tracked.
    pub fn texts(self) -> &'static Texts {
        self.session.texts()
    }

    /// The view state; tracked.
    pub fn view_state(self) -> ViewState {
        self.session.view_state.get()
    }
}
