//! Numbers that are no coordinates.
//!
//! # What
//! A latitude beyond 90 or a longitude beyond 180 degrees.
//!
//! # Why
//! Such a point lies nowhere, and the record would be left out.
//!
//! # Example
//! `"lat": 513.397, "lon": 12.3713`
//!
//! # Instead
//! `"lat": 51.3397, "lon": 12.3713`

use crate::coordinates::{Defect, findings};

use super::{Finding, Subject};

super::rule!(
    "CA013",
    "coordinates-out-of-range",
    Error,
    "coordinates_out_of_range.rs"
);

fn check(subject: &Subject<'_>) -> Vec<Finding> {
    let message = [
        "nicht auf der Erde: Breiten enden bei 90, Längen bei 180 Grad",
        "not on Earth: latitudes end at 90, longitudes at 180 degrees",
    ];
    let hint = ["Geben Sie Dezimalgrad an", "Write decimal degrees"];
    findings(subject, Defect::OutOfRange, message, hint)
}
