//! Two selections side by side: what the page says about them, in both languages.

use super::de;
use super::en;

/// Two selections side by side.
#[derive(Clone, Copy, Debug)]
pub struct ComparisonTexts {
    /// Heading.
    pub heading: &'static str,
    /// Button that keeps the present selection to compare others with.
    pub start: &'static str,
    /// What to do where both are still the same.
    pub advice: &'static str,
    /// The selection that the filters show, the one that it is compared with, and what is in both.
    pub sides: [&'static str; 3],
    /// After the order of a list that has both.
    pub of_both: &'static str,
    /// Heading of the column that says which.
    pub column: &'static str,
    /// Button that lets both change their places.
    pub swap: &'static str,
    /// Button.
    pub stop: &'static str,
    /// After the number of cooperations, the number of those of the other selection.
    pub also: fn(n: usize) -> String,
}

pub(super) const DE: ComparisonTexts = ComparisonTexts {
    heading: "Vergleich",
    start: "Mit anderer Auswahl vergleichen",
    advice: "Die gemerkte Auswahl bleibt gestrichelt auf der Karte. Ändern Sie die Filter, um etwas anderes daneben zu sehen.",
    sides: ["Auswahl der Filter", "Gemerkte Auswahl", "In beiden"],
    of_both: ", aus beiden Auswahlen",
    column: "Auswahl",
    swap: "Vertauschen",
    stop: "Vergleich beenden",
    also: |n| format!("; im Vergleich {}", de::number(n)),
};

pub(super) const EN: ComparisonTexts = ComparisonTexts {
    heading: "Comparison",
    start: "Compare with another selection",
    advice: "The kept selection stays on the map in dashes. Change the filters to see something else beside it.",
    sides: ["Selection of the filters", "Kept selection", "In both"],
    of_both: ", from both selections",
    column: "Selection",
    swap: "Swap",
    stop: "End comparison",
    also: |n| format!("; in comparison {}", en::number(n)),
};
