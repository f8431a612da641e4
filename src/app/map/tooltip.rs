//! The words beside what the pointer touches or the keyboard has reached.

use clusteratlas_core::geo::mercator::Point;

use crate::browser::document;
use crate::browser::dom::{Element, el, px};

use super::projection::Projection;

/// Words at a point of the plane of the map.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Hint {
    /// Where they stand.
    pub at: Point,
    /// The words.
    pub text: String,
}

/// The words, above the point they belong to. Screen readers have them from the mark's own name.
pub(super) struct Tooltip {
    element: Element,
    shown: Option<Hint>,
}

impl Tooltip {
    /// A tooltip in a pane, without words.
    pub(super) fn new(pane: &Element) -> Self {
        let element = el("p")
            .class("map__hint leaflet-zoom-animated")
            .attr("aria-hidden", "true")
            .attr("hidden", "");
        pane.add(vec![element.clone()]);
        Self { element, shown: None }
    }

    /// Shows words, or none.
    pub(super) fn show(&mut self, hint: Option<Hint>, projection: Projection) {
        self.element.set_flag("hidden", hint.is_none());
        if let Some(hint) = &hint {
            self.element.set_text(&hint.text);
        }
        self.shown = hint;
        self.follow(projection);
    }

    /// Whether the pointer rests on the words.
    pub(super) fn is_pointed_at(&self) -> bool {
        self.shown.is_some() && document::is_pointed_at(self.element.node())
    }

    /// Moves the words to another projection.
    pub(super) fn follow(&self, projection: Projection) {
        if let Some(Hint { at, .. }) = self.shown {
            let at = projection.layer_point(at);
            let transform = format!("translate3d({},{},0) translate(-50%,-100%)", px(at.x), px(at.y));
            self.element.set_style("transform", &transform);
        }
    }
}
