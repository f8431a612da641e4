//! View state -> URL fragment. Defaults are left out; the order of keys is fixed.

use std::fmt::Write;

use crate::query::facet::Facet;

use super::view_state::{Appearance, View, ViewState};

/// Every key of the fragment, in the order in which they are written.
pub const KEYS: [&str; 11] = [
    "lang",
    "appearance",
    "view",
    "theme",
    "programme",
    "country",
    "state",
    "kind",
    "status",
    "sel",
    "at",
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
        query,
        selection,
        camera,
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
    for facet in Facet::ALL {
        let values = query.values(facet);
        if !values.is_empty() {
            fragment.add(facet.key(), &values.join(","));
        }
    }
    if let Some(selection) = selection {
        fragment.add("sel", &selection.to_string());
    }
    if let Some(camera) = camera {
        fragment.add("at", &camera.to_string());
    }
    fragment.0
}

struct Fragment(String);

impl Fragment {
    /// Adds a pair whose value consists of letters, digits and `-.,:`, which need no escape in a fragment.
    fn add(&mut self, key: &str, value: &str) {
        let separator = if self.0.is_empty() { "" } else { "&" };
        // Writing to a string cannot fail.
        let _infallible = write!(self.0, "{separator}{key}={value}");
    }
}
