//! Damage that readers of files must bear, for the tests of several crates.

use serde_json::{Map, Value, json};

/// A change of bytes: where, of which kind, with which byte.
pub(crate) type Change = (usize, u8, u8);

/// Bytes exchanged, cut off, put in between or left out.
pub(crate) fn damaged(bytes: Vec<u8>, changes: &[Change]) -> Vec<u8> {
    changes.iter().fold(bytes, |mut bytes, (at, kind, value)| {
        if bytes.is_empty() {
            return bytes;
        }
        let at = at % bytes.len();
        match kind % 4 {
            0 => bytes[at] = *value,
            1 => bytes.truncate(at.max(1)),
            2 => bytes.insert(at, *value),
            _ => {
                bytes.remove(at);
            }
        }
        bytes
    })
}

/// The value with one of its parts left out, or in its place something that nobody expects there.
pub(crate) fn strange(value: &Value, at: usize, kind: usize) -> Value {
    let mut left = at % count(value);
    changed(value, &mut left, kind).unwrap_or_default()
}

/// The value and all that it holds.
fn count(value: &Value) -> usize {
    1 + match value {
        Value::Array(items) => items.iter().map(count).sum(),
        Value::Object(members) => members.values().map(count).sum(),
        _ => 0,
    }
}

/// None where the value itself is left out.
fn changed(value: &Value, left: &mut usize, kind: usize) -> Option<Value> {
    let is_here = *left == 0;
    *left = left.wrapping_sub(1);
    if is_here {
        return replacement(value, kind);
    }
    Some(match value {
        Value::Array(items) => items
            .iter()
            .filter_map(|item| changed(item, left, kind))
            .collect(),
        Value::Object(members) => {
            let members = members.iter();
            members
                .filter_map(|(name, member)| Some((name.clone(), changed(member, left, kind)?)))
                .collect::<Map<_, _>>()
                .into()
        }
        other => other.clone(),
    })
}

fn replacement(value: &Value, kind: usize) -> Option<Value> {
    /// Deeper than any reader wants to follow.
    const DEPTH: usize = 300;
    Some(match kind % 14 {
        0 => return None,
        1 => Value::Null,
        2 => json!(true),
        3 => json!(-1),
        4 => json!(1e308),
        5 => json!(u64::MAX),
        6 => json!(""),
        7 => json!("x".repeat(100_000)),
        8 => json!("\u{0}\u{202e}\u{feff}"),
        9 => json!("2016-13-45"),
        10 => json!([]),
        11 => json!({}),
        12 => (0..DEPTH).fold(Value::Null, |inner, _| json!([inner])),
        _ => json!([value, value]),
    })
}
