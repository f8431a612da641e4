//! The foot of the page: edition of the data, sources, licences, the site's other pages.

use clusteratlas_core::locale::format::date;

use crate::browser::document::{self, configured, site};
use crate::browser::dom::{Element, button, el, list};
use crate::browser::fetch::is_offline;
use crate::store::Store;

use super::parts::later::later_quietly;

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
    links.push(later_quietly(store, |later| later.to_editors));
    el("footer")
        .class("footer")
        .child(el("p").class("footer__edition").live_text(edition))
        .child(list(
            "footer__links",
            links.into_iter().map(|link| el("li").child(link)),
        ))
        .children(document::of_opening("#pages"))
        .child(
            el("p")
                .class("footer__borders")
                .words(language, |texts| texts.border_note),
        )
}
