//! What of the link or of the dataset was not understood.

use clusteratlas_core::dataset::problem::{Cause, Problem};
use clusteratlas_core::locale::texts::Texts;
use clusteratlas_core::naming::facet_name;
use leptos::prelude::*;

use crate::browser::announcer::say;
use crate::browser::dom::{Element, button, el, list};
use crate::store::{Arrival, Store};

/// Notices that can be closed; nothing where all was understood.
pub fn link_notice(store: Store) -> Element {
    let dismissed = RwSignal::new(String::new());
    let words = Memo::new(move |_| notice(store));
    let shown = move || Some(words.get()).filter(|words| !words.is_empty() && *words != dismissed.get());
    el("div").class("link-notice-place").live(move || {
        let notice = shown().map(|words| {
            say(words.clone());
            let text = el("div").child(el("p").text(&words)).children(problems(store));
            let close = button("link-notice__close")
                .text(store.texts().dismiss)
                .on_click(move || dismissed.set(words.clone()));
            el("div").class("link-notice").child(text).child(close)
        });
        notice.into_iter().collect()
    })
}

/// What was not understood, in the page's language; empty where all was.
fn notice(store: Store) -> String {
    let texts = store.texts();
    let parts = store.session.ignored.get().into_iter().map(|part| {
        if part.value.is_empty() {
            part.key
        } else {
            format!("{} = {}", part.key, part.value)
        }
    });
    let values = store.unknown_values().into_iter();
    let values = values.map(|unknown| format!("{} = {}", facet_name(unknown.facet, texts), unknown.value));
    let lost = store.session.view_state.with(|state| {
        let selection = state.selection.as_ref().filter(|_| store.record.get().is_none());
        selection.map(|selection| format!("sel = {selection}"))
    });
    let parts: Vec<String> = parts.chain(values).chain(lost).collect();
    let ignored = (!parts.is_empty()).then(|| (texts.ignored_in_link)(&parts.join("; ")));
    // Words that cannot be searched for leave the selection larger than it was asked for.
    let unsearched = match store.later.get() {
        Arrival::Failed(cause) if store.session.asks_for_words() => {
            Some(format!("{} ({cause})", texts.part_failed))
        }
        _ => None,
    };
    let problems = store.atlas().problems.len();
    let left_out = (problems > 0).then(|| (texts.left_out)(problems));
    let notices: Vec<String> = ignored.into_iter().chain(unsearched).chain(left_out).collect();
    notices.join(". ")
}

/// At most so many problems are listed.
const MAX_LISTED: usize = 50;

/// What was wrong with records that were left out.
fn problems(store: Store) -> Vec<Element> {
    let problems = &store.atlas().problems;
    if problems.is_empty() {
        return Vec::new();
    }
    let texts = store.texts();
    let items = problems.iter().take(MAX_LISTED).map(|problem| {
        let Problem {
            list, position, id, ..
        } = problem;
        let id = id
            .as_ref()
            .map(|id| format!(" \u{201c}{id}\u{201d}"))
            .unwrap_or_default();
        format!("{list}[{position}]{id}: {}", words(&problem.cause, texts))
    });
    let rest = problems.len().saturating_sub(MAX_LISTED);
    let rest = (rest > 0).then(|| (texts.more_problems)(rest));
    let items = items.chain(rest).map(|words| el("li").text(&words));
    vec![list("link-notice__problems", items)]
}

fn words(cause: &Cause, texts: &Texts) -> String {
    match cause {
        Cause::Shape(cause) => (texts.problem_shape)(cause),
        Cause::Value { field, message } => (texts.problem_value)(field, message),
        Cause::Dangling { field, id } => (texts.problem_dangling)(field, id),
        Cause::Empty(field) => (texts.problem_empty)(field),
        Cause::Duplicate => texts.problem_duplicate.to_owned(),
    }
}
