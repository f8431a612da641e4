//! An option with its checkbox, and a group of options with its heading.

use clusteratlas_core::domain::localized::Language;
use clusteratlas_core::locale::format::number;
use clusteratlas_core::locale::texts;
use clusteratlas_core::naming::{OptionGroup, option_name};
use clusteratlas_core::query::facet::{Facet, Query};

use crate::browser::dom::{self, Element, button, el, span};
use crate::store::Store;

use super::super::parts::field_mark::field_mark;

/// An option: a checkbox with its name and the number of cooperations that it would leave, and a button that
/// leaves it alone.
pub(super) struct Item {
    pub(super) option: usize,
    /// The value in links.
    pub(super) value: &'static str,
    /// Whether it is shown only among all options.
    pub(super) rare: bool,
    pub(super) element: Element,
    input: Element,
    name: Element,
    count: Element,
    only: Element,
}

impl Item {
    pub(super) fn new(store: Store, facet: Facet, option: usize, rare: bool) -> Self {
        let value = &*store.atlas().index.options(facet)[option];
        let input = el("input")
            .class("filter-panel__box")
            .attr("type", "checkbox")
            .attr("name", facet.key())
            .attr("value", value)
            .on("change", move |event| {
                store.set_filter(facet, value, dom::is_ticked(&event));
            });
        let (name, count) = (span("filter-panel__name"), span("filter-panel__count"));
        let label = el("label")
            .class("filter-panel__option")
            .child(input.clone())
            .child(name.clone())
            .text(" ")
            .child(count.clone());
        let only = button("filter-panel__only").on_click(move || store.show_only(facet, value));
        Self {
            option,
            value,
            rare,
            element: el("li")
                .class("filter-panel__item")
                .child(label)
                .child(only.clone()),
            input,
            name,
            count,
            only,
        }
    }

    /// Writes its name.
    pub(super) fn speak(&self, store: Store, facet: Facet, language: Language) {
        let name = option_name(&store.atlas().dataset, facet, self.value, language);
        let facets = texts(language).facets;
        self.name.set_text(&name);
        self.only.set_text(facets.only);
        self.only.set_attr("aria-label", &(facets.only_value)(&name));
    }

    /// Writes its number.
    pub(super) fn tell(&self, count: u32, language: Language) {
        self.count.set_text(&number(count.into(), language));
        self.element.set_class("filter-panel__item--none", count == 0);
    }

    /// Ticks or unticks it.
    pub(super) fn tick(&self, chosen: bool) {
        self.input.set_checked(chosen);
    }
}

/// A group of options: its heading, and a button that chooses them all.
pub(super) struct Section {
    pub(super) head: Element,
    group: OptionGroup,
    values: Vec<&'static str>,
    name: Element,
    all: Element,
}

impl Section {
    pub(super) fn new(store: Store, facet: Facet, group: OptionGroup, values: Vec<&'static str>) -> Self {
        let (name, all) = (span(""), button("filter-panel__all"));
        let heading = el("h3").class("filter-panel__subheading");
        let heading = match group {
            OptionGroup::Field(field) => heading.child(field_mark(field)).text(" "),
            OptionGroup::Funder(_) | OptionGroup::Continent(_) => heading,
        };
        let own = values.clone();
        let choose = move || {
            let query = leptos::prelude::GetUntracked::get_untracked(&store.session.query);
            store.set_filters(facet, &own, !all_chosen(&query, facet, &own));
        };
        Self {
            head: el("div")
                .class("filter-panel__head")
                .child(heading.child(name.clone()))
                .child(all.clone().on_click(choose)),
            group,
            values,
            name,
            all,
        }
    }

    /// Writes its heading, and what its button does.
    pub(super) fn speak(&self, store: Store, facet: Facet, query: &Query, language: Language) {
        let name = self.group.name(&store.atlas().dataset, language);
        let facets = texts(language).facets;
        let (words, label) = if all_chosen(query, facet, &self.values) {
            (facets.none, facets.choose_none)
        } else {
            (facets.all, facets.choose_all)
        };
        self.name.set_text(&name);
        self.all.set_text(words);
        self.all.set_attr("aria-label", &label(&name));
    }
}

fn all_chosen(query: &Query, facet: Facet, values: &[&str]) -> bool {
    values.iter().all(|value| query.has(facet, value))
}
