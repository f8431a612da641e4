//! Saves the list as a file: all of the selection in the order that is shown.

use clusteratlas_core::domain::cooperation::CooperationKey;
use clusteratlas_core::export::csv::{Dialect, csv};
use clusteratlas_core::export::file_name;
use clusteratlas_core::export::sheet::Sheet;
use clusteratlas_core::locale::texts::Words;
use leptos::prelude::*;

use crate::browser::announcer::spoken;
use crate::browser::document;
use crate::browser::dom::{Element, button, el, span};
use crate::browser::download::save;
use crate::store::{DetailsState, Store};

/// A format of files.
#[derive(Clone, Copy)]
struct Format {
    name: Words,
    ending: &'static str,
    media_type: &'static str,
    write: fn(Sheet<'_>, &[CooperationKey]) -> Vec<u8>,
}

const FORMATS: [Format; 2] = [
    Format {
        name: |texts| texts.export().excel,
        ending: "csv",
        media_type: "text/csv;charset=utf-8",
        write: |sheet, keys| values(sheet, keys, Dialect::Excel),
    },
    Format {
        name: |texts| texts.export().plain,
        ending: "csv",
        media_type: "text/csv;charset=utf-8",
        write: |sheet, keys| values(sheet, keys, Dialect::Plain),
    },
];

fn values(sheet: Sheet<'_>, keys: &[CooperationKey], dialect: Dialect) -> Vec<u8> {
    csv(&mut sheet.rows(keys.iter().copied()), dialect).into_bytes()
}

const TOGGLE: &str = "export-toggle";

/// The button and the choice of formats that it opens.
pub fn export_menu(store: Store) -> Element {
    let language = store.session.language;
    let open = RwSignal::new(false);
    let failed = RwSignal::new(false);
    let toggle = button("export-menu__toggle")
        .id(TOGGLE)
        .attr("aria-controls", "export-formats")
        .live_state("aria-expanded", move || open.get())
        .words(language, |texts| texts.export().download)
        .on_click(move || {
            failed.set(false);
            open.update(|open| *open = !*open);
        });
    let formats = FORMATS.map(|format| {
        button("export-menu__format")
            .words(language, format.name)
            .on_click(move || {
                let saved = save_as(store, format);
                failed.set(!saved);
                if saved {
                    open.set(false);
                    document::focus(TOGGLE);
                }
            })
    });
    let number = move || store.listed.with(|listed| listed.number);
    let note = move || {
        let texts = store.texts();
        (texts.export().note)(&(texts.cooperations)(number()))
    };
    let lacks_details = move || {
        store
            .details
            .with(|details| !matches!(details, DetailsState::Ready(_)))
    };
    let panel = el("div")
        .class("export-menu__panel")
        .id("export-formats")
        .live_flag("hidden", move || !open.get())
        .child(el("p").class("export-menu__note").live_text(note))
        .child(
            span("export-menu__note")
                .words(language, |texts| texts.export().without_details)
                .live_flag("hidden", move || !lacks_details()),
        )
        .child(el("div").class("export-menu__formats").children(formats.into()))
        .child(spoken(el("p"), move || {
            let words = if failed.get() {
                store.texts().export().failed
            } else {
                ""
            };
            words.to_owned()
        }));
    el("div")
        .class("export-menu")
        .child(toggle)
        .child(panel)
        .on_key(move |key| {
            let closes = key == "Escape" && open.get_untracked();
            if closes {
                open.set(false);
                document::focus(TOGGLE);
            }
            closes
        })
}

/// Saves the selection; whether the browser has taken it.
fn save_as(store: Store, format: Format) -> bool {
    let atlas = store.atlas();
    let (sort, language) = (
        store.session.sort.get_untracked(),
        store.session.language.get_untracked(),
    );
    let listed = store.listed.get_untracked();
    let order = store.order(sort.column, language);
    let keys: Vec<CooperationKey> = order.of(&listed.cooperations, sort).collect();
    let content = store.details.with_untracked(|details| {
        let details = match details {
            DetailsState::Ready(details) => Some(&**details),
            DetailsState::Loading | DetailsState::Failed(_) => None,
        };
        let sheet = Sheet {
            dataset: &atlas.dataset,
            details,
            sides: listed.sides(),
            language,
        };
        (format.write)(sheet, &keys)
    });
    let name = file_name(&atlas.dataset.edition, format.ending);
    save(&name, format.media_type, &content).is_ok()
}
