//! What the atlas is, where its data comes from, and under which licences it stands.

use clusteratlas_core::locale::format::date;
use clusteratlas_core::locale::offline::OfflineTexts;

use crate::browser::document::{configured, site};
use crate::browser::dom::{Element, button, el};
use crate::browser::fetch::is_offline;
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
    let changes = el("a")
        .live_attr("href", move || Some(store.texts().changes().address.to_owned()))
        .words(language, |texts| texts.changes().title);
    let mut said = vec![
        heading("h2", |texts| texts.about).id("about-heading"),
        paragraph(|texts| texts.about_what),
        honesty,
        heading("h3", |texts| texts.about_data),
        facts,
        paragraph(|texts| texts.border_note),
        el("p").child(changes),
        el("p").child(licences),
    ];
    said.extend(offline(store));
    said
}

/// Where the offline edition is found; in that edition what it is.
fn offline(store: Store) -> Vec<Element> {
    let language = store.session.language;
    let heading = el("h3").words(language, |texts| texts.offline.heading);
    let edition = &store.atlas().dataset.edition;
    if is_offline() {
        let own = move || (store.texts().offline.own)(&date(edition.date, store.language()));
        let current = site().map(|site| {
            let link = el("a").attr("href", &site);
            el("p").child(link.words(language, |texts| texts.offline.site))
        });
        let mut said = vec![heading, el("p").live_text(own)];
        said.extend(current);
        return said;
    }
    let Some(sizes) = configured("offline") else {
        return Vec::new();
    };
    let link = |name: &str, size: Option<&str>, words: fn(&OfflineTexts) -> fn(&str) -> String| {
        let size = size.unwrap_or_default().to_owned();
        let words = move || words(&store.texts().offline)(&size);
        let link = el("a").attr("href", &format!("offline/clusteratlas.{name}"));
        el("p").child(link.attr("download", "").live_text(words))
    };
    let mut sizes = sizes.split(' ');
    vec![
        heading,
        el("p").words(language, |texts| texts.offline.offer),
        link("html", sizes.next(), |texts| texts.page),
        link("zip", sizes.next(), |texts| texts.archive),
    ]
}
