//! View state -> URL fragment. Defaults are left out; the order of keys is fixed.

use crate::query::facet::{Facet, Query};
use crate::query::matrix::Axes;
use crate::query::sort::Sort;
use crate::query::years::{Undated, Years};

use super::controls::Control;
use super::view_state::{Appearance, View, ViewState};

/// Every key of the fragment, in the order in which they are written.
pub const KEYS: [&str; 22] = [
    "lang",
    "appearance",
    "view",
    "sort",
    "axes",
    "story",
    "theme",
    "programme",
    "country",
    "state",
    "kind",
    "status",
    "match",
    "from",
    "to",
    "undated",
    "q",
    "sel",
    "at",
    "compare",
    "embed",
    "controls",
];

/// The fragment of a view state, without `#`; empty for the default view.
///
/// ```
/// use clusteratlas_core::permalink::{decode::decode, encode::encode};
///
/// let (view_state, ignored) = decode("#theme=photonics&country=JP&colour=red");
/// assert_eq!(encode(&view_state), "theme=photonics&country=JP");
/// assert_eq!(ignored.len(), 1);
/// ```
pub fn encode(view_state: &ViewState) -> String {
    // In full, so that a new part of the state cannot be forgotten here.
    let ViewState {
        language,
        appearance,
        view,
        sort,
        axes,
        story,
        query,
        selection,
        camera,
        compared,
        embed,
        controls,
    } = view_state;
    let mut fragment = Fragment(String::new());
    if let Some(language) = language {
        fragment.add("lang", language.code());
    }
    if *appearance != Appearance::default() {
        fragment.add("appearance", appearance.code());
    }
    if *view != View::default() {
        fragment.add("view", view.code());
    }
    if *sort != Sort::default() {
        fragment.add("sort", &sort.to_string());
    }
    if *axes != Axes::default() {
        fragment.add("axes", axes.code());
    }
    if let Some(step) = story {
        fragment.add("story", &step.to_string());
    }
    fragment.add_query(query);
    if let Some(selection) = selection {
        fragment.add("sel", &selection.to_string());
    }
    if let Some(camera) = camera {
        fragment.add("at", &camera.to_string());
    }
    if let Some(query) = compared {
        fragment.add("compare", &percent_encoded(&encode_query(query)));
    }
    if *embed {
        fragment.add("embed", "1");
    }
    if !controls.is_empty() {
        let codes: Vec<_> = controls.iter().map(Control::code).collect();
        fragment.add("controls", &codes.join(","));
    }
    fragment.0
}

/// The part of a fragment that says what is asked for, as `compare` carries it.
pub fn encode_query(query: &Query) -> String {
    let mut fragment = Fragment(String::new());
    fragment.add_query(query);
    fragment.0
}

struct Fragment(String);

impl Fragment {
    /// Adds a pair whose value needs no escape in a fragment.
    fn add(&mut self, key: &str, value: &str) {
        if !self.0.is_empty() {
            self.0.push('&');
        }
        self.0.push_str(key);
        self.0.push('=');
        self.0.push_str(value);
    }

    fn add_query(&mut self, query: &Query) {
        for facet in Facet::ALL {
            let values = query.values(facet);
            if !values.is_empty() {
                self.add(facet.key(), &values.join(","));
            }
        }
        if query.in_each_country {
            self.add("match", "all");
        }
        let Years { from, to, undated } = query.years;
        for (key, year) in [("from", from), ("to", to)] {
            if let Some(year) = year {
                self.add(key, &year.to_string());
            }
        }
        if undated != Undated::default() {
            self.add("undated", undated.code());
        }
        if !query.text().is_empty() {
            self.add("q", &percent_encoded(query.text()));
        }
    }
}

/// Escapes what would end a value or a fragment, or is more than ASCII.
pub(super) fn percent_encoded(text: &str) -> String {
    const DIGITS: &[u8; 16] = b"0123456789ABCDEF";
    let mut encoded = String::with_capacity(text.len());
    for byte in text.bytes() {
        if byte.is_ascii_alphanumeric() || b"-._~,:".contains(&byte) {
            encoded.push(char::from(byte));
        } else {
            encoded.push('%');
            for digit in [byte >> 4, byte & 15] {
                encoded.push(char::from(DIGITS[usize::from(digit)]));
            }
        }
    }
    encoded
}
