//! The list of keys.

use crate::browser::dom::{Element, el};
use crate::store::Store;

use super::{HEADING, Parts};

/// Keys on marks, and in the list of connections.
pub(super) fn content(store: Store) -> Parts {
    let texts = store.texts().walk();
    let parts = vec![
        keys(&texts.on_marks),
        el("h3").class("guide__subheading").text(texts.in_links),
        keys(&texts.on_links),
    ];
    ("keys", texts.keys.to_owned(), parts, HEADING)
}

fn keys(keys: &[(&'static str, &'static str)]) -> Element {
    let mut list = el("dl").class("guide__keys");
    for (key, does) in keys {
        list = list
            .child(el("dt").child(el("kbd").text(key)))
            .child(el("dd").text(does));
    }
    list
}
