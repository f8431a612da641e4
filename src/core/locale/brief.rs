//! Pages for print: what the page says about them, in both languages.

use super::de;
use super::en;

/// Pages for print.
#[derive(Clone, Copy, Debug)]
pub struct BriefTexts {
    /// Button.
    pub print: &'static str,
    /// Button that leads to the map.
    pub back: &'static str,
    /// Where no record is chosen.
    pub nothing_chosen: &'static str,
    /// Where the dataset has no such record.
    pub unknown_record: fn(selection: &str) -> String,
    /// What to do then.
    pub advice: &'static str,
    /// Where filters leave out some of the record's cooperations.
    pub filtered: fn(shown: usize, all: usize) -> String,
    /// Where filters are set that leave all of them.
    pub filtered_all: &'static str,
    /// Where filters leave none of them.
    pub none_left: &'static str,
    /// What the map is, for those who cannot see it.
    pub connections: &'static str,
    /// Below the map.
    pub map_note: &'static str,
    /// Heading of the numbers.
    pub numbers: &'static str,
    /// Beside the numbers of themes, countries and clusters.
    pub several_note: &'static str,
    /// Beside a sum of public money.
    pub funding_note: fn(stated: usize, all: usize) -> String,
    /// Where some amounts of the sum are limits or estimates.
    pub funding_inexact: &'static str,
    /// Where no source states an amount.
    pub funding_unknown: &'static str,
    /// Entries of a ranking that are not listed.
    pub further: fn(n: usize) -> String,
    /// Rows that are not printed.
    pub further_rows: fn(shown: usize, all: usize) -> String,
    /// Column.
    pub column_programme: &'static str,
    /// Before the numbers of a row's sources.
    pub sources_of_row: &'static str,
    /// Where a record and its cooperations have no source.
    pub no_sources: &'static str,
    /// Before the address of the page.
    pub address: &'static str,
}

pub(super) const DE: BriefTexts = BriefTexts {
    print: "Drucken",
    back: "Zurück zur Karte",
    nothing_chosen: "Es ist noch kein Eintrag gewählt.",
    unknown_record: |selection| format!("Den Eintrag „{selection}“ enthält dieser Datensatz nicht."),
    advice: "Öffnen Sie auf der Karte oder in der Liste ein Land, ein Bundesland, ein Cluster oder ein Förderprogramm und wählen Sie dort „Dossier“.",
    filtered: |shown, all| {
        format!(
            "Filter sind gesetzt: Dieses Dossier zeigt {} von {} erfassten Kooperationen.",
            de::number(shown),
            de::number(all)
        )
    },
    filtered_all: "Filter sind gesetzt; sie lassen alle erfassten Kooperationen stehen.",
    none_left: "Zu dieser Auswahl ist keine Kooperation erfasst.",
    connections: "Karte der Verbindungen; die Tabelle darunter nennt alle Kooperationen",
    map_note: "Zahl im Kreis: Kooperationen, die den Ort berühren; Farben: Themenfelder. Karte: Natural Earth.",
    numbers: "Auf einen Blick",
    several_note: "Eine Kooperation kann mehrfach zählen.",
    funding_note: |stated, all| {
        let covers = match all - stated.min(all) {
            0 => "Summe der Beträge, die die Quellen nennen".to_owned(),
            _ => format!(
                "Summe für {} von {} Kooperationen; zu den übrigen nennen die Quellen keinen Betrag",
                de::number(stated),
                de::number(all)
            ),
        };
        format!("{covers}; kann nur den deutschen Anteil umfassen")
    },
    funding_inexact: "; mit Höchst- oder ungefähren Beträgen",
    funding_unknown: "in den Quellen nicht genannt",
    further: |n| format!("und {} weitere", de::number(n)),
    further_rows: |shown, all| {
        format!(
            "Hier stehen die {} neuesten von {} Kooperationen; die Liste der Webseite enthält alle.",
            de::number(shown),
            de::number(all)
        )
    },
    column_programme: "Programm, Förder\u{ad}kennzeichen",
    sources_of_row: "Quellen",
    no_sources: "Keine Quelle.",
    address: "Diese Ansicht im Netz:",
};

pub(super) const EN: BriefTexts = BriefTexts {
    print: "Print",
    back: "Back to the map",
    nothing_chosen: "No record has been chosen yet.",
    unknown_record: |selection| format!("This dataset has no record “{selection}”."),
    advice: "Open a country, a federal state, a cluster or a funding programme on the map or in the list and choose “Brief” there.",
    filtered: |shown, all| {
        format!(
            "Filters are set: this brief shows {} of {} recorded cooperations.",
            en::number(shown),
            en::number(all)
        )
    },
    filtered_all: "Filters are set; they leave all recorded cooperations.",
    none_left: "No cooperation is recorded for this selection.",
    connections: "Map of the connections; the table below names all cooperations",
    map_note: "Number in a circle: cooperations that touch the place; colours: fields of themes. Map: Natural Earth.",
    numbers: "At a glance",
    several_note: "A cooperation may count several times.",
    funding_note: |stated, all| {
        let covers = match all - stated.min(all) {
            0 => "sum of the amounts that the sources state".to_owned(),
            _ => format!(
                "sum for {} of {} cooperations; the sources of the others state no amount",
                en::number(stated),
                en::number(all)
            ),
        };
        format!("{covers}; may cover the German share only")
    },
    funding_inexact: "; with upper limits or approximate amounts",
    funding_unknown: "not stated in the sources",
    further: |n| format!("and {} more", en::number(n)),
    further_rows: |shown, all| {
        format!(
            "These are the latest {} of {} cooperations; the list of the website has them all.",
            en::number(shown),
            en::number(all)
        )
    },
    column_programme: "Programme, funding reference",
    sources_of_row: "Sources",
    no_sources: "No source.",
    address: "This view on the web:",
};
