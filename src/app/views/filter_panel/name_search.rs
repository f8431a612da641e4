//! A field that leaves the options whose name holds a text, in either language. Enter chooses what alone is left, or
//! what has exactly this name.

use std::sync::Arc;

use clusteratlas_core::domain::localized::Language;
use clusteratlas_core::naming::option_name;
use clusteratlas_core::query::facet::Facet;
use clusteratlas_core::search::fold::folded;
use leptos::prelude::*;

use crate::browser::announcer::spoken;
use crate::browser::dom::{self, Element, el};
use crate::store::Store;

/// The field and what it finds.
pub(super) struct NameSearch {
    pub(super) element: Element,
    /// For every option whether it is found; none while nothing is looked for.
    pub(super) found: Memo<Option<Vec<bool>>>,
}

impl NameSearch {
    /// A field for the options of a facet with these values, in their order.
    pub(super) fn new(store: Store, facet: Facet, values: impl Iterator<Item = &'static str>) -> Self {
        let dataset = &store.atlas().dataset;
        let values: Vec<&str> = values.collect();
        let names = values.iter().map(|value| {
            let [one, other] = [Language::German, Language::English]
                .map(|language| folded(&option_name(dataset, facet, value, language)));
            one + "\n" + &other
        });
        let names = Arc::new(names.collect::<Vec<String>>());
        let wanted = RwSignal::new(String::new());
        let own = names.clone();
        let found: Memo<Option<Vec<bool>>> = Memo::new(move |_| {
            wanted.with(|wanted| {
                let holds = |names: &String| names.contains(wanted.as_str());
                (!wanted.is_empty()).then(|| own.iter().map(holds).collect())
            })
        });
        // What Enter means.
        let meant = move || {
            let found = found.get_untracked()?;
            let is = |position: &usize| found.get(*position) == Some(&true);
            let called = |position: &usize| {
                let names = names.get(*position).map(|names| names.split('\n'));
                wanted
                    .with_untracked(|wanted| names.is_some_and(|mut names| names.any(|name| name == wanted)))
            };
            let mut left = (0..values.len()).filter(is);
            let position = match (left.next(), left.next()) {
                (Some(only), None) => only,
                _ => (0..values.len()).filter(is).find(called)?,
            };
            values.get(position).copied()
        };
        let input = el("input")
            .class("filter-panel__search")
            .attr("type", "search")
            .attr("autocomplete", "off")
            .attr_words("aria-label", store.session.language, |texts| {
                texts.facets.find_country
            })
            .attr_words("placeholder", store.session.language, |texts| {
                texts.facets.find_country
            })
            .on("input", move |event| wanted.set(folded(&dom::value_of(&event))));
        let own = input.clone();
        let input = input.on_key(move |key| {
            // The sheet around it closes only when there is nothing to be cleared.
            let clears = key == "Escape" && !own.value().is_empty();
            let chosen = if key == "Enter" { meant() } else { None };
            if let Some(value) = chosen {
                let is_on = store
                    .session
                    .query
                    .with_untracked(|query| query.has(facet, value));
                store.set_filter(facet, value, !is_on);
            }
            if clears || chosen.is_some() {
                own.set_value("");
                wanted.set(String::new());
            }
            clears || chosen.is_some()
        });
        let told = move || {
            let number = |found: &Vec<bool>| found.iter().filter(|found| **found).count();
            let words = |number| (store.texts().facets.countries_found)(number);
            let number = found.with(|found: &Option<Vec<bool>>| found.as_ref().map(number));
            number.map(words).unwrap_or_default()
        };
        let status = el("p").class("filter-panel__found");
        Self {
            element: el("div").child(input).child(spoken(status, told)),
            found,
        }
    }
}
