//! The cooperations of a record, one row for each.

use clusteratlas_core::brief::Brief;
use clusteratlas_core::dataset::Dataset;
use clusteratlas_core::domain::cooperation::{Cooperation, CooperationKey, Partner};
use clusteratlas_core::domain::localized::Language;
use clusteratlas_core::locale::format::period;
use clusteratlas_core::locale::texts::Texts;

use crate::browser::dom::{Element, el, list, span};
use crate::store::Store;
use crate::views::parts::funding_reference::funding_reference;

use super::sources::Cited;
use super::{note, subheading};

/// At most so many rows are printed.
const MAX_ROWS: usize = 500;

/// The columns: what they are called.
const COLUMNS: [fn(&Texts) -> &'static str; 5] = [
    |texts| texts.column_title,
    |texts| texts.column_clusters,
    |texts| texts.column_partners,
    |texts| texts.term,
    |texts| texts.brief().column_programme,
];

/// The cooperations that have a row, the latest first.
pub(super) fn printed(store: Store, own: &Brief) -> Vec<CooperationKey> {
    let latest = store.atlas().index.latest_first(&own.cooperations);
    latest.take(MAX_ROWS).collect()
}

/// The table; nothing where there is no cooperation.
pub(super) fn table(store: Store, own: &Brief, keys: &[CooperationKey], cited: &Cited<'_>) -> Vec<Element> {
    let all = own.summary.cooperations;
    if keys.is_empty() {
        return Vec::new();
    }
    let texts = store.texts();
    let headings = COLUMNS.map(|words| {
        let heading = el("th").attr("scope", "col").attr("role", "columnheader");
        heading.text(words(texts))
    });
    let rows = keys.iter().map(|&key| row(store, key, cited));
    let table = el("table")
        .class("brief__table")
        .attr("role", "table")
        .child(el("caption").class("visually-hidden").text(&(texts.table().some)(
            keys.len(),
            all,
            texts.table().dates[1],
        )))
        .child(
            el("thead")
                .attr("role", "rowgroup")
                .child(el("tr").attr("role", "row").children(headings.into())),
        )
        .child(el("tbody").attr("role", "rowgroup").children(rows.collect()));
    let rest = (keys.len() < all).then(|| note(&(texts.brief().further_rows)(keys.len(), all)));
    let section = el("section")
        .class("brief__section")
        .child(subheading(texts.results))
        .children(rest.into_iter().collect());
    vec![section.child(table)]
}

fn row(store: Store, key: CooperationKey, cited: &Cited<'_>) -> Element {
    let (texts, language) = (store.texts(), store.language());
    let dataset = &store.atlas().dataset;
    let cooperation = dataset.cooperation(key);
    let cell = |words: fn(&Texts) -> &'static str, content: Element| {
        let cell = el("td").attr("role", "cell").attr("data-label", words(texts));
        cell.child(content)
    };
    let [_, clusters_words, partners_words, term_words, programme_words] = COLUMNS;
    let title = el("th")
        .class("brief__title")
        .attr("scope", "row")
        .attr("role", "rowheader")
        .text(cooperation.title.get(language))
        .children(cited.numbers(store, key).into_iter().collect());
    let term = period(cooperation.period, language);
    let term = el("span").text(term.as_deref().unwrap_or(texts.no_date));
    el("tr")
        .class("brief__row")
        .attr("role", "row")
        .child(title)
        .child(cell(clusters_words, clusters(dataset, cooperation, texts)))
        .child(cell(
            partners_words,
            partners(dataset, cooperation, texts, language),
        ))
        .child(cell(term_words, term))
        .child(cell(programme_words, programme(store, cooperation)))
}

fn clusters(dataset: &Dataset, cooperation: &Cooperation, texts: &Texts) -> Element {
    if cooperation.clusters.is_empty() {
        return el("span").text(texts.no_cluster);
    }
    let item = |&key| el("li").text(dataset.cluster(key).label());
    list("brief__items", cooperation.clusters.iter().map(item))
}

/// Organisations with their places and countries; places whose organisation is not known together.
fn partners(dataset: &Dataset, cooperation: &Cooperation, texts: &Texts, language: Language) -> Element {
    let at = |partner: &Partner| {
        let place = dataset.place(partner.place);
        let name = &**place.name.get(language);
        let country = place
            .country
            .map(|key| &**dataset.country(key).name.get(language));
        match country.filter(|country| *country != name) {
            Some(country) => format!("{name}, {country}"),
            None => name.to_owned(),
        }
    };
    let mut items = Vec::new();
    let mut places = Vec::new();
    for partner in &cooperation.partners {
        match &partner.organisation {
            Some(organisation) => {
                let place = span("brief__place").text(&at(partner));
                items.push(el("li").text(organisation).text(", ").child(place));
            }
            None => places.push(at(partner)),
        }
    }
    if !places.is_empty() {
        let unknown = format!(" ({})", texts.organisation_unknown);
        let item = el("li").text(&places.join("; "));
        items.push(item.child(span("brief__place").text(&unknown)));
    }
    list("brief__items", items)
}

fn programme(store: Store, cooperation: &Cooperation) -> Element {
    let (dataset, texts, language) = (&store.atlas().dataset, store.texts(), store.language());
    let name = cooperation.programme.map_or(texts.programme_not_stated, |key| {
        dataset.programme(key).name.get(language)
    });
    let reference = cooperation
        .funding_reference
        .as_ref()
        .map(|reference| funding_reference(store, "brief__reference", reference));
    el("div").text(name).children(reference.into_iter().collect())
}
