//! Editorial rules: one file each, named after the defect that it finds.
//!
//! The document at the head of each file has four headings: what is found, why it matters, an example that
//! breaks the rule, and what to write instead. A new rule is a new file, its line in `ALL`, a fixture in
//! `tests/fixtures/rules` and a snapshot in `tests/builder`.

mod broken_view;
mod contact_data;
mod control_character;
mod coordinates_out_of_range;
mod coordinates_outside_country;
mod dangling_reference;
mod duplicate_id;
mod empty_list;
mod end_before_start;
mod field_without_theme;
mod json_syntax;
mod malformed_date;
mod malformed_id;
mod markup_in_text;
mod missing_field;
mod missing_source;
mod missing_text;
mod story_syntax;
mod suspected_duplicate;
mod swapped_coordinates;
mod unknown_country;
mod unknown_field;
mod unknown_state;
mod unknown_vocabulary_value;
mod unpaired_values;
mod url_not_web;
mod wrong_type;

pub use control_character::is_invisible;

use crate::authored::Authored;
use crate::authored::record::{Lines, Record};
use crate::diagnostic::{Diagnostic, Report, Severity};
use crate::gazetteer::Gazetteer;
use crate::said::Said;

/// What the rules look at.
pub struct Subject<'a> {
    /// The records.
    pub authored: &'a Authored,
    /// Names and places of countries.
    pub gazetteer: &'a Gazetteer,
}

/// An editorial rule.
pub struct Rule {
    /// Stable code; never used again for another rule.
    code: &'static str,
    /// Name of the defect.
    name: &'static str,
    severity: Severity,
    check: fn(&Subject<'_>) -> Vec<Finding>,
    /// The file's text, whose head is the rule's document.
    text: &'static str,
}

/// A defect without the rule that found it.
pub struct Finding {
    file: String,
    line: usize,
    lines: Lines,
    record: Option<String>,
    field: Option<String>,
    value: Option<String>,
    message: Said,
    hint: Said,
    suggestion: Option<String>,
}

impl Finding {
    /// A defect of a line that is no record.
    pub fn at(file: &str, line: usize, message: impl Into<Said>, hint: impl Into<Said>) -> Self {
        Self {
            file: file.to_owned(),
            line,
            lines: Lines::default(),
            record: None,
            field: None,
            value: None,
            message: message.into(),
            hint: hint.into(),
            suggestion: None,
        }
    }

    /// A defect of a whole record.
    pub fn of(record: &Record, message: impl Into<Said>, hint: impl Into<Said>) -> Self {
        Self {
            lines: record.lines.clone(),
            record: record.id().map(str::to_owned),
            ..Self::at(&record.file(), record.line, message, hint)
        }
    }

    /// The same in one field.
    #[must_use]
    pub fn in_field(mut self, field: impl Into<String>) -> Self {
        let field = field.into();
        self.line = self.lines.line(&field).unwrap_or(self.line);
        self.field = Some(field);
        self
    }

    /// The same with what is written there.
    #[must_use]
    pub fn with_value(mut self, value: impl Into<String>) -> Self {
        self.value = Some(value.into());
        self
    }

    /// The same with what could stand there instead. What stands there is no suggestion.
    #[must_use]
    pub fn suggesting(mut self, suggestion: Option<String>) -> Self {
        self.suggestion = suggestion.filter(|suggestion| self.value.as_ref() != Some(suggestion));
        self
    }
}

/// Declares a rule of the file it stands in.
macro_rules! rule {
    ($code:literal, $name:literal, $severity:ident, $file:literal) => {
        pub(super) const RULE: super::Rule = super::Rule {
            code: $code,
            name: $name,
            severity: crate::diagnostic::Severity::$severity,
            check,
            // The page explains no rules, and their sources would weigh.
            text: if cfg!(target_arch = "wasm32") {
                ""
            } else {
                include_str!($file)
            },
        };
    };
}
use rule;

/// All rules in the order of their codes.
const ALL: [Rule; 27] = [
    json_syntax::RULE,
    missing_field::RULE,
    wrong_type::RULE,
    unknown_field::RULE,
    malformed_id::RULE,
    duplicate_id::RULE,
    dangling_reference::RULE,
    unknown_vocabulary_value::RULE,
    unknown_country::RULE,
    unknown_state::RULE,
    malformed_date::RULE,
    end_before_start::RULE,
    coordinates_out_of_range::RULE,
    coordinates_outside_country::RULE,
    swapped_coordinates::RULE,
    missing_source::RULE,
    missing_text::RULE,
    url_not_web::RULE,
    markup_in_text::RULE,
    control_character::RULE,
    empty_list::RULE,
    unpaired_values::RULE,
    suspected_duplicate::RULE,
    contact_data::RULE,
    field_without_theme::RULE,
    story_syntax::RULE,
    broken_view::RULE,
];

/// Applies every rule.
pub fn check(subject: &Subject<'_>) -> Report {
    let found = ALL.iter().flat_map(|rule| {
        (rule.check)(subject)
            .into_iter()
            .map(|finding| diagnostic(rule, finding))
    });
    let mut diagnostics: Vec<Diagnostic> = found.collect();
    diagnostics.sort();
    Report {
        records: subject.authored.all().count(),
        diagnostics,
    }
}

fn diagnostic(rule: &Rule, finding: Finding) -> Diagnostic {
    Diagnostic {
        file: finding.file,
        line: finding.line,
        field: finding.field,
        code: rule.code,
        rule: rule.name,
        severity: rule.severity,
        record: finding.record,
        value: finding.value,
        message: finding.message,
        hint: finding.hint,
        suggestion: finding.suggestion,
    }
}

/// Codes and names of all rules.
pub fn names() -> impl Iterator<Item = (&'static str, &'static str)> {
    ALL.iter().map(|rule| (rule.code, rule.name))
}

/// The document of the rule with that name or code.
pub fn document(rule: &str) -> Option<String> {
    let found = ALL
        .iter()
        .find(|known| known.name == rule || known.code == rule)?;
    let lines = found.text.lines().map_while(|line| line.strip_prefix("//!"));
    let lines: Vec<&str> = lines.map(|line| line.strip_prefix(' ').unwrap_or(line)).collect();
    Some(format!("{} {}\n\n{}\n", found.code, found.name, lines.join("\n")))
}
