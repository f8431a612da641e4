//! Search box and suggestions: what the page says about them, in both languages.

/// Search box and suggestions.
#[derive(Clone, Copy, Debug)]
pub struct SearchTexts {
    /// Heading.
    pub heading: &'static str,
}

pub(super) const DE: SearchTexts = SearchTexts { heading: "Suche" };

pub(super) const EN: SearchTexts = SearchTexts { heading: "Search" };
