//! Synthetic datasets of any size for tests and benchmarks, in the published shape.
//!
//! Themes, kinds and programmes are those of the real dataset, so that the same filters apply. Everything
//! else is invented, and skewed like the real records: a few countries, clusters and places hold most
//! cooperations; some have no date, programme or cluster; some lie beyond the 180th meridian.

mod cooperations;
mod earth;
mod random;
mod records;
mod words;

use std::collections::BTreeMap;

use clusteratlas_core::dataset::wire::{self, DetailsFile, RecordDetails, Text};
use clusteratlas_core::domain::theme::Field;
use serde::Deserialize;

use clusteratlas_editorial::authored::Authored;
use clusteratlas_editorial::authored::list::List;
use clusteratlas_editorial::publish::atlas::AtlasFile;
use random::Random;

/// How many clusters and places belong to how many cooperations; numbers between are interpolated.
const SIZES: [[usize; 3]; 5] = [
    [0, 20, 40],
    [300, 120, 400],
    [3_000, 450, 2_000],
    [10_000, 900, 5_000],
    [100_000, 3_000, 20_000],
];

/// The bytes of `atlas.json` and of the `details.json` that belongs to it.
pub(crate) fn files(cooperations: u32, seed: u64) -> (Vec<u8>, Vec<u8>) {
    let authored = vocabularies();
    let cooperations = usize::try_from(cooperations).unwrap_or(usize::MAX);
    let mut random = Random::new(seed);
    let mut atlas = atlas(&authored, cooperations, &mut random);
    let mut details = details(&atlas, &mut random);
    let content = clusteratlas_editorial::publish::content(&json(&atlas), &json(&details));
    atlas.dataset.content = content.clone().into();
    details.content = content.into();
    (json(&atlas), json(&details))
}

/// The vocabularies of the real dataset.
fn vocabularies() -> Authored {
    let mut authored = Authored::default();
    authored.add(List::Themes, include_str!("../../../data/themes.jsonl"));
    authored.add(List::Kinds, include_str!("../../../data/kinds.jsonl"));
    authored.add(List::Programmes, include_str!("../../../data/programmes.jsonl"));
    authored
}

fn read<'a, T: Deserialize<'a>>(authored: &'a Authored, list: List) -> Vec<T> {
    authored
        .records(list)
        .iter()
        .filter_map(|record| record.read().ok())
        .collect()
}

fn atlas<'a>(authored: &'a Authored, cooperations: usize, random: &mut Random) -> AtlasFile<'a> {
    let [clusters, places] = sizes(cooperations);
    let mut atlas = AtlasFile {
        version: wire::VERSION,
        dataset: edition(),
        fields: Field::ALL.map(|field| field_name(authored, field)).to_vec(),
        themes: read(authored, List::Themes),
        kinds: read(authored, List::Kinds),
        countries: records::countries(),
        states: records::states(),
        programmes: read(authored, List::Programmes),
        clusters: Vec::new(),
        places: records::places(places, random),
        cooperations: Vec::new(),
        key_figures: Vec::new(),
    };
    atlas.clusters = records::clusters(clusters, &atlas, random);
    atlas.cooperations = cooperations::cooperations(cooperations, &atlas, random);
    atlas
}

/// Numbers of clusters and places for a number of cooperations.
fn sizes(cooperations: usize) -> [usize; 2] {
    let mut sizes = [SIZES[4][1], SIZES[4][2]];
    for pair in SIZES.windows(2) {
        let [low, high] = [pair[0], pair[1]];
        if (low[0]..high[0]).contains(&cooperations) {
            let between = |column: usize| {
                low[column] + (high[column] - low[column]) * (cooperations - low[0]) / (high[0] - low[0])
            };
            sizes = [between(1), between(2)];
        }
    }
    sizes
}

fn edition() -> wire::Edition<'static> {
    wire::Edition {
        version: "0.0.0".into(),
        date: "2026-11-22".into(),
        publisher_de: "Niemand: erfundene Daten".into(),
        publisher_en: "Nobody: invented data".into(),
        licence_de: "Erfundene Daten zum Messen und Prüfen".into(),
        licence_en: "Invented data for measuring and testing".into(),
        content: "".into(),
    }
}

fn field_name(authored: &Authored, field: Field) -> wire::Named<'_> {
    let mut themes = authored.records(List::Themes).iter();
    let theme = themes.find(|theme| theme.text("field") == Some(field.code()));
    let name = |key: &str| theme.and_then(|theme| theme.text(key)).unwrap_or(field.code());
    wire::Named {
        id: field.code().into(),
        name_de: name("field_de").into(),
        name_en: name("field_en").into(),
    }
}

fn details(atlas: &AtlasFile<'_>, random: &mut Random) -> DetailsFile<'static> {
    let sources: Vec<wire::Source<'static>> = (0..=atlas.cooperations.len() / 2)
        .map(|number| wire::Source {
            url: Some(format!("https://example.org/page/{number}").into()),
            title: format!("Erfundene Seite {number}").into(),
            publisher: Some("Niemand".into()),
            published: None,
        })
        .collect();
    let mut described = |ids: Vec<&Text<'_>>| -> BTreeMap<Text<'static>, RecordDetails<'static>> {
        let described = ids.into_iter().map(|id| {
            let [summary_de, summary_en] = words::summary(random);
            let details = RecordDetails {
                summary_de: summary_de.into(),
                summary_en: summary_en.into(),
                sources: vec![u32::try_from(random.below(sources.len())).unwrap_or(0)],
                checked: None,
            };
            (id.to_string().into(), details)
        });
        described.collect()
    };
    let clusters = described(atlas.clusters.iter().map(|record| &record.id).collect());
    let programmes = described(atlas.programmes.iter().map(|record| &record.id).collect());
    let cooperations = described(atlas.cooperations.iter().map(|record| &record.id).collect());
    DetailsFile {
        version: wire::VERSION,
        content: "".into(),
        sources,
        clusters,
        programmes,
        cooperations,
    }
}

/// Only maps with keys that are no text cannot be written, and there are none.
#[expect(clippy::expect_used, reason = "cannot fail for these types")]
fn json(value: &impl serde::Serialize) -> Vec<u8> {
    serde_json::to_vec(value).expect("plain structs are JSON")
}
