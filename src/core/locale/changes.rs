//! The way to the change log of the dataset, in both languages.

/// The change log.
#[derive(Clone, Copy, Debug)]
pub struct ChangesTexts {
    /// Link, and heading of the page.
    pub title: &'static str,
    /// Address of the page from the root of the site.
    pub address: &'static str,
}

pub(super) const DE: ChangesTexts = ChangesTexts {
    title: "Änderungen am Datensatz",
    address: "aenderungen.html",
};

pub(super) const EN: ChangesTexts = ChangesTexts {
    title: "Changes to the dataset",
    address: "aenderungen.en.html",
};
