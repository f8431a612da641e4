//! Texts of `atlas.json` to test with: a small one with every list filled, and random ones.

use clusteratlas_core::dataset::assemble::assemble;
use clusteratlas_core::dataset::{Dataset, keys};
use clusteratlas_core::domain::cooperation::CooperationKey;
use clusteratlas_core::domain::federal_state::FederalState;
use clusteratlas_core::domain::theme::Field;
use clusteratlas_core::geo::area::Area;
use clusteratlas_core::query::bitmap::Bitmap;
use clusteratlas_core::query::index::Index;
use clusteratlas_core::scene::Scene;
use clusteratlas_core::scene::ground::Ground;
use clusteratlas_core::scene::level::Level;
use proptest::collection::vec;
use proptest::prelude::*;
use serde_json::{Value, json};

/// Countries with a representative point; `DE` is where the code looks for it, in the middle.
const COUNTRIES: [(&str, &str, f64, f64); 8] = [
    ("US", "north-america", 39.5, -98.5),
    ("CL", "south-america", -35.7, -71.3),
    ("DE", "europe", 51.1, 10.4),
    ("FR", "europe", 46.6, 2.5),
    ("JP", "asia", 36.5, 138.2),
    ("FJ", "oceania", -17.8, 178.0),
    ("WS", "oceania", -13.7, -172.1),
    ("ZA", "africa", -29.0, 25.1),
];

/// Seats of clusters: several near one another, one far away.
const CITIES: [(&str, f64, f64); 6] = [
    ("Dresden", 51.0504, 13.7373),
    ("Leipzig", 51.3397, 12.3731),
    ("Halle", 51.4828, 11.9697),
    ("Jena", 50.9272, 11.5892),
    ("Freiberg", 50.9119, 13.3428),
    ("Aachen", 50.7753, 6.0839),
];

const THEMES: [&str; 7] = [
    "health",
    "photonics",
    "materials",
    "logistics",
    "energy",
    "security",
    "software",
];

const KINDS: [&str; 3] = ["project", "delegation", "trade-fair"];

const PROGRAMMES: [&str; 3] = ["bridges", "networks", "union"];

/// A dataset without clusters, places and cooperations.
pub(crate) fn frame() -> Value {
    let fields = Field::ALL.map(|field| named(field.code()));
    let themes = THEMES.map(|id| {
        let position = THEMES.iter().position(|theme| *theme == id).unwrap();
        with(named(id), "field", json!(Field::ALL[position % 6].code()))
    });
    let countries = COUNTRIES.map(|(id, continent, lat, lon)| {
        json!({"id": id, "name_de": id, "name_en": id, "continent": continent, "lat": lat, "lon": lon})
    });
    let states = FederalState::ALL.map(|state| {
        let step = f64::from(u8::try_from(state.index()).unwrap());
        json!({"id": state.code(), "lat": 47.8 + 0.4 * step, "lon": 6.5 + (step * 1.7) % 8.0})
    });
    let programmes = PROGRAMMES.map(
        |id| json!({"id": id, "name_de": id, "name_en": id, "funder": "Somebody", "funder_level": "federal"}),
    );
    json!({
        "version": 1,
        "dataset": {
            "version": "0.1.0", "date": "2020-06-30", "content": "abc",
            "publisher_de": "Niemand", "publisher_en": "Nobody",
            "licence_de": "Erfunden", "licence_en": "Invented",
        },
        "fields": fields,
        "themes": themes,
        "kinds": KINDS.map(named),
        "countries": countries,
        "states": states,
        "programmes": programmes,
        "clusters": [],
        "places": [],
        "cooperations": [],
    })
}

/// A dataset with two records in each list that is looked up by id, in the wrong order.
pub(crate) fn small() -> Value {
    let mut atlas = frame();
    atlas["clusters"] = json!([
        {"id": "optics", "name": "Optics \"Jena\"", "short_name": "Optics", "aliases": ["Öptik"],
         "city": "Jena", "state": "DE-TH", "lat": 50.9272, "lon": 11.5892, "themes": ["photonics"],
         "memberships": ["networks"], "website": "https://example.org/optics"},
        {"id": "bio", "name": "Bio", "themes": ["health", "energy"]},
    ]);
    atlas["places"] = json!([
        {"id": "tokyo", "name_de": "Tokio", "name_en": "Tokyo", "country": "JP", "precision": "city",
         "lat": 35.69, "lon": 139.69},
        {"id": "andes", "name_de": "Anden", "name_en": "Andes", "precision": "region", "lat": -20.0, "lon": -68.0},
    ]);
    atlas["cooperations"] = json!([
        {"id": "light", "title_de": "Licht", "title_en": "Light", "clusters": ["optics"],
         "partners": [{"place": "tokyo", "organisation": "Institute"}], "programme": "bridges",
         "themes": ["photonics"], "kinds": ["project"], "start": "2016-04", "end": "2018",
         "funding_eur": 1_200_000.0, "funding_qualifier": "up-to", "coordinator": "Optics"},
        {"id": "growth", "title_de": "Wachstum", "title_en": "Growth", "partners": [{"place": "andes"}],
         "themes": ["energy"], "kinds": ["delegation", "trade-fair"]},
    ]);
    atlas["key_figures"] = json!([
        {"id": "share", "label_de": "Anteil", "label_en": "Share", "value": 12.5, "unit": "%", "comparator": "~",
         "items": ["one"], "as_of": "2019", "programme": "bridges",
         "source": {"url": "https://example.org", "title": "Study", "published": "2019-05-02"}},
    ]);
    atlas
}

/// A dataset in which each of 16 clusters, one in every state, works with each of 100 places that are far
/// apart: once with the first twenty, five times with the last.
pub(crate) fn many() -> Value {
    let mut atlas = frame();
    let place = |place: u8| {
        let (row, column) = (f64::from(place / 10), f64::from(place % 10));
        json!({"id": format!("p{place}"), "name_de": "Ort", "name_en": "Place", "country": "US",
            "precision": "city", "lat": 25.0 + 2.0 * row, "lon": -120.0 + 4.0 * column})
    };
    let cluster = |(number, state): (usize, &FederalState)| json!({"id": format!("c{number}"), "name": "Cluster", "themes": ["health"], "state": state.code()});
    let cooperation = |(cluster, place, copy): (usize, u8, u8)| {
        json!({"id": format!("k{cluster}-{place}-{copy}"), "title_de": "Titel", "title_en": "Title",
            "clusters": [format!("c{cluster}")], "partners": [{"place": format!("p{place}")}],
            "themes": ["health"], "kinds": ["project"]})
    };
    let pairs = (0..16).flat_map(|cluster| (0..100).map(move |place| (cluster, place)));
    let all = pairs.flat_map(|(cluster, place)| (0..=place / 20).map(move |copy| (cluster, place, copy)));
    atlas["places"] = (0..100).map(place).collect();
    atlas["clusters"] = FederalState::ALL.iter().enumerate().map(cluster).collect();
    atlas["cooperations"] = all.map(cooperation).collect();
    atlas
}

/// The dataset of a text that has no problems.
#[track_caller]
pub(crate) fn dataset(atlas: &Value) -> Dataset {
    let (dataset, problems) = assemble(&atlas.to_string()).unwrap();
    assert_eq!(problems, [], "problems of a valid dataset");
    dataset
}

/// An area that every point of the plane lies in.
pub(crate) const EVERYWHERE: Area = Area {
    left: -1e9,
    top: -1e9,
    right: 1e9,
    bottom: 1e9,
};

/// A dataset with its index and where its records stand.
pub(crate) struct Map {
    pub(crate) dataset: Dataset,
    pub(crate) index: Index,
    pub(crate) ground: Ground,
}

impl Map {
    #[track_caller]
    pub(crate) fn of(atlas: &Value) -> Self {
        Self::with_dataset(dataset(atlas))
    }

    pub(crate) fn with_dataset(dataset: Dataset) -> Self {
        let index = Index::build(&dataset);
        let ground = Ground::build(&dataset, &index);
        Self {
            dataset,
            index,
            ground,
        }
    }

    pub(crate) fn level(&self, zoom_level: f64) -> Level {
        Level::build(&self.ground, &self.index, zoom_level)
    }

    pub(crate) fn everything(&self) -> Vec<CooperationKey> {
        keys(self.index.cooperations()).collect()
    }

    pub(crate) fn set(&self, keys: &[CooperationKey]) -> Bitmap {
        set(self.index.cooperations(), keys)
    }

    /// The scene of cooperations with all their connections.
    pub(crate) fn scene(&self, level: &Level, keys: &[CooperationKey]) -> Scene {
        Scene::build(&self.index, level, &self.set(keys), EVERYWHERE, usize::MAX)
    }
}

/// A set of cooperations of a dataset with so many.
pub(crate) fn set(length: usize, keys: &[CooperationKey]) -> Bitmap {
    let mut set = Bitmap::none(length);
    for &key in keys {
        set.set(key);
    }
    set
}

fn named(id: &str) -> Value {
    json!({"id": id, "name_de": id, "name_en": id})
}

/// `record` with one more field.
pub(crate) fn with(mut record: Value, field: &str, value: Value) -> Value {
    record[field] = value;
    record
}

/// Takes a field out of a record.
pub(crate) fn remove(record: &mut Value, field: &str) {
    record.as_object_mut().unwrap().remove(field);
}

/// Random texts of up to so many cooperations, in which everything that may be missing sometimes is.
pub(crate) fn random(cooperations: usize) -> impl Strategy<Value = Value> {
    let clusters = vec(cluster(), 1..12);
    let places = vec(place(), 1..14);
    (clusters, places, vec(cooperation(), 0..=cooperations)).prop_map(|(clusters, places, cooperations)| {
        let (n_clusters, n_places) = (clusters.len(), places.len());
        let mut atlas = frame();
        atlas["clusters"] = numbered("c", clusters);
        atlas["places"] = numbered("p", places);
        let cooperations = cooperations
            .into_iter()
            .map(|plan| plan.record(n_clusters, n_places))
            .collect();
        atlas["cooperations"] = numbered("k", cooperations);
        atlas
    })
}

fn numbered(letter: &str, records: Vec<Value>) -> Value {
    let records = records.into_iter().enumerate();
    records
        .map(|(position, record)| with(record, "id", json!(format!("{letter}{position}"))))
        .collect()
}

fn cluster() -> impl Strategy<Value = Value> {
    let seat = prop::option::of(prop::sample::select(&CITIES[..]));
    (seat, prop::option::of(state()), themes()).prop_map(|(seat, state, themes)| {
        let mut record = json!({"name": "Cluster", "themes": themes});
        if let Some((city, lat, lon)) = seat {
            record = with(
                with(with(record, "city", json!(city)), "lat", json!(lat)),
                "lon",
                json!(lon),
            );
        }
        match state {
            Some(state) => with(record, "state", json!(state)),
            None => record,
        }
    })
}

fn place() -> impl Strategy<Value = Value> {
    let country = prop::option::weighted(0.8, prop::sample::select(&COUNTRIES[..]));
    let precision = prop::sample::select(&["city", "city", "region", "country"][..]);
    let offset = (-3.0..3.0, -3.0..3.0);
    (country, precision, offset, prop::option::of(state())).prop_map(|(country, precision, offset, state)| {
        let (lat, lon) = country.map_or((-16.0, -68.0), |(_, _, lat, lon)| (lat, lon));
        let record = json!({
            "name_de": "Ort", "name_en": "Place", "precision": precision,
            "lat": lat + offset.0, "lon": within_half_turns(lon + offset.1),
        });
        match (country, state) {
            (Some(("DE", ..)), Some(state)) => {
                with(with(record, "country", json!("DE")), "state", json!(state))
            }
            (Some((code, ..)), _) => with(record, "country", json!(code)),
            (None, _) => record,
        }
    })
}

/// A longitude that may have passed the date line, from -180 to 180.
fn within_half_turns(lon: f64) -> f64 {
    if lon > 180.0 { lon - 360.0 } else { lon }
}

fn state() -> impl Strategy<Value = &'static str> {
    prop::sample::select(&FederalState::ALL[..]).prop_map(FederalState::code)
}

fn themes() -> impl Strategy<Value = Vec<&'static str>> {
    prop::sample::subsequence(THEMES.to_vec(), 1..=3)
}

/// A cooperation before it is known how many clusters and places there are.
#[derive(Clone, Debug)]
struct Plan {
    clusters: Vec<prop::sample::Index>,
    partners: Vec<prop::sample::Index>,
    rest: Value,
}

impl Plan {
    fn record(self, clusters: usize, places: usize) -> Value {
        let cluster = |index: &prop::sample::Index| format!("c{}", index.index(clusters));
        let partner = |index: &prop::sample::Index| json!({"place": format!("p{}", index.index(places))});
        let named: Vec<String> = self.clusters.iter().map(cluster).collect();
        let partners: Vec<Value> = self.partners.iter().map(partner).collect();
        with(
            with(self.rest, "clusters", json!(named)),
            "partners",
            json!(partners),
        )
    }
}

fn cooperation() -> impl Strategy<Value = Plan> {
    let kinds = prop::sample::subsequence(KINDS.to_vec(), 1..=2);
    let programme = prop::option::of(prop::sample::select(&PROGRAMMES[..]));
    let rest = (
        themes(),
        kinds,
        programme,
        prop::option::of(date()),
        prop::option::of(date()),
    );
    let rest = rest.prop_map(|(themes, kinds, programme, start, end)| {
        let record = json!({"title_de": "Titel", "title_en": "Title", "themes": themes, "kinds": kinds});
        let optional = [
            ("programme", programme.map(str::to_owned)),
            ("start", start),
            ("end", end),
        ];
        optional
            .into_iter()
            .fold(record, |record, (field, value)| match value {
                Some(value) => with(record, field, json!(value)),
                None => record,
            })
    });
    let any = any::<prop::sample::Index>;
    (vec(any(), 0..4), vec(any(), 1..4), rest).prop_map(|(clusters, partners, rest)| Plan {
        clusters,
        partners,
        rest,
    })
}

/// Years around the dataset's date, half of them with a month.
fn date() -> impl Strategy<Value = String> {
    (2017_u16..2023, prop::option::of(1_u8..=12)).prop_map(|(year, month)| match month {
        Some(month) => format!("{year}-{month:02}"),
        None => year.to_string(),
    })
}
