//! Clusters, places and cooperations as linked data: JSON-LD in the words of schema.org.
//!
//! The context stands in the file, so that no reader fetches one. The id of a record is its permalink in the atlas;
//! where nobody knows the address of that, it is relative to wherever the file lies.

use crate::dataset::Dataset;
use crate::dataset::details::DetailsOf;
use crate::domain::cluster::ClusterKey;
use crate::domain::cooperation::{CooperationKey, Funding, FundingQualifier};
use crate::domain::federal_state::FederalState;
use crate::domain::localized::{Language, LocalizedText};
use crate::domain::place::PlaceKey;
use crate::domain::theme::ThemeKey;
use crate::geo::lat_lon::LatLon;
use crate::locale::texts;

use super::extract::Extract;
use super::json::{Json, Object};

/// The words.
const VOCABULARY: &str = "https://schema.org/";

/// Properties whose values are addresses.
const ADDRESSES: [&str; 1] = ["url"];

/// Properties whose values are dates, perhaps without day or month.
const DATES: [&str; 4] = ["dateModified", "datePublished", "foundingDate", "dissolutionDate"];

/// Digits of degrees, and of money.
const DIGITS: [u32; 2] = [5, 2];

/// An extract as JSON-LD.
pub fn linked(extract: &Extract<'_>) -> String {
    let mut context = Object::new().with("@vocab", VOCABULARY);
    if !extract.address.is_empty() {
        context = context.with("@base", extract.address);
    }
    for property in ADDRESSES {
        context = context.with(property, Object::new().with("@type", "@id"));
    }
    for property in DATES {
        context = context.with(property, Object::new().with("@type", "Date"));
    }
    let cooperations = extract.cooperations.iter().map(|&key| cooperation(extract, key));
    let clusters = extract.clusters.iter().map(|&key| cluster(extract, key));
    let places = extract.places.iter().map(|&key| place(extract, key));
    let graph = std::iter::once(dataset(extract))
        .chain(cooperations)
        .chain(clusters)
        .chain(places);
    Object::new()
        .with("@context", context)
        .with("@graph", graph.collect::<Json>())
        .into_file()
}

fn dataset(extract: &Extract<'_>) -> Object {
    let edition = &extract.dataset.edition;
    let publisher = thing("Organization").with("name", in_both(&edition.publisher));
    let licence = thing("CreativeWork").with("text", in_both(&edition.licence));
    let about = extract.cooperations.iter().map(|&key| {
        let id = extract.dataset.cooperation(key).id.as_str();
        reference("cooperation", id)
    });
    thing("Dataset")
        .with("name", texts(Language::German).title)
        .with("version", &*edition.version)
        .with("dateModified", edition.date.to_string())
        .with(
            "inLanguage",
            Language::ALL.map(Language::code).into_iter().collect::<Json>(),
        )
        .with("isAccessibleForFree", true)
        .with("publisher", publisher)
        .with("license", licence)
        .with("about", about.collect::<Json>())
}

fn cooperation(extract: &Extract<'_>, key: CooperationKey) -> Object {
    let dataset = extract.dataset;
    let cooperation = dataset.cooperation(key);
    let id = cooperation.id.as_str();
    let kinds = cooperation
        .kinds
        .iter()
        .map(|&key| in_both(&dataset.kind(key).name));
    let clusters = cooperation
        .clusters
        .iter()
        .map(|&key| reference("cluster", dataset.cluster(key).id.as_str()));
    let partners = cooperation.partners.iter().filter_map(|partner| {
        let organisation = partner.organisation.as_deref()?;
        let place = dataset.place(partner.place).id.as_str();
        let object = thing("Organization").with("name", organisation);
        Some(object.with("location", reference("place", place)))
    });
    let places = cooperation
        .partners
        .iter()
        .map(|partner| reference("place", dataset.place(partner.place).id.as_str()));
    let period = cooperation.period;
    let object = record("Project", "cooperation", id)
        .with("name", in_both(&cooperation.title))
        .with("keywords", kinds.collect::<Json>())
        .with("knowsAbout", themes(dataset, &cooperation.themes))
        .with("member", clusters.chain(partners).collect::<Json>())
        .with("location", places.collect::<Json>())
        .with("foundingDate", period.start.map(|date| date.to_string()))
        .with("dissolutionDate", period.end.map(|date| date.to_string()))
        .with("funding", grant(extract, key));
    with_details(extract, object, DetailsOf::Cooperation(id))
}

/// The money, its programme and reference number, as far as they are known.
fn grant(extract: &Extract<'_>, key: CooperationKey) -> Option<Object> {
    let cooperation = extract.dataset.cooperation(key);
    let reference = cooperation.funding_reference.as_deref();
    let programme = cooperation.programme.map(|key| extract.dataset.programme(key));
    if reference.is_none() && programme.is_none() && cooperation.funding.is_none() {
        return None;
    }
    let object = thing(if cooperation.funding.is_some() {
        "MonetaryGrant"
    } else {
        "Grant"
    });
    Some(
        object
            .with("name", programme.map(|programme| in_both(&programme.name)))
            .with(
                "funder",
                programme.map(|programme| thing("Organization").with("name", &*programme.funder)),
            )
            .with("identifier", reference)
            .with("amount", cooperation.funding.map(amount)),
    )
}

fn amount(funding: Funding) -> Object {
    let number = Json::Number(funding.amount_eur, DIGITS[1]);
    let object = thing("MonetaryAmount").with("currency", "EUR");
    match funding.qualifier {
        FundingQualifier::Exact => object.with("value", number),
        FundingQualifier::UpTo => object.with("maxValue", number),
        FundingQualifier::MoreThan => object.with("minValue", number),
        FundingQualifier::About => object
            .with("value", number)
            .with("description", texts(Language::English).about_amount),
    }
}

fn cluster(extract: &Extract<'_>, key: ClusterKey) -> Object {
    let dataset = extract.dataset;
    let cluster = dataset.cluster(key);
    let id = cluster.id.as_str();
    let names = cluster.short_name.iter().chain(&cluster.aliases);
    let state = cluster.state.map(FederalState::code);
    let address = thing("PostalAddress")
        .with("addressLocality", cluster.seat.as_ref().map(|seat| &*seat.city))
        .with("addressRegion", state)
        .with("addressCountry", "DE");
    let location = cluster
        .seat
        .as_ref()
        .map(|seat| thing("Place").with("geo", coordinates(seat.at)));
    let memberships = cluster.memberships.iter().filter_map(|id| {
        let programme = dataset.programme(dataset.programme_by_id(id)?);
        Some(thing("ProgramMembership").with("programName", in_both(&programme.name)))
    });
    let object = record("Organization", "cluster", id)
        .with("name", &*cluster.name)
        .with("alternateName", names.map(|name| &**name).collect::<Json>())
        .with("url", cluster.website.as_deref())
        .with("address", address)
        .with("location", location)
        .with("knowsAbout", themes(dataset, &cluster.themes))
        .with("memberOf", memberships.collect::<Json>());
    with_details(extract, object, DetailsOf::Cluster(id))
}

fn place(extract: &Extract<'_>, key: PlaceKey) -> Object {
    let place = extract.dataset.place(key);
    let country = place.country.map(|key| {
        let code = extract.dataset.country(key).code.to_string();
        thing("PostalAddress").with("addressCountry", code)
    });
    record("Place", "place", place.id.as_str())
        .with("name", in_both(&place.name))
        .with("address", country)
        .with("geo", coordinates(place.at))
}

/// Adds summaries and sources.
fn with_details(extract: &Extract<'_>, object: Object, of: DetailsOf<'_>) -> Object {
    let Some(details) = extract.details else {
        return object;
    };
    let summaries = Language::ALL.into_iter().filter_map(|language| {
        let summary = extract.summary(of, language)?;
        Some(words(summary, language))
    });
    let sources = details.sources(of).map(|source| {
        let publisher = source.publisher.as_deref();
        thing("CreativeWork")
            .with("name", &*source.title)
            .with("url", source.url.as_deref())
            .with(
                "publisher",
                publisher.map(|name| thing("Organization").with("name", name)),
            )
            .with("datePublished", source.published.map(|date| date.to_string()))
    });
    object
        .with("description", summaries.collect::<Json>())
        .with("subjectOf", sources.collect::<Json>())
}

fn themes(dataset: &Dataset, keys: &[ThemeKey]) -> Json {
    keys.iter()
        .map(|&key| in_both(&dataset.theme(key).name))
        .collect()
}

fn coordinates(at: LatLon) -> Object {
    thing("GeoCoordinates")
        .with("latitude", Json::Number(at.lat(), DIGITS[0]))
        .with("longitude", Json::Number(at.lon(), DIGITS[0]))
}

fn thing(kind: &str) -> Object {
    Object::new().with("@type", kind)
}

/// A thing that has an id: the fragment of its permalink.
fn record(kind: &str, list: &str, id: &str) -> Object {
    reference(list, id).with("@type", kind)
}

fn reference(list: &str, id: &str) -> Object {
    Object::new().with("@id", format!("#sel={list}:{id}"))
}

fn in_both(text: &LocalizedText) -> Json {
    let texts = Language::ALL.map(|language| words(text.get(language), language));
    texts.into_iter().collect()
}

fn words(text: &str, language: Language) -> Object {
    Object::new()
        .with("@value", text)
        .with("@language", language.code())
}
