//! Countries and states as JSON, for the page.

use clusteratlas_core::domain::country::Continent;
use clusteratlas_core::domain::federal_state::FederalState;
use clusteratlas_core::geo::lat_lon::LatLon;
use serde::de::Error;
use serde::{Deserialize, Deserializer, Serialize, Serializer};

use super::polygon::{Polygon, Position};
use super::{Country, Gazetteer, State};

/// Code, names, continent, boxes and a point inside.
type WireCountry = (String, [String; 2], String, Vec<[[f64; 2]; 2]>, Option<[f64; 2]>);

/// Code, a point inside, and the rings of each part.
type WireState = (String, [f64; 2], Vec<Vec<WireRing>>);

/// Longitude and latitude of each point in turn, counted from the point before in [`PARTS`] of a degree.
type WireRing = Vec<i32>;

/// Ten thousandths of a degree are about ten metres: outlines of states are coarser.
const PARTS: f64 = 1e4;

#[derive(Serialize, Deserialize)]
struct Wire {
    countries: Vec<WireCountry>,
    states: Vec<WireState>,
}

impl Serialize for Gazetteer {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let countries = self.countries.iter().map(|(code, country)| {
            let boxes = country.boxes.iter().map(|corners| corners.map(rounded));
            let names = [country.name_de.clone(), country.name_en.clone()];
            let continent = country.continent.code().to_owned();
            (
                code.clone(),
                names,
                continent,
                boxes.collect(),
                country.inner_point.map(pair),
            )
        });
        let states = self.states.iter().map(|state| {
            let parts = state.parts.iter().map(|part| part.rings().map(steps).collect());
            (
                state.state.code().to_owned(),
                pair(state.inner_point),
                parts.collect(),
            )
        });
        let wire = Wire {
            countries: countries.collect(),
            states: states.collect(),
        };
        wire.serialize(serializer)
    }
}

impl<'de> Deserialize<'de> for Gazetteer {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let wire = Wire::deserialize(deserializer)?;
        let countries = wire.countries.into_iter().map(country::<D::Error>);
        let states = wire.states.into_iter().map(state::<D::Error>);
        Ok(Self {
            countries: countries.collect::<Result<_, _>>()?,
            states: states.collect::<Result<_, _>>()?,
        })
    }
}

fn country<E: Error>(wire: WireCountry) -> Result<(String, Country), E> {
    let (code, [name_de, name_en], continent, boxes, inner_point) = wire;
    let country = Country {
        name_de,
        name_en,
        continent: Continent::from_code(&continent).ok_or_else(|| E::custom(&continent))?,
        boxes,
        inner_point: inner_point.map(lat_lon).transpose()?,
    };
    Ok((code, country))
}

fn state<E: Error>((code, inner_point, parts): WireState) -> Result<State, E> {
    Ok(State {
        state: code.parse::<FederalState>().map_err(E::custom)?,
        parts: parts.iter().map(|rings| polygon(rings)).collect(),
        inner_point: lat_lon(inner_point)?,
    })
}

fn lat_lon<E: Error>([lat, lon]: [f64; 2]) -> Result<LatLon, E> {
    LatLon::try_new(lat, lon).map_err(E::custom)
}

fn pair(at: LatLon) -> [f64; 2] {
    [at.lat(), at.lon()]
}

fn polygon(rings: &[WireRing]) -> Polygon {
    Polygon::new(rings.iter().map(|ring| positions(ring)).collect())
}

fn steps(ring: &[Position]) -> WireRing {
    let mut last = [0; 2];
    let mut steps = Vec::new();
    for position in ring {
        #[expect(clippy::cast_possible_truncation, reason = "degrees are few")]
        let at = position.map(|degrees| (degrees * PARTS).round() as i32);
        steps.extend([at[0] - last[0], at[1] - last[1]]);
        last = at;
    }
    steps
}

fn positions(steps: &[i32]) -> Vec<Position> {
    let mut at = [0_i32; 2];
    let pairs = steps.as_chunks::<2>().0.iter();
    pairs
        .map(|step| {
            at = [at[0].saturating_add(step[0]), at[1].saturating_add(step[1])];
            at.map(|parts| f64::from(parts) / PARTS)
        })
        .collect()
}

/// To five decimal places, which is about a metre.
fn rounded(position: [f64; 2]) -> [f64; 2] {
    position.map(|degrees| (degrees * 1e5).round() / 1e5)
}
