//! The numbers of a record: facts, themes, partners.

use clusteratlas_core::brief::Brief;
use clusteratlas_core::decimal;
use clusteratlas_core::domain::cooperation::{self, FundingQualifier};
use clusteratlas_core::locale::format::{count, funding, number, period};
use clusteratlas_core::query::selection::Record;

use crate::browser::dom::{Element, el, list, span};
use crate::store::Store;
use crate::views::parts::field_mark::field_mark;
use crate::views::parts::source::web_link;

use super::{note, subheading};

/// So many entries of a ranking are printed.
const LISTED: usize = 10;

/// Facts, and the rankings that fit the record.
pub(super) fn numbers(store: Store, record: Record, own: &Brief) -> Vec<Element> {
    let texts = store.texts();
    let rankings = el("div")
        .class("brief__rankings")
        .child(themes(store, own))
        .children(partners(store, record, own));
    vec![
        el("section")
            .class("brief__section")
            .child(subheading(texts.brief().numbers))
            .child(facts(store, record, own)),
        el("section")
            .class("brief__section")
            .child(rankings)
            .child(note(texts.brief().several_note)),
    ]
}

fn facts(store: Store, record: Record, own: &Brief) -> Element {
    let (texts, language) = (store.texts(), store.language());
    let large = |name: &str, value: String| {
        el("div")
            .class("brief__fact")
            .child(el("dt").class("brief__fact-name").text(name))
            .child(el("dd").class("brief__number").text(&value))
    };
    let small = |name: &str, value: Element| {
        el("div")
            .class("brief__fact brief__fact--wide")
            .child(el("dt").class("brief__fact-name").text(name))
            .child(el("dd").child(value))
    };
    let mut facts = vec![
        large(texts.results, count(own.summary.cooperations, language)),
        large(
            texts.clusters_heading,
            count(own.summary.clusters.len(), language),
        ),
        large(
            texts.partner_countries,
            count(own.summary.countries.len(), language),
        ),
    ];
    let names = [texts.running, texts.ended, texts.status_unknown];
    for (name, value) in names.into_iter().zip(own.totals.by_status) {
        let name = format!("{}: {name}", texts.status);
        facts.push(large(&name, number(value.into(), language)));
    }
    facts.push(small(texts.funding, money(store, own)));
    let dataset = &store.atlas().dataset;
    let words = |words: &str| el("span").text(words);
    match record {
        Record::Programme(key) => {
            let programme = dataset.programme(key);
            facts.push(small(texts.funder, words(&programme.funder)));
            let term = period(programme.period, language);
            facts.push(small(texts.term, words(term.as_deref().unwrap_or(texts.unknown))));
            if let Some(url) = &programme.url {
                facts.push(small(texts.programme_page, web_link(store, url, url)));
            }
        }
        Record::Cluster(key) => {
            let cluster = dataset.cluster(key);
            let city = cluster.seat.as_ref().map(|seat| &*seat.city);
            let state = cluster.state.map(|state| state.name(language));
            let seat: Vec<&str> = city.into_iter().chain(state).collect();
            let seat = if seat.is_empty() {
                texts.unknown.to_owned()
            } else {
                seat.join(", ")
            };
            facts.push(small(texts.seat, words(&seat)));
            if let Some(url) = &cluster.website {
                facts.push(small(texts.website, web_link(store, url, url)));
            }
        }
        Record::Place(_) | Record::Country(_) | Record::State(_) | Record::Cooperation(_) => {}
    }
    el("dl").class("brief__facts").children(facts)
}

/// The sum of public money with what it covers, or that no source states any.
fn money(store: Store, own: &Brief) -> Element {
    let (texts, language) = (store.texts(), store.language());
    if own.totals.funding.stated == 0 {
        return el("span").text(texts.brief().funding_unknown);
    }
    let sum = cooperation::Funding {
        amount_eur: own.totals.funding.sum_eur,
        qualifier: FundingQualifier::Exact,
    };
    let mut covers = (texts.brief().funding_note)(own.totals.funding.stated, own.summary.cooperations);
    if own.totals.funding.inexact {
        covers.push_str(texts.brief().funding_inexact);
    }
    el("span")
        .child(span("brief__sum").text(&funding(sum, language)))
        .text(&format!(" ({covers})"))
}

/// Names with their numbers, the greatest first, as bars.
fn ranking(store: Store, heading: &str, entries: Vec<(Vec<Element>, &str, u32)>) -> Element {
    let greatest = entries.iter().map(|(_, _, number)| *number).max().unwrap_or(1);
    let further = entries.len().saturating_sub(LISTED);
    let language = store.language();
    let item = |(signs, name, value): (Vec<Element>, &str, u32)| {
        let item = el("li")
            .class("brief__entry")
            .child(span("brief__entry-name").children(signs).text(name))
            .child(span("brief__entry-number").text(&number(value.into(), language)));
        let part = f64::from(value) / f64::from(greatest.max(1));
        item.set_style("--part", &decimal::write(part, 3));
        item
    };
    let items = entries.into_iter().take(LISTED).map(item);
    let rest = (further > 0).then(|| note(&(store.texts().brief().further)(further)));
    el("div")
        .class("brief__ranking")
        .child(subheading(heading))
        .child(list("brief__entries", items))
        .children(rest.into_iter().collect())
}

fn themes(store: Store, own: &Brief) -> Element {
    let dataset = &store.atlas().dataset;
    let entries = own.themes.iter().map(|&(key, number)| {
        let theme = dataset.theme(key);
        let name = &**theme.name.get(store.language());
        (vec![field_mark(theme.field)], name, number)
    });
    ranking(store, store.texts().themes, entries.collect())
}

/// Clusters where partners are given, else partner countries.
fn partners(store: Store, record: Record, own: &Brief) -> Vec<Element> {
    let (texts, dataset) = (store.texts(), &store.atlas().dataset);
    let entries: Vec<(Vec<Element>, &str, u32)> = match record {
        Record::Country(_) | Record::Place(_) => own
            .summary
            .clusters
            .iter()
            .map(|&(key, number)| (Vec::new(), dataset.cluster(key).label(), number))
            .collect(),
        Record::Cluster(_) | Record::State(_) | Record::Programme(_) | Record::Cooperation(_) => own
            .summary
            .countries
            .iter()
            .map(|&(key, number)| {
                let name = &**dataset.country(key).name.get(store.language());
                (Vec::new(), name, number)
            })
            .collect(),
    };
    let heading = match record {
        Record::Country(_) | Record::Place(_) => texts.clusters_heading,
        _ => texts.partner_countries,
    };
    if entries.is_empty() {
        return Vec::new();
    }
    vec![ranking(store, heading, entries)]
}
