//! Map tiles of others: what the page says about them, in both languages.

/// Map tiles of others.
#[derive(Clone, Copy, Debug)]
pub struct TilesTexts {
    /// Button that opens the offer.
    pub offer: &'static str,
    /// Whom the browser will ask, before the list of providers.
    pub from: &'static str,
    /// What for and with which consequence.
    pub consequence: &'static str,
    /// Link to a provider's words on privacy.
    pub privacy: fn(provider: &str) -> String,
    /// Button that loads tiles.
    pub load: &'static str,
    /// Button that closes the offer.
    pub cancel: &'static str,
    /// Before the credits of what is shown.
    pub shown: &'static str,
    /// Button.
    pub remove: &'static str,
    /// Said where tiles do not arrive.
    pub missing: &'static str,
}

pub(super) const DE: TilesTexts = TilesTexts {
    offer: "Detailkarte einblenden",
    from: "Die Detailkarte wird von einem anderen Anbieter geladen:",
    consequence: "Sie zeigt Orte und Landschaft genauer. Ihr Browser fragt dafür Kartenbilder bei diesem Anbieter ab und überträgt ihm dabei Ihre IP-Adresse und den gezeigten Ausschnitt. Das gilt nur, bis Sie die Seite verlassen oder neu laden; gespeichert wird nichts.",
    privacy: |provider| format!("Datenschutz: {provider}"),
    load: "Detailkarte laden",
    cancel: "Nicht laden",
    shown: "Detailkarte:",
    remove: "Detailkarte ausblenden",
    missing: "Einige Bilder der Detailkarte kommen nicht an.",
};

pub(super) const EN: TilesTexts = TilesTexts {
    offer: "Show a detailed map",
    from: "The detailed map is loaded from another provider:",
    consequence: "It shows places and landscape more closely. Your browser asks this provider for map images and thereby sends it your IP address and the section shown. This holds only until you leave or reload the page; nothing is stored.",
    privacy: |provider| format!("Privacy: {provider}"),
    load: "Load the detailed map",
    cancel: "Do not load",
    shown: "Detailed map:",
    remove: "Hide the detailed map",
    missing: "Some images of the detailed map do not arrive.",
};
