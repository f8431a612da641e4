//! The connections of a mark as a list: each in full words, lit up on the map when it is reached, walked along when it
//! is chosen (listbox with a roving focus, ARIA Authoring Practices).

use std::sync::Arc;

use clusteratlas_core::scene::level::Level;
use clusteratlas_core::scene::mark::full_name;
use clusteratlas_core::scene::node::Node;
use clusteratlas_core::scene::walk::{Link, links};
use leptos::prelude::*;

use crate::browser::document;
use crate::browser::dom::{Element, el, keep, span};
use crate::store::{Goal, Guide, Store};

use super::{HEADING, Parts};

const LIST: &str = "guide-links";

/// The connections of what a node stands for.
pub(super) fn content(store: Store, node: Node) -> Parts {
    let level = store.level.get();
    let language = store.language();
    let group = (0..level.groups.len()).find(|&group| level.nodes(group).first() == Some(&node));
    let atlas = store.atlas();
    let links: Arc<Vec<Link>> = Arc::new(group.map_or_else(Vec::new, |group| {
        let listed = store.listed.get();
        links(&atlas.dataset, &atlas.index, &level, &listed.cooperations, group)
    }));
    let name = group.map_or_else(String::new, |group| {
        full_name(&atlas.dataset, &level, group, language)
    });
    let texts = store.texts().walk();
    keep_while_it_holds(store);
    let title = (texts.links_of)(&name);
    let Some(group) = group.filter(|_| !links.is_empty()) else {
        let empty = el("p").text(&(texts.no_links)(&name));
        return ("links", title, vec![empty], HEADING);
    };
    (
        "links",
        title,
        vec![list(store, &level, group, node, &links)],
        LIST,
    )
}

/// Other filters, another language or another zoom level make other connections.
fn keep_while_it_holds(store: Store) {
    let mut is_first = true;
    keep(move || {
        store.listed.track();
        store.level.track();
        store.language();
        if !std::mem::take(&mut is_first) {
            store.walk.link.set(None);
            store.walk.guide.set(None);
        }
    });
}

fn list(store: Store, level: &Level, group: usize, node: Node, links: &Arc<Vec<Link>>) -> Element {
    let dataset = &store.atlas().dataset;
    let language = store.language();
    let reached = RwSignal::new(0_usize);
    let walk = store.walk;
    let follow = {
        let links = links.clone();
        move |position: usize| {
            if let Some(link) = links.get(position) {
                walk.link.set(None);
                walk.guide.set(None);
                walk.goal.set(Some(Goal::Along(node, link.to)));
            }
        }
    };
    let row = |(position, link): (usize, &Link)| {
        let follow = follow.clone();
        el("li")
            .class("guide__link")
            .id(&row_id(position))
            .attr("role", "option")
            .attr("aria-label", &link.words(dataset, level, group, language))
            .live_state("aria-selected", move || reached.get() == position)
            .child(span("guide__partner").text(&full_name(dataset, level, link.to, language)))
            .child(span("guide__count").attr("data-words", &link.number(language)))
            .child(span("guide__about").attr("data-words", &link.about(dataset, language)))
            .on_click(move || follow(position))
    };
    let rows = links.iter().enumerate().map(row).collect();
    let ends: Vec<(usize, usize)> = links.iter().map(|link| (group, link.to)).collect();
    let last = ends.len() - 1;
    keep(move || {
        let position = reached.get();
        if walk.guide.get_untracked() == Some(Guide::Links(node)) {
            walk.link.set(ends.get(position).copied());
            document::reveal(&row_id(position));
        }
    });
    el("ul")
        .class("guide__links")
        .id(LIST)
        .attr("role", "listbox")
        .attr("tabindex", "0")
        .attr("aria-labelledby", HEADING)
        .live_attr("aria-activedescendant", move || Some(row_id(reached.get())))
        .children(rows)
        .on_key(move |key| {
            let position = reached.get_untracked();
            match key {
                "ArrowDown" | "ArrowRight" => reached.set((position + 1).min(last)),
                "ArrowUp" | "ArrowLeft" => reached.set(position.saturating_sub(1)),
                "Home" => reached.set(0),
                "End" => reached.set(last),
                "Enter" | " " => follow(position),
                _ => return false,
            }
            true
        })
}

fn row_id(position: usize) -> String {
    format!("guide-link-{position}")
}
