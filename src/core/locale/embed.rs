//! The compact form for other people's pages: what it says, in both languages.

/// The compact form for other people's pages.
#[derive(Clone, Copy, Debug)]
pub struct EmbedTexts {
    /// Link to the same view in full.
    pub full_view: &'static str,
    /// Said of it.
    pub opens_tab: &'static str,
    /// What to do where nothing matches and nothing can be chosen.
    pub no_cooperation: &'static str,
    /// What keys and pointers do with the map.
    pub map_help: &'static str,
    /// While the wheel scrolls the page.
    pub wheel: &'static str,
    /// The same where the key has another name.
    pub wheel_on_mac: &'static str,
    /// While a finger scrolls the page.
    pub touch: &'static str,
    /// Where the map comes from.
    pub source: fn(title: &str, edition: &str) -> String,
}

pub(super) const DE: EmbedTexts = EmbedTexts {
    full_view: "Vollständige Ansicht",
    opens_tab: "neuer Tab",
    no_cooperation: "Die vollständige Ansicht zeigt, was es sonst gibt.",
    map_help: "Tabulator führt zu einem Ort, Pfeiltasten führen zum nächsten, L geht die Verbindungen entlang, Fragezeichen nennt alle Tasten. Die Ansicht „Liste“ enthält dieselben Kooperationen.",
    wheel: "Strg + Mausrad zoomt die Karte",
    wheel_on_mac: "⌘ + Mausrad zoomt die Karte",
    touch: "Zwei Finger bewegen die Karte",
    source: |title, edition| format!("Quelle: {title}, {edition}"),
};

pub(super) const EN: EmbedTexts = EmbedTexts {
    full_view: "Full view",
    opens_tab: "new tab",
    no_cooperation: "The full view shows what else there is.",
    map_help: "Tab leads to a place, arrow keys lead to the next one, L walks along its connections, the question mark lists all keys. The view “List” holds the same cooperations.",
    wheel: "Ctrl + wheel zooms the map",
    wheel_on_mac: "⌘ + wheel zooms the map",
    touch: "Two fingers move the map",
    source: |title, edition| format!("Source: {title}, {edition}"),
};
