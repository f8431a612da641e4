//! Where each country lies, from Natural Earth at 1:50 million.

use std::collections::BTreeMap;

use anyhow::Result;
use clusteratlas_core::geo::lat_lon::LatLon;

use super::polygon::Polygon;
use super::territories::Territories;
use super::topology::Topology;

/// Small islands and harbours are missing or blunted at this scale, in degrees.
const MARGIN_DEGREES: f64 = 0.5;

/// The geometry of all countries by ISO 3166-1 alpha-2 code.
#[derive(Debug)]
pub(crate) struct Countries {
    polygons: BTreeMap<String, Vec<Polygon>>,
}

impl Countries {
    /// The countries of `world`. Areas without a code are left out; several with the same are one country.
    pub(crate) fn of(world: &Topology, territories: &Territories) -> Result<Self> {
        let mut polygons: BTreeMap<String, Vec<Polygon>> = BTreeMap::new();
        for shape in &world.shapes {
            let code = match &shape.id {
                Some(number) => territories.code_of_number(number),
                // Natural Earth gives Kosovo no number; CLDR knows it by the user-assigned code.
                None if shape.name == "Kosovo" => Some("XK"),
                None => None,
            };
            if let Some(code) = code {
                let country = polygons.entry(code.to_owned()).or_default();
                country.extend(Polygon::all_of(world, shape));
            }
        }
        anyhow::ensure!(polygons.contains_key("DE"), "the map of the world has no Germany");
        Ok(Self { polygons })
    }

    /// Whether `at` lies near the country: in the box around one of its parts. None for a country that the
    /// map does not hold.
    pub(crate) fn box_contains(&self, country: &str, at: LatLon) -> Option<bool> {
        let parts = self.polygons.get(country)?;
        Some(parts.iter().any(|part| part.box_contains(at, MARGIN_DEGREES)))
    }

    /// A point inside the country's largest part, far from its borders and coasts.
    pub(crate) fn inner_point(&self, country: &str) -> Option<LatLon> {
        let parts = self.polygons.get(country)?;
        let largest = parts.iter().max_by(|a, b| a.size().total_cmp(&b.size()))?;
        super::lat_lon(largest.inner_point())
    }
}
