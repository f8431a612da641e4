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
            let expected = expected(leaf.kind);
            let actual = type_name(leaf.value);
            if actual != expected {
                let message = format!("{actual} where {expected} belongs");
                let finding = Finding::of(record, message, format!("Write {expected}"));
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

fn expected(kind: Kind) -> &'static str {
    match kind {
        Kind::Number => "a number",
        Kind::Many(_) | Kind::Prose => "a list",
        Kind::Object(_) => "an object",
        _ => "a text",
    }
}

fn type_name(value: &Value) -> &'static str {
    match value {
        Value::Null => "null",
        Value::Bool(_) => "true or false",
        Value::Number(_) => "a number",
        Value::String(_) => "a text",
        Value::Array(_) => "a list",
        Value::Object(_) => "an object",
    }
}
