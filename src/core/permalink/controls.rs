//! What the compact form for other people's pages offers beside the map.

use crate::query::facet::Facet;

/// A control that an embedding page may ask for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Control {
    /// The filters of a facet, under the facet's key.
    Filters(Facet),
    /// The years: `period`.
    Period,
    /// The search: `search`.
    Search,
}

impl Control {
    /// All, in order of display.
    pub const ALL: [Self; 8] = [
        Self::Filters(Facet::ALL[0]),
        Self::Filters(Facet::ALL[1]),
        Self::Filters(Facet::ALL[2]),
        Self::Filters(Facet::ALL[3]),
        Self::Filters(Facet::ALL[4]),
        Self::Filters(Facet::ALL[5]),
        Self::Period,
        Self::Search,
    ];

    /// The word in links.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Filters(facet) => facet.key(),
            Self::Period => "period",
            Self::Search => "search",
        }
    }

    const fn bit(self) -> u8 {
        1 << match self {
            Self::Filters(facet) => facet.index(),
            Self::Period => 6,
            Self::Search => 7,
        }
    }
}

/// A set of controls.
///
/// ```
/// use clusteratlas_core::permalink::decode::decode;
/// use clusteratlas_core::permalink::encode::encode;
///
/// let (view_state, ignored) = decode("embed=1&controls=search,theme,volume");
/// assert!(view_state.embed);
/// assert_eq!(encode(&view_state), "embed=1&controls=theme,search");
/// assert_eq!(ignored.len(), 1);
/// ```
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Controls(u8);

impl Controls {
    /// The controls in it, in order of display.
    pub fn iter(self) -> impl Iterator<Item = Control> {
        Control::ALL.into_iter().filter(move |&control| self.has(control))
    }

    /// Whether a control is in it.
    pub const fn has(self, control: Control) -> bool {
        self.0 & control.bit() != 0
    }

    /// Whether it has none.
    pub const fn is_empty(self) -> bool {
        self.0 == 0
    }

    /// Adds the control with a word; whether there is one.
    pub fn add(&mut self, code: &str) -> bool {
        let control = Control::ALL.into_iter().find(|control| control.code() == code);
        if let Some(control) = control {
            self.0 |= control.bit();
        }
        control.is_some()
    }
}

impl FromIterator<Control> for Controls {
    fn from_iter<I: IntoIterator<Item = Control>>(controls: I) -> Self {
        Self(controls.into_iter().fold(0, |bits, control| bits | control.bit()))
    }
}
