//! German innovation clusters.

use crate::geo::lat_lon::LatLon;

use super::federal_state::FederalState;
use super::id::{Id, Key};
use super::theme::ThemeKey;

/// A German innovation cluster, competence network or comparable network.
#[derive(Clone, Debug)]
pub struct Cluster {
    /// Id.
    pub id: Id<Self>,
    /// Full name.
    pub name: Box<str>,
    /// Short form for labels.
    pub short_name: Option<Box<str>>,
    /// Other and former names.
    pub aliases: Box<[Box<str>]>,
    /// Seat, if a source states it.
    pub seat: Option<Seat>,
    /// German state; none for networks without one.
    pub state: Option<FederalState>,
    /// Themes in order of display; never empty.
    pub themes: Box<[ThemeKey]>,
    /// Programmes and labels it belongs or belonged to, as ids: most are programmes of the dataset.
    pub memberships: Box<[Box<str>]>,
    /// Home page.
    pub website: Option<Box<str>>,
}

/// The city of a network or of its management.
#[derive(Clone, Debug, PartialEq)]
pub struct Seat {
    /// Name of the city.
    pub city: Box<str>,
    /// Coordinates of the city, not of an address.
    pub at: LatLon,
}

/// Key of a cluster.
pub type ClusterKey = Key<Cluster>;

impl Cluster {
    /// The short name, or the full one where there is none.
    pub fn label(&self) -> &str {
        self.short_name.as_deref().unwrap_or(&self.name)
    }
}
