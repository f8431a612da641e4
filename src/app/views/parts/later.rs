//! Content whose code arrives after the first map, in the second piece of the program.
//!
//! Frames (a panel with its button to close it, a dialog) belong to the first piece, so that they open at once and have
//! room for saying what does not arrive; what they hold belongs to the second.

use std::hint::black_box;

use clusteratlas_core::permalink::view_state::View;
use clusteratlas_core::query::facet::Facet;
use clusteratlas_core::query::selection::Record;
use clusteratlas_core::search::Index;
use leptos::prelude::*;

use crate::browser::document::focus_in_place;
use crate::browser::dom::{Element, button, el};
use crate::store::{Arrival, Engine, Store};
use crate::views::{
    about, brief, comparison, cooperation_list, detail_panel, editors, figures, filter_panel, guide, legend,
    matrix, overview, pan, period, share, story_panel,
};

/// Content of the second piece.
type Content = fn(Store) -> Vec<Element>;

/// The ways into the second piece. Code is put there by being named here, and here alone: `cargo xtask build` moves
/// there what only these functions lead to, and refuses one that is used from elsewhere as well.
pub struct Later {
    /// What the dialog about the atlas says.
    pub about: Content,
    /// The view that is open, where it is one that stands alone: pages for print about a record, or the view of editors.
    pub alone: Content,
    /// The link to the view of editors.
    pub to_editors: Content,
    /// What says of a preview that it is one.
    pub preview: Content,
    /// What is compared, and what can be done with it.
    pub comparison: Content,
    /// What is compared.
    pub selections: Content,
    /// What helps to find the way on the map, over it.
    pub guide: Content,
    /// Key figures and charts.
    pub figures: Content,
    /// The snippet of the view for other people's pages.
    pub embedding: Content,
    /// What marks, lines and colours of the map mean.
    pub legend: Content,
    /// The link of the view.
    pub link: Content,
    /// The table of cooperations.
    pub list: Content,
    /// Counts by two properties.
    pub matrix: Content,
    /// The options of a facet; they follow the filters as long as they are unfolded.
    pub options: fn(Store, Facet, RwSignal<bool>) -> Vec<Element>,
    /// The selection at a glance.
    pub overview: Content,
    /// Buttons that move the map.
    pub pan: Content,
    /// The years of the selection.
    pub period: Content,
    /// What the detail panel says of a record.
    pub record: fn(Store, Record) -> Vec<Element>,
    /// Guided stories.
    pub stories: Content,
    /// The search engine.
    pub engine: Engine,
}

/// Known to `src/xtask/program.rs` by its name.
static LATER: Later = Later {
    about: about::content,
    alone: |store| match store.session.view.get_untracked() {
        View::Editors => editors::content(store),
        _ => brief::content(store),
    },
    to_editors: editors::link,
    preview: editors::preview,
    comparison: comparison::content,
    selections: comparison::selections,
    guide: guide::content,
    figures: figures::content,
    embedding: share::embedding,
    legend: legend::content,
    link: share::link,
    list: cooperation_list::content,
    matrix: matrix::content,
    options: filter_panel::options,
    overview: overview::content,
    pan: pan::content,
    period: period::content,
    record: detail_panel::content,
    stories: story_panel::content,
    engine: Engine {
        build: Index::build,
        cooperations: Index::cooperations,
        suggest: Index::suggest,
        read_summaries: Index::read_summaries,
    },
};

/// A place for content of the second piece; says so as long as that is on its way, and offers to try again where it
/// failed to arrive.
pub fn later(store: Store, content: impl Fn(&'static Later) -> Vec<Element> + 'static) -> Element {
    place(store, Box::new(content))
}

/// The same, which says nothing as long as it is not there.
pub fn later_quietly(store: Store, content: fn(&'static Later) -> Content) -> Element {
    el("div").live(move || here(store).map_or_else(Vec::new, |later| content(later)(store)))
}

/// The ways into the second piece, once it is there; tracked.
pub fn here(store: Store) -> Option<&'static Later> {
    store.later.with(|later| match later {
        // A function that the compiler could tell would be compiled into the first piece.
        Arrival::Ready(()) => Some(black_box(&LATER)),
        Arrival::Loading | Arrival::Failed(_) => None,
    })
}

/// The search engine, once the second piece is there.
pub fn engine() -> &'static Engine {
    &black_box(&LATER).engine
}

fn place(store: Store, content: Box<dyn Fn(&'static Later) -> Vec<Element>>) -> Element {
    let place = el("div");
    let own = place.clone();
    place.live(move || match store.later.get() {
        // A function that the compiler could tell would be compiled into the first piece.
        Arrival::Ready(()) => content(black_box(&LATER)),
        Arrival::Loading => vec![el("p").text(store.texts().part_loading)],
        Arrival::Failed(cause) => {
            let texts = store.texts();
            let words = format!("{} ({cause}).", texts.part_failed);
            let again = button("").text(texts.try_again);
            let own = own.clone();
            let again = again.on_click(move || {
                store.ask_for_later();
                // The button goes, and what is asked for comes here.
                own.set_attr("tabindex", "-1");
                focus_in_place(own.node());
            });
            vec![el("p").attr("role", "alert").text(&words), again]
        }
    })
}
