//! Two records that may describe the same thing.
//!
//! # What
//! Two cooperations with the same clusters, the same partner places, similar titles and no dates that tell
//! them apart; or two clusters with the same name apart from legal form and punctuation.
//!
//! # Why
//! Counted twice, a cooperation makes its country and its cluster look stronger than they are.
//!
//! # Example
//! "Reise nach Medellín" and "Reise nach Medellín 2016", both of `biosaxony` with `co-medellin`.
//!
//! # Instead
//! Merge both records with the sources of both; if they are different, let the titles say how.

use std::collections::{BTreeMap, BTreeSet};

use clusteratlas_core::domain::partial_date::PartialDate;

use crate::authored::list::List;
use crate::authored::record::Record;

use super::{Finding, Subject};

super::rule!("CA023", "suspected-duplicate", Warning, "suspected_duplicate.rs");

/// Titles are similar when they share at least this part of all their words.
const SHARED_PART: f64 = 0.6;

/// Words of names that say nothing about which cluster it is.
const LEGAL_FORMS: [&str; 6] = ["e", "v", "ev", "gmbh", "ggmbh", "ag"];

fn check(subject: &Subject<'_>) -> Vec<Finding> {
    let mut found = cooperations(subject.authored.records(List::Cooperations));
    found.extend(clusters(subject.authored.records(List::Clusters)));
    found
}

fn cooperations(records: &[Record]) -> Vec<Finding> {
    let mut by_parties: BTreeMap<[BTreeSet<&str>; 2], Vec<&Record>> = BTreeMap::new();
    for record in records {
        let places = record
            .values("partners")
            .filter_map(|partner| partner.get("place")?.as_str());
        let parties = [record.texts("clusters").collect(), places.collect()];
        by_parties.entry(parties).or_default().push(record);
    }
    let mut found = Vec::new();
    for alike in by_parties.values() {
        for (position, later) in alike.iter().enumerate() {
            let earlier = alike.iter().take(position).find(|earlier| {
                similar(earlier.text("title_de"), later.text("title_de")) && !told_apart(earlier, later)
            });
            found.extend(earlier.map(|earlier| suspicion(later, earlier, "title_de")));
        }
    }
    found
}

fn clusters(records: &[Record]) -> Vec<Finding> {
    let mut by_name: BTreeMap<String, &Record> = BTreeMap::new();
    let mut found = Vec::new();
    for record in records {
        let Some(name) = record.text("name") else { continue };
        let plain: Vec<String> = words(name)
            .into_iter()
            .filter(|word| !LEGAL_FORMS.contains(&word.as_str()))
            .collect();
        match by_name.get(&plain.join(" ")) {
            Some(earlier) => found.push(suspicion(record, earlier, "name")),
            None => {
                by_name.insert(plain.join(" "), record);
            }
        }
    }
    found
}

fn suspicion(record: &Record, earlier: &Record, field: &str) -> Finding {
    let (id, line) = (earlier.id(), earlier.line);
    let message = [
        format!(
            "vielleicht dasselbe wie {} in Zeile {line}",
            id.unwrap_or("der Datensatz")
        ),
        format!(
            "perhaps the same as {} in line {line}",
            id.unwrap_or("the record")
        ),
    ];
    let hint = [
        "Führen Sie beide zusammen, oder sagen Sie, worin sie sich unterscheiden",
        "Merge both, or say in what they differ",
    ];
    let finding = Finding::of(record, message, hint).in_field(field);
    finding.with_value(record.text(field).unwrap_or_default())
}

fn words(text: &str) -> Vec<String> {
    let words = text
        .split(|c: char| !c.is_alphanumeric())
        .filter(|word| !word.is_empty());
    words.map(str::to_lowercase).collect()
}

fn similar(one: Option<&str>, other: Option<&str>) -> bool {
    let set = |text: Option<&str>| {
        words(text.unwrap_or_default())
            .into_iter()
            .collect::<BTreeSet<_>>()
    };
    let (one, other) = (set(one), set(other));
    let shared = u32::try_from(one.intersection(&other).count()).unwrap_or(u32::MAX);
    let all = u32::try_from(one.union(&other).count()).unwrap_or(u32::MAX);
    all > 0 && f64::from(shared) / f64::from(all) >= SHARED_PART
}

/// Whether both state a start and these cannot be the same: a journey each year is no duplicate.
fn told_apart(one: &Record, other: &Record) -> bool {
    let start = |record: &Record| record.text("start")?.parse::<PartialDate>().ok();
    match (start(one), start(other)) {
        (Some(one), Some(other)) => one.is_after(other) || other.is_after(one),
        _ => false,
    }
}
