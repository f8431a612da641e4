//! The connections of one mark, one by one: what a reader walks along who does not point.
//!
//! They are all there, also those for which a map has no room, the strongest first.

use crate::dataset::Dataset;
use crate::domain::country::CountryKey;
use crate::domain::localized::Language;
use crate::domain::partial_date::PartialDate;
use crate::domain::theme::ThemeKey;
use crate::geo::mercator::{Point, pixel_from_lat_lon};
use crate::locale::format::{count, list};
use crate::locale::texts;
use crate::order::heaviest_first;
use crate::query::bitmap::Bitmap;
use crate::query::index::Index;
use crate::query::selection::Record;

use super::level::{CLUSTERS_FROM, Level, PLACES_FROM, STATES_FROM};
use super::mark::full_name;
use super::tally::Ends;

/// At most so many themes of a connection are named.
const MAX_THEMES: usize = 2;

/// Zoom level at which a country stands apart from most of its neighbours.
const COUNTRY_ZOOM: f64 = 4.0;

/// A connection as its ends see it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Link {
    /// The group at its other end.
    pub to: usize,
    /// Number of different cooperations; at least 1.
    pub cooperations: u32,
    /// Their themes, the most frequent first.
    pub themes: Vec<ThemeKey>,
    /// The first year in which one of them began; none where no beginning is known.
    pub since: Option<u16>,
}

/// The connections of a group of a level, the strongest first, equally strong ones in the order of their groups.
pub fn links(
    dataset: &Dataset,
    index: &Index,
    level: &Level,
    cooperations: &Bitmap,
    group: usize,
) -> Vec<Link> {
    let mut others: Vec<Counted> = Vec::new();
    let mut position_of: Vec<Option<usize>> = vec![None; level.groups.len()];
    let mut ends = Ends::new(level);
    let mut counts = vec![0; level.groups.len()];
    for key in cooperations {
        ends.find(index, key, &mut counts);
        let cooperation = dataset.cooperation(key);
        for to in ends.linked_to(u32::try_from(group).unwrap_or(u32::MAX)) {
            let to = to as usize;
            let position = *position_of[to].get_or_insert_with(|| {
                others.push(Counted::new(to, dataset.themes().len()));
                others.len() - 1
            });
            let other = &mut others[position];
            other.cooperations += 1;
            for theme in &cooperation.themes {
                other.themes[theme.index()] += 1;
            }
            let start = cooperation.period.start.map(PartialDate::year);
            other.since = [other.since, start].into_iter().flatten().min();
        }
    }
    others.sort_by_key(|other| (std::cmp::Reverse(other.cooperations), other.to));
    others.into_iter().map(Counted::into_link).collect()
}

struct Counted {
    to: usize,
    cooperations: u32,
    /// For every theme.
    themes: Vec<u32>,
    since: Option<u16>,
}

impl Counted {
    fn new(to: usize, themes: usize) -> Self {
        Self {
            to,
            cooperations: 0,
            themes: vec![0; themes],
            since: None,
        }
    }

    fn into_link(self) -> Link {
        let themes = heaviest_first(&self.themes).into_iter();
        Link {
            to: self.to,
            cooperations: self.cooperations,
            themes: themes
                .take_while(|&theme| self.themes[theme] > 0)
                .map(|theme| ThemeKey::new(u32::try_from(theme).unwrap_or(u32::MAX)))
                .collect(),
            since: self.since,
        }
    }
}

impl Link {
    /// What its cooperations are about and since when, in words.
    pub fn about(&self, dataset: &Dataset, language: Language) -> String {
        let texts = texts(language);
        let names: Vec<&str> = self
            .themes
            .iter()
            .take(MAX_THEMES)
            .map(|&theme| &**dataset.theme(theme).name.get(language))
            .collect();
        let themes = match self.themes.len().saturating_sub(MAX_THEMES) {
            0 => list(&names, language),
            others => (texts.and_others)(&names.join(", "), others),
        };
        let since = (texts.walk().since)(self.since);
        format!("{themes}, {since}")
    }

    /// The connection in full words, as it is seen from the group at its other end.
    pub fn words(&self, dataset: &Dataset, level: &Level, from: usize, language: Language) -> String {
        let texts = texts(language);
        (texts.walk().link)(
            &full_name(dataset, level, from, language),
            &(texts.cooperations)(self.cooperations as usize),
            &full_name(dataset, level, self.to, language),
            &self.about(dataset, language),
        )
    }

    /// The number of its cooperations as the language writes it.
    pub fn number(&self, language: Language) -> String {
        count(self.cooperations as usize, language)
    }
}

/// The zoom level at which a record has a mark that stands for little else; none for what has no place.
pub const fn zoom_level_of(record: Record) -> Option<f64> {
    match record {
        Record::Cluster(_) => Some(CLUSTERS_FROM + 0.25),
        Record::Place(_) => Some(PLACES_FROM + 1.25),
        Record::State(_) => Some(STATES_FROM + 0.75),
        Record::Country(_) => Some(COUNTRY_ZOOM),
        Record::Cooperation(_) | Record::Programme(_) => None,
    }
}

/// Where a record stands on a level, on the plane of the map; none for what has no place.
pub fn place_of(dataset: &Dataset, level: &Level, record: Record) -> Option<Point> {
    let group = match record {
        Record::Cluster(key) => level.group_of_cluster(key),
        Record::Place(key) => level.group_of_place(key),
        Record::Country(key) => match first_place(dataset, level, key) {
            Some(group) => group,
            None => return Some(pixel_from_lat_lon(dataset.country(key).at)),
        },
        Record::State(state) => return Some(pixel_from_lat_lon(dataset.state_point(state))),
        Record::Cooperation(_) | Record::Programme(_) => return None,
    };
    level.groups.get(group).map(|group| group.at)
}

fn first_place(dataset: &Dataset, level: &Level, country: CountryKey) -> Option<usize> {
    let is_whole = country == dataset.germany();
    let mut places = crate::dataset::keys(dataset.places().len());
    let place = places.find(|&key| !is_whole && dataset.place(key).country == Some(country))?;
    Some(level.group_of_place(place))
}
