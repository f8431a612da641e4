//! How coordinates can be wrong; the rules on coordinates report one defect each.

use clusteratlas_core::geo::lat_lon::LatLon;

use crate::authored::list::List;
use crate::authored::record::Record;

use crate::rules::{Finding, Subject};
use crate::said::Both;

/// What is wrong with a pair of coordinates. Only the first that fits is reported.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Defect {
    /// Latitude and longitude are in the place of each other.
    Swapped,
    /// A number is no latitude or longitude.
    OutOfRange,
    /// The point lies outside the stated country.
    OutsideCountry,
}

/// All records with the given defect, as findings with the given words, in which `{country}` stands for
/// its code.
pub(crate) fn findings(subject: &Subject<'_>, defect: Defect, message: Both, hint: Both) -> Vec<Finding> {
    let lists = [List::Clusters, List::Places];
    let records = lists.into_iter().flat_map(|list| subject.authored.records(list));
    let broken = records.filter(|record| defect_of(subject, record) == Some(defect));
    let finding = |record: &Record| {
        let value = |field: &str| {
            record
                .fields
                .get(field)
                .map(ToString::to_string)
                .unwrap_or_default()
        };
        let country = country(record).unwrap_or("none");
        Finding::of(
            record,
            message.map(|words| words.replace("{country}", country)),
            hint,
        )
        .in_field("lat, lon")
        .with_value(format!("{}, {}", value("lat"), value("lon")))
    };
    broken.map(finding).collect()
}

fn defect_of(subject: &Subject<'_>, record: &Record) -> Option<Defect> {
    let (lat, lon) = (record.number("lat")?, record.number("lon")?);
    let inside = |at: LatLon| subject.gazetteer.country(country(record)?)?.is_near(at);
    let point = LatLon::try_new(lat, lon).ok();
    let placed = point.map(|at| inside(at).unwrap_or(true));
    if placed == Some(true) {
        return None;
    }
    let swapped = LatLon::try_new(lon, lat).ok();
    if swapped.and_then(inside) == Some(true) {
        return Some(Defect::Swapped);
    }
    Some(if point.is_none() {
        Defect::OutOfRange
    } else {
        Defect::OutsideCountry
    })
}

/// Clusters are German; a place of several countries has none.
fn country(record: &Record) -> Option<&str> {
    match record.list {
        List::Clusters => Some("DE"),
        _ => record.text("country"),
    }
}
