//! Text of `atlas.json` -> dataset and problems.
//!
//! Every record is read and resolved by itself. One that cannot be used is left out and reported; records
//! that refer to it follow it. Only a file without an edition, without Germany or of another version is no
//! dataset at all.

use crate::domain::country::CountryCode;
use crate::domain::federal_state::FederalState;
use crate::domain::localized::LocalizedText;
use crate::domain::theme::Field;
use crate::geo::lat_lon::LatLon;

use super::ids::Ids;
use super::list::List;
use super::problem::{Problem, ReadError};
use super::record::{Misfit, Record};
use super::records::References;
use super::value::{Depth, Value};
use super::{Dataset, Edition, offset, records, wire};

/// The lists of the file. All but the last must be there.
const LISTS: [&str; 10] = [
    "fields",
    "themes",
    "kinds",
    "countries",
    "states",
    "programmes",
    "clusters",
    "places",
    "cooperations",
    "key_figures",
];

/// Reads the text of `atlas.json`.
///
/// # Errors
/// When the text is not JSON, not a dataset, or of a version that this code does not read.
pub fn assemble(text: &str) -> Result<(Dataset, Vec<Problem>), ReadError> {
    let file = Value::read(text, Depth::Parts(&LISTS)).map_err(|error| ReadError::Damaged {
        cause: error.to_string(),
        line: error.line(),
        column: error.column(),
    })?;
    let damaged = |misfit| damaged_before_end(text, text.trim_ascii_end(), misfit);
    let parts = file.record("file").map_err(damaged)?;
    check_version(text, parts.value("version").map_err(damaged)?.unread())?;
    let edition = edition(text, parts.value("dataset").map_err(damaged)?.unread())?;
    let [
        fields,
        themes,
        kinds,
        countries,
        states,
        programmes,
        clusters,
        places,
        cooperations,
        key_figures,
    ] = lists(parts).map_err(damaged)?;

    let mut problems = Vec::new();
    let field_names = field_names(&List::as_written("fields", fields), &mut problems);
    let themes = List::as_written("themes", themes).read(&mut problems, records::theme);
    let kinds = List::as_written("kinds", kinds).read(&mut problems, records::kind);
    let countries = List::by_id("countries", countries).read(&mut problems, records::country);
    let state_points = state_points(&List::as_written("states", states), &mut problems);
    let programmes = List::by_id("programmes", programmes).read(&mut problems, records::programme);
    let germany = countries
        .binary_search_by(|country| country.code.cmp(&CountryCode::GERMANY))
        .ok()
        .and_then(super::key_at);

    let mut dataset = Dataset {
        edition,
        field_names: field_names?,
        state_points: state_points?,
        germany: germany.ok_or_else(|| ReadError::Essential("countries: DE".to_owned()))?,
        themes,
        kinds,
        programmes,
        countries,
        clusters: Box::default(),
        places: Box::default(),
        cooperations: Box::default(),
        key_figures: Box::default(),
    };
    let themes = Ids::new(dataset.themes.len(), &|theme| dataset.themes[theme].id.as_str());
    dataset.clusters =
        List::by_id("clusters", clusters).read(&mut problems, |record| records::cluster(&themes, record));
    dataset.places =
        List::by_id("places", places).read(&mut problems, |record| records::place(&dataset, record));
    let known = References::new(&dataset);
    dataset.cooperations = List::by_id("cooperations", cooperations)
        .read(&mut problems, |record| records::cooperation(&known, record));
    dataset.key_figures = List::as_written("key_figures", key_figures)
        .read(&mut problems, |record| records::key_figure(&dataset, record));
    Ok((dataset, problems))
}

fn lists<'f, 'a>(parts: &'f Record<'a>) -> Result<[&'f [Value<'a>]; 10], Misfit> {
    let mut lists: [&[Value<'a>]; 10] = [&[]; 10];
    for (list, name) in lists.iter_mut().zip(LISTS) {
        *list = match name {
            "key_figures" => parts.optional_list(name)?,
            _ => parts.list(name)?,
        };
    }
    Ok(lists)
}

/// The error of a part of `text`, at its end.
fn damaged_before_end(text: &str, part: &str, Misfit(cause): Misfit) -> ReadError {
    let before = text
        .get(..offset(text, part).wrapping_add(part.len()))
        .unwrap_or(text);
    ReadError::Damaged {
        cause,
        line: 1 + before.matches('\n').count(),
        column: before.len() - before.rfind('\n').map_or(0, |position| position + 1),
    }
}

fn check_version(text: &str, version: &str) -> Result<(), ReadError> {
    match version.parse::<u64>() {
        Ok(found) if found == u64::from(wire::VERSION) => Ok(()),
        Ok(found) => Err(ReadError::Version {
            found,
            supported: wire::VERSION,
        }),
        Err(_) => Err(damaged_before_end(
            text,
            version,
            Misfit::new("version", "not a whole number"),
        )),
    }
}

fn edition(text: &str, part: &str) -> Result<Edition, ReadError> {
    let damaged = |misfit| damaged_before_end(text, part, misfit);
    let part = Value::read(part, Depth::Whole)
        .map_err(|error| damaged(Misfit::new("dataset", &error.to_string())))?;
    let record = part.record("dataset").map_err(damaged)?;
    let text = |field| record.text(field).map_err(damaged);
    let date = text("date")?.parse();
    Ok(Edition {
        version: text("version")?.into(),
        publisher: records::localized(record, "publisher_de", "publisher_en").map_err(damaged)?,
        licence: records::localized(record, "licence_de", "licence_en").map_err(damaged)?,
        content: text("content")?.into(),
        date: date.map_err(|error| ReadError::Essential(format!("dataset.date: {error}")))?,
    })
}

fn field_names(list: &List<'_, '_>, problems: &mut Vec<Problem>) -> Result<[LocalizedText; 6], ReadError> {
    let mut names: [Option<LocalizedText>; 6] = Default::default();
    for (field, name) in list.read(problems, records::field) {
        names[field.index()] = Some(name);
    }
    all(names, |position| {
        format!("fields: {}", Field::ALL[position].code())
    })
}

fn state_points(list: &List<'_, '_>, problems: &mut Vec<Problem>) -> Result<[LatLon; 16], ReadError> {
    let mut points = [None; 16];
    for (state, point) in list.read(problems, records::state_point) {
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
