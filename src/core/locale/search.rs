//! Search box and suggestions: what the page says about them, in both languages.

use super::{de, en};

/// Search box and suggestions.
#[derive(Clone, Copy, Debug)]
pub struct SearchTexts {
    /// Name of the search box.
    pub heading: &'static str,
    /// What can be searched for.
    pub hint: &'static str,
    /// Name of the list of suggestions.
    pub suggestions: &'static str,
    /// How many suggestions there are.
    pub how_many: fn(n: usize) -> String,
    /// The suggestion to look for the words in all texts.
    pub everywhere: fn(words: &str) -> String,
    /// Type of a suggestion.
    pub theme: &'static str,
    /// Type of a suggestion.
    pub kind: &'static str,
    /// Button that takes the words back.
    pub clear: &'static str,
}

pub(super) const DE: SearchTexts = SearchTexts {
    heading: "Suche",
    hint: "Cluster, Ort, Land, Thema …",
    suggestions: "Vorschläge",
    how_many: |n| match n {
        0 => "Kein Vorschlag; die Eingabetaste sucht in allen Texten.".to_owned(),
        1 => "1 Vorschlag".to_owned(),
        _ => format!("{} Vorschläge", de::number(n)),
    },
    everywhere: |words| format!("Alles mit „{words}“"),
    theme: "Thema",
    kind: "Art der Kooperation",
    clear: "Suche leeren",
};

pub(super) const EN: SearchTexts = SearchTexts {
    heading: "Search",
    hint: "Cluster, place, country, theme …",
    suggestions: "Suggestions",
    how_many: |n| match n {
        0 => "No suggestion; Enter searches all texts.".to_owned(),
        1 => "1 suggestion".to_owned(),
        _ => format!("{} suggestions", en::number(n)),
    },
    everywhere: |words| format!("Everything with “{words}”"),
    theme: "Theme",
    kind: "Kind of cooperation",
    clear: "Clear the search",
};
