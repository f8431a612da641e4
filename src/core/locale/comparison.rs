//! Two selections side by side: what the page says about them, in both languages.

use crate::query::side::Side;

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
    /// The selection that the filters show.
    pub own: &'static str,
    /// The selection that it is compared with.
    pub other: &'static str,
    /// Beside what is in both.
    pub both: &'static str,
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

impl ComparisonTexts {
    /// The name of what a cooperation is in.
    pub const fn side(&self, side: Side) -> &'static str {
        match side {
            Side::Own => self.own,
            Side::Other => self.other,
            Side::Both => self.both,
        }
    }
}

pub(super) const DE: ComparisonTexts = ComparisonTexts {
    heading: "Vergleich",
    start: "Mit anderer Auswahl vergleichen",
    advice: "Die gemerkte Auswahl bleibt gestrichelt auf der Karte. Ändern Sie die Filter, um etwas anderes daneben zu sehen.",
    own: "Auswahl der Filter",
    other: "Gemerkte Auswahl",
    both: "In beiden",
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
    own: "Selection of the filters",
    other: "Kept selection",
    both: "In both",
    of_both: ", from both selections",
    column: "Selection",
    swap: "Swap",
    stop: "End comparison",
    also: |n| format!("; in comparison {}", en::number(n)),
};
