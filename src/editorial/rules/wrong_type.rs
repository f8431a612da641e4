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
use crate::said::Both;

use super::{Finding, Subject};

super::rule!("CA003", "wrong-type", Error, "wrong_type.rs");

fn check(subject: &Subject<'_>) -> Vec<Finding> {
    let mut found = Vec::new();
    for record in subject.authored.all() {
        for leaf in record.leaves() {
            let expected = expected(leaf.kind);
            let actual = type_name(leaf.value);
            if actual != expected {
                let ([german, english], [actual_de, actual_en]) = (expected, actual);
                let message = [
                    format!("{actual_de}, wo {german} hingehört"),
                    format!("{actual_en} where {english} belongs"),
                ];
                let hint = [format!("Es muss {german} sein"), format!("Write {english}")];
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

const NUMBER: Both = ["eine Zahl", "a number"];
const TEXT: Both = ["ein Text", "a text"];
const LIST: Both = ["eine Liste", "a list"];
const OBJECT: Both = ["ein Objekt", "an object"];

fn expected(kind: Kind) -> Both {
    match kind {
        Kind::Number => NUMBER,
        Kind::Many(_) | Kind::Prose => LIST,
        Kind::Object(_) => OBJECT,
        _ => TEXT,
    }
}

fn type_name(value: &Value) -> Both {
    match value {
        Value::Null => ["null", "null"],
        Value::Bool(_) => ["true oder false", "true or false"],
        Value::Number(_) => NUMBER,
        Value::String(_) => TEXT,
        Value::Array(_) => LIST,
        Value::Object(_) => OBJECT,
    }
}
