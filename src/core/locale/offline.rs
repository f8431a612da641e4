//! The offline edition: where it is offered and what it says of itself, in both languages.

/// The offline edition.
#[derive(Clone, Copy, Debug)]
pub struct OfflineTexts {
    /// Heading, and the foot of the edition itself.
    pub heading: &'static str,
    /// Where it is offered.
    pub offer: &'static str,
    /// Link to the page, with its size.
    pub page: fn(megabytes: &str) -> String,
    /// Link to the archive, with its size.
    pub archive: fn(megabytes: &str) -> String,
    /// What it says of itself, with the date of its data.
    pub own: fn(date: &str) -> String,
    /// Link to the site.
    pub site: &'static str,
}

pub(super) const DE: OfflineTexts = OfflineTexts {
    heading: "Offline-Ausgabe",
    offer: "Der ganze Atlas in einer Datei: Sie öffnet sich mit einem Doppelklick, ohne Server und ohne Netz.",
    page: |megabytes| {
        format!(
            "Offline-Ausgabe herunterladen (HTML, {} MB)",
            megabytes.replace('.', ",")
        )
    },
    archive: |megabytes| {
        let megabytes = megabytes.replace('.', ",");
        format!("Offline-Ausgabe mit den Daten als JSON und CSV herunterladen (ZIP, {megabytes} MB)")
    },
    own: |date| {
        format!(
            "Dies ist die Offline-Ausgabe mit dem Datenstand {date}. Sie arbeitet ohne Netz und sendet nichts."
        )
    },
    site: "Aktuelle Ausgabe im Netz",
};

pub(super) const EN: OfflineTexts = OfflineTexts {
    heading: "Offline edition",
    offer: "The whole atlas in one file: it opens by double click, without a server and without a network.",
    page: |megabytes| format!("Download the offline edition (HTML, {megabytes} MB)"),
    archive: |megabytes| {
        format!("Download the offline edition with the data as JSON and CSV (ZIP, {megabytes} MB)")
    },
    own: |date| {
        format!(
            "This is the offline edition with the data of {date}. It works without a network and sends nothing."
        )
    },
    site: "Current edition on the web",
};
