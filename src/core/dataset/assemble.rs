//! Text of `atlas.json` -> dataset and problems.
//!
//! Every record is read and resolved by itself. One that cannot be used is left out and reported; records
//! that refer to it follow it. Only a file without an edition, without Germany or of another version is no
//! dataset at all.

use std::cmp::Ordering;

use serde::Deserialize;
use serde_json::value::RawValue;

use crate::domain::cluster::Cluster;
use crate::domain::cooperation::Cooperation;
use crate::domain::country::{Country, CountryCode};
use crate::domain::federal_state::FederalState;
use crate::domain::id::Id;
use crate::domain::key_figure::KeyFigure;
use crate::domain::kind::CooperationKind;
use crate::domain::localized::LocalizedText;
use crate::domain::place::Place;
use crate::domain::programme::Programme;
use crate::domain::theme::{Field, Theme};
use crate::geo::lat_lon::LatLon;
use crate::order::{arranged, sorted};

use super::problem::{Cause, Problem, ReadError};
use super::records::{
    cluster, cooperation, country, dangling, key_figure, kind, lat_lon, localized, place, programme, theme,
    value,
};
use super::wire;
use super::{Dataset, Edition};

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
