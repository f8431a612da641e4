//! What lists and fields are called where they are not called by their names in files.

use clusteratlas_core::domain::localized::Localized;

use super::list::List;

/// A word in German and English.
pub type Title = Localized<&'static str>;

pub(crate) const fn title(de: &'static str, en: &'static str) -> Title {
    Localized { de, en }
}

impl List {
    /// What its records are called.
    pub const fn title(self) -> Title {
        match self {
            Self::Edition => title("Ausgabe", "Edition"),
            Self::Themes => title("Themen", "Themes"),
            Self::Kinds => title("Arten", "Kinds"),
            Self::Programmes => title("Programme", "Programmes"),
            Self::Clusters => title("Cluster", "Clusters"),
            Self::Places => title("Orte", "Places"),
            Self::Cooperations => title("Kooperationen", "Cooperations"),
            Self::KeyFigures => title("Kennzahlen", "Key figures"),
            Self::Stories => title("Geschichten", "Stories"),
        }
    }
}

/// What a field is called.
pub fn of_field(name: &'static str) -> Title {
    HEADINGS
        .iter()
        .find(|(field, _)| *field == name)
        .map_or(title(name, name), |(_, title)| *title)
}

const HEADINGS: [(&str, Title); 53] = [
    ("id", title("Kennung", "ID")),
    ("name", title("Name", "Name")),
    ("name_de", title("Name (deutsch)", "Name (German)")),
    ("name_en", title("Name (englisch)", "Name (English)")),
    ("short_name", title("Kurzname", "Short name")),
    ("aliases", title("Andere Namen", "Other names")),
    ("city", title("Stadt", "City")),
    ("state", title("Bundesland", "State")),
    ("lat", title("Breite", "Latitude")),
    ("lon", title("Länge", "Longitude")),
    ("themes", title("Themen", "Themes")),
    ("memberships", title("Mitgliedschaften", "Memberships")),
    ("website", title("Internetseite", "Website")),
    (
        "summary_de",
        title("Zusammenfassung (deutsch)", "Summary (German)"),
    ),
    (
        "summary_en",
        title("Zusammenfassung (englisch)", "Summary (English)"),
    ),
    ("checked", title("Geprüft am", "Checked on")),
    ("country", title("Land", "Country")),
    ("precision", title("Genauigkeit", "Precision")),
    ("funder", title("Fördergeber", "Funder")),
    ("funder_level", title("Ebene", "Level")),
    ("start", title("Beginn", "Start")),
    ("end", title("Ende", "End")),
    ("url", title("Adresse", "Address")),
    ("title_de", title("Titel (deutsch)", "Title (German)")),
    ("title_en", title("Titel (englisch)", "Title (English)")),
    ("clusters", title("Cluster", "Clusters")),
    ("programme", title("Programm", "Programme")),
    ("kinds", title("Arten", "Kinds")),
    (
        "funding_reference",
        title("Förderkennzeichen", "Funding reference"),
    ),
    ("funding_eur", title("Betrag (Euro)", "Amount (euros)")),
    ("funding_qualifier", title("Art des Betrags", "Kind of amount")),
    ("coordinator", title("Koordinator", "Coordinator")),
    ("place", title("Ort", "Place")),
    ("organisation", title("Organisation", "Organisation")),
    ("title", title("Titel", "Title")),
    ("publisher", title("Herausgeber", "Publisher")),
    ("published", title("Veröffentlicht", "Published")),
    ("label_de", title("Bezeichnung (deutsch)", "Label (German)")),
    ("label_en", title("Bezeichnung (englisch)", "Label (English)")),
    ("value", title("Wert", "Value")),
    ("unit", title("Einheit", "Unit")),
    ("comparator", title("Vergleich", "Comparator")),
    ("items", title("Aufzählung", "Items")),
    ("as_of", title("Stand", "As of")),
    ("field", title("Feld", "Field")),
    ("field_de", title("Feld (deutsch)", "Field (German)")),
    ("field_en", title("Feld (englisch)", "Field (English)")),
    ("version", title("Fassung", "Version")),
    ("date", title("Datum", "Date")),
    (
        "publisher_de",
        title("Herausgeber (deutsch)", "Publisher (German)"),
    ),
    (
        "publisher_en",
        title("Herausgeber (englisch)", "Publisher (English)"),
    ),
    ("licence_de", title("Lizenz (deutsch)", "Licence (German)")),
    ("licence_en", title("Lizenz (englisch)", "Licence (English)")),
];
