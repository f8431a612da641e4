//! The frame of the page: loads the dataset, shows it or says why not, and keeps the link, the document and
//! the embedding page informed.

use std::sync::Arc;

use clusteratlas_core::dataset::details::Details;
use clusteratlas_core::permalink::request::Request;
use clusteratlas_core::permalink::view_state::{Appearance, View};
use leptos::prelude::*;

use crate::browser::address_bar::{self, Step, Writer};
use crate::browser::announcer::announcer;
use crate::browser::dom::{Element, button, el, keep, show};
use crate::browser::fetch::spawn;
use crate::browser::frame::Spaced;
use crate::browser::messages::{self, Event};
use crate::browser::{chunk, document, fetch, frame, media};
use crate::map::map_view;
use crate::store::{Arrival, Atlas, Change, DetailsState, Session, Store};
use crate::views::BESIDE_MAP;
use crate::views::about::about;
use crate::views::active_filters::active_filters;
use crate::views::comparison::comparison;
use crate::views::detail_panel::detail_panel;
use crate::views::embed::embed;
use crate::views::failure_notice::{Failure, failure_notice};
use crate::views::filter_panel::filter_panel;
use crate::views::footer::footer;
use crate::views::header::{header, named_panel};
use crate::views::link_notice::link_notice;
use crate::views::parts::later::{engine, later, later_quietly};
use crate::views::parts::record_link::serve_record_links;
use crate::views::sentence::sentence_view;
use crate::views::share::share;

/// The page is wide enough for filters that do not lie over it.
const BESIDE: &str = "(min-width: 64rem)";

/// The page is wider than a phone.
const ROOMY: &str = "(min-width: 48rem)";

/// Starts the application in the page's body.
pub fn start() {
    leptos::mount::mount_to_body(|| {
        show(vec![announcer()]);
        let session = Session::new(&address_bar::fragment(), media::preferred_language());
        keep_document_in_step(session);
        // What the page shows belongs to it, not to the moment in which the file arrives.
        let owner = Owner::current().unwrap_or_default();
        spawn(async move {
            let read = match fetch::text("data/atlas.json").await {
                Ok(text) => Atlas::read(&text).map_err(Failure::Reading),
                Err(error) => Err(Failure::Loading(error)),
            };
            // Words are searched for by the second piece: without it the first map would show too much.
            let later = if read.is_ok() && session.asks_for_words() {
                load_piece().await
            } else {
                Arrival::Loading
            };
            document::remove_opening();
            owner.with(|| match read {
                Ok(atlas) => explore(Store::new(session, atlas), later),
                Err(failure) => excuse(session, failure),
            });
        });
    });
}

/// The page without a dataset.
fn excuse(session: Session, failure: Failure) {
    let main = el("main").id("main").attr("tabindex", "-1");
    let is_embed = session.embed.get_untracked();
    let head = (!is_embed).then(|| header(session, None));
    let pages = document::of_opening(if is_embed { "#pages-compact" } else { "#pages" });
    show(head.into_iter().collect());
    show(vec![
        main.child(failure_notice(session, failure)),
        el("footer").class("footer").children(pages),
    ]);
    tell_height();
}

/// The page with a dataset.
fn explore(store: Store, arrived: Arrival<()>) {
    take_later(store, arrived);
    keep_link_in_step(store);
    let session = store.session;
    show(vec![el("div").live(move || {
        let shown = session.shown(store);
        let form: fn(Store) -> Vec<Element> = if session.embed.get() {
            |store| embed(store, map)
        } else {
            whole
        };
        untrack(|| {
            serve_record_links(shown);
            let notice = later_quietly(shown, |later| later.preview);
            vec![notice, el("div").children(form(shown))]
        })
    })]);
    answer_messages(store);
    load_details(store);
    load_later(store);
    tell_height();
}

/// The whole page.
fn whole(store: Store) -> Vec<Element> {
    let session = store.session;
    let skip = button("skip-link")
        .words(session.language, |texts| texts.skip_to_results)
        .on_click(move || {
            // Where there is no list, the view itself holds the results.
            let has_list = has_list(session.view.get_untracked());
            document::focus(if has_list { "results" } else { "view" });
        });
    let filters_shown = RwSignal::new(media::matches(BESIDE_MAP));
    let side = el("div")
        .class("page__side")
        .child(later_quietly(store, |later| later.stories))
        .child(later_quietly(store, |later| later.overview))
        .child(detail_panel(store));
    let page = el("div")
        .class("page")
        .live_class("page--filters", move || filters_shown.get())
        .live_class("page--spread", move || is_spread(store))
        .live_class("page--brief", move || session.view.get() == View::Brief)
        .child(filters(store, filters_shown))
        .child(main(store))
        .child(side);
    let about = about(store);
    let dialog = about.clone();
    vec![
        skip,
        header(session, Some(store)),
        page,
        footer(store, move || dialog.show_modal()),
        about,
    ]
}

/// The filters, and the button that shows and hides them.
fn filters(store: Store, shown: RwSignal<bool>) -> Element {
    let chosen = move || store.session.query.with(|query| !query.is_empty());
    let words = move || {
        let texts = store.texts();
        if shown.get() {
            texts.hide_filters
        } else {
            texts.show_filters
        }
        .to_owned()
    };
    let toggle = button("page__toggle")
        .id("filters-toggle")
        .live_class("page__toggle--active", chosen)
        .live_state("aria-expanded", move || shown.get())
        .attr("aria-controls", "filters")
        .live_text(words)
        .on_click(move || {
            shown.update(|shown| *shown = !*shown);
            if shown.get_untracked() {
                document::focus_soon("filters-heading");
            }
        });
    el("div")
        .class("page__filters")
        .child(toggle)
        .child(filter_panel(store))
        // Where the filters lie over the page, Escape closes them.
        .on_key(move |key| {
            let closes = key == "Escape" && shown.get_untracked() && !media::matches(BESIDE);
            if closes {
                shown.set(false);
                document::focus("filters-toggle");
            }
            closes
        })
}

/// Whether the list of cooperations is part of a view.
const fn has_list(view: View) -> bool {
    matches!(view, View::Map | View::List)
}

/// Whether the view wants the width and nothing stands beside it that belongs to what is looked at; tracked.
fn is_spread(store: Store) -> bool {
    let session = store.session;
    let has_tables = matches!(session.view.get(), View::List | View::Matrix | View::Figures);
    let tells = session.view_state.with(|state| state.story.is_some());
    has_tables && !tells && store.record.with(Option::is_none)
}

/// The map.
fn map(store: Store) -> Element {
    let buttons = later_quietly(store, |later| later.pan).class("map__controls-later");
    map_view(store, buttons, later_quietly(store, |later| later.guide))
}

/// What is shown of the selection.
fn main(store: Store) -> Element {
    let view = store.session.view;
    let years = later_quietly(store, |later| later.period);
    // Below the map and above what may be long.
    let shown = el("div").live(move || match view.get() {
        View::Map => vec![
            map(store),
            later_quietly(store, |later| later.legend),
            years.clone(),
        ],
        View::List => vec![years.clone()],
        View::Matrix => with_years(&years, later(store, move |later| (later.matrix)(store))),
        View::Figures => with_years(&years, later(store, move |later| (later.figures)(store))),
        View::Brief | View::Editors => vec![later(store, move |later| (later.alone)(store))],
    });
    let panel = el("div").id("view").attr("tabindex", "-1").child(shown).child(
        later(store, move |later| (later.list)(store)).live_flag("hidden", move || !has_list(view.get())),
    );
    el("main")
        .class("page__main")
        .id("main")
        .attr("tabindex", "-1")
        .child(link_notice(store))
        .child(sentence_view(store))
        .child(active_filters(store))
        .child(
            el("div")
                .class("page__acts")
                .child(comparison(store))
                .child(share(store)),
        )
        .child(named_panel(store, panel))
}

/// A view and the years that narrow it; on a phone what was asked for comes first.
fn with_years(years: &Element, view: Element) -> Vec<Element> {
    if media::matches(ROOMY) {
        vec![years.clone(), view]
    } else {
        vec![view, years.clone()]
    }
}

fn keep_document_in_step(session: Session) {
    keep(move || document::set_language(session.language.get().code()));
    keep(move || {
        let appearance = session.appearance.get();
        document::set_appearance((appearance != Appearance::Auto).then(|| appearance.code()));
    });
}

/// Writes changes of the view state into the link, and reads the link when the visitor changes it.
fn keep_link_in_step(store: Store) {
    let session = store.session;
    let writer = Writer::default();
    writer.on_fragment_change(move |fragment| session.open_link(&fragment, Change::Given));
    let mut before = None;
    keep(move || {
        let fragment = session.fragment.get();
        if before.as_ref().is_some_and(|before| *before != fragment) {
            match session.last_change.get_untracked() {
                Change::Given => {}
                // "Back" belongs to the page around it.
                Change::Step if !session.embed.get_untracked() => {
                    writer.write(fragment.clone(), Step::Push);
                }
                Change::Step | Change::Small => writer.write(fragment.clone(), Step::Replace),
            }
        }
        before = Some(fragment);
    });
}

/// Answers the embedding page, and tells it of every change.
fn answer_messages(store: Store) {
    let session = store.session;
    let matches = move || {
        let shown = untrack(|| session.shown(store));
        shown.matches.with_untracked(|matches| matches.number)
    };
    // However many messages come, the page is drawn once a frame.
    let changes = Spaced::default();
    messages::on_request(move |request, sender| match request {
        Request::Set(fragment) => changes.ask(move || session.open_link(&fragment, Change::Small)),
        Request::Get => changes.follow(move || {
            let state = session.fragment.get_untracked();
            messages::answer(
                &sender,
                Event::State {
                    state: &state,
                    matches: matches(),
                },
            );
        }),
    });
    let mut ready = false;
    keep(move || {
        let state = session.fragment.get();
        if !std::mem::replace(&mut ready, true) {
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
    keep(move || {
        store.details_asked.track();
        frame::after_paint(move || {
            spawn(async move {
                let content = &store.atlas().dataset.edition.content;
                let state = match fetch::text("data/details.json").await {
                    Ok(text) => Details::take(text, content).map_or_else(
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

/// Loads the second piece of the program once the first map has been painted, and again when asked.
fn load_later(store: Store) {
    keep(move || {
        store.later_asked.track();
        if !matches!(store.later.get_untracked(), Arrival::Loading) {
            return;
        }
        frame::after_paint(move || {
            spawn(async move {
                let arrived = load_piece().await;
                take_later(store, arrived);
            });
        });
    });
}

async fn load_piece() -> Arrival<()> {
    match chunk::load().await {
        Ok(()) => Arrival::Ready(()),
        Err(error) => Arrival::Failed(error.cause),
    }
}

fn take_later(store: Store, arrived: Arrival<()>) {
    if matches!(arrived, Arrival::Ready(())) {
        store.search.equip(engine());
    }
    store.later.set(arrived);
}

/// Tells the embedding page how high the content is.
fn tell_height() {
    document::on_height_change(|px| messages::post(Event::Height { px }));
}
