//! The sixth step: finished files, and who gets them.

use std::sync::Arc;

use clusteratlas_core::workbench::Product;

use crate::browser::dom::{Element, el};
use crate::store::{Reading, Store};

use super::{Said, left_out, maker, note, section};

/// Buttons for the files, each with a sentence.
pub(super) fn step(store: Store, reading: &Arc<Reading>) -> Element {
    let step = section(store, "editors-save", |texts| texts.save);
    if reading.site.is_none() {
        return step.child(note(store, |texts| texts.not_publishable));
    }
    let offer = |product, said: Said, who: Said| {
        el("div")
            .class("editors__offer")
            .child(maker(store, product, said))
            .child(note(store, who))
    };
    step.children(left_out(store, reading))
        .child(offer(
            Product::Authored,
            |texts| texts.authored,
            |texts| texts.authored_note,
        ))
        .child(offer(Product::Site, |texts| texts.site, |texts| texts.site_note))
}
