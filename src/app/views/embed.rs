//! The compact form for other people's pages: the sentence, what the page has asked for, the map and the list that
//! says the same, the way to the full view, and where it all comes from.
//!
//! Nothing in it is measured by the height of the frame, so that the frame can follow the height of what is in it.

use clusteratlas_core::locale::format::date;
use clusteratlas_core::permalink::controls::{Control, Controls};
use clusteratlas_core::permalink::view_state::View;
use clusteratlas_core::query::facet::Facet;
use leptos::prelude::*;

use crate::browser::address_bar::address_of;
use crate::browser::document;
use crate::browser::dom::{Element, button, el, span};
use crate::browser::listener::on_leave;
use crate::store::Store;

use super::detail_panel::detail_panel;
use super::filter_panel::{fold_id, group};
use super::header::{named_panel, views};
use super::link_notice::link_notice;
use super::parts::later::{later, later_quietly};
use super::search_box::search_box;
use super::sentence::{has_nothing, noted_sentence};

/// The compact form; `map` makes the map.
pub fn embed(store: Store, map: fn(Store) -> Element) -> Vec<Element> {
    let controls = store.session.controls;
    let note = move || {
        let texts = store.texts();
        let words = match (has_nothing(store), is_changed(store)) {
            (true, true) => texts.no_cooperation_advice,
            (true, false) => texts.embed.no_cooperation,
            (false, _) => texts.not_complete,
        };
        words.to_owned()
    };
    // In a frame the page around it has the first heading.
    let heading = if document::is_framed() { "h2" } else { "h1" };
    let main = el("main")
        .class("embed__main")
        .id("main")
        .attr("tabindex", "-1")
        .child(link_notice(store))
        .child(noted_sentence(store, heading, note))
        .child(el("div").class("embed__controls").live(move || {
            let controls = controls.get();
            untrack(|| offered(store, controls))
        }))
        .child(el("div").live(move || {
            let compares = store.session.compared.with(Option::is_some);
            let both = compares.then(|| untrack(|| later_quietly(store, |later| later.selections)));
            both.into_iter().collect()
        }))
        .child(shown(store, map));
    let embed = el("div").class("embed").child(main);
    vec![embed.child(detail_panel(store)).child(foot(store))]
}

/// Whether the visitor has changed the filters; tracked.
fn is_changed(store: Store) -> bool {
    let session = store.session;
    session
        .query
        .with(|query| session.given.with(|given| query != given))
}

/// The controls that the page has asked for.
fn offered(store: Store, controls: Controls) -> Vec<Element> {
    let language = store.session.language;
    let groups = controls.iter().filter_map(|control| match control {
        Control::Filters(facet) => Some(menu(store, facet)),
        Control::Period | Control::Search => None,
    });
    let groups: Vec<Element> = groups.collect();
    let mut parts = Vec::new();
    if controls.has(Control::Search) {
        parts.push(search_box(store));
    }
    if !groups.is_empty() {
        let heading = el("h2").class("visually-hidden").id("filters-heading");
        let row = el("section")
            .class("embed__filters")
            .attr("aria-labelledby", "filters-heading")
            .child(heading.words(language, |texts| texts.filters));
        parts.push(row.children(groups));
    }
    if controls.has(Control::Period) {
        parts.push(later_quietly(store, |later| later.period));
    }
    parts
}

/// The filters of a facet, which unfold over what stands below: the page around it stays as it is. They fold when the
/// visitor turns to something else.
fn menu(store: Store, facet: Facet) -> Element {
    let unfolded = RwSignal::new(false);
    let menu = group(store, facet, unfolded).on_key(move |key| {
        let closes = key == "Escape" && unfolded.get_untracked();
        if closes {
            unfolded.set(false);
            document::focus(&fold_id(facet));
        }
        closes
    });
    on_leave(menu.node(), move || {
        if unfolded.get_untracked() {
            unfolded.set(false);
        }
    });
    menu
}

/// What is shown of the selection: the map or the list, and what else a link has asked for.
fn shown(store: Store, map: fn(Store) -> Element) -> Element {
    let view = store.session.view;
    let position = |view| View::ALL.iter().position(|one| *one == view).unwrap_or_default();
    // A view that was open once can be opened again.
    let known =
        Memo::new(move |before: Option<&u8>| before.copied().unwrap_or_default() | 1 << position(view.get()));
    let is_offered =
        move |view| matches!(view, View::Map | View::List) || known.get() >> position(view) & 1 == 1;
    let panel = el("div").id("view").attr("tabindex", "-1").live(move || {
        let view = view.get();
        untrack(|| match view {
            View::Map => vec![map(store), key(store)],
            View::List => vec![later(store, move |later| (later.list)(store))],
            View::Matrix => vec![later(store, move |later| (later.matrix)(store))],
            View::Figures => vec![later(store, move |later| (later.figures)(store))],
            View::Brief | View::Editors => vec![later(store, move |later| (later.alone)(store))],
        })
    });
    let panel = named_panel(store, panel);
    let reset = button("embed__reset")
        .live_flag("hidden", move || !is_changed(store))
        .words(store.session.language, |texts| texts.reset_filters)
        .on_click(move || {
            store.return_to_given();
            document::focus_soon_in_place("main");
        });
    el("div")
        .child(
            el("div")
                .class("embed__bar")
                .child(views(store, is_offered))
                .child(reset)
                .child(full_view(store)),
        )
        .child(panel)
}

/// What marks, lines and borders of the map mean, folded away.
fn key(store: Store) -> Element {
    let language = store.session.language;
    let borders = el("p")
        .class("legend__note")
        .words(language, |texts| texts.border_note);
    el("details")
        .class("embed__key")
        .child(el("summary").words(language, |texts| texts.legend))
        .child(later_quietly(store, |later| later.legend))
        .child(borders)
}

/// The way to the same view in full.
fn full_view(store: Store) -> Element {
    let link = el("a")
        .class("embed__full")
        .live_attr("href", move || Some(address_of(&store.session.full_fragment())))
        .words(store.session.language, |texts| texts.embed.full_view);
    opening(store, link)
}

/// Where it all comes from.
fn foot(store: Store) -> Element {
    let edition = &store.atlas().dataset.edition;
    let source = move || {
        let texts = store.texts();
        let edition = (texts.edition)(&edition.version, &date(edition.date, store.language()));
        (texts.embed.source)(texts.title, &edition)
    };
    el("footer")
        .class("embed__foot")
        .child(el("p").live_text(source))
        .children(document::of_opening("#pages-compact"))
}

/// A link that leaves the page around it as it is.
fn opening(store: Store, link: Element) -> Element {
    let remark = move || format!(" ({})", store.texts().embed.opens_tab);
    link.attr("target", "_blank")
        .attr("rel", "noopener")
        .child(span("visually-hidden").live_text(remark))
}
