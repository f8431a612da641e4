//! Guided stories: their list, and the text of a step beside the view that it speaks of.

use std::rc::Rc;

use clusteratlas_core::permalink::view_state::StoryStep;
use clusteratlas_core::query::selection::Record;
use clusteratlas_core::stories::{Piece, Step, Stories, Story};
use leptos::prelude::*;

use crate::browser::announcer::say;
use crate::browser::document;
use crate::browser::dom::{Element, button, el, keep, list, sign};
use crate::browser::fetch::{self, spawn};
use crate::browser::media;
use crate::store::{Arrival, Store};

use super::BESIDE_MAP;
use super::parts::record_link::record_link;
use super::parts::source::{source_item, web_link};

/// The published stories, once somebody asks for them.
type Shelf = RwSignal<Option<Arrival<Rc<Stories>>>, LocalStorage>;

/// The button that shows the list, and the heading of an open step. Both stay as they are when stories arrive, and so
/// does a focus on them.
const TOGGLE: &str = "stories";
const TITLE: &str = "story-title";

/// The open step, or the button that shows the list of stories.
pub fn content(store: Store) -> Vec<Element> {
    let shelf = Shelf::new_local(None);
    let shown = RwSignal::new(false);
    let open = Memo::new(move |_| store.session.view_state.with(|state| state.story.clone()));
    // A link names a story, whether or not the reader has asked for the list.
    keep(move || {
        store.session.given.track();
        if open.get_untracked().is_some() {
            ask(store, shelf);
        }
    });
    let content = move || match open.get() {
        Some(place) => vec![panel(store, shelf, &place)],
        None => stories_list(store, shelf, shown),
    };
    vec![el("div").class("story-place").live(content)]
}

/// Loads the stories, unless they are here or on their way, and shows the view of a step of which a link says nothing
/// else.
fn ask(store: Store, shelf: Shelf) {
    match &*shelf.read_untracked() {
        Some(Arrival::Ready(stories)) => return complete(store, stories),
        Some(Arrival::Loading) => return,
        None | Some(Arrival::Failed(_)) => {}
    }
    shelf.set(Some(Arrival::Loading));
    spawn(async move {
        let content = &store.atlas().dataset.edition.content;
        let text = match &store.stories {
            Some(text) => Ok(text.clone()),
            None => fetch::text("data/stories.json").await,
        };
        let read = match text {
            Ok(text) => Stories::read(&text, content).map_err(|error| error.to_string()),
            Err(error) => Err(error.cause),
        };
        if let Ok(stories) = &read {
            complete(store, stories);
        }
        shelf.set(Some(match read {
            Ok(stories) => Arrival::Ready(Rc::new(stories)),
            Err(cause) => Arrival::Failed(cause),
        }));
    });
}

fn complete(store: Store, stories: &Stories) {
    store.complete_step(&|step| Some(&*step_of(stories, step)?.1.view));
}

/// The button that shows the stories, and their titles.
fn stories_list(store: Store, shelf: Shelf, shown: RwSignal<bool>) -> Vec<Element> {
    let toggle = button("story-place__toggle")
        .id(TOGGLE)
        .live_state("aria-expanded", move || shown.get())
        .text(store.texts().stories().heading)
        .on_click(move || {
            shown.update(|shown| *shown = !*shown);
            if shown.get_untracked() {
                ask(store, shelf);
            }
        });
    let content = move || {
        let content = shown.get().then(|| titles(store, shelf));
        content.into_iter().collect()
    };
    vec![toggle, el("div").live(content)]
}

fn titles(store: Store, shelf: Shelf) -> Element {
    let texts = store.texts().stories();
    match shelf.get() {
        None | Some(Arrival::Loading) => note(texts.loading),
        Some(Arrival::Failed(cause)) => failure(store, shelf, &cause, TOGGLE),
        Some(Arrival::Ready(stories)) if stories.all().is_empty() => told(texts.none),
        Some(Arrival::Ready(stories)) => {
            let titles = stories.all().iter().map(|tale| {
                let open = tale.clone();
                let title = button("record-link")
                    .text(tale.title.get(store.language()))
                    .on_click(move || open_step(store, &open, 1));
                el("li").child(title)
            });
            list("story-place__list", titles)
        }
    }
}

fn note(words: &str) -> Element {
    el("p").class("story-panel__note").text(words)
}

/// A note that is said as well: how it ended.
fn told(words: &str) -> Element {
    say(words.to_owned());
    note(words)
}

/// Why there are no stories, and the button that asks again and hands the focus on.
fn failure(store: Store, shelf: Shelf, cause: &str, focus: &'static str) -> Element {
    let texts = store.texts();
    let again = button("").text(texts.try_again).on_click(move || {
        ask(store, shelf);
        document::focus_soon(focus);
    });
    el("div")
        .child(told(&(texts.stories().failed)(cause)))
        .child(again)
}

/// A story and its step that a link names.
fn step_of<'a>(stories: &'a Stories, place: &StoryStep) -> Option<(&'a Story, &'a Step)> {
    let tale = stories.find(&place.story)?;
    let position = usize::from(place.step).checked_sub(1)?;
    Some((tale, tale.steps.get(position)?))
}

/// Shows the view of a step, counted from 1, and moves the focus to its text.
fn open_step(store: Store, tale: &Story, step: usize) {
    let place = step.checked_sub(1).and_then(|position| tale.steps.get(position));
    if let (Some(found), Ok(step)) = (place, u16::try_from(step)) {
        let tale = tale.id.clone();
        store.open_step(StoryStep { story: tale, step }, &found.view);
        document::focus_soon("story-step");
    }
}

/// The open step of a story.
fn panel(store: Store, shelf: Shelf, place: &StoryStep) -> Element {
    let texts = store.texts().stories();
    let close = button("story-panel__close")
        .attr("title", texts.close)
        .child(sign("story-panel__cross"))
        .on_click(move || {
            // Without room beside the map, the record of the step is what appears.
            let uncovers = store.record.get_untracked().is_some() && !media::matches(BESIDE_MAP);
            store.close_story();
            document::focus_soon(if uncovers { "detail-heading" } else { TOGGLE });
        });
    let (titled, place) = (place.clone(), place.clone());
    let title = move || {
        let shelf = shelf.read();
        let tale = match &*shelf {
            Some(Arrival::Ready(stories)) => step_of(stories, &titled).map(|(tale, _)| tale),
            _ => None,
        };
        let title = tale.map_or(texts.heading, |tale| tale.title.get(store.language()));
        title.to_owned()
    };
    let content = move || match shelf.get() {
        None | Some(Arrival::Loading) => vec![note(texts.loading)],
        Some(Arrival::Failed(cause)) => vec![failure(store, shelf, &cause, TITLE)],
        Some(Arrival::Ready(stories)) => match step_of(&stories, &place) {
            None => vec![told(texts.unknown)],
            Some((tale, step)) => step_parts(store, tale, step, usize::from(place.step)),
        },
    };
    let title = el("h2")
        .class("story-panel__title")
        .id(TITLE)
        .attr("tabindex", "-1")
        .live_text(title);
    el("aside")
        .class("story-panel")
        .live_class("story-panel--behind", move || {
            store.record_covers_story() == Some(true)
        })
        .attr("aria-labelledby", TITLE)
        .child(close)
        .child(title)
        .child(el("div").live(content))
}

fn step_parts(store: Store, tale: &Story, step: &Step, number: usize) -> Vec<Element> {
    let (texts, language) = (store.texts(), store.language());
    let last = tale.steps.len();
    let heading = el("h3")
        .class("story-panel__heading")
        .id("story-step")
        .attr("tabindex", "-1")
        .text(step.heading.get(language));
    let paragraphs = step.text.get(language).iter().map(|pieces| {
        let pieces = pieces.iter().map(|piece| self::piece(store, piece));
        el("p").class("story-panel__text").children(pieces.collect())
    });
    let to = |words: &str, step: usize, there: bool| {
        let tale = tale.clone();
        let turn = button("story-panel__turn").text(words);
        turn.set_flag("disabled", !there);
        turn.on_click(move || open_step(store, &tale, step))
    };
    let turns = el("p")
        .class("story-panel__turns")
        .child(to(texts.stories().back, number - 1, number > 1))
        .child(
            el("span")
                .class("story-panel__note")
                .text(&(texts.stories().step)(number, last)),
        )
        .child(to(texts.stories().next, number + 1, number < last));
    let restore = {
        let tale = tale.clone();
        let view = step.view.clone();
        button("story-panel__restore")
            .live_flag("hidden", move || store.shows_step(&view))
            .text(texts.stories().restore)
            .on_click(move || open_step(store, &tale, number))
    };
    let sources = tale.sources.iter().map(|source| source_item(store, source));
    let sources = el("details")
        .class("story-panel__sources")
        .child(el("summary").text(texts.sources))
        .child(el("ol").children(sources.collect()));
    let mut parts = vec![heading];
    parts.extend(paragraphs);
    parts.extend([restore, turns, sources]);
    parts
}

fn piece(store: Store, piece: &Piece) -> Element {
    let words = piece.words();
    match piece {
        Piece::Words(_) => el("span").text(words),
        Piece::Web(url, _) => web_link(store, url, words),
        Piece::Record(selection, _) => match Record::find(&store.atlas().dataset, selection) {
            Some(record) => record_link(store, record, words),
            None => el("span").text(words),
        },
    }
}
