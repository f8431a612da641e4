//! A record taken apart: its objects, and every stated value with the path to it.

use serde_json::{Map, Value};

use super::field::{Field, Kind};
use super::model::PIECE;
use super::record::Record;

/// The record itself or an object inside it.
#[derive(Debug)]
pub struct Part<'a> {
    /// Empty for the record, otherwise such as `partners[1].`.
    pub path: String,
    /// The object's fields as written.
    pub object: &'a Map<String, Value>,
    /// The fields that it should have.
    pub fields: &'static [Field],
}

/// A stated value.
#[derive(Debug)]
pub struct Leaf<'a> {
    /// Where it stands in the record, such as `partners[1].place`.
    pub path: String,
    /// What it should be.
    pub kind: Kind,
    /// What is written there; never null.
    pub value: &'a Value,
}

impl Record {
    /// The record and the objects inside it.
    pub fn parts(&self) -> Vec<Part<'_>> {
        let record = Part {
            path: String::new(),
            object: &self.fields,
            fields: self.list.fields(),
        };
        let inner = self
            .leaves()
            .into_iter()
            .filter_map(|leaf| match (leaf.kind, leaf.value) {
                (Kind::Object(fields), Value::Object(object)) => Some(Part {
                    path: format!("{}.", leaf.path),
                    object,
                    fields,
                }),
                _ => None,
            });
        let mut parts: Vec<Part<'_>> = inner.collect();
        parts.insert(0, record);
        parts
    }

    /// Every value that is stated, the elements of lists and the fields of inner objects one by one after
    /// the list or object that holds them.
    pub fn leaves(&self) -> Vec<Leaf<'_>> {
        let mut leaves = Vec::new();
        collect_object("", &self.fields, self.list.fields(), &mut leaves);
        leaves
    }

    /// All texts of fields that hold words for readers.
    pub fn reading_texts(&self) -> impl Iterator<Item = (String, &str)> {
        self.leaves()
            .into_iter()
            .filter(|leaf| matches!(leaf.kind, Kind::Text | Kind::Words))
            .filter_map(|leaf| Some((leaf.path, leaf.value.as_str()?)))
    }
}

fn collect_object<'a>(
    path: &str,
    object: &'a Map<String, Value>,
    fields: &'static [Field],
    leaves: &mut Vec<Leaf<'a>>,
) {
    for field in fields {
        if let Some(value) = object.get(field.name) {
            collect(&format!("{path}{}", field.name), field.kind, value, leaves);
        }
    }
}

fn collect<'a>(path: &str, kind: Kind, value: &'a Value, leaves: &mut Vec<Leaf<'a>>) {
    if value.is_null() {
        return;
    }
    leaves.push(Leaf {
        path: path.to_owned(),
        kind,
        value,
    });
    match (kind, value) {
        (Kind::Many(each), Value::Array(values)) => {
            for (position, value) in values.iter().enumerate() {
                collect(&format!("{path}[{position}]"), *each, value, leaves);
            }
        }
        (Kind::Prose, Value::Array(_)) => {
            collect(path, Kind::Many(&Kind::Many(&PIECE)), value, leaves);
        }
        (Kind::Object(fields), Value::Object(object)) => {
            collect_object(&format!("{path}."), object, fields, leaves);
        }
        _ => {}
    }
}
