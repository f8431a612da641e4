//! Properties of cooperations that can be filtered by, and the values a reader chose.

use crate::domain::id::MAX_ID_BYTES;

/// A property of cooperations that can be filtered by.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Facet {
    /// Themes.
    Theme,
    /// Funding programmes.
    Programme,
    /// Countries of the partners.
    Country,
    /// German states of the clusters.
    State,
    /// Kinds of cooperation.
    Kind,
    /// Whether it runs.
    Status,
}

/// The value of a facet for cooperations about which the sources state none.
pub const NONE: &str = "none";

impl Facet {
    /// All, in order of display.
    pub const ALL: [Self; 6] = [
        Self::Theme,
        Self::Programme,
        Self::Country,
        Self::State,
        Self::Kind,
        Self::Status,
    ];

    /// The key in links.
    pub const fn key(self) -> &'static str {
        match self {
            Self::Theme => "theme",
            Self::Programme => "programme",
            Self::Country => "country",
            Self::State => "state",
            Self::Kind => "kind",
            Self::Status => "status",
        }
    }

    /// The position in [`Facet::ALL`].
    pub const fn index(self) -> usize {
        self as usize
    }
}

/// Chosen values by facet, as they stand in links. Within a facet they are alternatives; facets without a
/// value allow everything.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Query {
    values: [Vec<Box<str>>; 6],
}

impl Query {
    /// The chosen values of `facet`, sorted, each once.
    pub fn values(&self, facet: Facet) -> &[Box<str>] {
        &self.values[facet.index()]
    }

    /// Whether nothing is chosen.
    pub fn is_empty(&self) -> bool {
        self.values.iter().all(Vec::is_empty)
    }

    /// Whether `value` is chosen in `facet`.
    pub fn has(&self, facet: Facet, value: &str) -> bool {
        self.position(facet, value).is_ok()
    }

    /// Chooses `value` in `facet`, or takes it out again; whether the value has a possible form.
    pub fn set(&mut self, facet: Facet, value: &str, chosen: bool) -> bool {
        if !Self::is_value(value) {
            return false;
        }
        let position = self.position(facet, value);
        let values = &mut self.values[facet.index()];
        match (position, chosen) {
            (Err(position), true) => values.insert(position, value.into()),
            (Ok(position), false) => {
                values.remove(position);
            }
            _ => {}
        }
        true
    }

    /// Takes every value out of `facet`.
    pub fn clear(&mut self, facet: Facet) {
        self.values[facet.index()].clear();
    }

    fn position(&self, facet: Facet, value: &str) -> Result<usize, usize> {
        self.values(facet)
            .binary_search_by(|chosen| (**chosen).cmp(value))
    }

    /// Whether a text has the form of a value: an id or a code.
    pub fn is_value(text: &str) -> bool {
        !text.is_empty()
            && text.len() <= MAX_ID_BYTES
            && text
                .bytes()
                .all(|byte| byte.is_ascii_alphanumeric() || byte == b'-')
    }
}
