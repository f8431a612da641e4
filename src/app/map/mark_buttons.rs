//! Marks as buttons: what the pointer touches and the keyboard reaches.
//!
//! One mark at a time is a tab stop; arrow keys move to the next mark in their direction (the roving
//! tabindex of the ARIA Authoring Practices).

use std::sync::Arc;

use clusteratlas_core::geo::mercator::Point;
use clusteratlas_core::scene::label::Beside;
use clusteratlas_core::scene::level::Side;
use clusteratlas_core::scene::mark::{Mark, Marks};
use clusteratlas_core::scene::node::Node;
use clusteratlas_core::scene::scale::NUMBER_RADIUS_PX;
use leptos::prelude::*;
use leptos::{ev, html};

use crate::store::Store;

use super::projection::Projection;

/// What the layer of marks shows and tells.
#[derive(Clone, Copy)]
pub(super) struct MarkLayer {
    /// The marks.
    pub marks: Memo<Arc<Marks>>,
    /// Where the plane of the map lies in the panes.
    pub projection: RwSignal<Projection>,
    /// The group under the pointer or with the focus.
    pub on_touch: Callback<Option<usize>>,
    /// The group that is activated, with the click if it was a pointer.
    pub on_open: Callback<(usize, Option<ev::MouseEvent>)>,
    /// The mark that takes the focus.
    pub on_focus: Callback<Point>,
}

/// The buttons.
#[component]
pub(super) fn MarkButtons(store: Store, layer: MarkLayer) -> impl IntoView {
    // The mark that is a tab stop; the largest one until another has had the focus.
    let active = RwSignal::new(None::<Node>);
    let tab_stop = Memo::new(move |_| {
        let marks = layer.marks.get();
        let standing = active
            .get()
            .filter(|&node| marks.shown.iter().any(|mark| mark.node == node));
        standing.or_else(|| marks.shown.first().map(|mark| mark.node))
    });
    let lit = Memo::new(move |_| {
        let emphasis = store.emphasis.get()?;
        Some(
            emphasis
                .counts
                .iter()
                .map(|&count| count > 0)
                .collect::<Vec<bool>>(),
        )
    });
    view! {
        <For each=move || layer.marks.with(|marks| marks.shown.clone()) key=key let:mark>
            <MarkButton layer mark active tab_stop lit />
        </For>
    }
}

/// Everything that a button shows, so that it is made anew exactly when that changes.
fn key(mark: &Mark) -> (Node, [u64; 3], u32, String, Option<u8>, usize) {
    let bits = [mark.at.x.to_bits(), mark.at.y.to_bits(), mark.radius_px.to_bits()];
    (
        mark.node,
        bits,
        mark.count,
        mark.name.clone(),
        mark.beside.map(|beside| beside as u8),
        mark.group,
    )
}

#[component]
fn MarkButton(
    layer: MarkLayer,
    mark: Mark,
    active: RwSignal<Option<Node>>,
    tab_stop: Memo<Option<Node>>,
    lit: Memo<Option<Vec<bool>>>,
) -> impl IntoView {
    let Mark { group, node, at, .. } = mark;
    let button = NodeRef::<html::Button>::new();
    let pressed_at = StoredValue::new((0, 0));
    let transform = move || {
        let at = layer.projection.get().layer_point(at);
        format!("translate3d({}px,{}px,0)", at.x, at.y)
    };
    let faded = move || {
        lit.with(|lit| {
            lit.as_ref()
                .is_some_and(|lit| !lit.get(group).copied().unwrap_or(false))
        })
    };
    let on_keydown = move |event: ev::KeyboardEvent| match event.key().as_str() {
        "Escape" => layer.on_touch.run(None),
        direction => {
            let Some(next) = neighbour(&layer.marks.get_untracked().shown, at, direction) else {
                return;
            };
            // The arrow has found a mark; it must not move the map as well.
            event.prevent_default();
            event.stop_propagation();
            active.set(Some(next));
            focus_mark(next);
        }
    };
    let on_click = move |event: ev::MouseEvent| {
        let (x, y) = pressed_at.get_value();
        let dragged =
            event.detail() > 0 && (event.client_x() - x).abs().max((event.client_y() - y).abs()) > 5;
        if !dragged {
            let by_pointer = event.detail() > 0;
            layer.on_open.run((group, by_pointer.then_some(event)));
        }
    };
    let class = format!(
        "mark leaflet-zoom-animated mark--{}{}{}{}",
        match mark.side {
            Side::Home => "home",
            Side::Abroad => "abroad",
        },
        if mark.vague { " mark--vague" } else { "" },
        if mark.count == 0 { " mark--quiet" } else { "" },
        if mark.gathers { " mark--gathers" } else { "" },
    );
    let (radius, diameter) = (
        format!("{}px", mark.radius_px),
        format!("{}px", 2.0 * mark.radius_px),
    );
    let number = (mark.radius_px >= NUMBER_RADIUS_PX).then(|| mark.count.to_string());
    let label = mark.beside.map(|beside| {
        let side = match beside {
            Beside::Right => "right",
            Beside::Left => "left",
            Beside::Below => "below",
            Beside::Above => "above",
        };
        let class = format!("mark__label mark__label--{side}");
        view! { <span class=class data-words=mark.label.clone() aria-hidden="true"></span> }
    });
    view! {
        <button
            node_ref=button
            type="button"
            class=class
            class:mark--faded=faded
            id=mark_id(node)
            aria-label=mark.spoken.clone()
            tabindex=move || if tab_stop.get() == Some(node) { "0" } else { "-1" }
            style:transform=transform
            style=("--mark-radius", radius)
            on:pointerdown=move |event| pressed_at.set_value((event.client_x(), event.client_y()))
            on:pointerenter=move |_| layer.on_touch.run(Some(group))
            on:pointerleave=move |_| layer.on_touch.run(None)
            on:focus=move |_| {
                active.set(Some(node));
                layer.on_focus.run(at);
                layer.on_touch.run(Some(group));
            }
            on:blur=move |_| layer.on_touch.run(None)
            on:keydown=on_keydown
            on:click=on_click
        >
            // Number and label are drawn by the style sheet: short forms of the name, which the button has in full.
            <span
                class="mark__shape"
                data-words=number
                style:width=diameter.clone()
                style:height=diameter
                aria-hidden="true"
            ></span>
            {label}
        </button>
    }
}

/// The id of a mark's element.
fn mark_id(node: Node) -> String {
    match node {
        Node::Germany => "mark-germany".to_owned(),
        Node::SomewhereInGermany => "mark-somewhere".to_owned(),
        Node::State(state) => format!("mark-state-{state}"),
        Node::SomewhereInState(state) => format!("mark-somewhere-{state}"),
        Node::City(key) => format!("mark-city-{}", key.index()),
        Node::Cluster(key) => format!("mark-cluster-{}", key.index()),
        Node::Place(key) => format!("mark-place-{}", key.index()),
        Node::Country(key) => format!("mark-country-{}", key.index()),
        Node::Continent(continent) => format!("mark-{}", continent.code()),
    }
}

/// Gives the focus to the mark nearest to a point, if the one that had it has gone.
pub(super) fn keep_focus(marks: &[Mark], near: Point) {
    let nearest = marks
        .iter()
        .min_by(|a, b| a.at.distance(near).total_cmp(&b.at.distance(near)));
    if let Some(mark) = nearest.filter(|_| !crate::browser::document::has_focus()) {
        focus_mark(mark.node);
    }
}

fn focus_mark(node: Node) {
    crate::browser::document::focus(&mark_id(node));
}

/// The nearest mark in the direction of an arrow key: within 45 degrees of it, or else on its side.
fn neighbour(marks: &[Mark], from: Point, key: &str) -> Option<Node> {
    let (x, y) = match key {
        "ArrowRight" => (1.0, 0.0),
        "ArrowLeft" => (-1.0, 0.0),
        "ArrowDown" => (0.0, 1.0),
        "ArrowUp" => (0.0, -1.0),
        _ => return None,
    };
    let ahead = marks.iter().filter_map(|mark| {
        let (dx, dy) = (mark.at.x - from.x, mark.at.y - from.y);
        let (along, aside) = (dx * x + dy * y, (dx * y - dy * x).abs());
        // Going aside costs more than going ahead, so that rows of marks are walked in order.
        (along > 0.0).then_some((along + 2.5 * aside, mark.node))
    });
    ahead.min_by(|a, b| a.0.total_cmp(&b.0)).map(|(_, node)| node)
}
