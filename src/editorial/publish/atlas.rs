//! `atlas.json`: all that map, filters, list and figures need.

use std::collections::BTreeSet;

use clusteratlas_core::dataset::wire;
use clusteratlas_core::domain::theme::Field;
use clusteratlas_core::geo::lat_lon::LatLon;
use serde::{Deserialize, Serialize};

use crate::authored::Authored;
use crate::authored::list::List;
use crate::authored::record::Record;
use crate::gazetteer::Gazetteer;

use super::PublishError;

/// The whole file in the order of its keys.
#[derive(Debug, Serialize)]
pub struct AtlasFile<'a> {
    /// Version of the format.
    pub version: u32,
    /// The edition.
    pub dataset: wire::Edition<'a>,
    /// Names of the fields of themes.
    pub fields: Vec<wire::Named<'a>>,
    /// Themes in order of display.
    pub themes: Vec<wire::Theme<'a>>,
    /// Kinds of cooperation in order of display.
    pub kinds: Vec<wire::Named<'a>>,
    /// Germany and the countries that hold a place.
    pub countries: Vec<wire::Country<'a>>,
    /// German states.
    pub states: Vec<wire::State<'a>>,
    /// Programmes.
    pub programmes: Vec<wire::Programme<'a>>,
    /// Clusters.
    pub clusters: Vec<wire::Cluster<'a>>,
    /// Places.
    pub places: Vec<wire::Place<'a>>,
    /// Cooperations.
    pub cooperations: Vec<wire::Cooperation<'a>>,
    /// Key figures.
    pub key_figures: Vec<wire::KeyFigure<'a>>,
}

/// The file of a dataset without errors; the name of its contents is still empty.
pub(super) fn file<'a>(
    authored: &'a Authored,
    gazetteer: &'a Gazetteer,
) -> Result<AtlasFile<'a>, PublishError> {
    Ok(AtlasFile {
        version: wire::VERSION,
        dataset: edition(authored)?,
        fields: fields(authored)?,
        themes: read_all(authored, List::Themes)?,
        kinds: read_all(authored, List::Kinds)?,
        countries: countries(authored, gazetteer)?,
        states: states(gazetteer),
        programmes: read_all(authored, List::Programmes)?,
        clusters: read_all(authored, List::Clusters)?,
        places: places(authored, gazetteer)?,
        cooperations: read_all(authored, List::Cooperations)?,
        key_figures: read_all(authored, List::KeyFigures)?,
    })
}

/// All records of a file in a published shape.
pub(super) fn read_all<'a, T: Deserialize<'a>>(
    authored: &'a Authored,
    list: List,
) -> Result<Vec<T>, PublishError> {
    authored.records(list).iter().map(read).collect()
}

fn read<'a, T: Deserialize<'a>>(record: &'a Record) -> Result<T, PublishError> {
    record.read().map_err(|cause| PublishError::Record {
        file: record.file(),
        line: record.line,
        cause,
    })
}

fn edition(authored: &Authored) -> Result<wire::Edition<'_>, PublishError> {
    let record = authored.records(List::Edition).first();
    let text = |field: &'static str| {
        let text = record.and_then(|record| record.text(field));
        text.map(Into::into).ok_or(PublishError::Edition(field))
    };
    Ok(wire::Edition {
        version: text("version")?,
        date: text("date")?,
        publisher_de: text("publisher_de")?,
        publisher_en: text("publisher_en")?,
        licence_de: text("licence_de")?,
        licence_en: text("licence_en")?,
        content: "".into(),
    })
}

/// The names of the fields as the first theme of each states them.
fn fields(authored: &Authored) -> Result<Vec<wire::Named<'_>>, PublishError> {
    let named = |field: Field| {
        let themes = authored.records(List::Themes);
        let theme = themes
            .iter()
            .find(|theme| theme.text("field") == Some(field.code()));
        let name = |key: &str| Some(theme?.text(key)?.into());
        let missing = || PublishError::Field(field.code());
        Ok(wire::Named {
            id: field.code().into(),
            name_de: name("field_de").ok_or_else(missing)?,
            name_en: name("field_en").ok_or_else(missing)?,
        })
    };
    Field::ALL.into_iter().map(named).collect()
}

fn countries<'a>(
    authored: &'a Authored,
    gazetteer: &'a Gazetteer,
) -> Result<Vec<wire::Country<'a>>, PublishError> {
    let places = authored.records(List::Places);
    let mut codes: BTreeSet<&str> = places.iter().filter_map(|place| place.text("country")).collect();
    codes.insert("DE");
    codes
        .into_iter()
        .map(|code| country(code, places, gazetteer))
        .collect()
}

/// A country that the map of the world is too coarse for stands at one of its places.
fn country<'a>(
    code: &'a str,
    places: &[Record],
    gazetteer: &'a Gazetteer,
) -> Result<wire::Country<'a>, PublishError> {
    let unknown = || PublishError::Country(code.to_owned());
    let country = gazetteer.country(code).ok_or_else(unknown)?;
    let somewhere = || {
        let mut inside = places.iter().filter(|place| place.text("country") == Some(code));
        inside.find_map(point)
    };
    let at = country.inner_point.or_else(somewhere).ok_or_else(unknown)?;
    Ok(wire::Country {
        id: code.into(),
        name_de: country.name_de.as_str().into(),
        name_en: country.name_en.as_str().into(),
        continent: country.continent.code().into(),
        lat: at.lat(),
        lon: at.lon(),
    })
}

fn states(gazetteer: &Gazetteer) -> Vec<wire::State<'static>> {
    let published = gazetteer.states.iter().map(|state| wire::State {
        id: state.state.code().into(),
        lat: state.inner_point.lat(),
        lon: state.inner_point.lon(),
    });
    published.collect()
}

/// Places in Germany get the state that holds their coordinates; for a region across several states that is
/// the one with its representative point.
fn places<'a>(authored: &'a Authored, gazetteer: &Gazetteer) -> Result<Vec<wire::Place<'a>>, PublishError> {
    let located = authored.records(List::Places).iter().map(|record| {
        let mut place: wire::Place<'a> = read(record)?;
        if place.country.as_deref() == Some("DE") && place.precision != "country" {
            let state = point(record).and_then(|at| gazetteer.state_at(at));
            place.state = state.map(|state| state.code().into());
        }
        Ok(place)
    });
    located.collect()
}

fn point(record: &Record) -> Option<LatLon> {
    LatLon::try_new(record.number("lat")?, record.number("lon")?).ok()
}
