//! The open record: facts, related records, sources.

mod cluster;
mod cooperation;
mod facts;
mod geography;
mod programme;
mod related;
mod sources;

use clusteratlas_core::query::selection::Record;
use leptos::ev;
use leptos::prelude::*;

use crate::browser::document::{self, Focus};
use crate::store::Store;

/// The panel; nothing where no record is open.
#[component]
pub fn DetailPanel() -> impl IntoView {
    let store = expect_context::<Store>();
    let opener = StoredValue::new_local(None::<Focus>);
    let is_open = Memo::new(move |_| store.record.get().is_some());
    // The focus goes to what the visitor opened, and back to where it was; a link opens quietly.
    Effect::new(move |before: Option<Option<Record>>| {
        let record = store.record.get();
        match (before, record) {
            (Some(before), Some(_)) if before != record => {
                if before.is_none() {
                    opener.set_value(Some(Focus::present()));
                }
                request_animation_frame(|| document::focus("detail-heading"));
            }
            (Some(Some(_)), None) => {
                if let Some(opener) = opener.try_update_value(Option::take).flatten() {
                    opener.restore("main");
                }
            }
            _ => {}
        }
        record
    });
    let on_keydown = move |event: ev::KeyboardEvent| {
        if event.key() == "Escape" {
            store.close_detail();
        }
    };
    view! {
        <Show when=move || is_open.get()>
            <aside class="detail-panel" aria-labelledby="detail-heading" on:keydown=on_keydown>
                <button
                    type="button"
                    class="detail-panel__close"
                    aria-label=move || store.texts().close
                    title=move || store.texts().close
                    on:click=move |_| store.close_detail()
                >
                    <span class="detail-panel__cross" aria-hidden="true"></span>
                </button>
                {move || store.record.get().map(|record| body(store, record))}
            </aside>
        </Show>
    }
}

/// A record in the page's language.
fn body(store: Store, record: Record) -> AnyView {
    match record {
        Record::Cluster(key) => cluster::body(store, key).into_any(),
        Record::Place(key) => geography::place(store, key).into_any(),
        Record::Country(key) => geography::country(store, key).into_any(),
        Record::State(state) => geography::state(store, state).into_any(),
        Record::Cooperation(key) => cooperation::body(store, key).into_any(),
        Record::Programme(key) => programme::body(store, key).into_any(),
    }
}
