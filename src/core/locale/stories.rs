//! Guided stories: what the page says about them, in both languages.

/// Guided stories.
#[derive(Clone, Copy, Debug)]
pub struct StoriesTexts {
    /// Heading, and button that shows the list.
    pub heading: &'static str,
    /// Where a step stands.
    pub step: fn(step: usize, of: usize) -> String,
    /// Button.
    pub back: &'static str,
    /// Button.
    pub next: &'static str,
    /// Button.
    pub close: &'static str,
    /// Button that shows the view of the step again.
    pub restore: &'static str,
    /// While they are on their way.
    pub loading: &'static str,
    /// Where they could not be loaded.
    pub failed: fn(cause: &str) -> String,
    /// Where there are none.
    pub none: &'static str,
    /// Where a link names none of them.
    pub unknown: &'static str,
}

pub(super) const DE: StoriesTexts = StoriesTexts {
    heading: "Geführte Geschichten",
    step: |step, of| format!("Schritt {step} von {of}"),
    back: "Zurück",
    next: "Weiter",
    close: "Geschichte schließen",
    restore: "Ansicht dieses Schritts wieder zeigen",
    loading: "Die Geschichten werden geladen …",
    failed: |cause| format!("Die Geschichten konnten nicht geladen werden ({cause})."),
    none: "Zu diesen Daten gibt es keine geführten Geschichten.",
    unknown: "Diese Geschichte oder diesen Schritt gibt es nicht.",
};

pub(super) const EN: StoriesTexts = StoriesTexts {
    heading: "Guided stories",
    step: |step, of| format!("Step {step} of {of}"),
    back: "Back",
    next: "Next",
    close: "Close the story",
    restore: "Show the view of this step again",
    loading: "The stories are being loaded …",
    failed: |cause| format!("The stories could not be loaded ({cause})."),
    none: "There are no guided stories for these data.",
    unknown: "There is no such story or step.",
};
