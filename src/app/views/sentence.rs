//! The sentence that says what is shown: for the eye, for screen readers and as the title of the page.

use clusteratlas_core::description::describe;
use clusteratlas_core::naming::record_name;
use clusteratlas_core::permalink::view_state::View;
use clusteratlas_core::query::facet::Query;
use clusteratlas_core::query::filter::Matches;
use leptos::prelude::*;

use crate::browser::announcer::say;
use crate::browser::document;
use crate::browser::dom::{Element, el, keep};
use crate::browser::frame::Calm;
use crate::store::Store;

/// The sentences of the present selection and, where there is one, of the one that it is compared with.
pub fn compared_sentences(store: Store) -> Vec<String> {
    let language = store.language();
    let atlas = store.atlas();
    let tell = |query: &Query, matches: &Matches| {
        describe(
            &atlas.dataset,
            &atlas.index,
            query,
            &matches.cooperations,
            language,
        )
    };
    let own = store
        .session
        .query
        .with(|query| store.matches.with(|matches| tell(query, matches)));
    let other = store.session.compared.with(|query| {
        let matches = store.compared.get()?;
        Some(tell(query.as_ref()?, &matches))
    });
    std::iter::once(own).chain(other).collect()
}

/// The sentence of the present selection; where two are compared, of both.
pub fn present_sentence(store: Store) -> String {
    let between = format!(" {} ", store.texts().sentence.compared_with);
    compared_sentences(store).join(&between)
}

/// The same sentences as paragraphs; the second says that it is of what the first is compared with.
pub fn told_apart(store: Store) -> Vec<String> {
    let mut sentences = compared_sentences(store);
    if let [_, compared] = &mut *sentences {
        *compared = format!("{}: {compared}", store.texts().comparison.sides[1]);
    }
    sentences
}

/// What the page is about: the work of editors, the record of a brief, else the present sentence.
pub fn subject(store: Store) -> String {
    let view = store.session.view.get();
    match store.record.get().filter(|_| view == View::Brief) {
        _ if view == View::Editors => store.texts().editors_view.to_owned(),
        Some(record) => {
            let name = record_name(&store.atlas().dataset, record, store.language());
            format!("{name} – {}", store.texts().brief_view)
        }
        None => present_sentence(store),
    }
}

/// The sentence, with what to do where nothing matches.
pub fn sentence_view(store: Store) -> Element {
    let note = move || {
        let texts = store.texts();
        let words = if has_nothing(store) {
            texts.no_cooperation_advice
        } else {
            texts.not_complete
        };
        words.to_owned()
    };
    noted_sentence(store, "p", note)
}

/// Whether nothing matches; tracked.
pub fn has_nothing(store: Store) -> bool {
    store.summary.with(|summary| summary.cooperations == 0)
}

/// The sentence as an element of a kind, with a note.
pub fn noted_sentence(store: Store, tag: &'static str, note: impl Fn() -> String + 'static) -> Element {
    let title = Calm::default();
    keep(move || {
        let mut words = format!("{} – {}", subject(store), store.texts().title);
        if store.is_preview() {
            words.insert_str(0, ": ");
            words.insert_str(0, store.texts().preview);
        }
        title.ask(move || document::set_title(&words));
    });
    let words = Memo::new(move |_| present_sentence(store));
    let mut begins = true;
    keep(move || {
        let words = words.get();
        if !std::mem::take(&mut begins) {
            say(words);
        }
    });
    el("div")
        .class("sentence")
        .child(
            el(tag)
                .class("sentence__text")
                .id("sentence")
                .live_text(move || words.get()),
        )
        .child(el("p").class("sentence__note").live_text(note))
}
