//! Text to be copied: a field that shows it, and the button that copies it.

use clusteratlas_core::locale::texts::Words;
use leptos::prelude::*;

use crate::browser::announcer::spoken;
use crate::browser::clipboard;
use crate::browser::dom::{Element, button, el, keep, span};
use crate::store::Store;

/// How much room the text has.
#[derive(Clone, Copy)]
pub(super) enum Size {
    /// A single line.
    Line,
    /// Several lines.
    Lines,
}

/// The field with its name, its text and its button.
pub(super) fn field(
    store: Store,
    size: Size,
    name: Words,
    copy: Words,
    text: impl Fn() -> String + 'static,
) -> Element {
    let language = store.session.language;
    let said = RwSignal::new(None::<bool>);
    let field = match size {
        Size::Line => el("input").attr("type", "text"),
        Size::Lines => el("textarea").attr("rows", "5").attr("spellcheck", "false"),
    };
    let field = field.class("share__text").attr("readonly", "");
    let own = field.clone();
    keep(move || {
        own.set_value(&text());
        // What was copied is no longer what stands there.
        said.set(None);
    });
    let own = field.clone();
    let copy = button("share__copy")
        .words(language, copy)
        .on_click(move || said.set(Some(clipboard::copy(&own))));
    let status = spoken(el("span"), move || {
        let texts = store.texts().share();
        let words = match said.get() {
            Some(true) => texts.copied,
            Some(false) => texts.not_copied,
            None => "",
        };
        words.to_owned()
    });
    let label = el("label")
        .class("share__field")
        .child(span("share__name").words(language, name))
        .child(field);
    el("div").child(label).child(
        el("p")
            .class("share__copying")
            .child(copy)
            .child(status.class("share__status")),
    )
}
