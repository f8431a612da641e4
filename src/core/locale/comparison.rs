//! Two selections side by side: what the page says about them, in both languages.

/// Two selections side by side.
#[derive(Clone, Copy, Debug)]
pub struct ComparisonTexts {
    /// Heading.
    pub heading: &'static str,
}

pub(super) const DE: ComparisonTexts = ComparisonTexts { heading: "Vergleich" };

pub(super) const EN: ComparisonTexts = ComparisonTexts {
    heading: "Comparison",
};
