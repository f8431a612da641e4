//! The options of a facet: in groups where it has them, else the most frequent first.

use std::rc::Rc;

use clusteratlas_core::naming::OptionGroup;
use clusteratlas_core::order::heaviest_first;
use clusteratlas_core::query::facet::Facet;
use leptos::prelude::*;

use crate::browser::dom::{Element, button, keep, list};
use crate::store::Store;

use super::item::{Item, Section};
use super::match_choice::match_choice;
use super::name_search::NameSearch;

/// A facet with more options than this shows the most frequent ones first.
const FEW: usize = 8;

/// Makes the options of a facet, which follow the filters as long as they are unfolded.
pub fn options(store: Store, facet: Facet, unfolded: RwSignal<bool>) -> Vec<Element> {
    let atlas = store.atlas();
    let values = atlas.index.options(facet);
    // The order is that of the whole dataset, so that options do not jump while filters change.
    let totals = &atlas.totals[facet.index()];
    let mut order = heaviest_first(totals);
    order.retain(|&option| totals[option] > 0);
    let keeps_order = matches!(facet, Facet::Theme | Facet::Kind | Facet::Status);
    let few = if keeps_order { order.len() } else { FEW };
    let frequent: Vec<usize> = order.iter().copied().take(few).collect();
    if keeps_order {
        order = (0..values.len()).filter(|&option| totals[option] > 0).collect();
    }
    let group_of = |option: usize| OptionGroup::of_value(&atlas.dataset, facet, &values[option]);
    let (mut items, mut sections, mut elements) = (Vec::new(), Vec::new(), Vec::new());
    for group in OptionGroup::of(facet).into_iter().map(Some).chain([None]) {
        let first = items.len();
        let own = order.iter().filter(|&&option| group_of(option) == group);
        items.extend(own.map(|&option| Item::new(store, facet, option, !frequent.contains(&option))));
        let own = &items[first..];
        if own.is_empty() {
            continue;
        }
        if let Some(group) = group {
            let values = own.iter().map(|item| item.value).collect();
            let section = Section::new(store, facet, group, values);
            elements.push(section.head.clone());
            sections.push(section);
        }
        let own = own.iter().map(|item| item.element.clone());
        elements.push(list("filter-panel__list", own));
    }
    let values = items.iter().map(|item| item.value);
    let search = (facet == Facet::Country).then(|| NameSearch::new(store, facet, values));
    if let Some(search) = &search {
        elements.splice(0..0, [search.element.clone(), match_choice(store)]);
    }
    let has_rare = items.len() > frequent.len();
    let unabridged = RwSignal::new(!has_rare);
    let more = has_rare.then(|| more_button(store, items.len(), unabridged));
    elements.extend(more.clone());
    let own = Options {
        store,
        facet,
        items,
        sections,
        search,
        more,
    };
    own.keep_in_step(unfolded, unabridged);
    elements
}

/// Shows all options, or the most frequent ones again.
fn more_button(store: Store, all: usize, unabridged: RwSignal<bool>) -> Element {
    let words = move || {
        let texts = store.texts();
        if unabridged.get() {
            texts.show_fewer_options.to_owned()
        } else {
            (texts.show_all_options)(all)
        }
    };
    button("filter-panel__more")
        .live_state("aria-expanded", move || unabridged.get())
        .live_text(words)
        .on_click(move || unabridged.update(|unabridged| *unabridged = !*unabridged))
}

/// The options of a facet on the page.
struct Options {
    store: Store,
    facet: Facet,
    items: Vec<Item>,
    sections: Vec<Section>,
    search: Option<NameSearch>,
    more: Option<Element>,
}

impl Options {
    /// A few effects for all options: a change of the filters changes the numbers that have changed.
    fn keep_in_step(self, unfolded: RwSignal<bool>, unabridged: RwSignal<bool>) {
        let Self { store, facet, .. } = self;
        let all = Rc::new(self);
        let own = all.clone();
        keep(move || {
            let language = store.language();
            for item in &own.items {
                item.speak(store, facet, language);
            }
        });
        let own = all.clone();
        let mut shown = vec![None; own.items.len()];
        keep(move || {
            if !unfolded.get() {
                return;
            }
            let (matches, language) = (store.matches.get(), store.language());
            for (item, shown) in own.items.iter().zip(&mut shown) {
                let count = matches.counts[facet.index()][item.option];
                if shown.replace((count, language)) != Some((count, language)) {
                    item.tell(count, language);
                }
            }
        });
        keep(move || {
            let (query, unabridged) = (store.session.query.get(), unabridged.get());
            let found = all.search.as_ref().and_then(|search| search.found.get());
            for (position, item) in all.items.iter().enumerate() {
                let chosen = query.has(facet, item.value);
                item.tick(chosen);
                let shown = match &found {
                    Some(found) => found.get(position).copied().unwrap_or_default(),
                    // A chosen option is never hidden.
                    None => !item.rare || unabridged || chosen,
                };
                item.element.set_flag("hidden", !shown);
            }
            if let Some(more) = &all.more {
                more.set_flag("hidden", found.is_some());
            }
            for section in &all.sections {
                section.speak(store, facet, &query, store.language());
            }
        });
    }
}
