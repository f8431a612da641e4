//! Buttons that move the map: their names, in both languages.

/// Buttons that move the map.
#[derive(Clone, Copy, Debug)]
pub struct PanTexts {
    /// Button that unfolds the others, and what they are for.
    pub toggle: &'static str,
    /// Button.
    pub up: &'static str,
    /// Button.
    pub left: &'static str,
    /// Button.
    pub right: &'static str,
    /// Button.
    pub down: &'static str,
}

pub(super) const DE: PanTexts = PanTexts {
    toggle: "Karte verschieben",
    up: "Nach oben",
    left: "Nach links",
    right: "Nach rechts",
    down: "Nach unten",
};

pub(super) const EN: PanTexts = PanTexts {
    toggle: "Move the map",
    up: "Up",
    left: "Left",
    right: "Right",
    down: "Down",
};
