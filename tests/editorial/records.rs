//! Records of any content, by the model: what a rule forbids too.

use clusteratlas_editorial::authored::field::{Field, Kind, Need};
use clusteratlas_editorial::authored::list::List;
use clusteratlas_editorial::authored::{Files, write};
use clusteratlas_editorial::workbook::layout::{ORDER, Rows, is_null_when_empty};
use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::select;
use serde_json::{Map, Value};

/// Texts that workbooks and tables of values are known to spoil.
pub(crate) const STRANGE: [&str; 24] = [
    "=1+1",
    "+49",
    "-",
    "@SUM(A1)",
    "'=1+1",
    "''quoted''",
    "007",
    "1e5",
    "2016-04",
    "13.04.2018",
    "TRUE",
    "two\nlines",
    "two\r\nlines",
    "tab\tbed",
    "a; b; c",
    r"back\slash",
    "she said \"yes\"",
    "Müßiggänger",
    "👩‍🔬 in 東京",
    "\u{202e}right to left\u{202c} שלום",
    "_x000D_",
    "<b>&amp;</b>",
    " blanks around ",
    "#REF!",
];

fn text() -> BoxedStrategy<String> {
    prop_oneof![
        select(STRANGE.to_vec()).prop_map(str::to_owned),
        "[\\PC\n]{1,20}".prop_filter("not only blanks", |text| !text.trim().is_empty()),
    ]
    .boxed()
}

fn id() -> BoxedStrategy<String> {
    "[a-z]{1,6}(-[a-z0-9]{1,4}){0,2}".boxed()
}

fn value(kind: Kind) -> BoxedStrategy<Value> {
    match kind {
        Kind::Number => prop_oneof![
            (-1_000_000_000_i64..1_000_000_000).prop_map(Value::from),
            (-18_000_000_i32..18_000_000).prop_map(|number| {
                let number = f64::from(number) / 100_000.0;
                if number.fract() == 0.0 {
                    Value::from(0.5)
                } else {
                    Value::from(number)
                }
            }),
        ]
        .boxed(),
        Kind::Date => prop_oneof![
            (1900_u16..2100).prop_map(|year| Value::from(format!("{year}"))),
            (1900_u16..2100, 1_u8..13).prop_map(|(year, month)| Value::from(format!("{year}-{month:02}"))),
            (1900_u16..2100, 1_u8..13, 1_u8..29)
                .prop_map(|(year, month, day)| Value::from(format!("{year}-{month:02}-{day:02}"))),
        ]
        .boxed(),
        Kind::Text | Kind::Words => text().prop_map(Value::from).boxed(),
        Kind::Many(each) => vec(value(*each), 0..4).prop_map(Value::from).boxed(),
        Kind::Object(fields) => record(fields).prop_map(Value::Object).boxed(),
        _ => id().prop_map(Value::from).boxed(),
    }
}

/// An object with these fields; what may be unknown sometimes is.
fn record(fields: &'static [Field]) -> BoxedStrategy<Map<String, Value>> {
    fields
        .iter()
        .map(|field| {
            let is_stated = matches!(field.need, Need::Stated | Need::Filled);
            let known = value(field.kind);
            let nothing = match field.kind {
                Kind::Many(_) if !is_null_when_empty(field) => Value::Array(Vec::new()),
                _ => Value::Null,
            };
            let (name, need) = (field.name, field.need);
            let known = if is_stated {
                known.prop_map(Some).boxed()
            } else {
                proptest::option::of(known).boxed()
            };
            known.prop_map(move |known| match known {
                // An empty list and none are the same where they are written alike.
                Some(Value::Array(values)) if values.is_empty() => Some((name.to_owned(), nothing.clone())),
                Some(value) => Some((name.to_owned(), value)),
                None if need == Need::Free => None,
                None => Some((name.to_owned(), nothing.clone())),
            })
        })
        .collect::<Vec<_>>()
        .prop_map(|fields| fields.into_iter().flatten().collect())
        .boxed()
}

fn list(list: List) -> BoxedStrategy<String> {
    let most = if list == List::Edition { 2 } else { 5 };
    vec(record(list.fields()), 1..most)
        .prop_map(move |mut records| {
            // Partners and sources find their record by its id.
            for (number, record) in records.iter_mut().enumerate() {
                if let Some(id) = record.get_mut("id") {
                    *id = format!("{}-{number}", id.as_str().unwrap_or_default()).into();
                }
            }
            write::text(list, records.iter())
        })
        .boxed()
}

/// The files of a dataset, with records of every list.
pub(crate) fn files() -> BoxedStrategy<Files> {
    let lists = ORDER.into_iter().filter_map(|rows| match rows {
        Rows::Records(of) => Some(list(of).prop_map(move |text| (of.file().to_owned(), text))),
        _ => None,
    });
    lists
        .collect::<Vec<_>>()
        .prop_map(|files| files.into_iter().collect())
        .boxed()
}
