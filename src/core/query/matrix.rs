//! Cooperations counted by two properties at once.

use crate::codes::coded;

use super::facet::Facet;

coded! {
    /// The properties that a matrix counts by.
    Axes {
        /// Themes by countries of the partners.
        #[default]
        ThemeCountry = "theme,country",
        /// Programmes by countries of the partners.
        ProgrammeCountry = "programme,country",
        /// German states by countries of the partners.
        StateCountry = "state,country",
    }
}

impl Axes {
    /// The property of the rows.
    pub const fn rows(self) -> Facet {
        match self {
            Self::ThemeCountry => Facet::Theme,
            Self::ProgrammeCountry => Facet::Programme,
            Self::StateCountry => Facet::State,
        }
    }

    /// The property of the columns.
    pub const fn columns(self) -> Facet {
        Facet::Country
    }
}
