//! Years and their histogram: what the page says about them, in both languages.

/// Years and their histogram.
#[derive(Clone, Copy, Debug)]
pub struct PeriodTexts {
    /// Heading.
    pub heading: &'static str,
}

pub(super) const DE: PeriodTexts = PeriodTexts { heading: "Zeitraum" };

pub(super) const EN: PeriodTexts = PeriodTexts { heading: "Period" };
