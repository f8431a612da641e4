//! Key figures and charts: what the page says about them, in both languages.

use crate::decimal;
use crate::domain::key_figure::{Comparator, KeyFigure};
use crate::domain::localized::Language;

use super::format::{count, number};
use super::texts;

/// Key figures and charts.
#[derive(Clone, Copy, Debug)]
pub struct FiguresTexts {
    /// Heading of the numbers and charts of the selection.
    pub of_selection: &'static str,
    /// How bars add up.
    pub several_note: &'static str,
    /// What a click on a bar does.
    pub bar_note: &'static str,
    /// Fact: cooperations that run, have ended, or of which too little is stated.
    pub status: fn(running: &str, ended: &str, unknown: &str) -> String,
    /// Fact: public money of some of all cooperations.
    pub funding: fn(amount: &str, stated: usize, all: usize) -> String,
    /// Fact: no source states public money.
    pub no_funding: &'static str,
    /// What the sum of amounts means.
    pub funding_note: &'static str,
    /// Title of a chart.
    pub by_country: &'static str,
    /// Title of a chart.
    pub by_theme: &'static str,
    /// Title of a chart.
    pub by_programme: &'static str,
    /// Title of a chart.
    pub by_state: &'static str,
    /// Title of a chart.
    pub by_year: &'static str,
    /// Column.
    pub country: &'static str,
    /// Column.
    pub theme: &'static str,
    /// Column.
    pub programme: &'static str,
    /// Column.
    pub state: &'static str,
    /// Column.
    pub year: &'static str,
    /// Column.
    pub cooperations: &'static str,
    /// Column: what may run in a year.
    pub perhaps: &'static str,
    /// Column: what may run in a year of what is compared.
    pub compared_perhaps: &'static str,
    /// Legend: the term holds the year.
    pub stated_years: &'static str,
    /// Legend: begun before, end not stated.
    pub perhaps_years: &'static str,
    /// Everything up to a year.
    pub until: fn(year: &str) -> String,
    /// Rows that are only in the table.
    pub further: fn(n: usize) -> String,
    /// Before what belongs to a chart and is no bar.
    pub besides: &'static str,
    /// Name of a bar with what may belong to it.
    pub bar_perhaps: fn(bar: &str, perhaps: usize) -> String,
    /// Name of a bar in a comparison.
    pub bar_compared: fn(bar: &str, compared: usize) -> String,
    /// Opens the table of a chart.
    pub as_table: &'static str,
    /// Saves a chart in a format.
    pub save: fn(title: &str, format: &str) -> String,
    /// Where a chart has nothing to show.
    pub nothing: &'static str,
    /// Where the numbers come from.
    pub source: fn(publisher: &str, edition: &str) -> String,
    /// Heading.
    pub published: &'static str,
    /// What published figures are.
    pub published_note: &'static str,
    /// Heading of figures about no one programme.
    pub others: &'static str,
    /// What a figure refers to.
    pub as_of: fn(date: &str) -> String,
    /// Before the source of a figure.
    pub source_of_figure: &'static str,
}

pub(super) const DE: FiguresTexts = FiguresTexts {
    of_selection: "Die Auswahl in Zahlen",
    several_note: "Eine Kooperation mit mehreren Ländern, Themen oder Jahren zählt bei jedem davon; die Balken ergeben zusammen deshalb mehr als die Zahl der Kooperationen.",
    bar_note: "Ein Klick auf einen Balken wählt ihn als Filter.",
    status: |running, ended, unknown| format!("{running} laufend, {ended} beendet, {unknown} nicht bekannt"),
    funding: |amount, stated, all| {
        format!(
            "{amount} in {} von {} Kooperationen",
            count(stated, Language::German),
            count(all, Language::German)
        )
    },
    no_funding: "in keiner Quelle genannt",
    funding_note: "Summe dessen, was Quellen nennen: Beträge können Obergrenzen sein, mehrere Projekte oder nur den deutschen Anteil umfassen.",
    by_country: "Kooperationen nach Partnerland",
    by_theme: "Kooperationen nach Thema",
    by_programme: "Kooperationen nach Förderprogramm",
    by_state: "Kooperationen nach Bundesland der Cluster",
    by_year: "Kooperationen nach Jahr",
    country: "Partnerland",
    theme: "Thema",
    programme: "Förderprogramm",
    state: "Bundesland",
    year: "Jahr",
    cooperations: "Kooperationen",
    perhaps: "vielleicht auch",
    compared_perhaps: "gemerkt, vielleicht auch",
    stated_years: "Laufzeit schließt das Jahr ein",
    perhaps_years: "früher begonnen, Ende nicht bekannt",
    until: |year| format!("bis {year}"),
    further: |n| format!("und {} weitere in der Tabelle", count(n, Language::German)),
    besides: "Außerdem",
    bar_perhaps: |bar, perhaps| format!("{bar}, vielleicht {} weitere", count(perhaps, Language::German)),
    bar_compared: |bar, compared| format!("{bar}, im Vergleich {}", count(compared, Language::German)),
    as_table: "Als Tabelle",
    save: |title, format| format!("{title}: {format} herunterladen"),
    nothing: "Zu dieser Auswahl gibt es hier nichts zu zeigen.",
    source: |publisher, edition| format!("Quelle: {publisher}, {edition}"),
    published: "Veröffentlichte Kennzahlen",
    published_note: "Zahlen aus anderen Veröffentlichungen, jede mit ihrer Quelle. Sie folgen den Filtern nicht.",
    others: "Weitere Kennzahlen",
    as_of: |date| format!("Stand {date}"),
    source_of_figure: "Quelle",
};

pub(super) const EN: FiguresTexts = FiguresTexts {
    of_selection: "The selection in figures",
    several_note: "A cooperation with several countries, themes or years counts at each of them, so the bars add up to more than the number of cooperations.",
    bar_note: "A click on a bar chooses it as a filter.",
    status: |running, ended, unknown| format!("{running} running, {ended} ended, {unknown} unknown"),
    funding: |amount, stated, all| {
        format!(
            "{amount} in {} of {} cooperations",
            count(stated, Language::English),
            count(all, Language::English)
        )
    },
    no_funding: "stated by no source",
    funding_note: "Sum of what sources state: amounts may be upper limits, cover several projects or only the German share.",
    by_country: "Cooperations by partner country",
    by_theme: "Cooperations by theme",
    by_programme: "Cooperations by funding programme",
    by_state: "Cooperations by German state of the clusters",
    by_year: "Cooperations by year",
    country: "Partner country",
    theme: "Theme",
    programme: "Funding programme",
    state: "German state",
    year: "Year",
    cooperations: "Cooperations",
    perhaps: "perhaps also",
    compared_perhaps: "kept, perhaps also",
    stated_years: "term includes the year",
    perhaps_years: "begun earlier, end unknown",
    until: |year| format!("until {year}"),
    further: |n| format!("and {} more in the table", count(n, Language::English)),
    besides: "Besides",
    bar_perhaps: |bar, perhaps| format!("{bar}, perhaps {} more", count(perhaps, Language::English)),
    bar_compared: |bar, compared| format!("{bar}, in the comparison {}", count(compared, Language::English)),
    as_table: "As a table",
    save: |title, format| format!("{title}: download {format}"),
    nothing: "There is nothing to show here for this selection.",
    source: |publisher, edition| format!("Source: {publisher}, {edition}"),
    published: "Published key figures",
    published_note: "Numbers from other publications, each with its source. They do not follow the filters.",
    others: "Other key figures",
    as_of: |date| format!("As of {date}"),
    source_of_figure: "Source",
};

/// Units of key figures: as the dataset has them, in German, in English.
const UNITS: [[&str; 3]; 11] = [
    ["actors", "Akteure", "actors"],
    ["clusters", "Cluster", "clusters"],
    ["companies", "Unternehmen", "companies"],
    ["countries", "Länder", "countries"],
    ["networks", "Netzwerke", "networks"],
    ["organisations", "Organisationen", "organisations"],
    ["partnerships", "Partnerschaften", "partnerships"],
    ["platforms", "Plattformen", "platforms"],
    ["portraits", "Porträts", "portraits"],
    ["projects", "Projekte", "projects"],
    ["proposals", "Wettbewerbsbeiträge", "proposals"],
];

/// The value of a key figure with its unit, as its source words it: `mehr als 70 %`, `bis zu 40 Mio. €`,
/// `434 clusters`. A unit that is not known is written as the dataset has it.
pub fn value(figure: &KeyFigure, language: Language) -> String {
    let texts = texts(language);
    let before = match figure.comparator {
        Comparator::Exactly => None,
        Comparator::MoreThan => Some(texts.more_than),
        Comparator::About => Some(texts.about_amount),
        Comparator::AtMost => Some(texts.up_to),
    };
    let value = match &*figure.unit {
        "EUR" => euros(figure.value, language),
        "%" => match language {
            Language::German => format!("{}\u{a0}%", decimals(figure.value, language)),
            Language::English => format!("{}%", decimals(figure.value, language)),
        },
        unit => {
            let known = UNITS.iter().find(|[known, ..]| *known == unit);
            let word = known.map_or(unit, |[_, de, en]| match language {
                Language::German => de,
                Language::English => en,
            });
            format!("{} {word}", decimals(figure.value, language))
        }
    };
    match before {
        Some(before) => format!("{before} {value}"),
        None => value,
    }
}

/// An amount of money, from a million on in millions with two decimals at most: `6,25 Mio. €`, `€6.25 million`.
///
/// ```
/// use clusteratlas_core::{domain::localized::Language, locale::figures::euros};
///
/// assert_eq!(euros(6_250_000.0, Language::English), "€6.25\u{a0}million");
/// assert_eq!(euros(49_500.0, Language::English), "€49,500");
/// ```
pub fn euros(amount: f64, language: Language) -> String {
    const MILLION: f64 = 1e6;
    let (amount, is_large) = if amount >= MILLION {
        (amount / MILLION, true)
    } else {
        (amount.round(), false)
    };
    let digits = decimals(amount, language);
    match (language, is_large) {
        (Language::German, true) => format!("{digits}\u{a0}Mio.\u{a0}€"),
        (Language::German, false) => format!("{digits}\u{a0}€"),
        (Language::English, true) => format!("€{digits}\u{a0}million"),
        (Language::English, false) => format!("€{digits}"),
    }
}

/// A number with separated thousands and two decimals at most.
fn decimals(value: f64, language: Language) -> String {
    let written = decimal::write(value, 2);
    let (whole, part) = written.split_once('.').unwrap_or((&written, ""));
    let (sign, whole) = whole.strip_prefix('-').map_or(("", whole), |whole| ("-", whole));
    let mut text = format!("{sign}{}", number(whole.parse().unwrap_or(0), language));
    if !part.is_empty() {
        text.push(match language {
            Language::German => ',',
            Language::English => '.',
        });
        text.push_str(part);
    }
    text
}
