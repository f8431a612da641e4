//! What of the link or of the dataset was not understood.

use clusteratlas_core::dataset::problem::{Cause, Problem};
use clusteratlas_core::locale::texts::Texts;
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
    move || {
        let words = words.get();
        (!words.is_empty() && words != dismissed.get()).then(|| {
            let own = words.clone();
            let problems = problems(store);
            view! {
                <div class="link-notice" role="status">
                    <div>
                        <p>{words}</p>
                        {problems}
                    </div>
                    <button type="button" class="link-notice__close" on:click=move |_| dismissed.set(own.clone())>
                        {move || store.texts().dismiss}
                    </button>
                </div>
            }
        })
    }
}

/// At most so many problems are listed.
const MAX_LISTED: usize = 50;

/// What was wrong with records that were left out.
fn problems(store: Store) -> impl IntoView {
    let problems = &store.atlas().problems;
    if problems.is_empty() {
        return None;
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
        view! { <li>{format!("{list}[{position}]{id}: {}", words(&problem.cause, texts))}</li> }
    });
    let items = items.collect_view();
    let rest = problems.len().saturating_sub(MAX_LISTED);
    let rest = (rest > 0).then(|| view! { <li>{(texts.more_problems)(rest)}</li> });
    Some(view! { <ul class="link-notice__problems">{items} {rest}</ul> })
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
