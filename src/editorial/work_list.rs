//! What editors could improve next: records that are valid, and known less well or longer ago than they might be.

use std::collections::{BTreeMap, BTreeSet};

use clusteratlas_core::domain::localized::Language;
use clusteratlas_core::domain::partial_date::PartialDate;
use clusteratlas_core::geo::lat_lon::LatLon;
use clusteratlas_core::search::fold::folded;
use clusteratlas_core::search::typo::mistakes;
use serde_json::Value;

use crate::authored::Authored;
use crate::authored::list::List;
use crate::authored::record::Record;
use crate::said::Said;
use crate::workbook::cell::{Cell, Table};
use crate::workbook::layout::Rows;

/// Why a record is on the list, the most pressing first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Reason {
    /// It may be the same as another.
    SuspectedDuplicate,
    /// Both texts are the same.
    NoEnglish,
    /// It takes part in no cooperation.
    NoCooperation,
    /// Neither its start nor its end is known.
    NoTerm,
    /// A partner is placed by country alone.
    OnlyCountry,
    /// A source does not say when it was published.
    UndatedSource,
    /// No editor has compared it with its sources for a while.
    NotChecked,
}

/// Something to do.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Task {
    /// Why.
    pub reason: Reason,
    /// The list of the record.
    pub list: List,
    /// Its id.
    pub id: String,
    /// What it is about: another record, a place, a source, a date.
    pub about: String,
}

/// Names are alike with one mistake in so many letters.
const LETTERS_PER_MISTAKE: usize = 8;

/// Two of the same name are as near to each other, in kilometres.
const NEAR_KM: f64 = 30.0;

/// Mean radius of the Earth in kilometres (IUGG).
const EARTH_KM: f64 = 6371.0088;

impl Reason {
    /// All reasons in their order.
    pub const ALL: [Self; 7] = [
        Self::SuspectedDuplicate,
        Self::NoEnglish,
        Self::NoCooperation,
        Self::NoTerm,
        Self::OnlyCountry,
        Self::UndatedSource,
        Self::NotChecked,
    ];

    /// The reason in words.
    pub fn said(self) -> Said {
        match self {
            Self::SuspectedDuplicate => ["vielleicht doppelt", "perhaps a duplicate"],
            Self::NoEnglish => ["kein englischer Text", "no English text"],
            Self::NoCooperation => ["Cluster ohne Kooperation", "cluster without a cooperation"],
            Self::NoTerm => ["ohne Laufzeit", "without a term"],
            Self::OnlyCountry => [
                "Partner nur nach Land verortet",
                "partner placed by country alone",
            ],
            Self::UndatedSource => ["Quelle ohne Datum", "source without a date"],
            Self::NotChecked => ["lange nicht geprüft", "not checked for long"],
        }
        .into()
    }
}

/// Everything that editors could improve, by reason and record. A record has to be checked again `months` after it
/// was, counted to the date of the dataset.
pub fn work_list(authored: &Authored, months: u32) -> Vec<Task> {
    let date = authored.records(List::Edition).first();
    let date = date.and_then(|edition| edition.text("date")?.parse::<PartialDate>().ok());
    let mut tasks = Vec::new();
    let mut add = |reason: Reason, record: &Record, about: String| {
        tasks.push(Task {
            reason,
            list: record.list,
            id: record.id().unwrap_or_default().to_owned(),
            about,
        });
    };
    let active: BTreeSet<&str> = authored
        .records(List::Cooperations)
        .iter()
        .flat_map(|record| record.texts("clusters"))
        .collect();
    for record in authored.all().filter(|record| has_sources(record)) {
        if ["summary", "label"]
            .iter()
            .any(|field| is_same_text(record, field))
        {
            add(Reason::NoEnglish, record, String::new());
        }
        for source in sources(record).filter(|source| source.get("published").is_none_or(Value::is_null)) {
            let title = source.get("title").and_then(Value::as_str);
            add(
                Reason::UndatedSource,
                record,
                title.unwrap_or_default().to_owned(),
            );
        }
        let checked = record.text("checked");
        let is_recent = |checked: &str| {
            let checked = checked.parse::<PartialDate>().ok();
            checked
                .zip(date)
                .is_some_and(|(checked, date)| months_between(checked, date) < months)
        };
        if !checked.is_some_and(is_recent) {
            add(Reason::NotChecked, record, checked.unwrap_or_default().to_owned());
        }
    }
    for record in authored.records(List::Clusters) {
        if !record.id().is_some_and(|id| active.contains(id)) {
            add(Reason::NoCooperation, record, String::new());
        }
    }
    for record in authored.records(List::Cooperations) {
        if record.text("start").is_none() && record.text("end").is_none() {
            add(Reason::NoTerm, record, String::new());
        }
        for partner in record.values("partners") {
            let place = partner.get("place").and_then(Value::as_str).unwrap_or_default();
            let found = authored.find(List::Places, place);
            if found.and_then(|place| place.text("precision")) == Some("country") {
                add(Reason::OnlyCountry, record, place.to_owned());
            }
        }
    }
    for (record, other) in duplicates(authored) {
        add(Reason::SuspectedDuplicate, record, other);
    }
    tasks.sort();
    tasks.dedup();
    tasks
}

fn has_sources(record: &Record) -> bool {
    sources(record).next().is_some()
}

fn sources(record: &Record) -> impl Iterator<Item = &Value> {
    record.values("sources").chain(record.fields.get("source"))
}

/// Whether the English text is the German one. Titles may be, for they are often names; sentences may not.
fn is_same_text(record: &Record, field: &str) -> bool {
    let text = |language: &str| record.text(&format!("{field}_{language}"));
    let words = text("de").map_or(0, |text| text.split_whitespace().count());
    words > 4 && text("de") == text("en")
}

/// Whole months from one date to another, as far as both are known.
fn months_between(from: PartialDate, to: PartialDate) -> u32 {
    let months = |date: PartialDate| u32::from(date.year()) * 12 + u32::from(date.month().unwrap_or(1));
    months(to).saturating_sub(months(from))
}

/// Clusters and places whose names are alike and that lie near each other, each with the id of an earlier one.
fn duplicates(authored: &Authored) -> Vec<(&Record, String)> {
    let mut found = Vec::new();
    for (list, name) in [(List::Clusters, "name"), (List::Places, "name_de")] {
        let mut by_beginning: BTreeMap<String, Vec<(String, &Record)>> = BTreeMap::new();
        for record in authored.records(list) {
            let name = folded(record.text(name).unwrap_or_default());
            // Who has a mistake in the first two letters is not found; who has none is not compared with all.
            let beginning: String = name.chars().take(2).collect();
            let alike = by_beginning.entry(beginning).or_default();
            let other = alike
                .iter()
                .find(|(other, earlier)| is_alike(&name, other) && is_near(record, earlier));
            if let Some((_, earlier)) = other {
                found.push((record, earlier.id().unwrap_or_default().to_owned()));
            }
            alike.push((name, record));
        }
    }
    found
}

fn is_alike(name: &str, other: &str) -> bool {
    let most = name.len().min(other.len()) / LETTERS_PER_MISTAKE;
    mistakes(name, other, u8::try_from(most).unwrap_or(u8::MAX).min(9)).is_some()
}

fn is_near(record: &Record, other: &Record) -> bool {
    let at = |record: &Record| LatLon::try_new(record.number("lat")?, record.number("lon")?).ok();
    // Where a seat is not known, the name alone counts.
    at(record)
        .zip(at(other))
        .is_none_or(|(one, other)| distance_km(one, other) <= NEAR_KM)
}

/// Along a great circle, by the haversine formula (R. W. Sinnott, "Virtues of the Haversine", Sky and Telescope 68,
/// 1984).
fn distance_km(one: LatLon, other: LatLon) -> f64 {
    let half = |from: f64, to: f64| ((to - from).to_radians() / 2.0).sin().powi(2);
    let narrowing = one.lat().to_radians().cos() * other.lat().to_radians().cos();
    let part = half(one.lat(), other.lat()) + narrowing * half(one.lon(), other.lon());
    2.0 * EARTH_KM * part.sqrt().clamp(0.0, 1.0).asin()
}

/// How many tasks there are for each reason.
pub fn summary(tasks: &[Task], language: Language) -> String {
    let lines = Reason::ALL.map(|reason| {
        let count = tasks.iter().filter(|task| task.reason == reason).count();
        format!("{count:>6}  {}\n", reason.said().get(language))
    });
    lines.concat()
}

/// The list as a sheet, a row for each task.
pub fn table(tasks: &[Task], language: Language) -> Table {
    let (name, headings) = match language {
        Language::German => ("Arbeitsliste", ["Grund", "Blatt", "Kennung", "Betrifft"]),
        Language::English => ("Work list", ["Reason", "Sheet", "ID", "About"]),
    };
    let mut table = Table::new(name);
    let headings = headings.map(str::to_owned);
    let rows = tasks.iter().map(|task| {
        let sheet = Rows::Records(task.list).title();
        [
            task.reason.said().get(language).to_owned(),
            (*sheet.get(language)).to_owned(),
            task.id.clone(),
            task.about.clone(),
        ]
    });
    for (cells, row) in std::iter::once(headings).chain(rows).zip(0..) {
        for (cell, column) in cells.into_iter().zip(0..) {
            table.set(row, column, Cell::Text(cell));
        }
    }
    table
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn distances_are_those_of_the_earth() {
        let at = |lat, lon| LatLon::try_new(lat, lon).unwrap();
        let (berlin, munich) = (at(52.52, 13.405), at(48.137, 11.575));
        assert!((distance_km(berlin, munich) - 504.4).abs() < 1.0);
        assert!((distance_km(at(0.0, 179.0), at(0.0, -179.0)) - 222.4).abs() < 1.0);
    }
}
