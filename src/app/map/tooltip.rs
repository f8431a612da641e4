//! The words beside what the pointer touches or the keyboard has reached.

use clusteratlas_core::geo::mercator::Point;
use leptos::prelude::*;

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
#[component]
pub(super) fn Tooltip(hint: Memo<Option<Hint>>, projection: RwSignal<Projection>) -> impl IntoView {
    move || {
        hint.get().map(|Hint { at, text }| {
            let transform = move || {
                let at = projection.get().layer_point(at);
                format!("translate3d({}px,{}px,0) translate(-50%,-100%)", at.x, at.y)
            };
            view! {
                <p class="map__hint leaflet-zoom-animated" aria-hidden="true" style:transform=transform>
                    {text}
                </p>
            }
        })
    }
}
