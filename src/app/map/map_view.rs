//! The map's component.

use leptos::html;
use leptos::prelude::*;

use crate::store::Store;

use super::controls::Controls;
use super::live_map::LiveMap;

/// The map of the matches.
#[component]
pub fn MapView() -> impl IntoView {
    let store = expect_context::<Store>();
    let container = NodeRef::<html::Div>::new();
    let parts = LiveMap::new(store);
    let failed = RwSignal::new(false);
    Effect::new(move |_| {
        let Some(element) = container.get() else { return };
        // Only the element is waited for; what the map shows has effects of its own.
        if let Err(error) = untrack(|| parts.create(&element)) {
            leptos::logging::error!("{error}");
            failed.set(true);
        }
    });
    on_cleanup(move || parts.remove());
    let texts = move || store.texts();
    let untold = Memo::new(move |_| parts.untold());
    view! {
        <div class="map" class:map--failed=move || failed.get()>
            <div
                node_ref=container
                id="map"
                class="map__leaflet"
                role="region"
                aria-label=move || texts().map_label
                aria-describedby="map-help"
            ></div>
            <p id="map-help" class="visually-hidden">{move || texts().map_help}</p>
            <Show when=move || failed.get()>
                <p class="map__failure" role="alert">{move || texts().map_failed}</p>
            </Show>
            <Controls store on_wish=Callback::new(move |wish| parts.grant(wish)) />
            <Show when=move || untold.with(|words| !words.is_empty())>
                <p class="map__further">{move || untold.get()}</p>
            </Show>
            <p class="map__credit">{move || texts().map_credit}</p>
        </div>
    }
}
