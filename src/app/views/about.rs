//! What the atlas is, where its data comes from, and under which licences it stands.

use crate::browser::dom::{Element, button, el};
use crate::store::Store;

use super::parts::later::later;

/// The dialog about the atlas, closed.
pub fn about(store: Store) -> Element {
    let dialog = el("dialog")
        .class("about")
        .attr("aria-labelledby", "about-heading");
    let own = dialog.clone();
    let close = button("about__close").words(store.session.language, |texts| texts.close);
    dialog
        .child(later(store, move |later| (later.about)(store)).class("about__content"))
        .child(close.on_click(move || own.close()))
}

/// What the dialog says.
pub fn content(store: Store) -> Vec<Element> {
    let language = store.session.language;
    let edition = &store.atlas().dataset.edition;
    let heading = |level, words| el(level).words(language, words);
    let paragraph = |words| el("p").words(language, words);
    let facts = el("dl")
        .class("about__facts")
        .child(heading("dt", |texts| texts.publisher))
        .child(el("dd").live_text(move || edition.publisher.get(store.language()).to_string()))
        .child(heading("dt", |texts| texts.licence))
        .child(el("dd").live_text(move || edition.licence.get(store.language()).to_string()))
        .child(heading("dt", |texts| texts.map))
        .child(el("dd").words(language, |texts| texts.about_map));
    let honesty = paragraph(|texts| texts.about_honesty)
        .text(" ")
        .words(language, |texts| texts.not_complete);
    let licences = el("a")
        .attr("href", "licences.txt")
        .words(language, |texts| texts.all_licences);
    vec![
        heading("h2", |texts| texts.about).id("about-heading"),
        paragraph(|texts| texts.about_what),
        honesty,
        heading("h3", |texts| texts.about_data),
        facts,
        paragraph(|texts| texts.border_note),
        el("p").child(licences),
    ]
}
