//! The field that leads to a place: type a name, and the map goes there.

use clusteratlas_core::query::selection::Record;
use clusteratlas_core::scene::walk::zoom_level_of;
use clusteratlas_core::search::Suggestion;
use leptos::prelude::*;

use crate::browser::announcer::say;
use crate::browser::dom::el;
use crate::store::{Goal, Store};
use crate::views::parts::combobox::{Combobox, Purpose};

use super::Parts;

const FIELD: &str = "go-to";

static GO_TO: Purpose = Purpose {
    id: FIELD,
    label: |texts| texts.walk().go_to,
    hint: |texts| texts.walk().go_to_hint,
    among: 64,
    suits: |suggestion| place(suggestion).is_some(),
    as_typed: None,
    applied: |_| String::new(),
    choose,
};

/// The field with its list.
pub(super) fn content(store: Store) -> Parts {
    let field = Combobox::new(store, &GO_TO);
    let whole = el("div").class("search-box guide__go-to");
    let whole = whole.child(field.input()).child(field.list());
    let title = store.texts().walk().go_to;
    ("go-to", title.to_owned(), vec![whole], FIELD)
}

/// The record of a suggestion, if it has a place.
fn place(suggestion: Suggestion) -> Option<Record> {
    match suggestion {
        Suggestion::Record(record) => zoom_level_of(record).map(|_| record),
        Suggestion::Theme(_) | Suggestion::Kind(_) => None,
    }
}

fn choose(store: Store, chosen: Option<Suggestion>, _: &str) {
    let texts = store.texts().walk();
    let Some(record) = chosen.and_then(place) else {
        return say(texts.nowhere.to_owned());
    };
    let atlas = store.atlas();
    let own = atlas.index.touching(&atlas.dataset, record);
    if store
        .listed
        .with_untracked(|listed| own.count_both(&listed.cooperations))
        == 0
    {
        let name = Suggestion::Record(record).name(&atlas.dataset, store.language_untracked());
        say((texts.nothing_there)(name));
    }
    store.walk.guide.set(None);
    store.walk.goal.set(Some(Goal::Record(record)));
}
