//! The frame of the page: loads the dataset, shows it or says why not, and keeps the link, the document and
//! the embedding page informed.

use std::sync::Arc;

use clusteratlas_core::dataset::details::Details;
use clusteratlas_core::permalink::view_state::{Appearance, View};
use leptos::prelude::*;
use leptos::{ev, task};

use crate::browser::address_bar::{self, Step};
use crate::browser::messages::{self, Event, Request};
use crate::browser::{document, fetch, frame, media};
use crate::map::MapView;
use crate::store::{Atlas, Change, DetailsState, Session, Store};
use crate::views::about::About;
use crate::views::active_filters::ActiveFilters;
use crate::views::cooperation_list::CooperationList;
use crate::views::detail_panel::DetailPanel;
use crate::views::failure_notice::{Failure, FailureNotice};
use crate::views::filter_panel::FilterPanel;
use crate::views::footer::Footer;
use crate::views::header::Header;
use crate::views::legend::Legend;
use crate::views::link_notice::LinkNotice;
use crate::views::overview::Overview;
use crate::views::sentence::Sentence;

/// The page is wide enough for filters beside the map.
const WIDE: &str = "(min-width: 80rem)";

/// The page is wide enough for filters that do not lie over it.
const BESIDE: &str = "(min-width: 64rem)";

/// Starts the application in the page's body.
pub fn start() {
    leptos::mount::mount_to_body(Shell);
}

/// How far the dataset is.
#[derive(Clone)]
enum Loading {
    /// On its way.
    Waiting,
    /// Here.
    Ready(Store),
    /// It cannot be shown.
    Failed(Failure),
}

/// The whole page.
#[component]
pub fn Shell() -> impl IntoView {
    let session = Session::new(&address_bar::fragment(), media::preferred_language());
    keep_document_in_step(session);
    let loading = RwSignal::new(Loading::Waiting);
    // Memos of the store belong to the page, not to the moment in which the file arrives.
    let owner = Owner::current().unwrap_or_default();
    task::spawn_local(async move {
        let read = match fetch::text("data/atlas.json").await {
            Ok(text) => Atlas::read(&text).map_err(Failure::Reading),
            Err(error) => Err(Failure::Loading(error)),
        };
        document::remove_opening();
        loading.set(match read {
            Ok(atlas) => Loading::Ready(owner.with(|| Store::new(session, atlas))),
            Err(failure) => Loading::Failed(failure),
        });
    });
    move || match loading.get() {
        Loading::Waiting => ().into_any(),
        Loading::Ready(store) => view! { <Explorer store /> }.into_any(),
        Loading::Failed(failure) => view! {
            <Header session />
            <main id="main" tabindex="-1">
                <FailureNotice session failure />
            </main>
        }
        .into_any(),
    }
}

/// The page with a dataset.
#[component]
fn Explorer(store: Store) -> impl IntoView {
    let session = store.session;
    provide_context(store);
    keep_link_in_step(store);
    answer_messages(store);
    load_details(store);
    tell_height();
    let about = RwSignal::new(false);
    let filters_shown = RwSignal::new(media::matches(WIDE));
    let texts = move || store.texts();
    // Where the filters lie over the page, Escape closes them.
    let close_sheet = move |event: ev::KeyboardEvent| {
        if event.key() == "Escape" && filters_shown.get_untracked() && !media::matches(BESIDE) {
            filters_shown.set(false);
            document::focus("filters-toggle");
        }
    };
    let view_is = move |view: View| session.view_state.with(|state| state.view) == view;
    let chosen = move || session.query.with(|query| !query.is_empty());
    view! {
        <button type="button" class="skip-link" on:click=move |_| document::focus("results")>
            {move || texts().skip_to_results}
        </button>
        <Header session store />
        <div class="page" class:page--filters=move || filters_shown.get()>
            <div class="page__filters" on:keydown=close_sheet>
                <button
                    type="button"
                    id="filters-toggle"
                    class="page__toggle"
                    class:page__toggle--active=chosen
                    aria-expanded=move || if filters_shown.get() { "true" } else { "false" }
                    aria-controls="filters"
                    on:click=move |_| {
                        filters_shown.update(|shown| *shown = !*shown);
                        if filters_shown.get_untracked() {
                            document::focus_soon("filters-heading");
                        }
                    }
                >
                    {move || if filters_shown.get() { texts().hide_filters } else { texts().show_filters }}
                </button>
                <FilterPanel />
            </div>
            <main class="page__main" id="main" tabindex="-1">
                <LinkNotice />
                <Sentence />
                <ActiveFilters />
                <div
                    id="view"
                    role="tabpanel"
                    aria-labelledby=move || {
                        session.view_state.with(|state| format!("tab-{}", state.view.code()))
                    }
                >
                    <Show when=move || view_is(View::Map)>
                        <MapView />
                        <Legend />
                    </Show>
                    <CooperationList />
                </div>
            </main>
            <div class="page__side">
                <Show when=move || store.record.get().is_none()>
                    <Overview />
                </Show>
                <DetailPanel />
            </div>
        </div>
        <Footer on_about=Callback::new(move |()| about.set(true)) />
        <About open=about />
    }
}

fn keep_document_in_step(session: Session) {
    Effect::new(move |_| document::set_language(session.language.get().code()));
    Effect::new(move |_| {
        let appearance = session.appearance.get();
        document::set_appearance((appearance != Appearance::Auto).then(|| appearance.code()));
    });
}

/// Writes changes of the view state into the link, and reads the link when the visitor changes it.
fn keep_link_in_step(store: Store) {
    let session = store.session;
    Effect::new(move |before: Option<String>| {
        let fragment = session.fragment.get();
        if before.as_ref().is_some_and(|before| *before != fragment) {
            match session.last_change.get_untracked() {
                Change::Given => {}
                Change::Step => address_bar::write_fragment(&fragment, Step::Push),
                Change::Small => address_bar::write_fragment(&fragment, Step::Replace),
            }
        }
        fragment
    });
    address_bar::on_fragment_change(move |fragment| session.open_link(&fragment));
}

/// Answers the embedding page, and tells it of every change.
fn answer_messages(store: Store) {
    let session = store.session;
    let matches = move || store.matches.with_untracked(|matches| matches.number);
    messages::on_request(move |request, sender| match request {
        Request::Set(fragment) => {
            session.open_link(&fragment);
            address_bar::write_fragment(&session.fragment.get_untracked(), Step::Replace);
        }
        Request::Get => {
            let state = session.fragment.get_untracked();
            messages::answer(
                &sender,
                Event::State {
                    state: &state,
                    matches: matches(),
                },
            );
        }
    });
    Effect::new(move |before: Option<()>| {
        let state = session.fragment.get();
        if before.is_none() {
            messages::post(Event::Ready);
        }
        messages::post(Event::State {
            state: &state,
            matches: matches(),
        });
        frame::after_paint(move || messages::post(Event::Drawn { state: &state }));
    });
}

/// Loads summaries and sources once the first map has been painted, and again when asked.
fn load_details(store: Store) {
    Effect::new(move |_| {
        store.details_asked.track();
        frame::after_paint(move || {
            task::spawn_local(async move {
                let content = &store.atlas().dataset.edition.content;
                let state = match fetch::text("data/details.json").await {
                    Ok(text) => Details::read(&text, content).map_or_else(
                        |error| DetailsState::Failed(error.to_string()),
                        |details| DetailsState::Ready(Arc::new(details)),
                    ),
                    Err(error) => DetailsState::Failed(error.cause),
                };
                store.details.set(state);
            });
        });
    });
}

/// Tells the embedding page how high the content is.
fn tell_height() {
    document::on_height_change(|px| messages::post(Event::Height { px }));
}
