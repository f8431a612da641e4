//! A point far from the country it belongs to.
//!
//! # What
//! The coordinates lie outside the boxes around all parts of the stated country, each widened by half a
//! degree because the map is coarse. Clusters are compared with Germany.
//!
//! # Why
//! A mark in the wrong country is the worst mistake a map can make.
//!
//! # Example
//! Bucaramanga with `"country": "CO", "lat": 7.12, "lon": 73.12`: the sign of the longitude is missing.
//!
//! # Instead
//! `"country": "CO", "lat": 7.12, "lon": -73.12`

use crate::coordinates::{Defect, findings};

use super::{Finding, Subject};

super::rule!(
    "CA014",
    "coordinates-outside-country",
    Error,
    "coordinates_outside_country.rs"
);

fn check(subject: &Subject<'_>) -> Vec<Finding> {
    let message = ["außerhalb des Landes {country}", "outside the country {country}"];
    let hint = [
        "Prüfen Sie Land, Koordinaten und deren Vorzeichen",
        "Check country, coordinates and their signs",
    ];
    findings(subject, Defect::OutsideCountry, message, hint)
}
