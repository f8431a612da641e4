//! One record of the file -> one record of the subject, with every reference resolved.

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
use crate::domain::source::is_web_address;
use crate::domain::theme::{Field, Theme};
use crate::geo::lat_lon::LatLon;
use crate::order::insert;

use super::problem::Cause;
use super::wire::{self, Text};
use super::{Dataset, details};

pub(super) fn theme(record: wire::Theme<'_>) -> Result<Theme, Cause> {
    Ok(Theme {
        id: id(&record.id)?,
        name: localized(record.name_de, record.name_en),
        field: Field::from_code(&record.field).ok_or_else(|| dangling("field", &record.field))?,
    })
}

pub(super) fn kind(record: wire::Named<'_>) -> Result<CooperationKind, Cause> {
    Ok(CooperationKind {
        id: id(&record.id)?,
        name: localized(record.name_de, record.name_en),
    })
}

pub(super) fn country(record: wire::Country<'_>) -> Result<Country, Cause> {
    Ok(Country {
        code: record.id.parse().map_err(|error| value("id", &error))?,
        name: localized(record.name_de, record.name_en),
        continent: Continent::from_code(&record.continent)
            .ok_or_else(|| dangling("continent", &record.continent))?,
        at: lat_lon(record.lat, record.lon)?,
    })
}

pub(super) fn programme(record: wire::Programme<'_>) -> Result<Programme, Cause> {
    Ok(Programme {
        id: id(&record.id)?,
        name: localized(record.name_de, record.name_en),
        funder: record.funder.into(),
        level: FunderLevel::from_code(&record.funder_level)
            .ok_or_else(|| dangling("funder_level", &record.funder_level))?,
        period: period(record.start.as_ref(), record.end.as_ref())?,
        url: web_address("url", record.url)?,
    })
}

pub(super) fn cluster(dataset: &Dataset, record: wire::Cluster<'_>) -> Result<Cluster, Cause> {
    let seat = match (record.city, record.lat, record.lon) {
        (Some(city), Some(lat), Some(lon)) => Some(Seat {
            city: city.into(),
            at: lat_lon(lat, lon)?,
        }),
        (None, None, None) => None,
        _ => {
            return Err(Cause::Value {
                field: "city",
                message: "known without its coordinates, or they without it".to_owned(),
            });
        }
    };
    Ok(Cluster {
        id: id(&record.id)?,
        name: record.name.into(),
        short_name: record.short_name.map(Into::into),
        aliases: texts(record.aliases),
        seat,
        state: state(record.state.as_ref())?,
        themes: resolve_some("themes", &record.themes, |id| dataset.theme_by_id(id))?,
        memberships: texts(record.memberships),
        website: web_address("website", record.website)?,
    })
}

pub(super) fn place(dataset: &Dataset, record: wire::Place<'_>) -> Result<Place, Cause> {
    Ok(Place {
        id: id(&record.id)?,
        name: localized(record.name_de, record.name_en),
        country: record
            .country
            .map(|code| country_key(dataset, &code))
            .transpose()?,
        precision: Precision::from_code(&record.precision)
            .ok_or_else(|| dangling("precision", &record.precision))?,
        at: lat_lon(record.lat, record.lon)?,
        state: state(record.state.as_ref())?,
    })
}

pub(super) fn cooperation(dataset: &Dataset, record: wire::Cooperation<'_>) -> Result<Cooperation, Cause> {
    let partners = record.partners.into_iter().map(|partner| {
        let place = dataset
            .place_by_id(&partner.place)
            .ok_or_else(|| dangling("partners.place", &partner.place))?;
        Ok(Partner {
            place,
            organisation: partner.organisation.map(Into::into),
        })
    });
    let partners: Box<[Partner]> = partners.collect::<Result<_, Cause>>()?;
    if partners.is_empty() {
        return Err(Cause::Empty("partners"));
    }
    let programme = record.programme.map(|id| {
        dataset
            .programme_by_id(&id)
            .ok_or_else(|| dangling("programme", &id))
    });
    Ok(Cooperation {
        id: id(&record.id)?,
        title: localized(record.title_de, record.title_en),
        clusters: resolve("clusters", &record.clusters, |id| dataset.cluster_by_id(id))?,
        partners,
        programme: programme.transpose()?,
        themes: resolve_some("themes", &record.themes, |id| dataset.theme_by_id(id))?,
        kinds: resolve_some("kinds", &record.kinds, |id| dataset.kind_by_id(id))?,
        period: period(record.start.as_ref(), record.end.as_ref())?,
        funding_reference: record.funding_reference.map(Into::into),
        funding: funding(record.funding_eur, record.funding_qualifier.as_deref())?,
        coordinator: record.coordinator.map(Into::into),
    })
}

pub(super) fn key_figure(record: wire::KeyFigure<'_>) -> Result<KeyFigure, Cause> {
    Ok(KeyFigure {
        id: record.id.into(),
        label: localized(record.label_de, record.label_en),
        value: record.value,
        unit: record.unit.into(),
        comparator: Comparator::from_sign(&record.comparator)
            .ok_or_else(|| dangling("comparator", &record.comparator))?,
        items: texts(record.items),
        as_of: record.as_of.map(|date| parse_date("as_of", &date)).transpose()?,
        source: details::source_from_wire(record.source),
    })
}

pub(super) fn value(field: &'static str, error: &impl ToString) -> Cause {
    Cause::Value {
        field,
        message: error.to_string(),
    }
}

pub(super) fn dangling(field: &'static str, id: &str) -> Cause {
    Cause::Dangling {
        field,
        id: id.to_owned(),
    }
}

pub(super) fn id<T>(text: &str) -> Result<Id<T>, Cause> {
    text.parse().map_err(|error| value("id", &error))
}

pub(super) fn localized(de: Text<'_>, en: Text<'_>) -> LocalizedText {
    Localized {
        de: de.into(),
        en: en.into(),
    }
}

pub(super) fn texts(texts: Vec<Text<'_>>) -> Box<[Box<str>]> {
    texts.into_iter().map(Into::into).collect()
}

pub(super) fn lat_lon(lat: f64, lon: f64) -> Result<LatLon, Cause> {
    LatLon::try_new(lat, lon).map_err(|error| value("lat, lon", &error))
}

pub(super) fn state(code: Option<&Text<'_>>) -> Result<Option<FederalState>, Cause> {
    code.map(|code| code.parse().map_err(|error| value("state", &error)))
        .transpose()
}

pub(super) fn country_key(dataset: &Dataset, code: &str) -> Result<CountryKey, Cause> {
    let known = code.parse().ok().and_then(|code| dataset.country_by_code(code));
    known.ok_or_else(|| dangling("country", code))
}

pub(super) fn parse_date(field: &'static str, text: &str) -> Result<PartialDate, Cause> {
    text.parse().map_err(|error| value(field, &error))
}

pub(super) fn period(start: Option<&Text<'_>>, end: Option<&Text<'_>>) -> Result<Period, Cause> {
    Ok(Period {
        start: start.map(|date| parse_date("start", date)).transpose()?,
        end: end.map(|date| parse_date("end", date)).transpose()?,
    })
}

pub(super) fn web_address(field: &'static str, url: Option<Text<'_>>) -> Result<Option<Box<str>>, Cause> {
    match url {
        Some(url) if !is_web_address(&url) => Err(Cause::Value {
            field,
            message: format!("not a web address: {url:?}"),
        }),
        url => Ok(url.map(Into::into)),
    }
}

pub(super) fn funding(amount: Option<f64>, qualifier: Option<&str>) -> Result<Option<Funding>, Cause> {
    match (amount, qualifier) {
        (None, None) => Ok(None),
        (Some(amount_eur), Some(word)) => {
            let qualifier =
                FundingQualifier::from_code(word).ok_or_else(|| dangling("funding_qualifier", word))?;
            Ok(Some(Funding {
                amount_eur,
                qualifier,
            }))
        }
        _ => Err(Cause::Value {
            field: "funding_eur",
            message: "stated without its qualifier, or it without the amount".to_owned(),
        }),
    }
}

/// The records with these ids, each once: what is named twice would count twice.
pub(super) fn resolve<T>(
    field: &'static str,
    ids: &[Text<'_>],
    find: impl Fn(&str) -> Option<Key<T>>,
) -> Result<Box<[Key<T>]>, Cause> {
    let mut keys = Vec::with_capacity(ids.len());
    for id in ids {
        insert(&mut keys, find(id).ok_or_else(|| dangling(field, id))?);
    }
    Ok(keys.into())
}

/// The same for a list that must hold something.
pub(super) fn resolve_some<T>(
    field: &'static str,
    ids: &[Text<'_>],
    find: impl Fn(&str) -> Option<Key<T>>,
) -> Result<Box<[Key<T>]>, Cause> {
    if ids.is_empty() {
        Err(Cause::Empty(field))
    } else {
        resolve(field, ids, find)
    }
}
