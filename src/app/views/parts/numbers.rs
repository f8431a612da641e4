//! The numbers of a selection, or of two that are compared.

use clusteratlas_core::domain::partial_date::Status;
use clusteratlas_core::locale::figures::euros;
use clusteratlas_core::locale::format::count;
use clusteratlas_core::query::bitmap::Bitmap;
use clusteratlas_core::query::summary::Summary;
use clusteratlas_core::query::totals::Totals;

use crate::browser::dom::{Element, el, span};
use crate::store::Store;

/// A fact: what it is called, its value for each selection, and a remark.
struct Fact {
    name: &'static str,
    values: Vec<String>,
    note: Option<&'static str>,
}

/// How many cooperations, clusters and countries there are, how many run, and what is stated of public money.
pub fn numbers(store: Store, selections: &[&Bitmap]) -> Element {
    let texts = store.texts();
    let atlas = store.atlas();
    let language = store.language();
    let counted: Vec<(Summary, Totals)> = selections
        .iter()
        .map(|selection| {
            let totals = Totals::of(&atlas.dataset, &atlas.index, selection);
            (Summary::of(&atlas.index, selection), totals)
        })
        .collect();
    let values = |value: &dyn Fn(&Summary, &Totals) -> String| {
        counted
            .iter()
            .map(|(summary, totals)| value(summary, totals))
            .collect()
    };
    let number = |number: usize| count(number, language);
    let facts = [
        Fact {
            name: texts.results,
            values: values(&|summary, _| number(summary.cooperations)),
            note: None,
        },
        Fact {
            name: texts.clusters_heading,
            values: values(&|summary, _| number(summary.clusters.len())),
            note: None,
        },
        Fact {
            name: texts.partner_countries,
            values: values(&|summary, _| number(summary.countries.len())),
            note: None,
        },
        Fact {
            name: texts.status,
            values: values(&|_, totals| {
                let [running, ended, unknown] =
                    Status::ALL.map(|status| number(totals.with(status) as usize));
                (texts.figures().status)(&running, &ended, &unknown)
            }),
            note: None,
        },
        Fact {
            name: texts.funding,
            values: values(&|summary, totals| funding(store, summary, totals)),
            note: Some(texts.figures().funding_note),
        },
    ];
    let list = el("dl").class("numbers");
    list.children(facts.iter().map(item).collect())
}

fn funding(store: Store, summary: &Summary, totals: &Totals) -> String {
    let texts = store.texts();
    if totals.funding.stated == 0 {
        return texts.figures().no_funding.to_owned();
    }
    let mut amount = euros(totals.funding.sum_eur, store.language());
    if totals.funding.inexact {
        amount = format!("{} {amount}", texts.about_amount);
    }
    (texts.figures().funding)(&amount, totals.funding.stated, summary.cooperations)
}

fn item(fact: &Fact) -> Element {
    let is_short = fact.values.iter().all(|value| value.chars().count() < 8);
    let class = if is_short {
        "numbers__value numbers__value--short"
    } else {
        "numbers__value"
    };
    let values = fact.values.iter().enumerate().map(|(position, value)| {
        let class = if position == 0 { "" } else { "numbers__compared" };
        span(class).text(value)
    });
    let note = fact.note.map(|note| el("dd").class("numbers__note").text(note));
    el("div")
        .class("numbers__fact")
        .child(el("dt").class("numbers__name").text(fact.name))
        .child(el("dd").class(class).children(values.collect()))
        .children(note.into_iter().collect())
}
