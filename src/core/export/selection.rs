//! Clusters, places and cooperations as JSON in full words, for programs that do not want to look ids up.
//!
//! Described by `data/selection.schema.json`, which the site publishes. What is not known is left out.

use crate::dataset::details::DetailsOf;
use crate::domain::cluster::ClusterKey;
use crate::domain::cooperation::{CooperationKey, FundingQualifier, Partner};
use crate::domain::localized::{Language, LocalizedText};
use crate::domain::place::PlaceKey;
use crate::domain::theme::ThemeKey;

use super::extract::Extract;
use super::json::{Json, Object};

/// The version of the format.
pub const VERSION: u32 = 1;

/// Where the site has the schema.
pub const SCHEMA: &str = "data/selection.schema.json";

/// Digits of degrees, and of money.
const DIGITS: [u32; 2] = [5, 2];

/// An extract as JSON.
pub fn selection(extract: &Extract<'_>) -> String {
    let edition = &extract.dataset.edition;
    let dataset = Object::new()
        .with("version", &*edition.version)
        .with("date", edition.date.to_string())
        .with_both("publisher", &edition.publisher)
        .with_both("licence", &edition.licence)
        .with("content", &*edition.content);
    let cooperations = extract.cooperations.iter();
    let clusters = extract.clusters.iter();
    let places = extract.places.iter();
    Object::new()
        .with("$schema", format!("{}{SCHEMA}", extract.address))
        .with("version", Json::Number(f64::from(VERSION), 0))
        .with("dataset", dataset)
        .with("whole", extract.is_whole())
        .with(
            "cooperations",
            cooperations
                .map(|&key| cooperation(extract, key))
                .collect::<Json>(),
        )
        .with(
            "clusters",
            clusters.map(|&key| cluster(extract, key)).collect::<Json>(),
        )
        .with("places", places.map(|&key| place(extract, key)).collect::<Json>())
        .into_file()
}

fn cooperation(extract: &Extract<'_>, key: CooperationKey) -> Object {
    let dataset = extract.dataset;
    let cooperation = dataset.cooperation(key);
    let clusters = cooperation.clusters.iter().map(|&key| {
        let cluster = dataset.cluster(key);
        Object::new()
            .with("id", cluster.id.as_str())
            .with("name", &*cluster.name)
    });
    let partners = cooperation.partners.iter().map(|one| partner(extract, one));
    let programme = cooperation.programme.map(|key| {
        let programme = dataset.programme(key);
        named(programme.id.as_str(), &programme.name)
    });
    let kinds = cooperation.kinds.iter().map(|&key| {
        let kind = dataset.kind(key);
        named(kind.id.as_str(), &kind.name)
    });
    let period = cooperation.period;
    let funding = cooperation.funding;
    let object = Object::new()
        .with("id", cooperation.id.as_str())
        .with_both("title", &cooperation.title)
        .with("clusters", clusters.collect::<Json>())
        .with("partners", partners.collect::<Json>())
        .with("programme", programme)
        .with("themes", themes(extract, &cooperation.themes))
        .with("kinds", kinds.collect::<Json>())
        .with("start", period.start.map(|date| date.to_string()))
        .with("end", period.end.map(|date| date.to_string()))
        .with("status", period.status_on(dataset.edition.date).code())
        .with("funding_reference", cooperation.funding_reference.as_deref())
        .with(
            "funding_eur",
            funding.map(|funding| Json::Number(funding.amount_eur, DIGITS[1])),
        )
        .with(
            "funding_qualifier",
            funding.map(|funding| FundingQualifier::code(funding.qualifier)),
        )
        .with("coordinator", cooperation.coordinator.as_deref());
    extract.with_details(object, DetailsOf::Cooperation(cooperation.id.as_str()))
}

fn partner(extract: &Extract<'_>, partner: &Partner) -> Object {
    let place = extract.dataset.place(partner.place);
    Object::new()
        .with("place", named(place.id.as_str(), &place.name))
        .with("country", country(extract, partner.place))
        .with("organisation", partner.organisation.as_deref())
}

fn cluster(extract: &Extract<'_>, key: ClusterKey) -> Object {
    let dataset = extract.dataset;
    let cluster = dataset.cluster(key);
    let state = cluster.state.map(|state| {
        Object::new()
            .with("id", state.code())
            .with("name_de", state.name(Language::German))
            .with("name_en", state.name(Language::English))
    });
    let memberships = cluster.memberships.iter().map(|id| {
        let known = dataset.programme_by_id(id);
        known.map_or_else(
            || Object::new().with("id", &**id),
            |key| named(id, &dataset.programme(key).name),
        )
    });
    let seat = cluster.seat.as_ref();
    let object = Object::new()
        .with("id", cluster.id.as_str())
        .with("name", &*cluster.name)
        .with("short_name", cluster.short_name.as_deref())
        .with(
            "aliases",
            cluster.aliases.iter().map(|name| &**name).collect::<Json>(),
        )
        .with("city", seat.map(|seat| &*seat.city))
        .with("lat", seat.map(|seat| degrees(seat.at.lat())))
        .with("lon", seat.map(|seat| degrees(seat.at.lon())))
        .with("state", state)
        .with("themes", themes(extract, &cluster.themes))
        .with("memberships", memberships.collect::<Json>())
        .with("website", cluster.website.as_deref());
    extract.with_details(object, DetailsOf::Cluster(cluster.id.as_str()))
}

fn place(extract: &Extract<'_>, key: PlaceKey) -> Object {
    let place = extract.dataset.place(key);
    named(place.id.as_str(), &place.name)
        .with("country", country(extract, key))
        .with("precision", place.precision.code())
        .with("lat", degrees(place.at.lat()))
        .with("lon", degrees(place.at.lon()))
}

fn country(extract: &Extract<'_>, key: PlaceKey) -> Option<Object> {
    extract.dataset.place(key).country.map(|key| {
        let country = extract.dataset.country(key);
        named(&country.code.to_string(), &country.name)
    })
}

fn themes(extract: &Extract<'_>, keys: &[ThemeKey]) -> Json {
    let theme = |&key| {
        let theme = extract.dataset.theme(key);
        named(theme.id.as_str(), &theme.name)
    };
    keys.iter().map(theme).collect()
}

fn named(id: &str, name: &LocalizedText) -> Object {
    Object::new().with("id", id).with_both("name", name)
}

fn degrees(value: f64) -> Json {
    Json::Number(value, DIGITS[0])
}
