//! Where each German state lies.

use anyhow::{Context, Result};
use clusteratlas_core::domain::federal_state::FederalState;
use clusteratlas_core::geo::lat_lon::LatLon;

use super::polygon::Polygon;
use super::topology::Topology;

/// A harbour or an island may lie this far outside the simplified outline, in kilometres.
const NEAREST_WITHIN_KM: f64 = 10.0;

/// The geometry of the sixteen states, in the order of [`FederalState::ALL`].
#[derive(Debug)]
pub(crate) struct States {
    polygons: Vec<(FederalState, Vec<Polygon>)>,
}

impl States {
    /// The states of the package's map of Germany.
    pub(crate) fn of(germany: &Topology) -> Result<Self> {
        let polygons = FederalState::ALL.into_iter().map(|state| {
            let shape = germany
                .shapes
                .iter()
                .find(|shape| shape.id.as_deref() == Some(&*package_id(state)))
                .with_context(|| format!("the map of Germany has no {state}"))?;
            Ok((state, Polygon::all_of(germany, shape)))
        });
        Ok(Self {
            polygons: polygons.collect::<Result<_>>()?,
        })
    }

    /// The state that holds `at`, or the nearest one where `at` lies just outside all of them.
    pub(crate) fn state_at(&self, at: LatLon) -> Option<FederalState> {
        let parts = || {
            self.polygons
                .iter()
                .flat_map(|(state, parts)| parts.iter().map(move |part| (*state, part)))
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

    /// A point well inside each state, in the order of [`FederalState::ALL`].
    pub(crate) fn inner_points(&self) -> impl Iterator<Item = (FederalState, LatLon)> {
        self.polygons.iter().filter_map(|(state, parts)| {
            let largest = parts.iter().max_by(|a, b| a.size().total_cmp(&b.size()))?;
            Some((*state, super::lat_lon(largest.inner_point())?))
        })
    }
}

/// The package writes a dot for the hyphen of ISO 3166-2 and leaves out the letters of Brandenburg.
fn package_id(state: FederalState) -> String {
    match state {
        FederalState::Brandenburg => "DE.".to_owned(),
        state => state.code().replace('-', "."),
    }
}
