//! Data as files: of the selection in the order that is shown, or of everything.

use clusteratlas_core::domain::localized::Language;
use clusteratlas_core::export::csv::{Dialect, csv};
use clusteratlas_core::export::extract::Extract;
use clusteratlas_core::export::file_name;
use clusteratlas_core::export::geojson::geojson;
use clusteratlas_core::export::linked::linked;
use clusteratlas_core::export::selection::selection;
use clusteratlas_core::export::sheet::Sheet;
use clusteratlas_core::export::workbook::workbook;
use clusteratlas_core::query::bitmap::Bitmap;
use clusteratlas_core::query::side::Sides;
use leptos::prelude::*;

use crate::browser::document;
use crate::browser::dom::{Element, el, keep, span};
use crate::browser::download::save;
use crate::browser::error::BrowserError;
use crate::browser::workbench::Workbench;
use crate::store::{DetailsState, Store};

use super::{Entry, Menu};

/// A format of files.
#[derive(Clone, Copy)]
struct Format {
    entry: Entry,
    ending: &'static str,
    media_type: &'static str,
    write: Writer,
}

/// Who writes a file.
#[derive(Clone, Copy)]
enum Writer {
    /// The page itself.
    Page(fn(&Content<'_>) -> String),
    /// The workbench.
    Workbench,
}

/// What is written.
struct Content<'a> {
    extract: Extract<'a>,
    sides: Option<Sides<'a>>,
    language: Language,
}

const FORMATS: [Format; 6] = [
    Format {
        entry: Entry {
            id: "export-workbook",
            name: |texts| texts.export().workbook,
            purpose: |texts| texts.export().workbook_purpose,
        },
        ending: "xlsx",
        media_type: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        write: Writer::Workbench,
    },
    Format {
        entry: Entry {
            id: "export-excel",
            name: |texts| texts.export().excel,
            purpose: |texts| texts.export().excel_purpose,
        },
        ending: "csv",
        media_type: "text/csv;charset=utf-8",
        write: Writer::Page(|content| values(content, Dialect::Excel)),
    },
    Format {
        entry: Entry {
            id: "export-plain",
            name: |texts| texts.export().plain,
            purpose: |texts| texts.export().plain_purpose,
        },
        ending: "csv",
        media_type: "text/csv;charset=utf-8",
        write: Writer::Page(|content| values(content, Dialect::Plain)),
    },
    Format {
        entry: Entry {
            id: "export-geojson",
            name: |_| "GeoJSON",
            purpose: |texts| texts.export().geojson_purpose,
        },
        ending: "geojson",
        media_type: "application/geo+json",
        write: Writer::Page(|content| geojson(&content.extract)),
    },
    Format {
        entry: Entry {
            id: "export-json",
            name: |_| "JSON",
            purpose: |texts| texts.export().json_purpose,
        },
        ending: "json",
        media_type: "application/json",
        write: Writer::Page(|content| selection(&content.extract)),
    },
    Format {
        entry: Entry {
            id: "export-linked",
            name: |_| "JSON-LD",
            purpose: |texts| texts.export().linked_purpose,
        },
        ending: "jsonld",
        media_type: "application/ld+json",
        write: Writer::Page(|content| linked(&content.extract)),
    },
];

fn values(content: &Content<'_>, dialect: Dialect) -> String {
    let Content {
        extract,
        sides,
        language,
    } = content;
    let sheet = Sheet {
        dataset: extract.dataset,
        details: extract.details,
        sides: *sides,
        language: *language,
    };
    csv(&mut sheet.rows(extract.cooperations.iter().copied()), dialect)
}

/// How much of the data a file holds.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Extent {
    Selection,
    All,
}

/// Formats, and of what they are made.
pub(super) fn group(menu: Menu) -> Element {
    let extent = RwSignal::new(Extent::Selection);
    let entries = FORMATS.map(|format| {
        menu.entry(format.entry, move || {
            save_as(menu.store, format, extent.get_untracked())
        })
    });
    let above = vec![choice(menu.store, extent), missing(menu.store)];
    menu.group("export-data", |texts| texts.export().data, above, entries.into())
}

/// Whether a file is of the selection or of everything.
fn choice(store: Store, extent: RwSignal<Extent>) -> Element {
    let answers = [Extent::Selection, Extent::All].map(|answer| {
        let input = el("input")
            .class("filter-panel__box")
            .attr("type", "radio")
            .attr("name", "export-extent")
            .on("change", move |_| extent.set(answer));
        let own = input.clone();
        keep(move || own.set_checked(extent.get() == answer));
        let words = move || {
            let texts = store.texts();
            let (words, number) = match answer {
                Extent::Selection => (
                    texts.export().selection,
                    store.listed.with(|listed| listed.number),
                ),
                Extent::All => (texts.export().all, store.atlas().dataset.cooperations().len()),
            };
            words(&(texts.cooperations)(number))
        };
        el("label")
            .class("export-menu__answer")
            .child(input)
            .child(span("").live_text(words))
    });
    el("fieldset")
        .class("export-menu__extent")
        .child(el("legend").words(store.session.language, |texts| texts.export().extent))
        .children(answers.into())
}

/// Says so while summaries and sources are not there.
fn missing(store: Store) -> Element {
    let there = move || {
        store
            .details
            .with(|details| matches!(details, DetailsState::Ready(_)))
    };
    el("p")
        .class("export-menu__note")
        .words(store.session.language, |texts| texts.export().without_details)
        .live_flag("hidden", there)
}

/// Saves a file.
async fn save_as(store: Store, format: Format, extent: Extent) -> Result<(), BrowserError> {
    let name = file_name(&store.atlas().dataset.edition, format.ending);
    let bytes = match format.write {
        Writer::Page(write) => with_content(store, extent, write).into_bytes(),
        Writer::Workbench => {
            let language = store.session.language.get_untracked();
            let sheets = with_content(store, extent, |content| {
                workbook(&content.extract, content.sides, content.language)
            });
            Workbench::written(sheets.into(), language).await?
        }
    };
    save(&name, format.media_type, &bytes)
}

/// Makes something of what a file is to hold.
fn with_content<T>(store: Store, extent: Extent, make: impl FnOnce(&Content<'_>) -> T) -> T {
    let atlas = store.atlas();
    let dataset = &atlas.dataset;
    let (sort, language) = (
        store.session.sort.get_untracked(),
        store.session.language.get_untracked(),
    );
    let listed = store.listed.get_untracked();
    let address = document::configured("address").unwrap_or_default();
    store.details.with_untracked(|details| {
        let details = match details {
            DetailsState::Ready(details) => Some(&**details),
            DetailsState::Loading | DetailsState::Failed(_) => None,
        };
        let order = store.order(sort.column, language);
        let (extract, sides) = match extent {
            Extent::Selection => {
                let keys = order.of(&listed.cooperations, sort).collect();
                (Extract::of(dataset, details, &address, keys), listed.sides())
            }
            Extent::All => {
                let all = Bitmap::all(dataset.cooperations().len());
                let cooperations = order.of(&all, sort).collect();
                let whole = Extract::whole(dataset, details, &address);
                (
                    Extract {
                        cooperations,
                        ..whole
                    },
                    None,
                )
            }
        };
        make(&Content {
            extract,
            sides,
            language,
        })
    })
}
