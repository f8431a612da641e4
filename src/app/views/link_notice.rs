//! What of the link or of the dataset was not understood.

use leptos::prelude::*;

use crate::store::Store;

use super::parts::option_names::facet_name;

/// Notices that can be closed; nothing where all was understood.
#[component]
pub fn LinkNotice() -> impl IntoView {
    let store = expect_context::<Store>();
    let dismissed = RwSignal::new(String::new());
    let words = Memo::new(move |_| {
        let texts = store.texts();
        let parts = store.session.ignored.get().into_iter().map(|part| {
            if part.value.is_empty() {
                part.key
            } else {
                format!("{} = {}", part.key, part.value)
            }
        });
        let values = store.unknown_values.get().into_iter();
        let values =
            values.map(|unknown| format!("{} = {}", facet_name(unknown.facet, texts), unknown.value));
        let lost = store.session.view_state.with(|state| {
            let selection = state.selection.as_ref().filter(|_| store.record.get().is_none());
            selection.map(|selection| format!("sel = {selection}"))
        });
        let parts: Vec<String> = parts.chain(values).chain(lost).collect();
        let ignored = (!parts.is_empty()).then(|| (texts.ignored_in_link)(&parts.join("; ")));
        let problems = store.atlas().problems.len();
        let left_out = (problems > 0).then(|| (texts.left_out)(problems));
        [ignored, left_out]
            .into_iter()
            .flatten()
            .collect::<Vec<String>>()
            .join(". ")
    });
    let problems: Vec<String> = store
        .atlas()
        .problems
        .iter()
        .take(50)
        .map(ToString::to_string)
        .collect();
    move || {
        let words = words.get();
        (!words.is_empty() && words != dismissed.get()).then(|| {
            let own = words.clone();
            let problems = problems.iter().map(|problem| view! { <li>{problem.clone()}</li> }).collect_view();
            view! {
                <div class="link-notice" role="status">
                    <div>
                        <p>{words}</p>
                        <ul class="link-notice__problems" lang="en">{problems}</ul>
                    </div>
                    <button type="button" class="link-notice__close" on:click=move |_| dismissed.set(own.clone())>
                        {move || store.texts().dismiss}
                    </button>
                </div>
            }
        })
    }
}
