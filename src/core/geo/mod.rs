//! Numbers on a sphere and on the plane of the map. Latitude comes first everywhere.

pub mod area;
pub mod bundle;
pub mod curve;
pub mod grid;
pub mod lat_lon;
pub mod mercator;
pub mod world;
