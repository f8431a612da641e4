//! Latitude and longitude in the place of each other.
//!
//! # What
//! The coordinates lie outside the stated country, but would lie inside with both numbers exchanged.
//!
//! # Why
//! Many tools write the longitude first; copied numbers then put Leipzig off the coast of Somalia.
//!
//! # Example
//! `"lat": 12.3713, "lon": 51.3397`
//!
//! # Instead
//! `"lat": 51.3397, "lon": 12.3713`

use crate::coordinates::{Defect, findings};

use super::{Finding, Subject};

super::rule!("CA015", "swapped-coordinates", Error, "swapped_coordinates.rs");

fn check(subject: &Subject<'_>) -> Vec<Finding> {
    let message = [
        "außerhalb des Landes {country}, aber innerhalb, wenn beide Zahlen vertauscht werden",
        "outside the country {country}, but inside with both numbers exchanged",
    ];
    let hint = [
        "Vertauschen Sie Breite und Länge",
        "Exchange latitude and longitude",
    ];
    findings(subject, Defect::Swapped, message, hint)
}
