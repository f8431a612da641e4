//! Marks as buttons: what the pointer touches and the keyboard reaches.
//!
//! There may be hundreds, and every change of the filters changes most of them a little. So a button stays as
//! long as its mark and takes over what has changed, and the pane listens for all of them.
//!
//! One mark at a time is a tab stop; arrow keys move to the next mark in their direction (the roving
//! tabindex of the ARIA Authoring Practices).

use clusteratlas_core::geo::mercator::Point;
use clusteratlas_core::scene::Scene;
use clusteratlas_core::scene::label::Beside;
use clusteratlas_core::scene::level::Side;
use clusteratlas_core::scene::mark::Mark;
use clusteratlas_core::scene::node::Node;
use clusteratlas_core::scene::scale::number_on_mark;
use wasm_bindgen::JsCast;

use crate::browser::document;
use crate::browser::dom::{Element, button, px, sign};

use super::projection::Projection;

/// The attribute that says which mark a button is.
const POSITION: &str = "data-mark";

/// The buttons in their pane.
pub(super) struct MarkButtons {
    pane: Element,
    projection: Projection,
    shown: Vec<Shown>,
    /// The mark that is a tab stop.
    tab_stop: Option<Node>,
    /// Serial number of the next button.
    next: u32,
}

/// Where the focus goes when its mark has gone.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Lost {
    /// To another mark.
    Mark(Node),
    /// To the map.
    Map,
}

/// A mark and its button.
struct Shown {
    mark: Mark,
    serial: u32,
    button: Element,
    shape: Element,
    label: Element,
    faded: bool,
}

impl MarkButtons {
    /// No marks yet.
    pub(super) const fn new(pane: Element, projection: Projection) -> Self {
        Self {
            pane,
            projection,
            shown: Vec::new(),
            tab_stop: None,
            next: 0,
        }
    }

    /// Shows marks: those that stay change, others go and come. Where the focus was on one that goes, and in plain view,
    /// the nearest of the others is what should have it.
    pub(super) fn show(&mut self, marks: &[Mark]) -> Option<Lost> {
        let mut before: Vec<Option<Shown>> = self.shown.drain(..).map(Some).collect();
        let mut shown = Vec::with_capacity(marks.len());
        for (position, mark) in marks.iter().enumerate() {
            let is_it =
                |other: &Option<Shown>| other.as_ref().is_some_and(|other| other.mark.node == mark.node);
            // Most marks keep their rank.
            let found = before
                .iter()
                .skip(position)
                .position(is_it)
                .map(|found| position + found)
                .or_else(|| before.iter().position(is_it));
            let kept = found.and_then(|found| before.get_mut(found)?.take());
            shown.push(match kept {
                Some(mut kept) => {
                    kept.change(mark, self.projection);
                    kept
                }
                None => self.add(mark),
            });
        }
        let mut lost = None;
        for gone in before.into_iter().flatten() {
            if document::is_focused(gone.button.node()) {
                lost = Some((document::shows_focus(gone.button.node()), gone.mark.at));
            }
            gone.button.remove();
        }
        self.shown = shown;
        let stands = self.tab_stop.is_some_and(|node| self.position_of(node).is_some());
        if !stands {
            self.set_tab_stop(self.shown.first().map(|shown| shown.mark.node));
        }
        lost.map(|(in_view, at)| {
            let nearest = self.nearest(at).filter(|_| in_view);
            nearest.map_or(Lost::Map, |(node, _)| Lost::Mark(node))
        })
    }

    fn add(&mut self, mark: &Mark) -> Shown {
        let serial = self.next;
        self.next = serial.wrapping_add(1);
        let shown = Shown::new(mark, serial, self.projection);
        self.pane.add(vec![shown.button.clone()]);
        shown
    }

    /// Moves the buttons to another projection.
    pub(super) fn follow(&mut self, projection: Projection) {
        self.projection = projection;
        for shown in &self.shown {
            shown.stand(projection);
        }
    }

    /// Fades what a scene does not touch; without one, nothing.
    pub(super) fn light(&mut self, lit: Option<&Scene>) {
        for shown in &mut self.shown {
            let count = lit.map(|scene| scene.counts.get(shown.mark.group).copied().unwrap_or(0));
            let faded = count == Some(0);
            if faded != shown.faded {
                shown.faded = faded;
                shown.button.set_class("mark--faded", faded);
            }
        }
    }

    /// The mark that an event happened on.
    pub(super) fn mark_of(&self, event: &web_sys::Event) -> Option<&Mark> {
        let target: web_sys::Element = event.target()?.dyn_into().ok()?;
        let serial = target.closest(".mark").ok()??.get_attribute(POSITION)?;
        let shown = self
            .shown
            .iter()
            .find(|shown| shown.serial.to_string() == serial)?;
        Some(&shown.mark)
    }

    /// The nearest mark in the direction of an arrow key: within 45 degrees of it, or else on its side.
    pub(super) fn neighbour(&self, from: Point, key: &str) -> Option<Node> {
        let (x, y) = match key {
            "ArrowRight" => (1.0, 0.0),
            "ArrowLeft" => (-1.0, 0.0),
            "ArrowDown" => (0.0, 1.0),
            "ArrowUp" => (0.0, -1.0),
            _ => return None,
        };
        let ahead = self.shown.iter().filter_map(|Shown { mark, .. }| {
            let (dx, dy) = (mark.at.x - from.x, mark.at.y - from.y);
            let (along, aside) = (dx * x + dy * y, (dx * y - dy * x).abs());
            // Going aside costs more than going ahead, so that rows of marks are walked in order.
            (along > 0.0).then_some((along + 2.5 * aside, mark.node))
        });
        ahead.min_by(|a, b| a.0.total_cmp(&b.0)).map(|(_, node)| node)
    }

    /// The mark nearest to a point of the plane, and how far it is from it.
    pub(super) fn nearest(&self, at: Point) -> Option<(Node, f64)> {
        let marks = self
            .shown
            .iter()
            .map(|Shown { mark, .. }| (mark.node, mark.at.distance(at)));
        marks.min_by(|a, b| a.1.total_cmp(&b.1))
    }

    /// Whether a node has a mark.
    pub(super) fn has(&self, node: Node) -> bool {
        self.position_of(node).is_some()
    }

    /// Makes a mark the tab stop.
    pub(super) fn set_tab_stop(&mut self, node: Option<Node>) {
        for (node, index) in [(self.tab_stop, "-1"), (node, "0")] {
            if let Some(position) = node.and_then(|node| self.position_of(node)) {
                self.shown[position].button.set_attr("tabindex", index);
            }
        }
        self.tab_stop = node;
    }

    fn position_of(&self, node: Node) -> Option<usize> {
        self.shown.iter().position(|shown| shown.mark.node == node)
    }
}

impl Shown {
    fn new(mark: &Mark, serial: u32, projection: Projection) -> Self {
        // Number and label are drawn by the style sheet: short forms of the name, which the button has in full.
        let (shape, label) = (sign("mark__shape"), sign("mark__label"));
        let button = button("")
            .id(&mark_id(mark.node))
            .attr("tabindex", "-1")
            .attr(POSITION, &serial.to_string())
            .child(shape.clone())
            .child(label.clone());
        let shown = Self {
            mark: mark.clone(),
            serial,
            button,
            shape,
            label,
            faded: false,
        };
        shown.stand(projection);
        shown.size();
        shown.name();
        shown.kind();
        shown
    }

    /// Takes over what has changed.
    fn change(&mut self, mark: &Mark, projection: Projection) {
        let before = std::mem::replace(&mut self.mark, mark.clone());
        if before.at != mark.at {
            self.stand(projection);
        }
        let number = |mark: &Mark| (mark.radius_px.to_bits(), mark.count, mark.compared);
        if number(&before) != number(mark) {
            self.size();
        }
        if before.spoken != mark.spoken || before.label != mark.label || before.beside != mark.beside {
            self.name();
        }
        let kind = |mark: &Mark| (mark.vague, mark.gathers, mark.count == 0, mark.compared > Some(0));
        if kind(&before) != kind(mark) {
            self.kind();
        }
    }

    fn stand(&self, projection: Projection) {
        let at = projection.layer_point(self.mark.at);
        let transform = format!("translate({},{})", px(at.x), px(at.y));
        self.button.set_style("transform", &transform);
    }

    fn size(&self) {
        let radius_px = self.mark.radius_px;
        let diameter = px(2.0 * radius_px);
        self.button.set_style("--mark-radius", &px(radius_px));
        self.shape.set_style("width", &diameter);
        self.shape.set_style("height", &diameter);
        // A mark of the compared selection alone shows its number.
        let count = match self.mark {
            Mark {
                count: 0,
                compared: Some(compared),
                ..
            } => compared,
            Mark { count, .. } => count,
        };
        let number = number_on_mark(count, radius_px);
        self.shape.set_attr("data-words", &number.unwrap_or_default());
    }

    fn name(&self) {
        self.button.set_attr("aria-label", &self.mark.spoken);
        self.label.set_flag("hidden", self.mark.beside.is_none());
        if let Some(beside) = self.mark.beside {
            let side = match beside {
                Beside::Right => "mark__label mark__label--right",
                Beside::Left => "mark__label mark__label--left",
                Beside::Below => "mark__label mark__label--below",
                Beside::Above => "mark__label mark__label--above",
            };
            self.label.set_attr("class", side);
            self.label.set_attr("data-words", &self.mark.label);
        }
    }

    fn kind(&self) {
        let Mark {
            side,
            vague,
            gathers,
            count,
            compared,
            ..
        } = self.mark;
        let only_compared = count == 0 && compared > Some(0);
        let classes = format!(
            "mark leaflet-zoom-animated mark--{}{}{}{}{}{}",
            match side {
                Side::Home => "home",
                Side::Abroad => "abroad",
            },
            if vague { " mark--vague" } else { "" },
            if count == 0 && !only_compared {
                " mark--quiet"
            } else {
                ""
            },
            if only_compared { " mark--compared" } else { "" },
            if gathers { " mark--gathers" } else { "" },
            if self.faded { " mark--faded" } else { "" },
        );
        self.button.set_attr("class", &classes);
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

/// Gives the focus to a mark.
pub(super) fn focus_mark(node: Node) {
    document::focus(&mark_id(node));
}
