//! Filters: one group of checkboxes for each facet, with the number of cooperations that each would leave.

use clusteratlas_core::locale::format::number;
use clusteratlas_core::naming::{OptionGroup, facet_name, option_name};
use clusteratlas_core::order::heaviest_first;
use clusteratlas_core::query::facet::Facet;
use leptos::prelude::*;

use crate::browser::dom::{self, Element, button, el, keep, list, sign, span};
use crate::store::Store;

use super::parts::field_mark::field_mark;

/// A group with more options than this shows the most frequent ones first.
const FEW: usize = 8;

/// All filters.
pub fn filter_panel(store: Store) -> Element {
    let language = store.session.language;
    let heading = el("h2")
        .class("filter-panel__heading")
        .id("filters-heading")
        .attr("tabindex", "-1");
    el("section")
        .class("filter-panel")
        .id("filters")
        .attr("aria-labelledby", "filters-heading")
        .child(heading.words(language, |texts| texts.filters))
        .child(
            el("p")
                .class("filter-panel__note")
                .words(language, |texts| texts.option_counts_note),
        )
        .children(Facet::ALL.iter().map(|&facet| group(store, facet)).collect())
}

/// The options of a facet, which can be folded away.
fn group(store: Store, facet: Facet) -> Element {
    let chosen_at_start = !store.session.query.get_untracked().values(facet).is_empty();
    let unfolded = RwSignal::new(matches!(facet, Facet::Theme | Facet::Programme) || chosen_at_start);
    let id = format!("filter-{}", facet.key());
    let fold = button("filter-panel__fold")
        .attr("aria-controls", &id)
        .live_state("aria-expanded", move || unfolded.get())
        .live_text(move || facet_name(facet, store.texts()).to_owned())
        .on_click(move || unfolded.update(|unfolded| *unfolded = !*unfolded));
    let chosen = move || store.session.query.with(|query| query.values(facet).len());
    el("fieldset")
        .class("filter-panel__group")
        .child(el("legend").class("filter-panel__legend").child(fold))
        .child(
            el("div")
                .class("filter-panel__options")
                .id(&id)
                .live_flag("hidden", move || !unfolded.get())
                .children(options(store, facet)),
        )
        .child(
            sign("filter-panel__chosen")
                .live_flag("hidden", move || unfolded.get() || chosen() == 0)
                .live_text(move || chosen().to_string()),
        )
}

/// The options of a facet: in groups where it has them, else the most frequent first.
fn options(store: Store, facet: Facet) -> Vec<Element> {
    let atlas = store.atlas();
    let values = atlas.index.options(facet);
    // The order is that of the whole dataset, so that options do not jump while filters change.
    let total = |option: usize| atlas.totals[facet.index()][option];
    let mut by_total = heaviest_first(&atlas.totals[facet.index()]);
    by_total.retain(|&option| total(option) > 0);
    let keeps_order = matches!(facet, Facet::Theme | Facet::Kind | Facet::Status);
    let few = if keeps_order { by_total.len() } else { FEW };
    let frequent: Vec<usize> = by_total.iter().copied().take(few).collect();
    let as_written = || (0..values.len()).filter(|&option| total(option) > 0).collect();
    let order: Vec<usize> = if keeps_order { as_written() } else { by_total };
    let all = order.len();
    let has_rare = all > frequent.len();
    let unabridged = RwSignal::new(!has_rare);
    let group_of = |option: usize| OptionGroup::of_value(&atlas.dataset, facet, &values[option]);
    let (mut sections, mut items) = (Vec::new(), Vec::new());
    for group in OptionGroup::of(facet).into_iter().map(Some).chain([None]) {
        let first = items.len();
        let own = order.iter().filter(|&&option| group_of(option) == group);
        items.extend(own.map(|&option| Item::new(store, facet, option, !frequent.contains(&option))));
        if items.len() > first {
            sections.extend(group.map(|group| group_heading(store, group)));
            let elements = items[first..].iter().map(|item| item.element.clone());
            sections.push(list("filter-panel__list", elements));
        }
    }
    keep_in_step(store, facet, items, unabridged);
    if has_rare {
        let words = move || {
            let texts = store.texts();
            if unabridged.get() {
                texts.show_fewer_options.to_owned()
            } else {
                (texts.show_all_options)(all)
            }
        };
        let more = button("filter-panel__more")
            .live_state("aria-expanded", move || unabridged.get())
            .live_text(words)
            .on_click(move || unabridged.update(|unabridged| *unabridged = !*unabridged));
        sections.push(more);
    }
    sections
}

fn group_heading(store: Store, group: OptionGroup) -> Element {
    let heading = el("h3").class("filter-panel__subheading");
    let heading = match group {
        OptionGroup::Field(field) => heading.child(field_mark(field)).text(" "),
        OptionGroup::Funder(_) | OptionGroup::Continent(_) => heading,
    };
    heading.live_text(move || group.name(&store.atlas().dataset, store.language()))
}

/// A checkbox with the number of cooperations that it would leave.
struct Item {
    option: usize,
    /// Whether it is shown only among all options.
    rare: bool,
    element: Element,
    label: Element,
    input: Element,
    count: Element,
}

impl Item {
    fn new(store: Store, facet: Facet, option: usize, rare: bool) -> Self {
        let value = &*store.atlas().index.options(facet)[option];
        let input = el("input")
            .class("filter-panel__box")
            .attr("type", "checkbox")
            .attr("name", facet.key())
            .attr("value", value)
            .on("change", move |event| {
                store.set_filter(facet, value, dom::is_ticked(&event));
            });
        let name = move || option_name(&store.atlas().dataset, facet, value, store.language());
        let count = span("filter-panel__count");
        let label = el("label")
            .class("filter-panel__option")
            .child(input.clone())
            .child(span("filter-panel__name").live_text(name))
            .text(" ")
            .child(count.clone());
        Self {
            option,
            rare,
            element: el("li").child(label.clone()),
            label,
            input,
            count,
        }
    }
}

/// Two effects for all options of a facet: a change of the filters changes the numbers that have changed.
fn keep_in_step(store: Store, facet: Facet, items: Vec<Item>, unabridged: RwSignal<bool>) {
    let items = std::rc::Rc::new(items);
    let own = items.clone();
    let mut shown = vec![None; items.len()];
    keep(move || {
        let (matches, language) = (store.matches.get(), store.language());
        for (item, shown) in own.iter().zip(&mut shown) {
            let count = matches.counts[facet.index()][item.option];
            if shown.replace((count, language)) != Some((count, language)) {
                item.count.set_text(&number(count.into(), language));
                item.label.set_class("filter-panel__option--none", count == 0);
            }
        }
    });
    keep(move || {
        let (query, unabridged) = (store.session.query.get(), unabridged.get());
        let values = store.atlas().index.options(facet);
        for item in items.iter() {
            let chosen = query.has(facet, &values[item.option]);
            item.input.set_checked(chosen);
            // A chosen option is never hidden.
            item.element
                .set_flag("hidden", item.rare && !unabridged && !chosen);
        }
    });
}
