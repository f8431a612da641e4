//! URL fragment -> view state. Never fails: what is not understood is left out and reported.

use crate::query::facet::{Facet, Query};
use crate::query::matrix::Axes;
use crate::query::years::{Undated, Years};

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
    for (key, value) in pairs(fragment) {
        let mut ignore = |wrong: &str| ignored.push(reported(key, wrong));
        if !set(&mut view_state, key, &value, &mut ignore) {
            ignore(&value);
        }
    }
    view_state.query.years = view_state.query.years.ordered();
    (view_state, ignored)
}

/// The keys of a fragment and their values, decoded.
pub(crate) fn pairs(fragment: &str) -> impl Iterator<Item = (&str, String)> {
    fragment.split('&').filter(|part| !part.is_empty()).map(|part| {
        let (key, value) = part.split_once('=').unwrap_or((part, ""));
        (key, percent_decoded(value))
    })
}

fn reported(key: &str, value: &str) -> Ignored {
    Ignored {
        key: shortened(key),
        value: shortened(value),
    }
}

/// Takes over a key; whether it is understood. Of a list, single values are reported.
fn set(view_state: &mut ViewState, key: &str, value: &str, ignore: &mut dyn FnMut(&str)) -> bool {
    match key {
        "lang" => take(value.parse().ok().map(Some), &mut view_state.language),
        "appearance" => take(Appearance::from_code(value), &mut view_state.appearance),
        "view" => take(View::from_code(value), &mut view_state.view),
        "sort" => take(value.parse().ok(), &mut view_state.sort),
        "axes" => take(Axes::from_code(value), &mut view_state.axes),
        "story" => take(value.parse().ok().map(Some), &mut view_state.story),
        "sel" => take(value.parse().ok().map(Some), &mut view_state.selection),
        "at" => take(value.parse().ok().map(Some), &mut view_state.camera),
        "embed" => {
            let embed = match value {
                "1" => Some(true),
                "0" => Some(false),
                _ => None,
            };
            take(embed, &mut view_state.embed)
        }
        "controls" => {
            let controls = &mut view_state.controls;
            for one in value.split(',').filter(|one| !one.is_empty()) {
                if !controls.add(one) {
                    ignore(one);
                }
            }
            true
        }
        "compare" => {
            let mut query = Query::default();
            for (key, value) in pairs(value) {
                if !set_query(&mut query, key, &value, ignore) {
                    ignore(key);
                }
            }
            query.years = query.years.ordered();
            view_state.compared = Some(query);
            true
        }
        _ => set_query(&mut view_state.query, key, value, ignore),
    }
}

fn take<T>(value: Option<T>, into: &mut T) -> bool {
    let understood = value.is_some();
    if let Some(value) = value {
        *into = value;
    }
    understood
}

/// Takes over a key of the filters; whether it is one and its value is understood.
fn set_query(query: &mut Query, key: &str, value: &str, ignore: &mut dyn FnMut(&str)) -> bool {
    match key {
        "match" => {
            let each = match value {
                "all" => Some(true),
                "any" => Some(false),
                _ => None,
            };
            take(each, &mut query.in_each_country)
        }
        "from" => take(Years::read(value).map(Some), &mut query.years.from),
        "to" => take(Years::read(value).map(Some), &mut query.years.to),
        "undated" => take(Undated::from_code(value), &mut query.years.undated),
        "q" => {
            query.set_text(value);
            true
        }
        _ => {
            let facet = Facet::ALL.into_iter().find(|facet| facet.key() == key);
            if let Some(facet) = facet {
                for one in value.split(',').filter(|one| !one.is_empty()) {
                    if !query.set(facet, one, true) {
                        ignore(one);
                    }
                }
            }
            facet.is_some()
        }
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
