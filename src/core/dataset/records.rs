//! One record of the file -> one record of the subject, with every reference resolved.

use std::fmt::Display;

use crate::domain::cluster::{Cluster, Seat};
use crate::domain::cooperation::{Cooperation, Funding, FundingQualifier, Partner};
use crate::domain::country::{Continent, Country, CountryKey};
use crate::domain::federal_state::FederalState;
use crate::domain::id::{Id, Key};
use crate::domain::key_figure::{Comparator, KeyFigure};
use crate::domain::kind::CooperationKind;
use crate::domain::localized::{Localized, LocalizedText};
use crate::domain::partial_date::{PartialDate, Period};
use crate::domain::place::{Place, Precision};
use crate::domain::programme::{FunderLevel, Programme};
use crate::domain::source::{Source, is_web_address};
use crate::domain::theme::{Field, Theme};
use crate::geo::lat_lon::LatLon;
use crate::order::insert;

use super::Dataset;
use super::ids::Ids;
use super::problem::Cause;
use super::record::{Misfit, Record};
use super::value::Value;

pub(super) fn field(record: &Record<'_>) -> Result<(Field, LocalizedText), Cause> {
    let field = word(record, "id", Field::from_code)?;
    Ok((field, localized(record, "name_de", "name_en")?))
}

pub(super) fn state_point(record: &Record<'_>) -> Result<(FederalState, LatLon), Cause> {
    Ok((state(record.text("id")?, "id")?, lat_lon(record)?))
}

pub(super) fn theme(record: &Record<'_>) -> Result<Theme, Cause> {
    Ok(Theme {
        id: id(record)?,
        name: localized(record, "name_de", "name_en")?,
        field: word(record, "field", Field::from_code)?,
    })
}

pub(super) fn kind(record: &Record<'_>) -> Result<CooperationKind, Cause> {
    Ok(CooperationKind {
        id: id(record)?,
        name: localized(record, "name_de", "name_en")?,
    })
}

pub(super) fn country(record: &Record<'_>) -> Result<Country, Cause> {
    Ok(Country {
        code: record.text("id")?.parse().map_err(|error| value("id", &error))?,
        name: localized(record, "name_de", "name_en")?,
        continent: word(record, "continent", Continent::from_code)?,
        at: lat_lon(record)?,
    })
}

pub(super) fn programme(record: &Record<'_>) -> Result<Programme, Cause> {
    Ok(Programme {
        id: id(record)?,
        name: localized(record, "name_de", "name_en")?,
        funder: record.text("funder")?.into(),
        level: word(record, "funder_level", FunderLevel::from_code)?,
        period: period(record)?,
        url: web_address(record, "url")?,
    })
}

pub(super) fn cluster(themes: &Ids<'_>, record: &Record<'_>) -> Result<Cluster, Cause> {
    Ok(Cluster {
        id: id(record)?,
        name: record.text("name")?.into(),
        short_name: optional(record, "short_name")?,
        aliases: texts(record, "aliases")?,
        seat: seat(record)?,
        state: optional_state(record)?,
        themes: resolve_some("themes", record, themes)?,
        memberships: texts(record, "memberships")?,
        website: web_address(record, "website")?,
    })
}

pub(super) fn place(dataset: &Dataset, record: &Record<'_>) -> Result<Place, Cause> {
    Ok(Place {
        id: id(record)?,
        name: localized(record, "name_de", "name_en")?,
        country: record
            .optional_text("country")?
            .map(|code| country_key(dataset, code))
            .transpose()?,
        precision: word(record, "precision", Precision::from_code)?,
        at: lat_lon(record)?,
        state: optional_state(record)?,
    })
}

/// What cooperations refer to.
pub(super) struct References<'d> {
    themes: Ids<'d>,
    kinds: Ids<'d>,
    programmes: Ids<'d>,
    clusters: Ids<'d>,
    places: Ids<'d>,
}

impl<'d> References<'d> {
    /// The records of `dataset`.
    pub(super) fn new(dataset: &'d Dataset) -> Self {
        let Dataset {
            themes,
            kinds,
            programmes,
            clusters,
            places,
            ..
        } = dataset;
        Self {
            themes: Ids::new(themes.len(), &|theme| themes[theme].id.as_str()),
            kinds: Ids::new(kinds.len(), &|kind| kinds[kind].id.as_str()),
            programmes: Ids::new(programmes.len(), &|programme| programmes[programme].id.as_str()),
            clusters: Ids::new(clusters.len(), &|cluster| clusters[cluster].id.as_str()),
            places: Ids::new(places.len(), &|place| places[place].id.as_str()),
        }
    }
}

pub(super) fn cooperation(known: &References<'_>, record: &Record<'_>) -> Result<Cooperation, Cause> {
    let partners = record.list("partners")?.iter();
    let partners: Box<[Partner]> = partners
        .map(|partner_record| partner(known, partner_record.record("partners")?))
        .collect::<Result<_, Cause>>()?;
    if partners.is_empty() {
        return Err(Cause::Empty("partners"));
    }
    let programme = record.optional_text("programme")?;
    Ok(Cooperation {
        id: id(record)?,
        title: localized(record, "title_de", "title_en")?,
        clusters: resolve("clusters", record.optional_list("clusters")?, &known.clusters)?,
        partners,
        programme: programme
            .map(|id| find("programme", id, &known.programmes))
            .transpose()?,
        themes: resolve_some("themes", record, &known.themes)?,
        kinds: resolve_some("kinds", record, &known.kinds)?,
        period: period(record)?,
        funding_reference: optional(record, "funding_reference")?,
        funding: funding(record)?,
        coordinator: optional(record, "coordinator")?,
    })
}

fn partner(known: &References<'_>, record: &Record<'_>) -> Result<Partner, Cause> {
    Ok(Partner {
        place: find("partners.place", record.text("place")?, &known.places)?,
        organisation: optional(record, "organisation")?,
    })
}

pub(super) fn key_figure(dataset: &Dataset, record: &Record<'_>) -> Result<KeyFigure, Cause> {
    let programme = record.optional_text("programme")?;
    let find = |id| {
        dataset
            .programme_by_id(id)
            .ok_or_else(|| dangling("programme", id))
    };
    Ok(KeyFigure {
        id: record.text("id")?.into(),
        label: localized(record, "label_de", "label_en")?,
        value: record.number("value")?,
        unit: record.text("unit")?.into(),
        comparator: word(record, "comparator", Comparator::from_sign)?,
        items: texts(record, "items")?,
        as_of: date(record, "as_of")?,
        programme: programme.map(find).transpose()?,
        source: source(record.record("source")?)?,
    })
}

/// A source; an address that no page may link to and a date that is none are dropped, its title stays.
pub(crate) fn source(record: &Record<'_>) -> Result<Source, Misfit> {
    let url = record.optional_text("url")?;
    let published = record.optional_text("published")?;
    Ok(Source {
        url: url.filter(|url| is_web_address(url)).map(Into::into),
        title: record.text("title")?.into(),
        publisher: optional(record, "publisher")?,
        published: published.and_then(|date| date.parse().ok()),
    })
}

fn value(field: &'static str, error: &dyn Display) -> Cause {
    Cause::Value {
        field,
        message: error.to_string(),
    }
}

fn dangling(field: &'static str, id: &str) -> Cause {
    Cause::Dangling {
        field,
        id: id.to_owned(),
    }
}

fn id<T>(record: &Record<'_>) -> Result<Id<T>, Cause> {
    let text = record.text("id")?;
    text.parse().map_err(|error| value("id", &error))
}

pub(crate) fn localized(
    record: &Record<'_>,
    de: &'static str,
    en: &'static str,
) -> Result<LocalizedText, Misfit> {
    Ok(Localized {
        de: record.text(de)?.into(),
        en: record.text(en)?.into(),
    })
}

fn optional(record: &Record<'_>, field: &'static str) -> Result<Option<Box<str>>, Misfit> {
    Ok(record.optional_text(field)?.map(Into::into))
}

fn texts(record: &Record<'_>, field: &'static str) -> Result<Box<[Box<str>]>, Misfit> {
    let texts = record.optional_list(field)?.iter();
    texts.map(|text| text.text(field).map(Into::into)).collect()
}

/// A word of a closed list.
fn word<T>(record: &Record<'_>, field: &'static str, from_code: fn(&str) -> Option<T>) -> Result<T, Cause> {
    let word = record.text(field)?;
    from_code(word).ok_or_else(|| dangling(field, word))
}

fn lat_lon(record: &Record<'_>) -> Result<LatLon, Cause> {
    let [lat, lon] = [record.number("lat")?, record.number("lon")?];
    LatLon::try_new(lat, lon).map_err(|error| value("lat, lon", &error))
}

fn seat(record: &Record<'_>) -> Result<Option<Seat>, Cause> {
    let [lat, lon] = [record.optional_number("lat")?, record.optional_number("lon")?];
    match (record.optional_text("city")?, lat, lon) {
        (Some(city), Some(_), Some(_)) => Ok(Some(Seat {
            city: city.into(),
            at: lat_lon(record)?,
        })),
        (None, None, None) => Ok(None),
        _ => Err(value(
            "city",
            &"known without its coordinates, or they without it",
        )),
    }
}

fn state(code: &str, field: &'static str) -> Result<FederalState, Cause> {
    code.parse().map_err(|error| value(field, &error))
}

fn optional_state(record: &Record<'_>) -> Result<Option<FederalState>, Cause> {
    let code = record.optional_text("state")?;
    code.map(|code| state(code, "state")).transpose()
}

fn country_key(dataset: &Dataset, code: &str) -> Result<CountryKey, Cause> {
    let known = code.parse().ok().and_then(|code| dataset.country_by_code(code));
    known.ok_or_else(|| dangling("country", code))
}

fn date(record: &Record<'_>, field: &'static str) -> Result<Option<PartialDate>, Cause> {
    let date = record.optional_text(field)?;
    date.map(|date| date.parse().map_err(|error| value(field, &error)))
        .transpose()
}

fn period(record: &Record<'_>) -> Result<Period, Cause> {
    Ok(Period {
        start: date(record, "start")?,
        end: date(record, "end")?,
    })
}

fn web_address(record: &Record<'_>, field: &'static str) -> Result<Option<Box<str>>, Cause> {
    match record.optional_text(field)? {
        Some(url) if !is_web_address(url) => Err(value(field, &format_args!("not a web address: {url:?}"))),
        url => Ok(url.map(Into::into)),
    }
}

fn funding(record: &Record<'_>) -> Result<Option<Funding>, Cause> {
    let amount = record.optional_number("funding_eur")?;
    match (amount, record.optional_text("funding_qualifier")?) {
        (None, None) => Ok(None),
        (Some(amount_eur), Some(_)) => Ok(Some(Funding {
            amount_eur,
            qualifier: word(record, "funding_qualifier", FundingQualifier::from_code)?,
        })),
        _ => Err(value(
            "funding_eur",
            &"stated without its qualifier, or it without the amount",
        )),
    }
}

/// The record with that id.
fn find<T>(field: &'static str, id: &str, known: &Ids<'_>) -> Result<Key<T>, Cause> {
    known.key(id).ok_or_else(|| dangling(field, id))
}

/// The records with these ids, each once: what is named twice would count twice.
fn resolve<T>(field: &'static str, ids: &[Value<'_>], known: &Ids<'_>) -> Result<Box<[Key<T>]>, Cause> {
    let mut keys = Vec::with_capacity(ids.len());
    for id in ids {
        insert(&mut keys, find(field, id.text(field)?, known)?);
    }
    Ok(keys.into())
}

/// The same for a list that must hold something.
fn resolve_some<T>(
    field: &'static str,
    record: &Record<'_>,
    known: &Ids<'_>,
) -> Result<Box<[Key<T>]>, Cause> {
    match record.list(field)? {
        [] => Err(Cause::Empty(field)),
        ids => resolve(field, ids, known),
    }
}
