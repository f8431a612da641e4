//! Properties of cooperations that can be filtered by, and the values a reader chose.

use crate::domain::id::MAX_ID_BYTES;

use super::years::Years;

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

/// Everything that a reader asks for. All parts must hold.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Query {
    /// Chosen values by facet, as they stand in links. Within a facet they are alternatives; facets without a
    /// value allow everything.
    values: [Vec<Box<str>>; 6],
    /// Of several countries, whether only clusters count that have a matching cooperation in each.
    pub in_each_country: bool,
    /// When the cooperations run.
    pub years: Years,
    /// Words to be found in them.
    text: Box<str>,
}

/// A longer text is cut, in characters.
pub const MAX_TEXT_CHARS: usize = 200;

impl Query {
    /// Words to be found; empty for none.
    pub fn text(&self) -> &str {
        &self.text
    }

    /// Asks for words; characters that are none of a text become spaces, and a long text is cut.
    pub fn set_text(&mut self, text: &str) {
        let plain = |c: char| if c.is_control() { ' ' } else { c };
        let text: String = text.trim().chars().take(MAX_TEXT_CHARS).map(plain).collect();
        self.text = text.trim().into();
    }

    /// The chosen values of `facet`, sorted, each once.
    pub fn values(&self, facet: Facet) -> &[Box<str>] {
        &self.values[facet.index()]
    }

    /// Whether everything matches.
    pub fn is_empty(&self) -> bool {
        self.values.iter().all(Vec::is_empty) && self.years.is_empty() && self.text.is_empty()
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
