//! Checked geographic coordinates.

use thiserror::Error;

use crate::decimal;

/// A point on the Earth: decimal degrees, WGS 84.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct LatLon {
    lat: f64,
    lon: f64,
}

/// Why two numbers are no coordinates.
#[derive(Clone, Copy, Debug, Error, PartialEq)]
pub enum LatLonError {
    /// Latitude is not a number from -90 to 90.
    #[error("latitude is not between -90 and 90: {}", decimal::write(*.0, 6))]
    Lat(f64),
    /// Longitude is not a number from -180 to 180.
    #[error("longitude is not between -180 and 180: {}", decimal::write(*.0, 6))]
    Lon(f64),
}

impl LatLon {
    /// The point at `lat` (-90 to 90) and `lon` (-180 to 180), both in degrees.
    ///
    /// # Errors
    /// When a number is outside its range, infinite or not a number.
    pub fn try_new(lat: f64, lon: f64) -> Result<Self, LatLonError> {
        if !(-90.0..=90.0).contains(&lat) {
            return Err(LatLonError::Lat(lat));
        }
        if !(-180.0..=180.0).contains(&lon) {
            return Err(LatLonError::Lon(lon));
        }
        Ok(Self { lat, lon })
    }

    /// Latitude in degrees, -90 to 90, north positive.
    pub const fn lat(self) -> f64 {
        self.lat
    }

    /// Longitude in degrees, -180 to 180, east positive.
    pub const fn lon(self) -> f64 {
        self.lon
    }
}
