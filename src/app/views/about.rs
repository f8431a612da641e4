//! What the atlas is, where its data comes from, and under which licences it stands.

use leptos::html;
use leptos::prelude::*;

use crate::store::Store;

/// The dialog about the atlas; `open` says whether it is there.
#[component]
pub fn About(open: RwSignal<bool>) -> impl IntoView {
    let store = expect_context::<Store>();
    let texts = move || store.texts();
    let dialog = NodeRef::<html::Dialog>::new();
    Effect::new(move |_| {
        let Some(dialog) = dialog.get() else { return };
        if open.get() {
            // Refused only where it is open already.
            let _opened = dialog.show_modal();
        } else {
            dialog.close();
        }
    });
    let edition = move |part: fn(&Store) -> String| move || part(&store);
    let publisher = edition(|store| {
        store
            .atlas()
            .dataset
            .edition
            .publisher
            .get(store.language())
            .to_string()
    });
    let licence = edition(|store| {
        store
            .atlas()
            .dataset
            .edition
            .licence
            .get(store.language())
            .to_string()
    });
    view! {
        <dialog
            node_ref=dialog
            class="about"
            aria-labelledby="about-heading"
            on:close=move |_| open.set(false)
        >
            <h2 id="about-heading">{move || texts().about}</h2>
            <p>{move || texts().about_what}</p>
            <p>{move || texts().about_honesty} " " {move || texts().not_complete}</p>
            <h3>{move || texts().about_data}</h3>
            <dl class="about__facts">
                <dt>{move || texts().publisher}</dt>
                <dd>{publisher}</dd>
                <dt>{move || texts().licence}</dt>
                <dd>{licence}</dd>
                <dt>{move || texts().map}</dt>
                <dd>{move || texts().about_map}</dd>
            </dl>
            <p>{move || texts().border_note}</p>
            <p><a href="licences.txt">{move || texts().all_licences}</a></p>
            <button type="button" class="about__close" on:click=move |_| open.set(false)>
                {move || texts().close}
            </button>
        </dialog>
    }
}
