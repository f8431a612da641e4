//! Everything that a visitor can choose: exactly what a link carries.

use std::fmt;
use std::str::FromStr;

use thiserror::Error;

use crate::codes::coded;
use crate::decimal;
use crate::domain::localized::Language;
use crate::query::facet::Query;
use crate::query::matrix::Axes;
use crate::query::selection::Selection;
use crate::query::sort::Sort;

use super::controls::Controls;

/// Everything that a visitor can choose.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct ViewState {
    /// Chosen language; none leaves it to the browser's preference.
    pub language: Option<Language>,
    /// Light or dark.
    pub appearance: Appearance,
    /// Which view is open.
    pub view: View,
    /// Chosen filters.
    pub query: Query,
    /// What is open in the detail panel.
    pub selection: Option<Selection>,
    /// Where the map looks; none shows everything.
    pub camera: Option<Camera>,
    /// Order of the list.
    pub sort: Sort,
    /// What the matrix counts by.
    pub axes: Axes,
    /// The open step of a story.
    pub story: Option<StoryStep>,
    /// A second set of filters, shown beside the first.
    pub compared: Option<Query>,
    /// Whether it is the compact form for other people's pages.
    pub embed: bool,
    /// What the compact form offers beside the map.
    pub controls: Controls,
}

coded! {
    /// Light or dark.
    Appearance {
        /// As the visitor's system.
        #[default]
        Auto = "auto",
        /// Always light.
        Light = "light",
        /// Always dark.
        Dark = "dark",
    }
}

coded! {
    /// A view of the selection.
    View {
        /// The map.
        #[default]
        Map = "map",
        /// The table.
        List = "list",
        /// Counts by two properties.
        Matrix = "matrix",
        /// Published figures and charts.
        Figures = "figures",
        /// Pages for print about one record.
        Brief = "brief",
        /// Where editors check their files.
        Editors = "editors",
    }
}

/// A step of a guided story.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StoryStep {
    /// The story's id.
    pub story: Box<str>,
    /// The step, counted from 1.
    pub step: u16,
}

/// A text that names no step of a story.
#[derive(Clone, Debug, Error, PartialEq, Eq)]
#[error("not the id of a story and a step such as healthcare.2: {0:?}")]
pub struct StoryStepError(pub String);

impl FromStr for StoryStep {
    type Err = StoryStepError;

    fn from_str(text: &str) -> Result<Self, StoryStepError> {
        // Without a step it is the first.
        let (story, step) = text.split_once('.').unwrap_or((text, "1"));
        let step = step.parse().ok().filter(|&step| step > 0);
        match step {
            Some(step) if Query::is_value(story) => Ok(Self {
                story: story.into(),
                step,
            }),
            _ => Err(StoryStepError(text.to_owned())),
        }
    }
}

impl fmt::Display for StoryStep {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.story)?;
        f.write_str(".")?;
        fmt::Display::fmt(&self.step, f)
    }
}

/// Where the map looks.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Camera {
    lat: f64,
    lon: f64,
    zoom_level: f64,
}

/// Numbers or a text that are no camera.
#[derive(Clone, Debug, Error, PartialEq, Eq)]
#[error("not a latitude, longitude and zoom level such as 51.1,10.4,5: {0:?}")]
pub struct CameraError(pub String);

impl Camera {
    /// Highest zoom level that a link may ask for.
    pub const MAX_ZOOM_LEVEL: f64 = 12.0;

    /// A camera over a point, rounded as links carry it: degrees to four places, zoom level to two.
    ///
    /// `lat` is -90 to 90; `lon` is -360 to 360, as the map counts beyond 180; `zoom_level` is 0 to
    /// [`Camera::MAX_ZOOM_LEVEL`]. None where a number is outside its range.
    pub fn new(lat: f64, lon: f64, zoom_level: f64) -> Option<Self> {
        let allowed = (-90.0..=90.0).contains(&lat)
            && (-360.0..=360.0).contains(&lon)
            && (0.0..=Self::MAX_ZOOM_LEVEL).contains(&zoom_level);
        allowed.then(|| Self {
            lat: rounded(lat, 10_000.0),
            lon: rounded(lon, 10_000.0),
            zoom_level: rounded(zoom_level, 100.0),
        })
    }

    /// Latitude of the middle, in degrees.
    pub const fn lat(self) -> f64 {
        self.lat
    }

    /// Longitude of the middle, in degrees, as the map counts.
    pub const fn lon(self) -> f64 {
        self.lon
    }

    /// Zoom level: at level z the world is `256 * 2^z` pixels wide.
    pub const fn zoom_level(self) -> f64 {
        self.zoom_level
    }
}

fn rounded(value: f64, steps: f64) -> f64 {
    // Adding zero turns -0 into 0, which would print as "-0".
    (value * steps).round() / steps + 0.0
}

impl fmt::Display for Camera {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let [lat, lon, zoom_level] =
            [self.lat, self.lon, self.zoom_level].map(|value| decimal::write(value, 4));
        write!(f, "{lat},{lon},{zoom_level}")
    }
}

impl FromStr for Camera {
    type Err = CameraError;

    fn from_str(text: &str) -> Result<Self, CameraError> {
        let numbers: Option<Vec<f64>> = text.split(',').map(decimal::read).collect();
        match numbers.as_deref() {
            Some(&[lat, lon, zoom_level]) => Self::new(lat, lon, zoom_level),
            _ => None,
        }
        .ok_or_else(|| CameraError(text.to_owned()))
    }
}
