//! Published numbers about the field, grouped by the programme that they are about, each with its source.

use clusteratlas_core::domain::key_figure::KeyFigure;
use clusteratlas_core::domain::programme::ProgrammeKey;
use clusteratlas_core::locale::figures::value;
use clusteratlas_core::locale::format::date;
use clusteratlas_core::order::heaviest_first;
use clusteratlas_core::query::selection::Record;

use crate::browser::dom::{Element, el, list, span};
use crate::store::Store;
use crate::views::parts::record_link::record_link;
use crate::views::parts::source::{source_origin, source_title};

/// All published figures; nothing where the dataset has none.
pub(super) fn key_figures(store: Store) -> Element {
    let language = store.session.language;
    let is_empty = store.atlas().dataset.key_figures().is_empty();
    let heading = el("h2").class("figures__heading").id("key-figures-heading");
    let note = el("p").class("figures__note");
    el("section")
        .class("figures__published")
        .attr("aria-labelledby", "key-figures-heading")
        .live_flag("hidden", move || is_empty)
        .child(heading.words(language, |texts| texts.figures().published))
        .child(note.words(language, |texts| texts.figures().published_note))
        .child(el("div").live(move || groups(store)))
}

/// The programmes with most figures first; figures about no one programme last.
fn groups(store: Store) -> Vec<Element> {
    let figures = store.atlas().dataset.key_figures();
    let mut programmes: Vec<ProgrammeKey> = Vec::new();
    for programme in figures.iter().filter_map(|figure| figure.programme) {
        clusteratlas_core::order::insert(&mut programmes, programme);
    }
    let of =
        |programme: Option<ProgrammeKey>| figures.iter().filter(move |figure| figure.programme == programme);
    let numbers: Vec<u32> = programmes
        .iter()
        .map(|&programme| u32::try_from(of(Some(programme)).count()).unwrap_or(0))
        .collect();
    let ranked = heaviest_first(&numbers).into_iter();
    let ranked = ranked.map(|position| Some(programmes[position]));
    let groups = ranked.chain([None]).filter_map(|programme| {
        let items: Vec<Element> = of(programme).map(|figure| item(store, figure)).collect();
        if items.is_empty() {
            return None;
        }
        let heading = el("h3").class("figures__subheading");
        let heading = match programme {
            Some(key) => {
                let name = store.atlas().dataset.programme(key).name.get(store.language());
                heading.child(record_link(store, Record::Programme(key), name))
            }
            None => heading.text(store.texts().figures().others),
        };
        Some([heading, list("figures__figures", items)])
    });
    groups.flatten().collect()
}

fn item(store: Store, figure: &KeyFigure) -> Element {
    let texts = store.texts();
    let language = store.language();
    let label = figure.label.get(language);
    let countries = countries(store, figure);
    // Countries that are listed are linked, so the label need not name them again.
    let label = match label.split_once(": ") {
        Some((before, _)) if !countries.is_empty() => before,
        _ => label,
    };
    let value = el("p").class("figures__value").text(&value(figure, language));
    let item = el("li")
        .class("figures__figure")
        .child(value)
        .child(el("p").class("figures__label").text(label));
    let item = if countries.is_empty() {
        item
    } else {
        item.child(list("figures__items", countries))
    };
    let mut origin = vec![
        span("").text(&format!("{}: ", texts.figures().source_of_figure)),
        source_title(store, &figure.source),
    ];
    let publisher = source_origin(store, &figure.source);
    if !publisher.is_empty() {
        origin.push(span("").text(&format!(", {publisher}")));
    }
    let as_of = figure
        .as_of
        .map(|as_of| (texts.figures().as_of)(&date(as_of, language)));
    if let Some(as_of) = as_of {
        origin.push(span("").text(&format!(". {as_of}")));
    }
    item.child(el("p").class("figures__origin").children(origin))
}

/// The countries that a figure lists, as far as the dataset has them.
fn countries(store: Store, figure: &KeyFigure) -> Vec<Element> {
    let dataset = &store.atlas().dataset;
    let known = figure.items.iter().filter_map(|item| {
        let key = dataset.country_by_code(item.parse().ok()?)?;
        let name = dataset.country(key).name.get(store.language());
        Some(el("li").child(record_link(store, Record::Country(key), name)))
    });
    known.collect()
}
