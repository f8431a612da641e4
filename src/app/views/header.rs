//! Title, views, language and appearance.

use clusteratlas_core::domain::localized::Language;
use clusteratlas_core::locale;
use clusteratlas_core::permalink::view_state::{Appearance, View};
use leptos::ev;
use leptos::prelude::*;

use crate::browser::document;
use crate::store::{Session, Store};

/// The head of the page. The views appear once there is a dataset.
#[component]
pub fn Header(session: Session, #[prop(optional)] store: Option<Store>) -> impl IntoView {
    let texts = move || session.texts();
    view! {
        <header class="header">
            <div class="header__name">
                <span class="header__sign" aria-hidden="true"></span>
                <h1 class="header__title">{move || texts().title}</h1>
                <p class="header__tagline">{move || texts().tagline}</p>
            </div>
            {store.map(|store| view! { <Views store /> })}
            <div class="header__settings">
                <AppearanceChoice session />
                <LanguageSwitch session />
            </div>
        </header>
    }
}

/// The views as tabs.
#[component]
fn Views(store: Store) -> impl IntoView {
    let open = move || store.session.view_state.with(|state| state.view);
    let tab = move |view: View| {
        let name = move || match view {
            View::Map => store.texts().map,
            View::List => store.texts().list,
        };
        let on_keydown = move |event: ev::KeyboardEvent| {
            let other = match event.key().as_str() {
                "ArrowRight" | "ArrowLeft" => View::ALL.iter().copied().find(|other| *other != view),
                _ => None,
            };
            if let Some(other) = other {
                event.prevent_default();
                store.open_view(other);
                document::focus(&format!("tab-{}", other.code()));
            }
        };
        view! {
            <button
                type="button"
                role="tab"
                class="header__view"
                id=format!("tab-{}", view.code())
                aria-selected=move || if open() == view { "true" } else { "false" }
                aria-controls="view"
                tabindex=move || if open() == view { "0" } else { "-1" }
                on:click=move |_| store.open_view(view)
                on:keydown=on_keydown
            >
                {name}
            </button>
        }
    };
    view! {
        <div class="header__views" role="tablist" aria-label=move || store.texts().views>
            {View::ALL.iter().map(|&view| tab(view)).collect_view()}
        </div>
    }
}

/// A button in the other language that changes to it.
#[component]
fn LanguageSwitch(session: Session) -> impl IntoView {
    let other = move || match session.language.get() {
        Language::German => Language::English,
        Language::English => Language::German,
    };
    view! {
        <button
            type="button"
            class="header__language"
            lang=move || other().code()
            on:click=move |_| session.choose_language(other())
        >
            {move || locale::texts(session.language.get()).other_language}
        </button>
    }
}

/// Light, dark or as the system.
#[component]
fn AppearanceChoice(session: Session) -> impl IntoView {
    let name = move |appearance: Appearance| match appearance {
        Appearance::Auto => session.texts().appearance_auto,
        Appearance::Light => session.texts().appearance_light,
        Appearance::Dark => session.texts().appearance_dark,
    };
    let option = move |appearance: Appearance| {
        view! {
            <option
                value=appearance.code()
                prop:selected=move || session.appearance.get() == appearance
            >
                {move || name(appearance)}
            </option>
        }
    };
    view! {
        <select
            class="header__appearance"
            aria-label=move || session.texts().appearance
            on:change=move |event| {
                if let Some(appearance) = Appearance::from_code(&event_target_value(&event)) {
                    session.choose_appearance(appearance);
                }
            }
        >
            {Appearance::ALL.iter().map(|&appearance| option(appearance)).collect_view()}
        </select>
    }
}
