//! The sixteen German states.

use std::fmt;
use std::str::FromStr;

use thiserror::Error;

use super::localized::Language;

/// A German state, by ISO 3166-2.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[expect(missing_docs, reason = "the names say all")]
pub enum FederalState {
    BadenWuerttemberg,
    Bavaria,
    Berlin,
    Brandenburg,
    Bremen,
    Hamburg,
    Hesse,
    MecklenburgVorpommern,
    LowerSaxony,
    NorthRhineWestphalia,
    RhinelandPalatinate,
    Saarland,
    Saxony,
    SaxonyAnhalt,
    SchleswigHolstein,
    Thuringia,
}

/// A code that is no German state.
#[derive(Clone, Debug, Error, PartialEq, Eq)]
#[error("not an ISO 3166-2 code of a German state such as DE-SN: {0:?}")]
pub struct FederalStateError(pub String);

impl FederalState {
    /// All sixteen, in the German alphabet's order.
    pub const ALL: [Self; 16] = [
        Self::BadenWuerttemberg,
        Self::Bavaria,
        Self::Berlin,
        Self::Brandenburg,
        Self::Bremen,
        Self::Hamburg,
        Self::Hesse,
        Self::MecklenburgVorpommern,
        Self::LowerSaxony,
        Self::NorthRhineWestphalia,
        Self::RhinelandPalatinate,
        Self::Saarland,
        Self::Saxony,
        Self::SaxonyAnhalt,
        Self::SchleswigHolstein,
        Self::Thuringia,
    ];

    /// Code, German name and English name.
    const fn names(self) -> (&'static str, &'static str, &'static str) {
        match self {
            Self::BadenWuerttemberg => ("DE-BW", "Baden-Württemberg", "Baden-Württemberg"),
            Self::Bavaria => ("DE-BY", "Bayern", "Bavaria"),
            Self::Berlin => ("DE-BE", "Berlin", "Berlin"),
            Self::Brandenburg => ("DE-BB", "Brandenburg", "Brandenburg"),
            Self::Bremen => ("DE-HB", "Bremen", "Bremen"),
            Self::Hamburg => ("DE-HH", "Hamburg", "Hamburg"),
            Self::Hesse => ("DE-HE", "Hessen", "Hesse"),
            Self::MecklenburgVorpommern => {
                ("DE-MV", "Mecklenburg-Vorpommern", "Mecklenburg-Western Pomerania")
            }
            Self::LowerSaxony => ("DE-NI", "Niedersachsen", "Lower Saxony"),
            Self::NorthRhineWestphalia => ("DE-NW", "Nordrhein-Westfalen", "North Rhine-Westphalia"),
            Self::RhinelandPalatinate => ("DE-RP", "Rheinland-Pfalz", "Rhineland-Palatinate"),
            Self::Saarland => ("DE-SL", "Saarland", "Saarland"),
            Self::Saxony => ("DE-SN", "Sachsen", "Saxony"),
            Self::SaxonyAnhalt => ("DE-ST", "Sachsen-Anhalt", "Saxony-Anhalt"),
            Self::SchleswigHolstein => ("DE-SH", "Schleswig-Holstein", "Schleswig-Holstein"),
            Self::Thuringia => ("DE-TH", "Thüringen", "Thuringia"),
        }
    }

    /// The ISO 3166-2 code.
    pub const fn code(self) -> &'static str {
        self.names().0
    }

    /// The name in `language`.
    pub const fn name(self, language: Language) -> &'static str {
        match language {
            Language::German => self.names().1,
            Language::English => self.names().2,
        }
    }

    /// The position in [`FederalState::ALL`].
    pub const fn index(self) -> usize {
        self as usize
    }
}

impl FromStr for FederalState {
    type Err = FederalStateError;

    fn from_str(text: &str) -> Result<Self, FederalStateError> {
        Self::ALL
            .into_iter()
            .find(|state| state.code() == text)
            .ok_or_else(|| FederalStateError(text.to_owned()))
    }
}

impl fmt::Display for FederalState {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.code())
    }
}
