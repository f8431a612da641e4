//! The foot of the page: edition of the data, sources, licences, legal pages.

use clusteratlas_core::locale::format::date;
use clusteratlas_core::locale::texts::Texts;

use crate::browser::document::{configured, site};
use crate::browser::dom::{Element, button, el, list};
use crate::browser::fetch::is_offline;
use crate::store::Store;

/// Links to licences, which every edition holds, and to the site's legal pages.
pub fn legal_links(store: Store) -> Vec<Element> {
    let link = |address: &str, words: fn(&Texts) -> &'static str| {
        el("a").attr("href", address).words(store.session.language, words)
    };
    let mut links = vec![link("licences.txt", |texts| texts.all_licences)];
    if let Some(site) = site() {
        let page = |name: &str, words| link(&format!("{site}{name}"), words);
        links.push(page("impressum.html", |texts| texts.imprint));
        links.push(page("datenschutz.html", |texts| texts.privacy));
        links.push(page("barrierefreiheit.html", |texts| texts.accessibility));
    }
    links
}

/// The foot of the page; `on_about` opens the dialog about the atlas.
pub fn footer(store: Store, on_about: impl FnMut() + 'static) -> Element {
    let language = store.session.language;
    let edition = &store.atlas().dataset.edition;
    let edition = move || {
        let texts = store.texts();
        let mut words = (texts.edition)(&edition.version, &date(edition.date, store.language()));
        if is_offline() {
            words.push_str(" · ");
            words.push_str(texts.offline.heading);
        }
        words.push_str(". ");
        words.push_str(texts.not_complete);
        words
    };
    let about = button("footer__about")
        .id("about-button")
        .words(language, |texts| texts.about);
    let mut links = vec![about.on_click(on_about)];
    if let Some(site) = site() {
        let address = move || Some(format!("{site}{}", store.texts().table_address));
        links.push(
            el("a")
                .live_attr("href", address)
                .words(language, |texts| texts.table_link),
        );
    }
    let data = el("a")
        .attr("href", "data/atlas.json")
        .words(language, |texts| texts.download_data);
    links.push(data);
    if let Some(sizes) = configured("offline") {
        let words = move || (store.texts().offline.page)(sizes.split(' ').next().unwrap_or_default());
        let address = "offline/clusteratlas.html";
        links.push(
            el("a")
                .attr("href", address)
                .attr("download", "")
                .live_text(words),
        );
    }
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
