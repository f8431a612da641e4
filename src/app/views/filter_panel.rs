//! Filters: one group of checkboxes for each facet, with the number of cooperations that each would leave.

use clusteratlas_core::locale::format::number;
use clusteratlas_core::order::heaviest_first;
use clusteratlas_core::query::facet::Facet;
use leptos::prelude::*;

use crate::store::Store;

use super::parts::field_mark::FieldMark;
use super::parts::option_names::{OptionGroup, facet_name, option_name};

/// A group with more options than this shows the most frequent ones first.
const FEW: usize = 8;

/// All filters.
#[component]
pub fn FilterPanel() -> impl IntoView {
    let store = expect_context::<Store>();
    view! {
        <section class="filter-panel" id="filters" aria-labelledby="filters-heading">
            <h2 class="filter-panel__heading" id="filters-heading" tabindex="-1">
                {move || store.texts().filters}
            </h2>
            <p class="filter-panel__note">{move || store.texts().option_counts_note}</p>
            {Facet::ALL.into_iter().map(|facet| view! { <FacetGroup facet /> }).collect_view()}
        </section>
    }
}

/// The options of a facet, which can be folded away.
#[component]
fn FacetGroup(facet: Facet) -> impl IntoView {
    let store = expect_context::<Store>();
    let chosen_at_start = !store.session.query.get_untracked().values(facet).is_empty();
    let unfolded = RwSignal::new(matches!(facet, Facet::Theme | Facet::Programme) || chosen_at_start);
    let id = format!("filter-{}", facet.key());
    let chosen = move || store.session.query.with(|query| query.values(facet).len());
    view! {
        <fieldset class="filter-panel__group">
            <legend class="filter-panel__legend">
                <button
                    type="button"
                    class="filter-panel__fold"
                    aria-expanded=move || if unfolded.get() { "true" } else { "false" }
                    aria-controls=id.clone()
                    on:click=move |_| unfolded.update(|unfolded| *unfolded = !*unfolded)
                >
                    {move || facet_name(facet, store.texts())}
                </button>
            </legend>
            <div id=id class="filter-panel__options" hidden=move || !unfolded.get()>
                <Options facet />
            </div>
            <Show when=move || !unfolded.get() && chosen() != 0>
                <span class="filter-panel__chosen" aria-hidden="true">{chosen}</span>
            </Show>
        </fieldset>
    }
}

/// The options of a facet: in groups where it has them, else the most frequent first.
#[component]
fn Options(facet: Facet) -> impl IntoView {
    let store = expect_context::<Store>();
    let atlas = store.atlas();
    // The order is that of the whole dataset, so that options do not jump while filters change.
    let total = |option: usize| atlas.totals[facet.index()][option];
    let options = atlas.index.options(facet);
    let mut order: Vec<usize> = (0..options.len()).filter(|&option| total(option) > 0).collect();
    let by_total = heaviest_first(&atlas.totals[facet.index()]);
    let keeps_order = matches!(facet, Facet::Theme | Facet::Kind | Facet::Status);
    if !keeps_order {
        order = by_total
            .iter()
            .copied()
            .filter(|&option| total(option) > 0)
            .collect();
    }
    let few = if keeps_order { order.len() } else { FEW };
    let frequent: Vec<usize> = by_total
        .into_iter()
        .filter(|&option| total(option) > 0)
        .take(few)
        .collect();
    let all = order.len();
    let has_rare = all > frequent.len();
    let unabridged = RwSignal::new(!has_rare);
    let item = move |option: usize| {
        let rare = !frequent.contains(&option);
        view! { <OptionItem facet option hidden=Signal::derive(move || rare && !unabridged.get()) /> }
    };
    let group_of = |option: usize| OptionGroup::of_value(&atlas.dataset, facet, &options[option]);
    let mut sections = Vec::new();
    for group in OptionGroup::of(facet).into_iter().map(Some).chain([None]) {
        let items: Vec<usize> = order
            .iter()
            .copied()
            .filter(|&option| group_of(option) == group)
            .collect();
        if items.is_empty() {
            continue;
        }
        let heading = group.map(|group| view! { <GroupHeading group /> });
        let items = items.into_iter().map(&item).collect_view();
        sections.push(view! { {heading} <ul class="filter-panel__list">{items}</ul> });
    }
    view! {
        {sections}
        <Show when=move || has_rare>
            <button
                type="button"
                class="filter-panel__more"
                aria-expanded=move || if unabridged.get() { "true" } else { "false" }
                on:click=move |_| unabridged.update(|unabridged| *unabridged = !*unabridged)
            >
                {move || {
                    let texts = store.texts();
                    if unabridged.get() {
                        texts.show_fewer_options.to_owned()
                    } else {
                        (texts.show_all_options)(all)
                    }
                }}
            </button>
        </Show>
    }
}

#[component]
fn GroupHeading(group: OptionGroup) -> impl IntoView {
    let store = expect_context::<Store>();
    let sign = match group {
        OptionGroup::Field(field) => Some(view! { <FieldMark field /> }),
        OptionGroup::Funder(_) | OptionGroup::Continent(_) => None,
    };
    view! {
        <h3 class="filter-panel__subheading">
            {sign} {move || group.name(&store.atlas().dataset, store.language())}
        </h3>
    }
}

/// A checkbox with the number of cooperations that it would leave. A chosen option is never hidden.
#[component]
fn OptionItem(facet: Facet, option: usize, hidden: Signal<bool>) -> impl IntoView {
    let store = expect_context::<Store>();
    let value = store.atlas().index.options(facet)[option].clone();
    let own = value.clone();
    let chosen = Memo::new(move |_| store.session.query.with(|query| query.has(facet, &own)));
    let count = Memo::new(move |_| {
        store
            .matches
            .with(|matches| matches.counts[facet.index()][option])
    });
    let named = value.clone();
    let name = move || option_name(&store.atlas().dataset, facet, &named, store.language());
    view! {
        <li hidden=move || hidden.get() && !chosen.get()>
            <label class="filter-panel__option" class:filter-panel__option--none=move || count.get() == 0>
                <input
                    type="checkbox"
                    class="filter-panel__box"
                    name=facet.key()
                    value=value.to_string()
                    prop:checked=move || chosen.get()
                    on:change=move |event| store.set_filter(facet, &value, event_target_checked(&event))
                />
                <span class="filter-panel__name">{name}</span>
                " "
                <span class="filter-panel__count">{move || number(count.get().into(), store.language())}</span>
            </label>
        </li>
    }
}
