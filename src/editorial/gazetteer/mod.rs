//! What is known of countries and German states beside the dataset: names, and where they lie.

pub mod polygon;
mod wire;

use std::collections::BTreeMap;

use clusteratlas_core::domain::country::Continent;
use clusteratlas_core::domain::federal_state::FederalState;
use clusteratlas_core::geo::lat_lon::LatLon;

use polygon::Polygon;

/// Small islands and harbours are missing or blunted on a map of the world, in degrees.
const MARGIN_DEGREES: f64 = 0.5;

/// A harbour or an island may lie this far outside the simplified outline of a state, in kilometres.
const NEAREST_WITHIN_KM: f64 = 10.0;

/// Countries and German states.
#[derive(Clone, Debug)]
pub struct Gazetteer {
    /// Countries by ISO 3166-1 alpha-2 code.
    pub countries: BTreeMap<String, Country>,
    /// German states in the order of [`FederalState::ALL`].
    pub states: Vec<State>,
}

/// A country.
#[derive(Clone, Debug)]
pub struct Country {
    /// Name in German.
    pub name_de: String,
    /// Name in English.
    pub name_en: String,
    /// The continent it belongs to.
    pub continent: Continent,
    /// Boxes around its parts: least and greatest latitude and longitude, of which the latter may leave -180 to 180
    /// degrees. None where a map of the world does not hold it.
    pub boxes: Vec<[[f64; 2]; 2]>,
    /// A point inside its largest part, far from its borders and coasts.
    pub inner_point: Option<LatLon>,
}

/// A German state.
#[derive(Clone, Debug)]
pub struct State {
    /// Which.
    pub state: FederalState,
    /// Its parts.
    pub parts: Vec<Polygon>,
    /// A point well inside.
    pub inner_point: LatLon,
}

impl Gazetteer {
    /// The country with that ISO 3166-1 alpha-2 code.
    pub fn country(&self, code: &str) -> Option<&Country> {
        self.countries.get(code)
    }

    /// The state that holds `at`, or the nearest one where `at` lies just outside all of them.
    pub fn state_at(&self, at: LatLon) -> Option<FederalState> {
        let parts = || {
            let states = self.states.iter();
            states.flat_map(|state| state.parts.iter().map(|part| (state.state, part)))
        };
        let inside = parts()
            .find(|(_, part)| part.contains(at))
            .map(|(state, _)| state);
        inside.or_else(|| {
            parts()
                .map(|(state, part)| (state, part.edge_distance_km(at)))
                .filter(|(_, distance_km)| *distance_km <= NEAREST_WITHIN_KM)
                .min_by(|a, b| a.1.total_cmp(&b.1))
                .map(|(state, _)| state)
        })
    }
}

impl Country {
    /// Whether `at` lies near the country: in the box around one of its parts, widened by half a degree because maps
    /// of the world are coarse. None for a country that the map does not hold.
    pub fn is_near(&self, at: LatLon) -> Option<bool> {
        let is_in = |[least, greatest]: &[[f64; 2]; 2]| {
            let within = |axis: usize, degrees: f64| {
                (least[axis] - MARGIN_DEGREES..=greatest[axis] + MARGIN_DEGREES).contains(&degrees)
            };
            let turns = [0.0, -360.0, 360.0];
            within(0, at.lat()) && turns.iter().any(|turn| within(1, at.lon() + turn))
        };
        (!self.boxes.is_empty()).then(|| self.boxes.iter().any(is_in))
    }
}
