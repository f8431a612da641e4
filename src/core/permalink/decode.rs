//! URL fragment -> view state. Never fails: what is not understood is left out and reported.

use crate::query::facet::Facet;

use super::view_state::{Appearance, View, ViewState};

/// A longer fragment is not read at all, in bytes.
pub const MAX_FRAGMENT_BYTES: usize = 16 * 1024;

/// A part of a fragment that is not understood.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Ignored {
    /// The key, or the whole part where it has no `=`; shortened.
    pub key: String,
    /// The value, decoded; shortened.
    pub value: String,
}

/// Longest key or value that is reported, in characters.
const MAX_REPORTED_CHARS: usize = 60;

/// Reads a fragment with or without its `#`.
pub fn decode(fragment: &str) -> (ViewState, Vec<Ignored>) {
    let mut view_state = ViewState::default();
    let mut ignored = Vec::new();
    let fragment = fragment.strip_prefix('#').unwrap_or(fragment);
    if fragment.len() > MAX_FRAGMENT_BYTES {
        ignored.push(Ignored {
            key: shortened(fragment),
            value: String::new(),
        });
        return (view_state, ignored);
    }
    for part in fragment.split('&').filter(|part| !part.is_empty()) {
        let (key, value) = part.split_once('=').unwrap_or((part, ""));
        let value = percent_decoded(value);
        set(&mut view_state, key, &value, &mut |wrong| {
            ignored.push(Ignored {
                key: shortened(key),
                value: shortened(wrong),
            });
        });
    }
    (view_state, ignored)
}

fn set(view_state: &mut ViewState, key: &str, value: &str, ignore: &mut dyn FnMut(&str)) {
    let understood = match key {
        "lang" => value
            .parse()
            .map(|language| view_state.language = Some(language))
            .is_ok(),
        "appearance" => Appearance::from_code(value)
            .map(|found| view_state.appearance = found)
            .is_some(),
        "view" => View::from_code(value)
            .map(|found| view_state.view = found)
            .is_some(),
        "sel" => value
            .parse()
            .map(|selection| view_state.selection = Some(selection))
            .is_ok(),
        "at" => value
            .parse()
            .map(|camera| view_state.camera = Some(camera))
            .is_ok(),
        _ => {
            if let Some(facet) = Facet::ALL.into_iter().find(|facet| facet.key() == key) {
                for one in value.split(',').filter(|one| !one.is_empty()) {
                    if !view_state.query.set(facet, one, true) {
                        ignore(one);
                    }
                }
                true
            } else {
                false
            }
        }
    };
    if !understood {
        ignore(value);
    }
}

/// Undoes percent-encoding; what is no valid escape or no UTF-8 stays readable instead of failing.
fn percent_decoded(text: &str) -> String {
    let mut bytes = Vec::with_capacity(text.len());
    let mut rest = text.as_bytes();
    while let Some((&first, after)) = rest.split_first() {
        let escaped = if first == b'%' {
            after.get(..2).and_then(hex_byte)
        } else {
            None
        };
        bytes.push(escaped.unwrap_or(first));
        rest = if escaped.is_some() {
            after.get(2..).unwrap_or_default()
        } else {
            after
        };
    }
    String::from_utf8_lossy(&bytes).into_owned()
}

fn hex_byte(digits: &[u8]) -> Option<u8> {
    let digits = std::str::from_utf8(digits).ok()?;
    if digits.bytes().all(|digit| digit.is_ascii_hexdigit()) {
        u8::from_str_radix(digits, 16).ok()
    } else {
        None
    }
}

fn shortened(text: &str) -> String {
    text.chars().take(MAX_REPORTED_CHARS).collect()
}
