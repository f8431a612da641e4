//! Files for saving: their headings, and what the page says about them, in both languages.

/// Files for saving.
#[derive(Clone, Copy, Debug)]
pub struct ExportTexts {
    /// Button.
    pub download: &'static str,
    /// Heading of the formats of data.
    pub data: &'static str,
    /// Of how much of the data a file is made.
    pub extent: &'static str,
    /// Answer: of the selection.
    pub selection: fn(cooperations: &str) -> String,
    /// Answer: of everything.
    pub all: fn(cooperations: &str) -> String,
    /// Said while summaries and sources are not there.
    pub without_details: &'static str,
    /// Button: a workbook.
    pub workbook: &'static str,
    /// What that is good for.
    pub workbook_purpose: &'static str,
    /// Button: for Excel.
    pub excel: &'static str,
    /// What that is good for.
    pub excel_purpose: &'static str,
    /// Button: for other programs.
    pub plain: &'static str,
    /// What that is good for.
    pub plain_purpose: &'static str,
    /// What GeoJSON is good for.
    pub geojson_purpose: &'static str,
    /// What JSON is good for.
    pub json_purpose: &'static str,
    /// What JSON-LD is good for.
    pub linked_purpose: &'static str,
    /// Heading of the pictures of the map.
    pub picture: &'static str,
    /// What a drawing is good for.
    pub svg_purpose: &'static str,
    /// Buttons: pictures of points, by how many points a pixel of the page has on each side.
    pub png: [&'static str; 3],
    /// What they are good for.
    pub png_purposes: [&'static str; 3],
    /// Below the sentence of a picture: what stands out in it.
    pub highlighted: fn(name: &str) -> String,
    /// In its legend: what the size of a mark says.
    pub mark_size: &'static str,
    /// Names of the sheets of a workbook: cooperations, clusters, edition.
    pub sheets: [&'static str; 3],
    /// While a file is made.
    pub making: &'static str,
    /// Where that or saving fails; the cause is as the browser says it.
    pub failed: fn(cause: &str) -> String,
    /// Headings, from id to coordinator.
    pub columns: [&'static str; 16],
    /// Headings of summary and sources.
    pub detail_columns: [&'static str; 2],
    /// Headings of the last columns: version and date, publisher, licence.
    pub edition_columns: [&'static str; 3],
    /// What stands in the first of them.
    pub edition: fn(version: &str, date: &str) -> String,
    /// How an amount is meant that is stated without a qualifier.
    pub exactly: &'static str,
}

pub(super) const DE: ExportTexts = ExportTexts {
    download: "Herunterladen",
    data: "Daten",
    extent: "Umfang",
    selection: |cooperations| format!("Diese Auswahl: {cooperations}"),
    all: |cooperations| format!("Alles: {cooperations}"),
    without_details: "Zusammenfassungen und Quellen sind noch nicht geladen und fehlen darin.",
    workbook: "Excel (XLSX)",
    workbook_purpose: "Arbeitsmappe mit Blättern für Kooperationen, Cluster, Datenstand und Lizenz",
    excel: "CSV für Excel (Semikolon)",
    excel_purpose: "Tabelle der Kooperationen, die Excel auf Deutsch mit Doppelklick öffnet",
    plain: "CSV (Komma)",
    plain_purpose: "Dieselbe Tabelle für Statistik und andere Programme",
    geojson_purpose: "Orte, Cluster und Verbindungslinien für Karten und Geoinformationssysteme",
    json_purpose: "Alle Angaben mit IDs und vollen Namen für eigene Programme, mit JSON-Schema",
    linked_purpose: "Verknüpfte Daten in den Begriffen von schema.org",
    picture: "Bild der Karte",
    svg_purpose: "Zeichnung mit echtem Text, in jeder Größe scharf, für Grafikprogramme und Druck",
    png: ["PNG", "PNG, doppelt so groß", "PNG, dreimal so groß"],
    png_purposes: [
        "Bild in der Größe der Karte, für E-Mail und Webseiten",
        "Für Präsentationen und scharfe Bildschirme",
        "Für Druck",
    ],
    highlighted: |name| format!("Hervorgehoben: {name}"),
    mark_size: "Größe eines Kreises: Zahl der Kooperationen",
    sheets: ["Kooperationen", "Cluster", "Datenstand und Lizenz"],
    making: "Die Datei wird erstellt …",
    failed: |cause| format!("Die Datei wurde nicht gespeichert. Der Browser sagt: {cause}"),
    columns: [
        "ID",
        "Titel",
        "Cluster",
        "Partnerorte",
        "Partnerländer",
        "Partnerorganisationen",
        "Themen",
        "Art der Kooperation",
        "Förderprogramm",
        "Beginn",
        "Ende",
        "Status",
        "Förderkennzeichen",
        "Fördersumme in Euro",
        "Angabe zur Fördersumme",
        "Koordination",
    ],
    detail_columns: ["Zusammenfassung", "Quellen"],
    edition_columns: ["Datenstand", "Herausgeber", "Lizenz"],
    edition: |version, date| format!("{date}, Version {version}"),
    exactly: "genau",
};

pub(super) const EN: ExportTexts = ExportTexts {
    download: "Download",
    data: "Data",
    extent: "Extent",
    selection: |cooperations| format!("This selection: {cooperations}"),
    all: |cooperations| format!("Everything: {cooperations}"),
    without_details: "Summaries and sources have not been loaded yet and are missing in it.",
    workbook: "Excel (XLSX)",
    workbook_purpose: "Workbook with sheets for cooperations, clusters, edition and licence",
    excel: "CSV for Excel (semicolons)",
    excel_purpose: "Table of the cooperations that Excel in German opens by double click",
    plain: "CSV (commas)",
    plain_purpose: "The same table for statistics and other programs",
    geojson_purpose: "Places, clusters and connecting lines for maps and geographic information systems",
    json_purpose: "Everything with ids and full names for programs of your own, with a JSON Schema",
    linked_purpose: "Linked data in the words of schema.org",
    picture: "Picture of the map",
    svg_purpose: "Drawing with real text, sharp at any size, for graphics programs and print",
    png: ["PNG", "PNG, twice as large", "PNG, three times as large"],
    png_purposes: [
        "Picture of the size of the map, for e-mail and web pages",
        "For presentations and sharp screens",
        "For print",
    ],
    highlighted: |name| format!("Highlighted: {name}"),
    mark_size: "Size of a circle: number of cooperations",
    sheets: ["Cooperations", "Clusters", "Edition and licence"],
    making: "Making the file …",
    failed: |cause| format!("The file has not been saved. The browser says: {cause}"),
    columns: [
        "ID",
        "Title",
        "Clusters",
        "Partner places",
        "Partner countries",
        "Partner organisations",
        "Themes",
        "Kind of cooperation",
        "Funding programme",
        "Start",
        "End",
        "Status",
        "Funding reference",
        "Funding in euro",
        "Funding is stated as",
        "Coordinator",
    ],
    detail_columns: ["Summary", "Sources"],
    edition_columns: ["Edition of the data", "Publisher", "Licence"],
    edition: |version, date| format!("{date}, version {version}"),
    exactly: "exactly",
};
