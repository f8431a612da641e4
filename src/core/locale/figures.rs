//! Key figures and charts: what the page says about them, in both languages.

/// Key figures and charts.
#[derive(Clone, Copy, Debug)]
pub struct FiguresTexts {
    /// Heading.
    pub heading: &'static str,
}

pub(super) const DE: FiguresTexts = FiguresTexts { heading: "Zahlen" };

pub(super) const EN: FiguresTexts = FiguresTexts { heading: "Figures" };
