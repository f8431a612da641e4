//! Clusters, places and cooperations as GeoJSON (RFC 7946), for geographic information systems.
//!
//! Positions are longitude and latitude in degrees, WGS 84, with five decimals, about a metre. The feature of a
//! cooperation is a line from each of its clusters to each of its partner places; a line that is shorter across the
//! 180th meridian is cut there (RFC 7946, section 3.1.9). There are no areas, whose rings would have a direction.

use crate::dataset::details::DetailsOf;
use crate::domain::cluster::{Cluster, ClusterKey};
use crate::domain::cooperation::{CooperationKey, FundingQualifier};
use crate::domain::federal_state::FederalState;
use crate::domain::place::PlaceKey;
use crate::geo::lat_lon::LatLon;

use super::extract::Extract;
use super::json::{Json, Object};

/// Decimals of a degree.
const DECIMALS: u32 = 5;

/// The same as a factor.
const UNIT: f64 = 1e5;

/// An extract as GeoJSON: the cooperations, the clusters, the places.
pub fn geojson(extract: &Extract<'_>) -> String {
    let features = extract.cooperations.iter().map(|&key| cooperation(extract, key));
    let features = features.chain(extract.clusters.iter().map(|&key| cluster(extract, key)));
    let features = features.chain(extract.places.iter().map(|&key| place(extract, key)));
    let edition = &extract.dataset.edition;
    // Members that the format does not know are allowed, and kept by most programs.
    Object::new()
        .with("type", "FeatureCollection")
        .with("version", &*edition.version)
        .with("date", edition.date.to_string())
        .with_both("publisher", &edition.publisher)
        .with_both("licence", &edition.licence)
        .with("features", features.collect::<Json>())
        .into_file()
}

fn cooperation(extract: &Extract<'_>, key: CooperationKey) -> Object {
    let dataset = extract.dataset;
    let cooperation = dataset.cooperation(key);
    let clusters = || cooperation.clusters.iter().map(|&key| dataset.cluster(key));
    let mut lines = Vec::new();
    for from in clusters().filter_map(|cluster| cluster.seat.as_ref()) {
        for partner in &cooperation.partners {
            for part in line(from.at, dataset.place(partner.place).at) {
                lines.push(part.into_iter().map(coordinates).collect::<Json>());
            }
        }
    }
    let geometry = (!lines.is_empty()).then(|| geometry("MultiLineString", Json::List(lines)));
    let partners = cooperation.partners.iter().map(|partner| {
        Object::new()
            .with("place", dataset.place(partner.place).id.as_str())
            .with("organisation", partner.organisation.as_deref())
    });
    let themes = cooperation.themes.iter();
    let kinds = cooperation.kinds.iter();
    let programme = cooperation.programme;
    let funding = cooperation.funding;
    let properties = Object::new()
        .with("kind", "cooperation")
        .with_both("title", &cooperation.title)
        .with(
            "clusters",
            clusters().map(|cluster| cluster.id.as_str()).collect::<Json>(),
        )
        .with("partners", partners.collect::<Json>())
        .with(
            "programme",
            programme.map(|key| dataset.programme(key).id.as_str()),
        )
        .with(
            "themes",
            themes
                .map(|&key| dataset.theme(key).id.as_str())
                .collect::<Json>(),
        )
        .with(
            "kinds",
            kinds.map(|&key| dataset.kind(key).id.as_str()).collect::<Json>(),
        )
        .with("start", cooperation.period.start.map(|date| date.to_string()))
        .with("end", cooperation.period.end.map(|date| date.to_string()))
        .with("funding_reference", cooperation.funding_reference.as_deref())
        .with(
            "funding_eur",
            funding.map(|funding| Json::Number(funding.amount_eur, 2)),
        )
        .with(
            "funding_qualifier",
            funding.map(|funding| FundingQualifier::code(funding.qualifier)),
        )
        .with("coordinator", cooperation.coordinator.as_deref());
    let properties = extract.with_details(properties, DetailsOf::Cooperation(cooperation.id.as_str()));
    feature("cooperation", cooperation.id.as_str(), geometry, properties)
}

fn cluster(extract: &Extract<'_>, key: ClusterKey) -> Object {
    let dataset = extract.dataset;
    let Cluster {
        id,
        name,
        short_name,
        seat,
        state,
        themes,
        website,
        ..
    } = dataset.cluster(key);
    let themes = themes.iter().map(|&key| dataset.theme(key).id.as_str());
    let properties = Object::new()
        .with("kind", "cluster")
        .with("name", &**name)
        .with("short_name", short_name.as_deref())
        .with("city", seat.as_ref().map(|seat| &*seat.city))
        .with("state", state.map(FederalState::code))
        .with("themes", themes.collect::<Json>())
        .with("website", website.as_deref());
    let properties = extract.with_details(properties, DetailsOf::Cluster(id.as_str()));
    let geometry = seat.as_ref().map(|seat| point(seat.at));
    feature("cluster", id.as_str(), geometry, properties)
}

fn place(extract: &Extract<'_>, key: PlaceKey) -> Object {
    let place = extract.dataset.place(key);
    let country = place
        .country
        .map(|key| extract.dataset.country(key).code.to_string());
    let properties = Object::new()
        .with("kind", "place")
        .with_both("name", &place.name)
        .with("country", country)
        .with("precision", place.precision.code());
    feature("place", place.id.as_str(), Some(point(place.at)), properties)
}

/// A feature; the member for its geometry is there even where it has none.
fn feature(kind: &str, id: &str, geometry: Option<Object>, properties: Object) -> Object {
    let object = Object::new()
        .with("type", "Feature")
        .with("id", format!("{kind}:{id}"));
    let object = match geometry {
        Some(geometry) => object.with("geometry", geometry),
        None => object.with_nothing("geometry"),
    };
    object.with("properties", properties)
}

fn geometry(kind: &str, coordinates: Json) -> Object {
    Object::new().with("type", kind).with("coordinates", coordinates)
}

fn point(at: LatLon) -> Object {
    geometry("Point", coordinates(position(at.lat(), at.lon())))
}

fn coordinates(position: [f64; 2]) -> Json {
    position
        .map(|degrees| Json::Number(degrees, DECIMALS))
        .into_iter()
        .collect()
}

fn position(lat: f64, lon: f64) -> [f64; 2] {
    [lon, lat].map(|degrees| (degrees * UNIT).round() / UNIT)
}

/// The straight line between two points, the shorter way around the Earth: two parts where that crosses the 180th
/// meridian.
fn line(from: LatLon, to: LatLon) -> Vec<Vec<[f64; 2]>> {
    let (start, end) = (position(from.lat(), from.lon()), position(to.lat(), to.lon()));
    let apart = to.lon() - from.lon();
    if apart.abs() <= 180.0 {
        return vec![vec![start, end]];
    }
    // To the east where the way west is the longer, and the other way round.
    let edge = if apart < 0.0 { 180.0 } else { -180.0 };
    let way = apart - apart.signum() * 360.0;
    let part = (edge - from.lon()) / way;
    let lat = from.lat() + (to.lat() - from.lat()) * part;
    vec![vec![start, position(lat, edge)], vec![position(lat, -edge), end]]
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(lat: f64, lon: f64) -> LatLon {
        LatLon::try_new(lat, lon).unwrap()
    }

    #[test]
    fn a_line_across_the_meridian_is_cut_there() {
        // From Fiji to Samoa, and back.
        assert_eq!(
            line(at(-18.0, 178.0), at(-14.0, -172.0)),
            [
                [[178.0, -18.0], [180.0, -17.2]],
                [[-180.0, -17.2], [-172.0, -14.0]]
            ]
        );
        assert_eq!(
            line(at(-14.0, -172.0), at(-18.0, 178.0)),
            [
                [[-172.0, -14.0], [-180.0, -17.2]],
                [[180.0, -17.2], [178.0, -18.0]]
            ]
        );
    }

    #[test]
    fn other_lines_are_whole() {
        assert_eq!(
            line(at(51.0, 13.0), at(35.0, 139.0)),
            [[[13.0, 51.0], [139.0, 35.0]]]
        );
    }
}
