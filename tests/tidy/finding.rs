//! What a rule found, and the assertion that it found nothing.

/// A place that breaks a rule.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Finding {
    place: String,
    advice: String,
}

impl Finding {
    /// A finding on a line, counted from zero.
    pub(crate) fn on_line(file: &str, index: usize, advice: impl Into<String>) -> Self {
        Self {
            place: format!("{file}:{}", index + 1),
            advice: advice.into(),
        }
    }

    /// A finding about a whole file or folder.
    pub(crate) fn about(path: &str, advice: impl Into<String>) -> Self {
        Self {
            place: path.to_owned(),
            advice: advice.into(),
        }
    }
}

/// Fails with one line per finding.
#[track_caller]
pub(crate) fn check(findings: &[Finding]) {
    let lines: Vec<String> = findings
        .iter()
        .map(|Finding { place, advice }| format!("{place}: {advice}"))
        .collect();
    assert!(
        lines.is_empty(),
        "{} finding(s)\n{}\n",
        lines.len(),
        lines.join("\n")
    );
}
