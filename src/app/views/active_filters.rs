//! Chosen filters as chips that can be taken away.

use clusteratlas_core::query::facet::Facet;
use leptos::prelude::*;

use crate::browser::document;
use crate::store::Store;

use super::parts::option_names::option_name;

/// The chips, and the button that takes all filters back.
#[component]
pub fn ActiveFilters() -> impl IntoView {
    let store = expect_context::<Store>();
    let chosen = move || -> Vec<(Facet, Box<str>)> {
        let query = store.session.query.get();
        let values = |facet| {
            query
                .values(facet)
                .iter()
                .cloned()
                .map(move |value| (facet, value))
                .collect::<Vec<_>>()
        };
        Facet::ALL.into_iter().flat_map(values).collect()
    };
    let chip = move |(facet, value): (Facet, Box<str>)| {
        let own = value.clone();
        let name = move || option_name(&store.atlas().dataset, facet, &own, store.language());
        let spoken = name.clone();
        view! {
            <li>
                <button
                    type="button"
                    class="active-filters__chip"
                    aria-label=move || (store.texts().remove_filter)(&spoken())
                    on:click=move |_| {
                        store.set_filter(facet, &value, false);
                        // The chip is gone; the sentence says what has come of it.
                        document::focus("main");
                    }
                >
                    <span>{name}</span>
                    <span class="active-filters__cross" aria-hidden="true"></span>
                </button>
            </li>
        }
    };
    move || {
        let chosen = chosen();
        (!chosen.is_empty()).then(|| {
            view! {
                <div class="active-filters">
                    <ul class="active-filters__list" aria-label=move || store.texts().active_filters>
                        {chosen.into_iter().map(chip).collect_view()}
                    </ul>
                    <button
                        type="button"
                        class="active-filters__reset"
                        on:click=move |_| {
                            store.reset_filters();
                            document::focus("main");
                        }
                    >
                        {move || store.texts().reset_filters}
                    </button>
                </div>
            }
        })
    }
}
