//! Records -> the text of an authored file: the fields in the order of the model, one record on each line.

use std::io;

use serde::Serialize;
use serde_json::ser::{Formatter, PrettyFormatter, Serializer};
use serde_json::{Map, Value};

use super::field::{Field, Kind};
use super::list::List;

/// The text of a file with these records.
///
/// ```
/// use clusteratlas_editorial::authored::list::List;
/// use clusteratlas_editorial::authored::write::text;
/// use serde_json::json;
///
/// let kind = json!({ "name_en": "Fair", "name_de": "Messe", "id": "fair" });
/// let line = "{\"id\": \"fair\", \"name_de\": \"Messe\", \"name_en\": \"Fair\"}\n";
/// assert_eq!(text(List::Kinds, kind.as_object().into_iter()), line);
/// ```
pub fn text<'a>(list: List, records: impl Iterator<Item = &'a Map<String, Value>>) -> String {
    let mut text = String::new();
    for fields in records {
        let record = Ordered {
            value: fields,
            fields: list.fields(),
        };
        let line = match list {
            List::Edition => written(&record, PrettyFormatter::new()),
            _ => written(&record, OneLine),
        };
        text.push_str(&line);
        text.push('\n');
    }
    text
}

fn written(record: &Ordered<'_>, formatter: impl Formatter) -> String {
    let mut bytes = Vec::new();
    let done = record.serialize(&mut Serializer::with_formatter(&mut bytes, formatter));
    debug_assert!(done.is_ok(), "JSON values always have a text");
    String::from_utf8(bytes).unwrap_or_default()
}

/// An object whose fields are written in the order of the model; those that it does not know follow.
struct Ordered<'a> {
    value: &'a Map<String, Value>,
    fields: &'static [Field],
}

impl Serialize for Ordered<'_> {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let known = self
            .fields
            .iter()
            .filter_map(|field| Some((field.name, field.kind, self.value.get(field.name)?)));
        let is_known = |name: &str| self.fields.iter().any(|field| field.name == name);
        let others = self
            .value
            .iter()
            .filter(|(name, _)| !is_known(name))
            .map(|(name, value)| (&**name, Kind::Text, value));
        serializer.collect_map(
            known
                .chain(others)
                .map(|(name, kind, value)| (name, Typed { kind, value })),
        )
    }
}

struct Typed<'a> {
    kind: Kind,
    value: &'a Value,
}

impl Serialize for Typed<'_> {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match (self.kind, self.value) {
            (Kind::Object(fields), Value::Object(value)) => Ordered { value, fields }.serialize(serializer),
            (Kind::Many(kind), Value::Array(values)) => {
                serializer.collect_seq(values.iter().map(|value| Typed { kind: *kind, value }))
            }
            (_, value) => value.serialize(serializer),
        }
    }
}

/// One line with a space after every comma and colon.
struct OneLine;

impl Formatter for OneLine {
    fn begin_array_value<W: ?Sized + io::Write>(&mut self, writer: &mut W, first: bool) -> io::Result<()> {
        writer.write_all(if first { b"" } else { b", " })
    }

    fn begin_object_key<W: ?Sized + io::Write>(&mut self, writer: &mut W, first: bool) -> io::Result<()> {
        writer.write_all(if first { b"" } else { b", " })
    }

    fn begin_object_value<W: ?Sized + io::Write>(&mut self, writer: &mut W) -> io::Result<()> {
        writer.write_all(b": ")
    }
}
