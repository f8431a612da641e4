//! Guided stories: their list, and the text of a step beside the view that it speaks of.

use std::rc::Rc;

use clusteratlas_core::permalink::view_state::StoryStep;
use clusteratlas_core::query::selection::Record;
use clusteratlas_core::stories::{Piece, Step, Stories, Story};
use leptos::prelude::*;

use crate::browser::announcer::say;
use crate::browser::document;
use crate::browser::dom::{Element, button, el, list, sign};
use crate::browser::fetch::{self, spawn};
use crate::browser::frame::after_paint;
use crate::store::Store;

use super::parts::record_link::record_link;
use super::parts::source::{source_item, web_link};

/// The published stories.
#[derive(Clone, Debug, Default)]
enum Shelf {
    /// Nobody has asked for them.
    #[default]
    Closed,
    /// On their way.
    Loading,
    /// Here.
    Open(Rc<Stories>),
    /// They could not be loaded, and why.
    Failed(String),
}

/// The open step, or the button that shows the list of stories.
pub fn content(store: Store) -> Vec<Element> {
    let shelf = RwSignal::new_local(Shelf::default());
    let open = Memo::new(move |_| store.session.view_state.with(|state| state.story.clone()));
    let content = move || match open.get() {
        Some(place) => {
            // A link names a story, whether or not the reader has asked for the shelf.
            if shelf.with_untracked(|shelf| matches!(shelf, Shelf::Closed)) {
                load(store, shelf);
            }
            vec![panel(store, shelf, &place)]
        }
        None => shelf_list(store, shelf),
    };
    vec![el("div").class("story-place").live(content)]
}

fn load(store: Store, shelf: RwSignal<Shelf, LocalStorage>) {
    shelf.set(Shelf::Loading);
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
            store.complete_step(&|step| Some(&*step_of(stories, step)?.1.view));
        }
        shelf.set(match read {
            Ok(stories) => Shelf::Open(Rc::new(stories)),
            Err(cause) => Shelf::Failed(cause),
        });
    });
}

/// The button that shows the stories, and their titles.
fn shelf_list(store: Store, shelf: RwSignal<Shelf, LocalStorage>) -> Vec<Element> {
    let texts = store.texts();
    let shown = shelf.with(|shelf| !matches!(shelf, Shelf::Closed));
    let toggle = button("story-place__toggle")
        .id("stories")
        .attr("aria-expanded", if shown { "true" } else { "false" })
        .text(texts.stories().heading)
        .on_click(move || {
            if shown {
                shelf.set(Shelf::Closed);
            } else {
                load(store, shelf);
            }
            document::focus_soon("stories");
        });
    let content = match shelf.get() {
        Shelf::Closed => None,
        Shelf::Loading => Some(note(texts.stories().loading)),
        Shelf::Failed(cause) => Some(failure(store, shelf, &cause)),
        Shelf::Open(stories) if stories.all().is_empty() => Some(note(texts.stories().none)),
        Shelf::Open(stories) => {
            let titles = stories.all().iter().map(|tale| {
                let open = tale.clone();
                let title = button("record-link")
                    .text(tale.title.get(store.language()))
                    .on_click(move || open_step(store, &open, 1));
                el("li").child(title)
            });
            Some(list("story-place__list", titles))
        }
    };
    std::iter::once(toggle).chain(content).collect()
}

fn note(words: &str) -> Element {
    say(words.to_owned());
    el("p").class("story-panel__note").text(words)
}

fn failure(store: Store, shelf: RwSignal<Shelf, LocalStorage>, cause: &str) -> Element {
    let texts = store.texts();
    let again = button("")
        .text(texts.try_again)
        .on_click(move || load(store, shelf));
    el("div")
        .child(note(&(texts.stories().failed)(cause)))
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
        // After a record that opens with the step has taken the focus.
        after_paint(|| document::focus("story-step"));
    }
}

/// The open step of a story.
fn panel(store: Store, shelf: RwSignal<Shelf, LocalStorage>, place: &StoryStep) -> Element {
    let texts = store.texts();
    let close = button("story-panel__close")
        .attr("title", texts.stories().close)
        .child(sign("story-panel__cross"))
        .on_click(move || {
            store.close_story();
            document::focus_soon("stories");
        });
    let panel = el("aside")
        .class("story-panel")
        .attr("aria-labelledby", "story-title")
        .child(close);
    let title = |words: &str| el("h2").class("story-panel__title").id("story-title").text(words);
    let plain = |content: Element| {
        let title = title(texts.stories().heading);
        vec![title, content]
    };
    panel.children(match shelf.get() {
        Shelf::Closed | Shelf::Loading => plain(note(texts.stories().loading)),
        Shelf::Failed(cause) => plain(failure(store, shelf, &cause)),
        Shelf::Open(stories) => {
            let number = usize::from(place.step);
            match step_of(&stories, place) {
                None => plain(note(texts.stories().unknown)),
                Some((tale, step)) => {
                    let mut parts = vec![title(tale.title.get(store.language()))];
                    parts.extend(told(store, tale, step, number));
                    parts
                }
            }
        }
    })
}

fn told(store: Store, tale: &Story, step: &Step, number: usize) -> Vec<Element> {
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
