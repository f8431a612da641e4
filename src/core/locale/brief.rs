//! Pages for print: what the page says about them, in both languages.

/// Pages for print.
#[derive(Clone, Copy, Debug)]
pub struct BriefTexts {
    /// Heading.
    pub heading: &'static str,
}

pub(super) const DE: BriefTexts = BriefTexts { heading: "Dossier" };

pub(super) const EN: BriefTexts = BriefTexts { heading: "Brief" };
