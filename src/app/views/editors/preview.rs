//! The fifth step: what was read, on the map; and the notice that it is no published data.

use std::sync::Arc;

use clusteratlas_core::permalink::view_state::View;
use leptos::prelude::Set;

use crate::browser::document;
use crate::browser::dom::{Element, button, el};
use crate::browser::frame::after_paint;
use crate::store::{Reading, Store, Trouble};
use crate::views::parts::later::engine;

use super::{left_out, note, section, waiting, words};

/// The id of the button, where the focus comes back to.
const BUTTON: &str = "editors-preview-button";

/// The id of the notice.
const NOTICE: &str = "preview-notice";

/// The button that shows it.
pub(super) fn step(store: Store, reading: &Arc<Reading>) -> Element {
    let step = section(store, "editors-preview", |texts| texts.preview);
    if reading.site.is_none() {
        return step.child(note(store, |texts| texts.not_publishable));
    }
    let show = waiting(store, |texts| texts.show_preview, move || show(store)).id(BUTTON);
    step.child(note(store, |texts| texts.preview_note))
        .children(left_out(store, reading))
        .child(el("p").class("editors__buttons").child(show))
}

fn show(store: Store) {
    let desk = store.session.desk();
    match desk.preview(store) {
        Ok(shown) => {
            shown.search.equip(engine());
            store.open_view(View::Map);
            after_paint(move || {
                store.session.show(Some(shown));
                after_paint(|| document::focus(NOTICE));
            });
        }
        Err(cause) => desk.trouble.set(Some(Trouble::NoPreview(cause))),
    }
}

/// Says of a preview that it is one, above everything else, and leads back.
pub fn notice(store: Store) -> Vec<Element> {
    if !store.is_preview() {
        return Vec::new();
    }
    let end = button("")
        .live_text(move || store.texts().editors().end_preview.to_owned())
        .on_click(move || {
            store.session.show(None);
            after_paint(move || {
                store.open_view(View::Editors);
                after_paint(|| document::focus(BUTTON));
            });
        });
    let said = words(store, "p", |texts| texts.is_preview)
        .class("preview-notice__words")
        .id(NOTICE)
        .attr("tabindex", "-1");
    let notice = el("section")
        .class("preview-notice")
        .attr("aria-labelledby", NOTICE);
    vec![notice.child(said).child(end)]
}
