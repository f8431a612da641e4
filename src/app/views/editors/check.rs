//! The second step: files in, how far they are read, and what to do where they cannot be.

use clusteratlas_core::locale::editors::EditorsTexts;
use leptos::prelude::*;

use crate::browser::announcer::{say, spoken};
use crate::browser::document;
use crate::browser::dom::{Element, button, el, keep};
use crate::browser::file::File;
use crate::store::{Store, Trouble, Work};

use super::{bench, both, note, section, words};

/// The id of the field.
const FIELD: &str = "editors-file";

/// What files can be.
const KINDS: &str = ".xlsx,.ods,.csv,.jsonl,.zip";

/// The field for files, the progress, and what could not be done.
pub(super) fn step(store: Store) -> Element {
    let over = RwSignal::new(false);
    let hover = move |is_over: bool| {
        if over.get_untracked() != is_over {
            over.set(is_over);
        }
    };
    let field = el("input")
        .class("editors__file")
        .id(FIELD)
        .attr("type", "file")
        .attr("multiple", "")
        .attr("accept", KINDS)
        .attr("aria-describedby", "editors-file-note")
        .on("change", move |event| {
            bench::read(store.session, File::chosen(&event));
        });
    let zone = el("div")
        .class("editors__zone")
        .live_class("editors__zone--over", move || over.get())
        .child(
            words(store, "label", |texts| texts.choose)
                .class("editors__label")
                .attr("for", FIELD),
        )
        .child(field)
        .child(note(store, |texts| texts.choose_note).id("editors-file-note"))
        .on("dragover", move |_| hover(true))
        .on("dragleave", move |_| hover(false))
        .on("drop", move |_| hover(false));
    section(store, "editors-check", |texts| texts.check)
        .child(zone)
        .child(progress(store))
        .child(spoken(el("p").class("editors__trouble"), move || trouble(store)))
}

/// How far it is, and the button that ends it.
fn progress(store: Store) -> Element {
    let desk = store.session.desk();
    let doing = move || {
        let texts = store.texts().editors();
        match desk.work.get() {
            Work::Rest => String::new(),
            Work::Reading { step, .. } => (texts.step)(step).to_owned(),
            Work::Making(_) => texts.making.to_owned(),
        }
    };
    let doing = Memo::new(move |_| doing());
    // What a percentage tells is seen; heard is what is being done.
    keep(move || say(doing.get()));
    let percent = move || match desk.work.get() {
        Work::Reading { permille, .. } => (store.texts().editors().percent)(permille / 10),
        Work::Rest | Work::Making(_) => String::new(),
    };
    let bar = el("progress")
        .class("editors__bar")
        .attr("max", "1000")
        .live_attr("aria-label", move || Some(store.texts().editors().progress.to_owned()))
        // Without a value it says that it does not know how far it is.
        .live_attr("value", move || match desk.work.get() {
            Work::Reading { step: Some(_), permille } => Some(permille.to_string()),
            Work::Reading { step: None, .. } | Work::Rest | Work::Making(_) => None,
        });
    let cancel = button("editors__cancel")
        .live_text(move || store.texts().editors().cancel.to_owned())
        .on_click(move || {
            bench::cancel(store.session);
            document::focus(FIELD);
        });
    el("div")
        .class("editors__progress")
        .live_flag("hidden", move || desk.rests())
        .child(el("p").live_text(move || format!("{} {}", doing.get(), percent())))
        .child(bar)
        .child(cancel)
}

/// What could not be done, and what to do.
fn trouble(store: Store) -> String {
    let desk = store.session.desk();
    let Some(trouble) = desk.trouble.get() else {
        return String::new();
    };
    let texts: &EditorsTexts = store.texts().editors();
    let words = match &trouble {
        Trouble::TooLarge => texts.trouble.too_large.to_owned(),
        Trouble::Refused(why) => both(store, why),
        Trouble::NotStarted(cause) => (texts.trouble.not_started)(cause),
        Trouble::Broken(cause) => (texts.trouble.broken)(cause),
        Trouble::NotSaved => texts.trouble.not_saved.to_owned(),
        Trouble::NoPreview(cause) => (texts.trouble.no_preview)(cause),
        Trouble::Cancelled => texts.trouble.cancelled.to_owned(),
    };
    if desk.reading.with(Option::is_some) {
        format!("{words} {}", texts.trouble.kept)
    } else {
        words
    }
}
