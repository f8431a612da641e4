//! What the builder says on the pages itself, in both languages.

use clusteratlas_core::domain::localized::Language;
use clusteratlas_core::locale::format::count;

use crate::accessibility::Accessibility;
use clusteratlas_editorial::authored::pages::Topic;

/// The words in one language.
pub(super) struct Words {
    /// Link to the atlas.
    pub(super) atlas: &'static str,
    /// Name of the links at the head.
    pub(super) ways: &'static str,
    /// Name of the links at the foot.
    pub(super) pages: &'static str,
    /// Link to the page in the other language, in that.
    pub(super) other: &'static str,
    /// Remark on a page that exists in the other language only.
    pub(super) in_other: &'static str,
    /// Link to the video.
    pub(super) sign_language: &'static str,
    /// What follows it.
    pub(super) video: fn(megabytes: u32, length: &str) -> String,
    /// How much the engines looked at, and what they found.
    pub(super) results: fn(&Accessibility) -> String,
    /// Name of the table of engines.
    pub(super) engines: &'static str,
    /// Heads of its columns.
    pub(super) columns: [&'static str; 3],
    /// An engine has decided all itself.
    pub(super) all_decided: &'static str,
    /// Nothing is known that is not accessible.
    pub(super) no_limits: &'static str,
    /// Why something is not accessible.
    pub(super) reason: &'static str,
    /// Where the same is found.
    pub(super) alternative: &'static str,
    /// The day of the last check.
    pub(super) checked: fn(date: &str) -> String,
    /// A mail can be written.
    pub(super) mail: &'static str,
    /// A form can be filled in.
    pub(super) form: &'static str,
    /// Nothing of it is configured.
    pub(super) no_feedback: &'static str,
    /// No body is configured.
    pub(super) no_arbitration: &'static str,
}

/// The words in a language.
pub(super) const fn words(language: Language) -> &'static Words {
    match language {
        Language::German => &GERMAN,
        Language::English => &ENGLISH,
    }
}

/// What links to a page say.
pub(super) const fn title(topic: Topic, language: Language) -> &'static str {
    match (language, topic) {
        (Language::German, Topic::Accessibility) => "Erklärung zur Barrierefreiheit",
        (Language::German, Topic::EasyLanguage) => "Leichte Sprache",
        (Language::German, Topic::Imprint) => "Impressum",
        (Language::German, Topic::Privacy) => "Datenschutz",
        (Language::English, Topic::Accessibility) => "Accessibility statement",
        (Language::English, Topic::EasyLanguage) => "Easy language",
        (Language::English, Topic::Imprint) => "Legal notice",
        (Language::English, Topic::Privacy) => "Privacy",
    }
}

const GERMAN: Words = Words {
    atlas: "Zum Clusteratlas",
    ways: "Wege",
    pages: "Seiten über diese Website",
    other: "Diese Seite auf Deutsch",
    in_other: " (auf Englisch)",
    sign_language: "Deutsche Gebärdensprache",
    video: |megabytes, length| format!(" (Video, {megabytes} MB, {length} Minuten)"),
    results: |found| {
        format!(
            "{states} Ansichten, in {browsers}, auf Deutsch und auf Englisch, hell, dunkel und in eigenen Farben: \
             {runs} Durchläufe, {violations}.",
            states = count(found.states, Language::German),
            browsers = found.browsers.join(" und "),
            runs = count(found.runs, Language::German),
            violations = match found.violations {
                0 => "kein Verstoß".to_owned(),
                1 => "1 Verstoß".to_owned(),
                n => format!("{} Verstöße", count(n, Language::German)),
            }
        )
    },
    engines: "Prüfprogramme",
    columns: [
        "Programm",
        "Version",
        "Regeln, über die eigene Prüfungen entschieden haben",
    ],
    all_decided: "keine",
    no_limits: "Es sind keine Einschränkungen bekannt.",
    reason: "Grund",
    alternative: "Ausweg",
    checked: |date| format!("Letzte Prüfung: {date}."),
    mail: "E-Mail zu einer Barriere schreiben",
    form: "Formular für Hinweise auf Barrieren",
    no_feedback: "Der Betreiber trägt hier eine Adresse für Hinweise ein.",
    no_arbitration: "Der Betreiber trägt hier die für ihn zuständige Schlichtungs- oder Durchsetzungsstelle ein.",
};

const ENGLISH: Words = Words {
    atlas: "To the Clusteratlas",
    ways: "Ways",
    pages: "Pages about this website",
    other: "This page in English",
    in_other: " (in German)",
    sign_language: "German Sign Language",
    video: |megabytes, length| format!(" (video, {megabytes} MB, {length} minutes)"),
    results: |found| {
        format!(
            "{states} states, in {browsers}, in German and English, light, dark and in colours of one's own: \
             {runs} runs, {violations}.",
            states = count(found.states, Language::English),
            browsers = found.browsers.join(" and "),
            runs = count(found.runs, Language::English),
            violations = match found.violations {
                0 => "no violation".to_owned(),
                1 => "1 violation".to_owned(),
                n => format!("{} violations", count(n, Language::English)),
            }
        )
    },
    engines: "Engines",
    columns: ["Engine", "Version", "Rules that checks of our own have decided"],
    all_decided: "none",
    no_limits: "No limits are known.",
    reason: "Reason",
    alternative: "Alternative",
    checked: |date| format!("Last check: {date}."),
    mail: "Write a mail about a barrier",
    form: "Form for reports of barriers",
    no_feedback: "The operator enters an address for reports here.",
    no_arbitration: "The operator enters the arbitration or enforcement body that is responsible here.",
};
