//! The view of editors: a workbook in, a report, differences, a preview on the map, finished files out. For people
//! who do not write programs; nothing leaves their device.

mod bench;
mod check;
mod differences;
mod listing;
mod preview;
mod report;
mod save;
mod work_list;

use clusteratlas_core::locale::editors::EditorsTexts;
use clusteratlas_core::permalink::view_state::{View, ViewState};
use clusteratlas_core::workbench::{Both, Product};
use leptos::prelude::*;

use crate::browser::document;
use crate::browser::dom::{Element, button, el};
use crate::browser::file::File;
use crate::store::{Reading, Store};

pub use preview::notice as preview;

/// The id of the heading, by which the page names the view.
pub const HEADING: &str = "editors-heading";

/// Words of the view.
type Said = fn(&EditorsTexts) -> &'static str;

/// The view of editors.
pub fn content(store: Store) -> Vec<Element> {
    if document::has_focus() {
        document::focus_soon(HEADING);
    }
    vec![untrack(|| view(store))]
}

/// The link to the view, for the foot of the page.
pub fn link(store: Store) -> Vec<Element> {
    let address = move || {
        let editors = ViewState {
            view: View::Editors,
            ..ViewState::default()
        };
        Some(format!("#{}", store.session.fragment_of(editors)))
    };
    let link = el("a").live_attr("href", address);
    vec![link.words(store.session.language, |texts| texts.editors_view)]
}

fn view(store: Store) -> Element {
    let heading = el("h2")
        .class("editors__heading")
        .id(HEADING)
        .attr("tabindex", "-1");
    let view = el("div")
        .class("editors")
        .child(heading.words(store.session.language, |texts| texts.editors_view));
    if store.session.embed.get_untracked() {
        return view.child(words(store, "p", |texts| texts.only_whole));
    }
    let reading = store.session.desk().reading;
    let of_reading = el("div").live(move || match reading.get() {
        Some(reading) => untrack(|| {
            vec![
                report::step(store, &reading),
                differences::step(store, &reading),
                preview::step(store, &reading),
                save::step(store, &reading),
            ]
        }),
        None => vec![note(store, |texts| texts.nothing_read)],
    });
    view.child(words(store, "p", |texts| texts.what))
        .child(words(store, "p", |texts| texts.nothing_uploaded).class("editors__promise"))
        .child(get(store))
        .child(check::step(store))
        .child(of_reading)
        .child(work_list::list(store))
        // Wherever in the view files are dropped, they are meant for it.
        .on("dragover", |event| event.prevent_default())
        .on("drop", move |event| {
            event.prevent_default();
            bench::read(store.session, File::dropped(&event));
        })
}

/// The first step: something to begin with.
fn get(store: Store) -> Element {
    section(store, "editors-get", |texts| texts.get)
        .child(note(store, |texts| texts.get_note))
        .child(
            el("p")
                .class("editors__buttons")
                .child(maker(store, Product::Workbook, |texts| texts.published))
                .child(maker(store, Product::Template, |texts| texts.template)),
        )
}

/// A part of the view with a heading.
fn section(store: Store, id: &str, title: Said) -> Element {
    let heading = words(store, "h3", title)
        .class("editors__subheading")
        .id(id)
        .attr("tabindex", "-1");
    el("section")
        .class("editors__section")
        .attr("aria-labelledby", id)
        .child(heading)
}

/// An element with words of the view.
fn words(store: Store, tag: &'static str, said: Said) -> Element {
    el(tag).live_text(move || said(store.texts().editors()).to_owned())
}

fn note(store: Store, said: Said) -> Element {
    words(store, "p", said).class("editors__note")
}

/// A paragraph that counts what was read.
fn counted(store: Store, text: impl Fn(&'static EditorsTexts) -> String + 'static) -> Element {
    el("p").live_text(move || text(store.texts().editors()))
}

/// A button that has a file made; it waits for what is being done.
fn maker(store: Store, product: Product, said: Said) -> Element {
    waiting(store, said, move || bench::make(store.session, product))
}

/// A button that does nothing as long as something is being done; it keeps the focus meanwhile.
fn waiting(store: Store, said: Said, act: impl Fn() + 'static) -> Element {
    let desk = store.session.desk();
    button("editors__button")
        .live_text(move || said(store.texts().editors()).to_owned())
        .live_state("aria-disabled", move || !desk.rests())
        .on_click(move || {
            if untrack(|| desk.rests()) {
                act();
            }
        })
}

/// Words in the language of the page; tracked.
fn both(store: Store, words: &Both) -> String {
    words.get(store.language()).to_owned()
}

/// Says where records are left out.
fn left_out(store: Store, reading: &Reading) -> Vec<Element> {
    let reported = reading.outcome.reported;
    let words = counted(store, move |texts| (texts.left_out)(reported)).class("editors__warning");
    if reported > 0 { vec![words] } else { Vec::new() }
}
