//! Guided stories: what the page says about them, in both languages.

/// Guided stories.
#[derive(Clone, Copy, Debug)]
pub struct StoriesTexts {
    /// Heading.
    pub heading: &'static str,
}

pub(super) const DE: StoriesTexts = StoriesTexts {
    heading: "Geschichten",
};

pub(super) const EN: StoriesTexts = StoriesTexts { heading: "Stories" };
