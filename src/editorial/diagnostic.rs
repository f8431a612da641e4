//! What the rules found, as data and as a readable report.

use std::fmt;

use serde::Serialize;

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
    pub message: String,
    /// What to do.
    pub hint: String,
}

/// Characters of a value that a report shows.
const SHOWN_CHARACTERS: usize = 60;

impl fmt::Display for Diagnostic {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}:{}  {}", self.file, self.line, self.rule)?;
        if self.severity == Severity::Warning {
            f.write_str(" (warning)")?;
        }
        let named = [&self.record, &self.field, &self.value]
            .into_iter()
            .any(Option::is_some);
        f.write_str(if named { " " } else { "" })?;
        for part in [&self.record, &self.field].into_iter().flatten() {
            write!(f, " {part}")?;
        }
        if let Some(value) = &self.value {
            // Escaped, so that control characters and changes of direction are seen and do no harm.
            let shown: String = value.chars().take(SHOWN_CHARACTERS).collect();
            let rest = if shown.len() < value.len() { "…" } else { "" };
            write!(f, " \"{}{rest}\"", escaped(&shown))?;
        }
        write!(f, " — {}. {}.", self.message, self.hint)
    }
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

    fn count(&self, severity: Severity) -> usize {
        self.diagnostics
            .iter()
            .filter(|found| found.severity == severity)
            .count()
    }
}

/// One line per finding, and a summary. Needs no colour.
impl fmt::Display for Report {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for diagnostic in &self.diagnostics {
            writeln!(f, "{diagnostic}")?;
        }
        let counted = |count: usize, one: &str| match count {
            1 => format!("1 {one}"),
            count => format!("{count} {one}s"),
        };
        writeln!(
            f,
            "{}, {} in {}",
            counted(self.errors(), "error"),
            counted(self.warnings(), "warning"),
            counted(self.records, "record")
        )
    }
}
