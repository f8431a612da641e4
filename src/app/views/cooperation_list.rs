//! The selection as a table, one row for each cooperation; cards where the page is narrow.

use clusteratlas_core::dataset::Dataset;
use clusteratlas_core::domain::cooperation::{Cooperation, CooperationKey};
use clusteratlas_core::domain::localized::Language;
use clusteratlas_core::locale::format::{self, years};
use clusteratlas_core::query::selection::Record;
use leptos::prelude::*;

use crate::store::Store;

use super::parts::field_mark::FieldMark;
use super::parts::record_link::RecordLink;

/// Rows that are shown at first.
const FIRST_ROWS: usize = 50;

/// Rows that are added at a time.
const MORE_ROWS: usize = 500;

/// The table of the matches.
#[component]
pub fn CooperationList() -> impl IntoView {
    let store = expect_context::<Store>();
    let shown = RwSignal::new(FIRST_ROWS);
    Effect::new(move |_| {
        store.matches.track();
        shown.set(FIRST_ROWS);
    });
    let total = move || store.matches.with(|matches| matches.number);
    let rows = move || {
        store.matches.with(|matches| {
            let sorted = store.atlas().index.latest_first(&matches.cooperations);
            sorted.take(shown.get()).collect::<Vec<_>>()
        })
    };
    let caption = move || (store.texts().table_caption)(shown.get().min(total()), total());
    let rest = move || total().saturating_sub(shown.get()).min(MORE_ROWS);
    let heading = move |name: fn(&Store) -> &'static str| {
        view! { <th scope="col" role="columnheader">{move || name(&store)}</th> }
    };
    view! {
        <section class="cooperation-list" id="results" aria-labelledby="results-heading" tabindex="-1">
            <h2 class="cooperation-list__heading" id="results-heading">{move || store.texts().results}</h2>
            <table class="cooperation-list__table" role="table">
                <caption class="cooperation-list__caption">{caption}</caption>
                <thead role="rowgroup">
                    <tr role="row">
                        {heading(|store| store.texts().column_title)}
                        {heading(|store| store.texts().column_clusters)}
                        {heading(|store| store.texts().column_partners)}
                        {heading(|store| store.texts().column_themes)}
                        {heading(|store| store.texts().column_programme)}
                        {heading(|store| store.texts().column_period)}
                    </tr>
                </thead>
                <tbody role="rowgroup">
                    <For each=rows key=|key| *key let:key>
                        <Row key />
                    </For>
                </tbody>
            </table>
            <Show when=move || rest() != 0>
                <button
                    type="button"
                    class="cooperation-list__more"
                    on:click=move |_| shown.update(|shown| *shown += MORE_ROWS)
                >
                    {move || (store.texts().show_more_rows)(rest())}
                </button>
            </Show>
        </section>
    }
}

#[component]
fn Row(key: CooperationKey) -> impl IntoView {
    let store = expect_context::<Store>();
    let open = move || store.record.get() == Some(Record::Cooperation(key));
    view! {
        <tr role="row" class="cooperation-list__row" class:cooperation-list__row--open=open>
            {move || cells(store, key)}
        </tr>
    }
}

/// The cells of a row in the page's language.
fn cells(store: Store, key: CooperationKey) -> impl IntoView {
    let (language, texts) = (store.language(), store.texts());
    let atlas = store.atlas();
    let dataset = &atlas.dataset;
    let cooperation = dataset.cooperation(key);
    let programme = cooperation.programme.map(|key| {
        let name = dataset.programme(key).name.get(language).to_string();
        view! { <RecordLink record=Record::Programme(key) name /> }
    });
    let programme = programme.map_or_else(
        || unknown(texts.programme_not_stated).into_any(),
        IntoAny::into_any,
    );
    let term = years(cooperation.period).map_or_else(
        || unknown(texts.no_date).into_any(),
        |years| view! { <span>{years}</span> }.into_any(),
    );
    view! {
        <th scope="row" role="rowheader" class="cooperation-list__title" data-label=texts.column_title>
            <RecordLink record=Record::Cooperation(key) name=cooperation.title.get(language).to_string() />
        </th>
        <td role="cell" data-label=texts.column_clusters>{clusters(dataset, cooperation, texts.no_cluster)}</td>
        <td role="cell" data-label=texts.column_partners>{partners(dataset, cooperation, language)}</td>
        <td role="cell" data-label=texts.column_themes>{themes(dataset, cooperation, language)}</td>
        <td role="cell" data-label=texts.column_programme>{programme}</td>
        <td role="cell" data-label=texts.column_period class="cooperation-list__term">{term}</td>
    }
}

fn unknown(words: &'static str) -> impl IntoView {
    view! { <span class="cooperation-list__unknown">{words}</span> }
}

fn clusters(dataset: &Dataset, cooperation: &Cooperation, none: &'static str) -> impl IntoView + use<> {
    if cooperation.clusters.is_empty() {
        return unknown(none).into_any();
    }
    let item = |&key| {
        let name = dataset.cluster(key).label().to_owned();
        view! { <li><RecordLink record=Record::Cluster(key) name /></li> }
    };
    let items = cooperation.clusters.iter().map(item).collect_view();
    view! { <ul class="cooperation-list__items">{items}</ul> }.into_any()
}

/// Places with their countries, each once.
fn partners(dataset: &Dataset, cooperation: &Cooperation, language: Language) -> impl IntoView + use<> {
    let mut places: Vec<_> = cooperation.partners.iter().map(|partner| partner.place).collect();
    let mut seen = Vec::new();
    places.retain(|place| {
        let first = !seen.contains(place);
        seen.push(*place);
        first
    });
    let item = |key| {
        let place = dataset.place(key);
        let name = place.name.get(language);
        let country = place.country.map(|key| dataset.country(key).name.get(language));
        let country = country
            .filter(|country| *country != name)
            .map(|country| format!(", {country}"));
        view! { <li><RecordLink record=Record::Place(key) name=name.to_string() />{country}</li> }
    };
    view! { <ul class="cooperation-list__items">{places.into_iter().map(item).collect_view()}</ul> }
}

fn themes(dataset: &Dataset, cooperation: &Cooperation, language: Language) -> impl IntoView + use<> {
    let item = |&key| {
        let theme = dataset.theme(key);
        view! {
            <li class="cooperation-list__theme">
                <FieldMark field=theme.field />
                {theme.name.get(language).to_string()}
            </li>
        }
    };
    view! { <ul class="cooperation-list__items">{cooperation.themes.iter().map(item).collect_view()}</ul> }
}

/// The years of a cooperation for narrow places, or words that there is no date.
pub fn term_in_short(cooperation: &Cooperation, no_date: &'static str) -> String {
    format::years(cooperation.period).unwrap_or_else(|| no_date.to_owned())
}
