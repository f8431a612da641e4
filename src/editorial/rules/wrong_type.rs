//! A value of the wrong JSON type.
//!
//! # What
//! A number where a text belongs, a text where a list belongs, and the like.
//!
//! # Why
//! The application cannot read the record and would leave it out.
//!
//! # Example
//! `"start": 2016`
//!
//! # Instead
//! `"start": "2016"`

use serde_json::Value;

use crate::authored::field::Kind;

use super::{Finding, Subject};

super::rule!("CA003", "wrong-type", Error, "wrong_type.rs");

fn check(subject: &Subject<'_>) -> Vec<Finding> {
    let mut found = Vec::new();
    for record in subject.authored.all() {
        for leaf in record.leaves() {
            let expected = Type::expected(leaf.kind);
            let actual = Type::of(leaf.value);
            if actual != expected {
                let message = [
                    format!("{}, wo {} hingehört", actual.subject, expected.subject),
                    format!("{} where {} belongs", actual.english, expected.english),
                ];
                let hint = [
                    format!("Schreiben Sie {}", expected.object),
                    format!("Write {}", expected.english),
                ];
                let finding = Finding::of(record, message, hint);
                found.push(finding.in_field(leaf.path).with_value(written(leaf.value)));
            }
        }
    }
    found
}

/// The value without the quotes of a text; the message says that it is one.
fn written(value: &Value) -> String {
    value.as_str().map_or_else(|| value.to_string(), str::to_owned)
}

/// A type as the subject and the object of a German sentence, and in English.
#[derive(Clone, Copy, PartialEq, Eq)]
struct Type {
    subject: &'static str,
    object: &'static str,
    english: &'static str,
}

impl Type {
    const NUMBER: Self = Self::new("eine Zahl", "eine Zahl", "a number");
    const TEXT: Self = Self::new("ein Text", "einen Text", "a text");
    const LIST: Self = Self::new("eine Liste", "eine Liste", "a list");
    const OBJECT: Self = Self::new("ein Objekt", "ein Objekt", "an object");

    const fn new(subject: &'static str, object: &'static str, english: &'static str) -> Self {
        Self {
            subject,
            object,
            english,
        }
    }

    const fn expected(kind: Kind) -> Self {
        match kind {
            Kind::Number => Self::NUMBER,
            Kind::Many(_) | Kind::Prose => Self::LIST,
            Kind::Object(_) => Self::OBJECT,
            _ => Self::TEXT,
        }
    }

    const fn of(value: &Value) -> Self {
        match value {
            Value::Null => Self::new("null", "null", "null"),
            Value::Bool(_) => Self::new("true oder false", "true oder false", "true or false"),
            Value::Number(_) => Self::NUMBER,
            Value::String(_) => Self::TEXT,
            Value::Array(_) => Self::LIST,
            Value::Object(_) => Self::OBJECT,
        }
    }
}
