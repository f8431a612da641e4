//! The matrix and its white spots: what the page says about them, in both languages.

/// The matrix and its white spots.
#[derive(Clone, Copy, Debug)]
pub struct MatrixTexts {
    /// Heading.
    pub heading: &'static str,
}

pub(super) const DE: MatrixTexts = MatrixTexts { heading: "Matrix" };

pub(super) const EN: MatrixTexts = MatrixTexts { heading: "Matrix" };
