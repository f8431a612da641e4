//! Buttons over the map: pointer alternatives to wheel, pinch and drag.

use leptos::prelude::*;

use crate::store::Store;

/// What the visitor asks of the map.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Wish {
    /// A zoom level nearer.
    In,
    /// A zoom level farther.
    Out,
    /// The whole world.
    World,
    /// Germany.
    Germany,
}

/// The buttons.
#[component]
pub(super) fn Controls(store: Store, on_wish: Callback<Wish>) -> impl IntoView {
    let button = move |wish: Wish, sign: &'static str, name: fn(&Store) -> &'static str| {
        view! {
            <button
                type="button"
                class="map__control"
                title=move || name(&store)
                aria-label=move || name(&store)
                on:click=move |_| on_wish.run(wish)
            >
                <span class=format!("map__sign map__sign--{sign}") aria-hidden="true"></span>
            </button>
        }
    };
    view! {
        <div class="map__controls">
            {button(Wish::In, "in", |store| store.texts().zoom_in)}
            {button(Wish::Out, "out", |store| store.texts().zoom_out)}
            {button(Wish::World, "world", |store| store.texts().show_world)}
            {button(Wish::Germany, "germany", |store| store.texts().show_germany)}
        </div>
    }
}
