//! Where partners are based.

use crate::geo::lat_lon::LatLon;

use super::country::CountryKey;
use super::federal_state::FederalState;
use super::id::{Id, Key};
use super::localized::LocalizedText;

/// What the coordinates of a place stand for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Precision {
    /// The city itself.
    City,
    /// A representative point of a region.
    Region,
    /// A representative point of a whole country.
    Country,
}

impl Precision {
    /// All, from exact to coarse.
    pub const ALL: [Self; 3] = [Self::City, Self::Region, Self::Country];

    /// The word in the dataset.
    pub const fn code(self) -> &'static str {
        match self {
            Self::City => "city",
            Self::Region => "region",
            Self::Country => "country",
        }
    }

    /// The precision with that word.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|precision| precision.code() == code)
    }
}

/// A city, a region or a whole country in which partners are based.
#[derive(Clone, Debug)]
pub struct Place {
    /// Id.
    pub id: Id<Self>,
    /// Name.
    pub name: LocalizedText,
    /// Country; none for a region of several countries.
    pub country: Option<CountryKey>,
    /// What the coordinates stand for.
    pub precision: Precision,
    /// Coordinates.
    pub at: LatLon,
    /// The German state that holds the coordinates, for a city or region in Germany.
    pub state: Option<FederalState>,
}

/// Key of a place.
pub type PlaceKey = Key<Place>;
