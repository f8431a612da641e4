//! The compact form for other people's pages: the sentence, what the page has asked for, the map and the list that
//! says the same, the way to the full view, and where it all comes from.
//!
//! Nothing in it is measured by the height of the frame, so that the frame can follow the height of what is in it.

use clusteratlas_core::locale::format::date;
use clusteratlas_core::permalink::controls::{Control, Controls};
use clusteratlas_core::permalink::view_state::View;
use clusteratlas_core::query::facet::Query;
use clusteratlas_core::query::years::Years;
use leptos::prelude::*;

use crate::browser::address_bar::address_of;
use crate::browser::document;
use crate::browser::dom::{Element, button, el, list, span};
use crate::store::Store;

use super::comparison::selections;
use super::cooperation_list::cooperation_list;
use super::detail_panel::detail_panel;
use super::filter_panel::group;
use super::footer::legal_links;
use super::header::{named_panel, views};
use super::legend::legend;
use super::link_notice::link_notice;
use super::parts::later::later;
use super::period::period;
use super::search_box::search_box;
use super::sentence::{has_nothing, noted_sentence};

/// The compact form; `map` makes the map.
pub fn embed(store: Store, map: fn(Store) -> Element) -> Vec<Element> {
    let controls = store.session.controls;
    let note = move || {
        let texts = store.texts();
        let words = match (has_nothing(store), controls.with(|controls| controls.is_empty())) {
            (true, true) => texts.embed.no_cooperation,
            (true, false) => texts.no_cooperation_advice,
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
        .child(el("div").live(move || {
            let controls = controls.get();
            untrack(|| offered(store, controls))
        }))
        .child(el("div").live(move || {
            let compares = store.session.compared.with(Option::is_some);
            let both = compares.then(|| untrack(|| selections(store)));
            both.into_iter().collect()
        }))
        .child(shown(store, map));
    let embed = el("div").class("embed").child(main);
    vec![embed.child(detail_panel(store)).child(foot(store))]
}

/// Whether the query asks for something that the controls can choose.
fn chooses(query: &Query, controls: Controls) -> bool {
    controls.iter().any(|control| match control {
        Control::Filters(facet) => !query.values(facet).is_empty(),
        Control::Period => query.years != Years::default(),
        Control::Search => !query.text().is_empty(),
    })
}

/// The controls that the page has asked for, besides the years, which stand below the map.
fn offered(store: Store, controls: Controls) -> Vec<Element> {
    if controls.is_empty() {
        return Vec::new();
    }
    let groups = controls.iter().filter_map(|control| match control {
        Control::Filters(facet) => Some(group(store, facet, RwSignal::new(false))),
        Control::Period | Control::Search => None,
    });
    let groups: Vec<Element> = groups.collect();
    let search = controls.has(Control::Search).then(|| search_box(store));
    let reset = button("embed__reset")
        .live_flag("hidden", move || {
            !store.session.query.with(|query| chooses(query, controls))
        })
        .words(store.session.language, |texts| texts.reset_filters)
        .on_click(move || {
            store.reset_controls();
            document::focus("main");
        });
    let mut parts: Vec<Element> = search.into_iter().collect();
    if !groups.is_empty() {
        let row = el("div")
            .class("embed__filters")
            .attr("role", "group")
            .attr_words("aria-label", store.session.language, |texts| texts.embed.filters);
        parts.push(row.children(groups));
    }
    parts.push(reset);
    vec![el("div").class("embed__controls").children(parts)]
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
    let with_years = Memo::new(move |_| {
        store
            .session
            .controls
            .with(|controls| controls.has(Control::Period))
    });
    let panel = el("div").id("view").attr("tabindex", "-1").live(move || {
        let (view, with_years) = (view.get(), with_years.get());
        untrack(|| {
            let years = (with_years && view != View::Brief).then(|| period(store));
            let mut parts = match view {
                View::Map => vec![map(store), key(store)],
                View::List | View::Matrix | View::Figures | View::Brief => Vec::new(),
            };
            parts.extend(years);
            match view {
                View::Map => {}
                View::List => parts.push(cooperation_list(store)),
                View::Matrix => parts.push(later(store, move |later| (later.matrix)(store))),
                View::Figures => parts.push(later(store, move |later| (later.figures)(store))),
                View::Brief => parts.push(later(store, move |later| (later.brief)(store))),
            }
            parts
        })
    });
    let panel = named_panel(store, panel);
    el("div")
        .child(
            el("div")
                .class("embed__bar")
                .child(views(store, is_offered))
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
        .child(legend(store))
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
    let links = legal_links(store).into_iter();
    el("footer")
        .class("embed__foot")
        .child(el("p").live_text(source))
        .child(list(
            "embed__links",
            links.map(|link| el("li").child(opening(store, link))),
        ))
}

/// A link that leaves the page around it as it is.
fn opening(store: Store, link: Element) -> Element {
    let remark = move || format!(" ({})", store.texts().embed.opens_tab);
    link.attr("target", "_blank")
        .attr("rel", "noopener")
        .child(span("visually-hidden").live_text(remark))
}
