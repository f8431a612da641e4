//! Ways to take the present view elsewhere: its link, and its snippet for another page.

mod embedding;
mod field;

use clusteratlas_core::locale::texts::Words;
use leptos::prelude::*;

use crate::browser::address_bar;
use crate::browser::document;
use crate::browser::dom::{Element, button, el};
use crate::store::Store;

use super::parts::later::{Later, later};

pub use embedding::content as embedding;
use field::{Size, field};

/// Content of the dialog.
type Content = fn(&'static Later) -> fn(Store) -> Vec<Element>;

/// The id of the dialog's heading.
const HEADING: &str = "share-heading";

/// The buttons and the dialog that each of them fills and opens.
pub fn share(store: Store) -> Element {
    let language = store.session.language;
    // What is not seen follows nothing.
    let open = RwSignal::new(None::<Content>);
    let dialog = el("dialog")
        .class("share__dialog")
        .attr("aria-labelledby", HEADING)
        .on("close", move |_| open.set(None));
    let opener = |words: Words, content: Content| {
        let dialog = dialog.clone();
        button("share__button").words(language, words).on_click(move || {
            open.set(Some(content));
            dialog.show_modal();
        })
    };
    let bar = el("div")
        .class("share")
        .child(opener(|texts| texts.share_button, |later| later.link))
        .child(opener(|texts| texts.embed_button, |later| later.embedding));
    let own = dialog.clone();
    let close = button("share__close").words(language, |texts| texts.close);
    let content = el("div").live(move || match open.get() {
        Some(content) => vec![later(store, move |later| content(later)(store)).class("share__content")],
        None => Vec::new(),
    });
    bar.child(dialog.child(close.on_click(move || own.close())).child(content))
}

/// The link of the present view.
pub fn link(store: Store) -> Vec<Element> {
    let address = move || {
        let fragment = store.session.fragment.get();
        match document::configured("address") {
            Some(address) => format!("{address}#{fragment}"),
            None => address_bar::address_of(&fragment),
        }
    };
    vec![
        heading(store, |texts| texts.share().share_heading),
        el("p").words(store.session.language, |texts| texts.share().share_note),
        field(
            store,
            Size::Line,
            |texts| texts.share().link,
            |texts| texts.share().copy_link,
            address,
        ),
    ]
}

fn heading(store: Store, words: Words) -> Element {
    el("h2").id(HEADING).words(store.session.language, words)
}
