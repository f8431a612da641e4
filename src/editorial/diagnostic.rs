//! What the rules found, as data and as a readable report.

use std::fmt;

use clusteratlas_core::domain::localized::Language;
use serde::Serialize;

use crate::said::Said;

/// How much a finding weighs.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Severity {
    /// Forbids publishing.
    Error,
    /// Should be looked at by an editor.
    Warning,
    /// May be of interest to an editor.
    Hint,
}

/// One defect of one record.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
pub struct Diagnostic {
    /// Name of the file.
    pub file: String,
    /// Line, from 1.
    pub line: usize,
    /// The field that is wrong, such as `partners[1].place`.
    pub field: Option<String>,
    /// Stable code of the rule.
    pub code: &'static str,
    /// Name of the rule, which names the defect.
    pub rule: &'static str,
    /// How much it weighs.
    pub severity: Severity,
    /// Id of the record.
    pub record: Option<String>,
    /// What is written there.
    pub value: Option<String>,
    /// What is wrong with it.
    pub message: Said,
    /// What to do.
    pub hint: Said,
    /// What could stand there instead; where `field` is none of the record's, its name.
    pub suggestion: Option<String>,
}

/// Characters of a value that a report shows.
const SHOWN_CHARACTERS: usize = 60;

impl Diagnostic {
    /// What was found as one line of a report.
    pub fn line(&self, language: Language) -> String {
        let words = Words::of(language);
        let mut line = format!("{}:{}  {}", self.file, self.line, self.rule);
        match self.severity {
            Severity::Error => {}
            Severity::Warning => line.extend([" (", words.warning.0, ")"]),
            Severity::Hint => line.extend([" (", words.hint, ")"]),
        }
        let named = [&self.record, &self.field, &self.value];
        if named.into_iter().any(Option::is_some) {
            line.push(' ');
        }
        for part in [&self.record, &self.field].into_iter().flatten() {
            line.extend([" ", part]);
        }
        if let Some(value) = &self.value {
            // Escaped, so that control characters and changes of direction are seen and do no harm.
            let shown: String = value.chars().take(SHOWN_CHARACTERS).collect();
            let rest = if shown.len() < value.len() { "…" } else { "" };
            let [open, close] = words.quotes;
            line.extend([" ", open, &escaped(&shown), rest, close]);
        }
        let (message, hint) = (self.message.get(language), self.hint.get(language));
        line.extend([words.dash, message, ". ", hint, "."]);
        if let Some(suggestion) = &self.suggestion {
            line.extend([" ", words.ask, " ", &escaped(suggestion), "?"]);
        }
        line
    }
}

/// In English.
impl fmt::Display for Diagnostic {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.line(Language::English))
    }
}

/// What stands between the parts of a report.
struct Words {
    error: (&'static str, &'static str),
    warning: (&'static str, &'static str),
    hint: &'static str,
    record: (&'static str, &'static str),
    quotes: [&'static str; 2],
    dash: &'static str,
    ask: &'static str,
}

impl Words {
    const fn of(language: Language) -> Self {
        match language {
            Language::German => Self {
                error: ("Fehler", "Fehler"),
                warning: ("Warnung", "Warnungen"),
                hint: "Hinweis",
                record: ("Datensatz", "Datensätzen"),
                quotes: ["„", "“"],
                dash: " – ",
                ask: "Meinten Sie",
            },
            Language::English => Self {
                error: ("error", "errors"),
                warning: ("warning", "warnings"),
                hint: "hint",
                record: ("record", "records"),
                quotes: ["\"", "\""],
                dash: " — ",
                ask: "Did you mean",
            },
        }
    }
}

fn counted(count: usize, (one, many): (&str, &str)) -> String {
    format!("{count} {}", if count == 1 { one } else { many })
}

/// Writes invisible characters as their code points.
pub(crate) fn escaped(text: &str) -> String {
    let escape = |character: char| {
        let invisible = crate::rules::is_invisible(character);
        if invisible {
            character.escape_unicode().to_string()
        } else {
            character.to_string()
        }
    };
    text.chars().map(escape).collect()
}

/// Everything the builder found in one run.
#[derive(Clone, Debug, Default, Serialize)]
pub struct Report {
    /// Number of records that were read.
    pub records: usize,
    /// What was found, sorted by file, line and field.
    pub diagnostics: Vec<Diagnostic>,
}

impl Report {
    /// Number of findings that forbid publishing.
    pub fn errors(&self) -> usize {
        self.count(Severity::Error)
    }

    /// Number of findings that an editor should look at.
    pub fn warnings(&self) -> usize {
        self.count(Severity::Warning)
    }

    /// One line per finding, and a summary. Needs no colour.
    pub fn text(&self, language: Language) -> String {
        let words = Words::of(language);
        let summary = format!(
            "{}, {} in {}",
            counted(self.errors(), words.error),
            counted(self.warnings(), words.warning),
            counted(self.records, words.record)
        );
        let lines = self.diagnostics.iter().map(|found| found.line(language));
        lines.chain([summary]).map(|line| line + "\n").collect()
    }

    fn count(&self, severity: Severity) -> usize {
        self.diagnostics
            .iter()
            .filter(|found| found.severity == severity)
            .count()
    }
}

/// In English.
impl fmt::Display for Report {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.text(Language::English))
    }
}
