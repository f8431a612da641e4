//! Countries and continents.

use std::fmt;
use std::str::FromStr;

use thiserror::Error;

use crate::geo::lat_lon::LatLon;

use super::id::Key;
use super::localized::LocalizedText;

/// A country code by the form of ISO 3166-1 alpha-2: two capital letters.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct CountryCode([u8; 2]);

/// Why a text is no country code.
#[derive(Clone, Debug, Error, PartialEq, Eq)]
#[error("not a country code of two capital letters: {0:?}")]
pub struct CountryCodeError(pub String);

impl CountryCode {
    /// Germany.
    pub const GERMANY: Self = Self(*b"DE");
}

impl FromStr for CountryCode {
    type Err = CountryCodeError;

    fn from_str(text: &str) -> Result<Self, CountryCodeError> {
        match *text.as_bytes() {
            [first, second] if first.is_ascii_uppercase() && second.is_ascii_uppercase() => {
                Ok(Self([first, second]))
            }
            _ => Err(CountryCodeError(text.to_owned())),
        }
    }
}

impl fmt::Display for CountryCode {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}{}", char::from(self.0[0]), char::from(self.0[1]))
    }
}

impl fmt::Debug for CountryCode {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}

/// A continent by the regions of UN M49, with the Americas parted at the border of Panama and Colombia.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Continent {
    /// Europe, with Russia.
    Europe,
    /// Asia, with Turkey and Cyprus.
    Asia,
    /// Northern and Central America and the Caribbean.
    NorthAmerica,
    /// South America.
    SouthAmerica,
    /// Africa.
    Africa,
    /// Australia, New Zealand and the Pacific islands.
    Oceania,
}

impl Continent {
    /// All, in order of display.
    pub const ALL: [Self; 6] = [
        Self::Europe,
        Self::Asia,
        Self::NorthAmerica,
        Self::SouthAmerica,
        Self::Africa,
        Self::Oceania,
    ];

    /// The word in the dataset.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Europe => "europe",
            Self::Asia => "asia",
            Self::NorthAmerica => "north-america",
            Self::SouthAmerica => "south-america",
            Self::Africa => "africa",
            Self::Oceania => "oceania",
        }
    }

    /// The continent with that word.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|continent| continent.code() == code)
    }
}

/// A country of the dataset.
#[derive(Clone, Debug)]
pub struct Country {
    /// ISO 3166-1 alpha-2 code.
    pub code: CountryCode,
    /// Name by the Unicode Common Locale Data Repository.
    pub name: LocalizedText,
    /// Where it is grouped.
    pub continent: Continent,
    /// A representative point inside it.
    pub at: LatLon,
}

/// Key of a country.
pub type CountryKey = Key<Country>;
