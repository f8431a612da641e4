//! Finding one's way on the map without pointing, in both languages.

/// What is said on the way.
#[derive(Clone, Copy, Debug)]
pub struct WalkTexts {
    /// A connection: one end, cooperations in words, the other end, what they are about and since when.
    pub link: fn(from: &str, cooperations: &str, to: &str, about: &str) -> String,
    /// The first year.
    pub since: fn(year: Option<u16>) -> String,
    /// Heading of the connections of a mark.
    pub links_of: fn(name: &str) -> String,
    /// Where a mark has no connection.
    pub no_links: fn(name: &str) -> String,
    /// Button and heading of the field that leads to a place.
    pub go_to: &'static str,
    /// What can be typed there.
    pub go_to_hint: &'static str,
    /// Where nothing has such a name.
    pub nowhere: &'static str,
    /// Where a place has no cooperation in the selection.
    pub nothing_there: fn(name: &str) -> String,
    /// Button and heading of the list of keys.
    pub keys: &'static str,
    /// Keys and what they do on the map.
    pub on_marks: [(&'static str, &'static str); 9],
    /// Heading of the keys in a list of connections.
    pub in_links: &'static str,
    /// Keys and what they do there.
    pub on_links: [(&'static str, &'static str); 3],
}

pub(super) const DE: WalkTexts = WalkTexts {
    link: |from, cooperations, to, about| format!("{from}: {cooperations} mit {to}, {about}"),
    since: |year| match year {
        Some(year) => format!("seit {year}"),
        None => "Beginn nicht bekannt".to_owned(),
    },
    links_of: |name| format!("Verbindungen: {name}"),
    no_links: |name| format!("{name} hat in dieser Auswahl keine Verbindung."),
    go_to: "Gehe zu einem Ort",
    go_to_hint: "Cluster, Ort, Bundesland, Staat …",
    nowhere: "Kein Cluster, kein Ort, kein Bundesland und kein Staat heißt so.",
    nothing_there: |name| format!("{name}: in dieser Auswahl keine Kooperation auf der Karte."),
    keys: "Tasten der Karte",
    on_marks: [
        ("Tab", "auf die Karte und von ihr weg"),
        ("← ↑ → ↓", "zum nächsten Ort in dieser Richtung"),
        ("Eingabe", "Ort öffnen"),
        ("L", "Verbindungen des Ortes zeigen"),
        ("Esc", "einen Schritt zurück"),
        ("G", "zu einem Ort gehen, dessen Namen Sie eingeben"),
        ("+ −", "Karte vergrößern und verkleinern"),
        ("0", "ganze Welt zeigen"),
        ("?", "diese Liste"),
    ],
    in_links: "In der Liste der Verbindungen",
    on_links: [
        ("↑ ↓", "zur nächsten Verbindung; auf der Karte leuchtet sie auf"),
        ("Eingabe", "die Verbindung entlang zum Partner gehen"),
        ("Esc", "zurück zum Ort"),
    ],
};

pub(super) const EN: WalkTexts = WalkTexts {
    link: |from, cooperations, to, about| format!("{from}: {cooperations} with {to}, {about}"),
    since: |year| match year {
        Some(year) => format!("since {year}"),
        None => "start not known".to_owned(),
    },
    links_of: |name| format!("Connections: {name}"),
    no_links: |name| format!("{name} has no connection in this selection."),
    go_to: "Go to a place",
    go_to_hint: "Cluster, place, German state, country …",
    nowhere: "No cluster, place, German state or country has such a name.",
    nothing_there: |name| format!("{name}: no cooperation on the map in this selection."),
    keys: "Keys of the map",
    on_marks: [
        ("Tab", "onto the map and away from it"),
        ("← ↑ → ↓", "to the next place in that direction"),
        ("Enter", "open the place"),
        ("L", "show the connections of the place"),
        ("Esc", "one step back"),
        ("G", "go to a place whose name you type"),
        ("+ −", "zoom in and out"),
        ("0", "show the whole world"),
        ("?", "this list"),
    ],
    in_links: "In the list of connections",
    on_links: [
        ("↑ ↓", "to the next connection; it lights up on the map"),
        ("Enter", "go along the connection to the partner"),
        ("Esc", "back to the place"),
    ],
};
