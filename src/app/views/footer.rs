//! The foot of the page: edition of the data, sources, licences, legal pages.

use clusteratlas_core::locale::format::date;
use clusteratlas_core::locale::texts::Texts;

use crate::browser::dom::{Element, button, el, list};
use crate::store::Store;

/// Links to licences and legal pages.
pub fn legal_links(store: Store) -> Vec<Element> {
    let link = |address, words: fn(&Texts) -> &'static str| {
        el("a").attr("href", address).words(store.session.language, words)
    };
    vec![
        link("licences.txt", |texts| texts.all_licences),
        link("impressum.html", |texts| texts.imprint),
        link("datenschutz.html", |texts| texts.privacy),
        link("barrierefreiheit.html", |texts| texts.accessibility),
    ]
}

/// The foot of the page; `on_about` opens the dialog about the atlas.
pub fn footer(store: Store, on_about: impl FnMut() + 'static) -> Element {
    let language = store.session.language;
    let edition = &store.atlas().dataset.edition;
    let edition = move || {
        let texts = store.texts();
        let edition = (texts.edition)(&edition.version, &date(edition.date, store.language()));
        format!("{edition}. {}", texts.not_complete)
    };
    let about = button("footer__about")
        .id("about-button")
        .words(language, |texts| texts.about);
    let table = el("a")
        .live_attr("href", move || Some(store.texts().table_address.to_owned()))
        .words(language, |texts| texts.table_link);
    let data = el("a")
        .attr("href", "data/atlas.json")
        .words(language, |texts| texts.download_data);
    let mut links = vec![about.on_click(on_about), table, data];
    links.extend(legal_links(store));
    el("footer")
        .class("footer")
        .child(el("p").class("footer__edition").live_text(edition))
        .child(list(
            "footer__links",
            links.into_iter().map(|link| el("li").child(link)),
        ))
        .child(
            el("p")
                .class("footer__borders")
                .words(language, |texts| texts.border_note),
        )
}
