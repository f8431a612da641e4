//! The foot of the page: edition of the data, sources, licences, legal pages.

use clusteratlas_core::locale::format::date;
use leptos::prelude::*;

use crate::store::Store;

/// The foot of the page.
#[component]
pub fn Footer(on_about: Callback<()>) -> impl IntoView {
    let store = expect_context::<Store>();
    let texts = move || store.texts();
    let edition = move || {
        let atlas = store.atlas();
        let edition = &atlas.dataset.edition;
        (texts().edition)(&edition.version, &date(edition.date, store.language()))
    };
    view! {
        <footer class="footer">
            <p class="footer__edition">{edition}". "{move || texts().not_complete}</p>
            <ul class="footer__links">
                <li>
                    <button type="button" class="footer__about" id="about-button" on:click=move |_| on_about.run(())>
                        {move || texts().about}
                    </button>
                </li>
                <li><a href=move || texts().table_address>{move || texts().table_link}</a></li>
                <li><a href="data/atlas.json">{move || texts().download_data}</a></li>
                <li><a href="licences.txt">{move || texts().all_licences}</a></li>
                <li><a href="impressum.html">{move || texts().imprint}</a></li>
                <li><a href="datenschutz.html">{move || texts().privacy}</a></li>
                <li><a href="barrierefreiheit.html">{move || texts().accessibility}</a></li>
            </ul>
            <p class="footer__borders">{move || texts().border_note}</p>
        </footer>
    }
}
