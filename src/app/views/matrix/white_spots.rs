//! Combinations without any known cooperation, with clusters that could fill them.

use std::cell::Cell;
use std::sync::Arc;

use clusteratlas_core::locale;
use clusteratlas_core::query::matrix::{Axes, Matrix, WhiteSpots, possible_partners};
use clusteratlas_core::query::selection::Record;
use leptos::prelude::*;

use crate::browser::dom::{Element, button, el, keep, list, span};
use crate::store::Store;
use crate::views::parts::record_link::record_link;

use super::name;

/// Countries that are added at a time.
const COUNTRIES: usize = 10;

/// Clusters that are named for each white spot.
const CLUSTERS: usize = 8;

/// The white spots, some countries at a time.
pub(super) fn white_spots(store: Store, matrix: Memo<Arc<Matrix>>) -> Element {
    let language = store.session.language;
    let shown = RwSignal::new(COUNTRIES);
    let number = RwSignal::new(0);
    let countries = el("ul").class("matrix__spots");
    let own = countries.clone();
    keep(move || {
        matrix.track();
        shown.set(COUNTRIES);
    });
    keep(move || {
        let matrix = matrix.get();
        let spots = matrix.white_spots();
        number.set(spots.len());
        let shown = spots.iter().take(shown.get());
        own.replace(shown.map(|spots| country(store, &matrix, spots)).collect());
    });
    let rest = move || number.get().saturating_sub(shown.get());
    let more = button("matrix__more")
        .live_flag("hidden", move || rest() == 0)
        .live_text(move || (store.texts().matrix().more_spots)(rest().min(COUNTRIES)))
        .on_click(move || shown.update(|shown| *shown += COUNTRIES));
    let paragraph = |class: &str| el("p").class(class);
    let heading = el("h3")
        .class("matrix__subheading")
        .id("white-spots-heading")
        .attr("tabindex", "-1");
    el("section")
        .class("matrix__white-spots")
        .attr("aria-labelledby", "white-spots-heading")
        .child(heading.words(language, |texts| texts.matrix().white_spots))
        .child(paragraph("matrix__note").words(language, |texts| texts.matrix().white_spots_note))
        .child(
            paragraph("matrix__nothing")
                .live_flag("hidden", move || number.get() > 0)
                .words(language, |texts| texts.matrix().no_white_spots),
        )
        .child(countries)
        .child(more)
}

/// A country with the rows that are missing there.
fn country(store: Store, matrix: &Matrix, spots: &WhiteSpots) -> Element {
    let axes = matrix.axes;
    let country = name(store, axes.columns(), matrix.columns[spots.column].option);
    let rows = spots.rows.iter();
    let rows = rows.map(|&row| el("li").child(spot(store, axes, matrix.rows[row].option, &country)));
    el("li")
        .class("matrix__country")
        .child(el("h4").class("matrix__country-name").text(&country))
        .child(list("matrix__missing", rows))
}

/// A white spot; what is in it is made when it is unfolded.
fn spot(store: Store, axes: Axes, option: usize, country: &str) -> Element {
    let content = el("div").class("matrix__partners");
    let summary = el("summary")
        .class("matrix__spot")
        .text(&name(store, axes.rows(), option))
        .child(span("visually-hidden").text(&format!(", {country}")));
    let (own, made) = (content.clone(), Cell::new(false));
    el("details")
        .class("matrix__unfolding")
        .child(summary)
        .child(content)
        .on("toggle", move |_| {
            if !made.replace(true) {
                own.replace(partners(store, axes, option));
            }
        })
}

/// The clusters that could fill a white spot.
fn partners(store: Store, axes: Axes, option: usize) -> Vec<Element> {
    let atlas = store.atlas();
    let texts = &locale::texts(store.session.language.get_untracked()).matrix();
    let found = possible_partners(&atlas.dataset, &atlas.index, axes, option);
    if found.is_empty() {
        return vec![el("p").text(texts.no_clusters)];
    }
    let words = match axes {
        Axes::ThemeCountry => texts.of_theme,
        Axes::ProgrammeCountry => texts.in_programme,
        Axes::StateCountry => texts.in_state,
    };
    let link = |&key| {
        let name = atlas.dataset.cluster(key).label();
        el("li").child(record_link(store, Record::Cluster(key), name))
    };
    let rest = found.len().saturating_sub(CLUSTERS);
    let rest = (rest > 0).then(|| el("li").class("matrix__quiet").text(&(texts.more_clusters)(rest)));
    let links = found.iter().take(CLUSTERS).map(link).chain(rest);
    vec![el("p").text(words), list("matrix__clusters", links)]
}
