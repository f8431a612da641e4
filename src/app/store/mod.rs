//! Signals and memos over the types of the core; no DOM. The only writers are the actions.

mod actions;
mod atlas;
mod desk;
mod levels;
mod listed;
mod orders;
mod search;
mod session;
mod walk;

use std::ops::Deref;
use std::sync::Arc;

use clusteratlas_core::dataset::details::Details;
use clusteratlas_core::domain::localized::Language;
use clusteratlas_core::locale::texts::Texts;
use clusteratlas_core::permalink::view_state::ViewState;
use clusteratlas_core::query::bitmap::Bitmap;
use clusteratlas_core::query::facet::Query;
use clusteratlas_core::query::filter::{Filter, Matches, UnknownValue};
use clusteratlas_core::query::ranking::Order;
use clusteratlas_core::query::selection::Record;
use clusteratlas_core::query::sort::Column;
use clusteratlas_core::query::summary::Summary;
use clusteratlas_core::query::years::Histogram;
use clusteratlas_core::scene::Scene;
use clusteratlas_core::scene::level::{Level, stepped};
use clusteratlas_core::scene::viewport::Viewport;
use clusteratlas_core::tiles::TileSource;
use leptos::prelude::*;

use levels::Levels;
use listed::Listed;
use orders::Orders;

pub use atlas::Atlas;
pub use desk::{Desk, Kinds, Reading, Sieve, Sifted, Trouble, Work};
pub use search::{Engine, Search};
pub use session::{Change, Session};
pub use walk::{Goal, Guide, Walk};

/// Something that arrives after the first map.
#[derive(Clone, Debug, Default)]
pub enum Arrival<T> {
    /// On its way.
    #[default]
    Loading,
    /// Here.
    Ready(T),
    /// It could not be loaded, and why.
    Failed(String),
}

/// Summaries and sources.
pub type DetailsState = Arrival<Arc<Details>>;

/// What the page shows of a loaded dataset: a handle as small as a pointer, so that the hundreds of
/// closures that hold one stay small. Its parts live as long as the page; what follows signals, as long as its owner.
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
    /// The search engine.
    pub search: Search,
    /// What is asked for.
    pub filter: Memo<Arc<Filter>>,
    /// The second piece of the program.
    pub later: RwSignal<Arrival<()>>,
    /// How often the visitor has asked for it again.
    pub later_asked: RwSignal<u32>,
    /// The cooperations that pass the filters, and what every option would leave.
    pub matches: Memo<Arc<Matches>>,
    /// The numbers of the matches.
    pub summary: Memo<Arc<Summary>>,
    /// The cooperations that pass the second set of filters, where there is one.
    pub compared: Memo<Option<Arc<Matches>>>,
    /// What the list has: the matches, and beside them those that they are compared with.
    pub listed: Memo<Arc<Listed>>,
    /// What is open in the detail panel.
    pub record: Memo<Option<Record>>,
    /// Where the map stands, as it reports it.
    pub viewport: RwSignal<Viewport>,
    /// The groups at its zoom level.
    pub level: Memo<Arc<Level>>,
    /// The matches on these groups.
    pub scene: Memo<Arc<Scene>>,
    /// What they are compared with, on these groups.
    pub other_scene: Memo<Option<Arc<Scene>>>,
    /// The cooperations of the open record among those of the list, on these groups.
    pub emphasis: Memo<Option<Arc<Scene>>>,
    /// Where the keyboard walks on the map.
    pub walk: Walk,
    /// Providers whose map tiles the visitor has asked for, for this page view.
    pub tiles: RwSignal<Arc<[TileSource]>>,
    /// Whether some of their tiles have not arrived.
    pub tiles_missing: RwSignal<bool>,
    /// The text of the stories of a preview; those that are published are loaded when they are asked for.
    pub stories: Option<String>,
    orders: StoredValue<Orders>,
}

impl Store {
    /// The store of the published dataset.
    pub fn new(session: Session, atlas: Atlas) -> Self {
        let later = (RwSignal::new(Arrival::Loading), RwSignal::new(0));
        Self::build(session, atlas, DetailsState::Loading, later, None)
    }

    /// The store of another dataset in the same page, for a preview.
    #[must_use]
    pub fn preview(self, atlas: Atlas, details: DetailsState, stories: String) -> Self {
        let later = (self.later, self.later_asked);
        Self::build(self.session, atlas, details, later, Some(stories))
    }

    fn build(
        session: Session,
        atlas: Atlas,
        details: DetailsState,
        (later, later_asked): (RwSignal<Arrival<()>>, RwSignal<u32>),
        stories: Option<String>,
    ) -> Self {
        let atlas: &'static Atlas = Box::leak(Box::new(atlas));
        let search = Search::new(atlas);
        let resolve = move |query: &Query| {
            let (mut filter, _) = Filter::resolve(query, &atlas.index);
            if let Some(found) = search.cooperations(query.text()) {
                filter.narrow(found);
            }
            filter
        };
        let filter = Memo::new(move |_| Arc::new(session.query.with(resolve)));
        let matches = Memo::new(move |_| filter.with(|filter| Arc::new(Matches::find(&atlas.index, filter))));
        let compared = Memo::new(move |_| {
            session.compared.with(|query| {
                let filter = resolve(query.as_ref()?);
                Some(Arc::new(Matches::find(&atlas.index, &filter)))
            })
        });
        let listed = Memo::new(move |_| {
            matches.with(|own| compared.with(|other| Arc::new(Listed::of(own, other.as_deref()))))
        });
        let summary = Memo::new(move |_| {
            matches.with(|matches| Arc::new(Summary::of(&atlas.index, &matches.cooperations)))
        });
        let record = Memo::new(move |_| {
            session.view_state.with(|state| {
                let selection = state.selection.as_ref()?;
                Record::find(&atlas.dataset, selection)
            })
        });
        let viewport = RwSignal::new(Viewport::default());
        let levels = StoredValue::new(Levels::default());
        let level = Memo::new_with_compare(
            move |_| {
                let zoom_level = viewport.with(|viewport| stepped(viewport.zoom_level));
                levels
                    .try_update_value(|levels| levels.at(&atlas.ground, &atlas.index, zoom_level))
                    .unwrap_or_else(|| Arc::new(Level::build(&atlas.ground, &atlas.index, zoom_level)))
            },
            |before, after| !same(before, after),
        );
        // Small moves of the map leave both as they are.
        let framed = Memo::new(move |_| viewport.with(|at| (at.frame(), at.most_connections())));
        let draw = move |cooperations: &Bitmap| {
            let (frame, most) = framed.get();
            level.with(|level| Arc::new(Scene::build(&atlas.index, level, cooperations, frame, most)))
        };
        let scene = Memo::new_with_compare(
            move |_| matches.with(|matches| draw(&matches.cooperations)),
            |before, after| !same(before, after),
        );
        let other_scene =
            Memo::new(move |_| compared.with(|compared| Some(draw(&compared.as_ref()?.cooperations))));
        let emphasis = Memo::new(move |_| {
            let mut own = atlas.index.touching(&atlas.dataset, record.get()?);
            listed.with(|listed| own.meet(&listed.cooperations));
            Some(draw(&own))
        });
        Self(Box::leak(Box::new(Parts {
            session,
            atlas,
            details: RwSignal::new(details),
            details_asked: RwSignal::new(0),
            search,
            filter,
            later,
            later_asked,
            matches,
            summary,
            compared,
            listed,
            record,
            viewport,
            level,
            scene,
            other_scene,
            emphasis,
            walk: Walk::new(),
            tiles: RwSignal::default(),
            tiles_missing: RwSignal::new(false),
            stories,
            orders: StoredValue::new(Orders::default()),
        })))
    }

    /// Whether it shows what is not published.
    pub fn is_preview(self) -> bool {
        self.stories.is_some()
    }

    /// The dataset and its index.
    pub fn atlas(self) -> &'static Atlas {
        self.0.atlas
    }

    /// All cooperations in the order of a column as it reads in a language.
    pub fn order(self, column: Column, language: Language) -> Arc<Order> {
        let Atlas { dataset, index, .. } = self.0.atlas;
        let orders = self.0.orders;
        orders
            .try_update_value(|orders| orders.by(dataset, index, column, language))
            .unwrap_or_default()
    }

    /// How many of the cooperations that pass the filters besides the years run in each year; tracked.
    pub fn histogram(self) -> Histogram {
        self.filter
            .with(|filter| Histogram::of(&self.0.atlas.index, filter))
    }

    /// Chosen values that the dataset does not have; tracked.
    pub fn unknown_values(self) -> Vec<UnknownValue> {
        let index = &self.0.atlas.index;
        self.session.query.with(|query| Filter::resolve(query, index).1)
    }

    /// The language of the page; tracked.
    pub fn language(self) -> Language {
        self.session.language.get()
    }

    /// The language of the page.
    pub fn language_untracked(self) -> Language {
        self.session.language.get_untracked()
    }

    /// Whether a story and a record are open, and which of them came last: the record (true) or the step of the story
    /// (false), for where there is room for one; tracked.
    pub fn record_covers_story(self) -> Option<bool> {
        let session = self.session;
        // The compact form has no stories.
        let tells = session
            .view_state
            .with(|state| state.story.is_some() && !state.embed);
        (tells && self.record.with(Option::is_some)).then(|| session.record_is_newer.get())
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

/// Whether two memos' values are one and the same, which spares comparing what they hold.
fn same<T>(before: Option<&Arc<T>>, after: Option<&Arc<T>>) -> bool {
    matches!((before, after), (Some(before), Some(after)) if Arc::ptr_eq(before, after))
}
