//! Options of filters and chips: what the page says about them, in both languages.

/// Options of filters and chips.
#[derive(Clone, Copy, Debug)]
pub struct FacetsTexts {
    /// On the button of an option.
    pub only: &'static str,
    /// Name of that button.
    pub only_value: fn(name: &str) -> String,
    /// On the button of a group of options.
    pub all: &'static str,
    /// On the same button where all are chosen.
    pub none: &'static str,
    /// Name of the button that chooses all.
    pub choose_all: fn(group: &str) -> String,
    /// Name of the button that takes all out again.
    pub choose_none: fn(group: &str) -> String,
    /// Field for a part of a country's name.
    pub find_country: &'static str,
    /// What the field has found.
    pub countries_found: fn(found: usize) -> String,
    /// Name of the choice between the next two.
    pub match_countries: &'static str,
    /// Choice.
    pub match_any: &'static str,
    /// Choice, and its chip.
    pub match_all: &'static str,
    /// What many values of each facet are called, after their number.
    pub many: [&'static str; 6],
    /// Chip of words.
    pub words: fn(text: &str) -> String,
    /// Chip of years.
    pub years: fn(from: Option<u16>, to: Option<u16>) -> String,
    /// Chip.
    pub dated_only: &'static str,
    /// Chip.
    pub undated_only: &'static str,
}

pub(super) const DE: FacetsTexts = FacetsTexts {
    only: "nur",
    only_value: |name| format!("Nur {name}"),
    all: "alle",
    none: "keine",
    choose_all: |group| format!("Alle wählen: {group}"),
    choose_none: |group| format!("Keine wählen: {group}"),
    find_country: "Partnerland suchen",
    countries_found: |found| match found {
        0 => "Kein Partnerland heißt so.".to_owned(),
        found => format!("{found} Treffer"),
    },
    match_countries: "Cluster kooperieren",
    match_any: "in mindestens einem gewählten Land",
    match_all: "in jedem gewählten Land",
    many: [
        "Themen",
        "Förderprogramme",
        "Partnerländer",
        "Bundesländer",
        "Arten der Kooperation",
        "Angaben zum Status",
    ],
    words: |text| format!("„{text}“"),
    years: |from, to| match (from, to) {
        (Some(from), Some(to)) if from == to => from.to_string(),
        (Some(from), Some(to)) => format!("{from}–{to}"),
        (Some(from), None) => format!("ab {from}"),
        (None, Some(to)) => format!("bis {to}"),
        (None, None) => String::new(),
    },
    dated_only: "nur mit Datum",
    undated_only: "nur ohne Datum",
};

pub(super) const EN: FacetsTexts = FacetsTexts {
    only: "only",
    only_value: |name| format!("Only {name}"),
    all: "all",
    none: "none",
    choose_all: |group| format!("Choose all: {group}"),
    choose_none: |group| format!("Choose none: {group}"),
    find_country: "Find a partner country",
    countries_found: |found| match found {
        0 => "No partner country has such a name.".to_owned(),
        1 => "1 match".to_owned(),
        found => format!("{found} matches"),
    },
    match_countries: "Clusters cooperate",
    match_any: "in at least one chosen country",
    match_all: "in each chosen country",
    many: [
        "themes",
        "funding programmes",
        "partner countries",
        "German states",
        "kinds of cooperation",
        "statuses",
    ],
    words: |text| format!("“{text}”"),
    years: |from, to| match (from, to) {
        (Some(from), Some(to)) if from == to => from.to_string(),
        (Some(from), Some(to)) => format!("{from}–{to}"),
        (Some(from), None) => format!("from {from}"),
        (None, Some(to)) => format!("until {to}"),
        (None, None) => String::new(),
    },
    dated_only: "dated only",
    undated_only: "undated only",
};
