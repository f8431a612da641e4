//! Text of `atlas.json` -> dataset and problems.
//!
//! Every record is read and resolved by itself. One that cannot be used is left out and reported; records
//! that refer to it follow it. Only a file without an edition, without Germany or of another version is no
//! dataset at all.

use std::cmp::Ordering;

use serde::Deserialize;
use serde_json::value::RawValue;

use crate::domain::cluster::{Cluster, Seat};
use crate::domain::cooperation::{Cooperation, Funding, FundingQualifier, Partner};
use crate::domain::country::{Continent, Country, CountryCode, CountryKey};
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
use crate::order::{arranged, insert, sorted};

use super::problem::{Cause, Problem, ReadError};
use super::wire::{self, Text};
use super::{Dataset, Edition, details};

/// Reads the text of `atlas.json`.
///
/// # Errors
/// When the text is not JSON, not a dataset, or of a version that this code does not read.
pub fn assemble(text: &str) -> Result<(Dataset, Vec<Problem>), ReadError> {
    check_version(text)?;
    let atlas: wire::Atlas<'_> = serde_json::from_str(text).map_err(|error| damaged(&error))?;
    let edition = edition(atlas.dataset)?;

    let mut problems = Vec::new();
    let mut reading = Reading {
        problems: &mut problems,
    };
    let field_names = field_names(&mut reading, &atlas.fields)?;
    let themes = reading.list(
        "themes",
        &atlas.themes,
        Arrangement::AsWritten,
        |a: &Theme, b: &Theme| by_id(&a.id, &b.id),
        theme,
    );
    let kinds = reading.list(
        "kinds",
        &atlas.kinds,
        Arrangement::AsWritten,
        |a: &CooperationKind, b: &CooperationKind| by_id(&a.id, &b.id),
        kind,
    );
    let countries = reading.list(
        "countries",
        &atlas.countries,
        Arrangement::ById,
        |a: &Country, b: &Country| a.code.cmp(&b.code),
        country,
    );
    let state_points = state_points(&mut reading, &atlas.states)?;
    let programmes = reading.list(
        "programmes",
        &atlas.programmes,
        Arrangement::ById,
        |a: &Programme, b: &Programme| by_id(&a.id, &b.id),
        programme,
    );
    let germany = countries
        .binary_search_by(|country| country.code.cmp(&CountryCode::GERMANY))
        .ok()
        .and_then(super::key_at)
        .ok_or_else(|| ReadError::Essential("countries: DE".to_owned()))?;

    let mut dataset = Dataset {
        edition,
        field_names,
        themes,
        kinds,
        programmes,
        countries,
        state_points,
        germany,
        clusters: Box::default(),
        places: Box::default(),
        cooperations: Box::default(),
        key_figures: Box::default(),
    };
    dataset.clusters = reading.list(
        "clusters",
        &atlas.clusters,
        Arrangement::ById,
        |a: &Cluster, b: &Cluster| by_id(&a.id, &b.id),
        |record| cluster(&dataset, record),
    );
    dataset.places = reading.list(
        "places",
        &atlas.places,
        Arrangement::ById,
        |a: &Place, b: &Place| by_id(&a.id, &b.id),
        |record| place(&dataset, record),
    );
    dataset.cooperations = reading.list(
        "cooperations",
        &atlas.cooperations,
        Arrangement::ById,
        |a: &Cooperation, b: &Cooperation| by_id(&a.id, &b.id),
        |record| cooperation(&dataset, record),
    );
    dataset.key_figures = reading.list(
        "key_figures",
        &atlas.key_figures,
        Arrangement::AsWritten,
        |a: &KeyFigure, b: &KeyFigure| a.id.cmp(&b.id),
        key_figure,
    );
    Ok((dataset, problems))
}

fn by_id<T>(a: &Id<T>, b: &Id<T>) -> Ordering {
    a.as_str().cmp(b.as_str())
}

fn damaged(error: &serde_json::Error) -> ReadError {
    ReadError::Damaged {
        cause: error.to_string(),
        line: error.line(),
        column: error.column(),
    }
}

fn check_version(text: &str) -> Result<(), ReadError> {
    #[derive(Deserialize)]
    struct Versioned {
        version: u64,
    }
    let Versioned { version: found } = serde_json::from_str(text).map_err(|error| damaged(&error))?;
    if found == u64::from(wire::VERSION) {
        Ok(())
    } else {
        Err(ReadError::Version {
            found,
            supported: wire::VERSION,
        })
    }
}

fn edition(edition: wire::Edition<'_>) -> Result<Edition, ReadError> {
    let date = edition
        .date
        .parse()
        .map_err(|error| ReadError::Essential(format!("dataset.date: {error}")))?;
    Ok(Edition {
        version: edition.version.into(),
        date,
        publisher: localized(edition.publisher_de, edition.publisher_en),
        licence: localized(edition.licence_de, edition.licence_en),
        content: edition.content.into(),
    })
}

/// In which order a list is kept.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Arrangement {
    /// By id, for look-up.
    ById,
    /// As written, for display.
    AsWritten,
}

/// Compares records by id.
type ById<T> = fn(&T, &T) -> Ordering;

/// Reads lists and collects what is wrong with their records.
struct Reading<'p> {
    problems: &'p mut Vec<Problem>,
}

impl Reading<'_> {
    fn list<'a, W: Deserialize<'a>, T>(
        &mut self,
        list: &'static str,
        raw: &[&'a RawValue],
        arrangement: Arrangement,
        by_id: ById<T>,
        read: impl Fn(W) -> Result<T, Cause>,
    ) -> Box<[T]> {
        let mut records = Vec::with_capacity(raw.len());
        for (position, text) in raw.iter().enumerate() {
            let record = serde_json::from_str(text.get()).map_err(|error| Cause::Shape(error.to_string()));
            match record.and_then(&read) {
                Ok(record) => records.push((position, record)),
                Err(cause) => self.report(list, raw, position, cause),
            }
        }
        let sorted = sorted(records.len(), &|a, b| by_id(&records[a].1, &records[b].1));
        let mut repeated = vec![false; records.len()];
        for pair in sorted.windows(2) {
            if let &[earlier, later] = pair {
                repeated[later] = by_id(&records[earlier].1, &records[later].1) == Ordering::Equal;
            }
        }
        for ((position, _), _) in records.iter().zip(&repeated).filter(|&(_, &repeated)| repeated) {
            self.report(list, raw, *position, Cause::Duplicate);
        }
        let order = match arrangement {
            Arrangement::ById => sorted,
            Arrangement::AsWritten => (0..records.len()).collect(),
        };
        let order: Vec<usize> = order.into_iter().filter(|&record| !repeated[record]).collect();
        arranged(records, &order)
            .into_iter()
            .map(|(_, record)| record)
            .collect()
    }

    fn report(&mut self, list: &'static str, raw: &[&RawValue], position: usize, cause: Cause) {
        #[derive(Deserialize)]
        struct Identified {
            id: String,
        }
        let id = raw
            .get(position)
            .and_then(|text| serde_json::from_str::<Identified>(text.get()).ok());
        self.problems.push(Problem {
            list,
            position,
            id: id.map(|found| found.id),
            cause,
        });
    }
}

fn field_names(reading: &mut Reading<'_>, raw: &[&RawValue]) -> Result<[LocalizedText; 6], ReadError> {
    let read = reading.list(
        "fields",
        raw,
        Arrangement::AsWritten,
        |a: &(Field, LocalizedText), b: &(Field, LocalizedText)| a.0.cmp(&b.0),
        |record: wire::Named<'_>| {
            let field = Field::from_code(&record.id).ok_or_else(|| dangling("id", &record.id))?;
            Ok((field, localized(record.name_de, record.name_en)))
        },
    );
    let mut names: [Option<LocalizedText>; 6] = Default::default();
    for (field, name) in read {
        names[field.index()] = Some(name);
    }
    all(names, |position| {
        format!("fields: {}", Field::ALL[position].code())
    })
}

fn state_points(reading: &mut Reading<'_>, raw: &[&RawValue]) -> Result<[LatLon; 16], ReadError> {
    let located = reading.list(
        "states",
        raw,
        Arrangement::AsWritten,
        |a: &(FederalState, LatLon), b: &(FederalState, LatLon)| a.0.cmp(&b.0),
        |record: wire::State<'_>| {
            let state: FederalState = record.id.parse().map_err(|error| value("id", &error))?;
            Ok((state, lat_lon(record.lat, record.lon)?))
        },
    );
    let mut points = [None; 16];
    for (state, point) in located {
        points[state.index()] = Some(point);
    }
    all(points, |position| {
        format!("states: {}", FederalState::ALL[position])
    })
}

fn all<T, const N: usize>(
    values: [Option<T>; N],
    name: impl Fn(usize) -> String,
) -> Result<[T; N], ReadError> {
    let missing = values.iter().position(Option::is_none).unwrap_or(N);
    let all: Option<Vec<T>> = values.into_iter().collect();
    all.and_then(|all| all.try_into().ok())
        .ok_or_else(|| ReadError::Essential(name(missing)))
}

fn theme(record: wire::Theme<'_>) -> Result<Theme, Cause> {
    Ok(Theme {
        id: id(&record.id)?,
        name: localized(record.name_de, record.name_en),
        field: Field::from_code(&record.field).ok_or_else(|| dangling("field", &record.field))?,
    })
}

fn kind(record: wire::Named<'_>) -> Result<CooperationKind, Cause> {
    Ok(CooperationKind {
        id: id(&record.id)?,
        name: localized(record.name_de, record.name_en),
    })
}

fn country(record: wire::Country<'_>) -> Result<Country, Cause> {
    Ok(Country {
        code: record.id.parse().map_err(|error| value("id", &error))?,
        name: localized(record.name_de, record.name_en),
        continent: Continent::from_code(&record.continent)
            .ok_or_else(|| dangling("continent", &record.continent))?,
        at: lat_lon(record.lat, record.lon)?,
    })
}

fn programme(record: wire::Programme<'_>) -> Result<Programme, Cause> {
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

fn cluster(dataset: &Dataset, record: wire::Cluster<'_>) -> Result<Cluster, Cause> {
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

fn place(dataset: &Dataset, record: wire::Place<'_>) -> Result<Place, Cause> {
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

fn cooperation(dataset: &Dataset, record: wire::Cooperation<'_>) -> Result<Cooperation, Cause> {
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

fn key_figure(record: wire::KeyFigure<'_>) -> Result<KeyFigure, Cause> {
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

fn value(field: &'static str, error: &impl ToString) -> Cause {
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

fn id<T>(text: &str) -> Result<Id<T>, Cause> {
    text.parse().map_err(|error| value("id", &error))
}

fn localized(de: Text<'_>, en: Text<'_>) -> LocalizedText {
    Localized {
        de: de.into(),
        en: en.into(),
    }
}

fn texts(texts: Vec<Text<'_>>) -> Box<[Box<str>]> {
    texts.into_iter().map(Into::into).collect()
}

fn lat_lon(lat: f64, lon: f64) -> Result<LatLon, Cause> {
    LatLon::try_new(lat, lon).map_err(|error| value("lat, lon", &error))
}

fn state(code: Option<&Text<'_>>) -> Result<Option<FederalState>, Cause> {
    code.map(|code| code.parse().map_err(|error| value("state", &error)))
        .transpose()
}

fn country_key(dataset: &Dataset, code: &str) -> Result<CountryKey, Cause> {
    let known = code.parse().ok().and_then(|code| dataset.country_by_code(code));
    known.ok_or_else(|| dangling("country", code))
}

fn parse_date(field: &'static str, text: &str) -> Result<PartialDate, Cause> {
    text.parse().map_err(|error| value(field, &error))
}

fn period(start: Option<&Text<'_>>, end: Option<&Text<'_>>) -> Result<Period, Cause> {
    Ok(Period {
        start: start.map(|date| parse_date("start", date)).transpose()?,
        end: end.map(|date| parse_date("end", date)).transpose()?,
    })
}

fn web_address(field: &'static str, url: Option<Text<'_>>) -> Result<Option<Box<str>>, Cause> {
    match url {
        Some(url) if !is_web_address(&url) => Err(Cause::Value {
            field,
            message: format!("not a web address: {url:?}"),
        }),
        url => Ok(url.map(Into::into)),
    }
}

fn funding(amount: Option<f64>, qualifier: Option<&str>) -> Result<Option<Funding>, Cause> {
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
fn resolve<T>(
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
fn resolve_some<T>(
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
