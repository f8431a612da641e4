//! Map and table say the same, whatever is chosen: numbers of marks against the rows of the table, whose records are
//! looked up in the dataset. `tests/builder/agreement.rs` tells the same of many more states, without a browser.

use std::collections::BTreeSet;

use anyhow::{Context as _, Result, ensure};
use clusteratlas_core::domain::federal_state::FederalState;
use clusteratlas_core::domain::localized::Language;
use serde_json::{Value, json};

use crate::page::Page;
use crate::recount::{Recount, ids};
use crate::story::{Story, stories};

pub(crate) const STORIES: &[Story] = stories![map_and_table_show_the_same_numbers];

/// View states, each with its seed.
const SEEDS: std::ops::Range<u64> = 1..25;

/// Where the map looks: at countries around Germany, and at countries around its states.
const CAMERAS: [(&str, bool); 4] = [
    ("30,10,1.5", true),
    ("40,20,2.5", true),
    ("50,10,4", true),
    ("51,10,4.75", false),
];

async fn map_and_table_show_the_same_numbers(page: &Page) -> Result<()> {
    let recount = page.recount()?;
    let mut told = 0;
    for seed in SEEDS {
        let (choices, camera) = state(seed, &recount);
        let (camera, whole) = CAMERAS.get(camera).copied().context("no camera")?;
        let fragment = format!("#{choices}&at={camera}");
        let compared = compare(page, &recount, &fragment, whole).await;
        told += compared.with_context(|| format!("seed {seed}: {fragment}"))?;
    }
    ensure!(
        told > 100,
        "only {told} marks told of a place that the dataset knows"
    );
    Ok(())
}

/// Filters by chance as a link writes them, and the position of a camera.
fn state(seed: u64, recount: &Recount) -> (String, usize) {
    let mut chance = seed;
    let mut below = |end: usize| {
        // The multiplier and increment of D. E. Knuth's MMIX.
        chance = chance
            .wrapping_mul(6_364_136_223_846_793_005)
            .wrapping_add(1_442_695_040_888_963_407);
        usize::try_from((chance >> 33) % u64::try_from(end.max(1)).unwrap_or(1)).unwrap_or(0)
    };
    let lists = [
        ("theme", "themes"),
        ("country", "countries"),
        ("state", "states"),
        ("programme", "programmes"),
        ("kind", "kinds"),
    ];
    let mut choices = vec!["lang=de".to_owned()];
    for (key, list) in lists {
        if below(3) == 0 {
            let all = recount.ids_of(list);
            let values: BTreeSet<&str> = (0..=below(4))
                .filter_map(|_| all.get(below(all.len())).copied())
                .collect();
            let values: Vec<&str> = values.into_iter().collect();
            choices.push(format!("{key}={}", values.join(",")));
        }
    }
    if below(3) == 0 {
        choices.push(format!("from={}", 2000 + below(20)));
    }
    (choices.join("&"), below(CAMERAS.len()))
}

/// Compares the marks of a state with the rows of its table; how many marks could be compared.
async fn compare(page: &Page, recount: &Recount, fragment: &str, whole: bool) -> Result<usize> {
    page.open(fragment).await?;
    page.see_resting().await?;
    let marks = page.marks().await?;
    let sentence = page.sentence().await?;
    page.edit_address(&format!("{fragment}&view=list")).await?;
    let number = sentence.split(' ').next().unwrap_or_default().replace('.', "");
    let number: usize = number.parse().unwrap_or(0);
    let titles = page
        .await_some(&format!("table with {number} rows"), async || {
            let titles = page.row_titles().await?;
            Ok((titles.len() == number && page.sentence().await? == sentence).then_some(titles))
        })
        .await?;
    let titles: BTreeSet<&str> = titles.iter().map(String::as_str).collect();
    let rows = recount.cooperations(|one| {
        one["title_de"]
            .as_str()
            .is_some_and(|title| titles.contains(title))
    });
    ensure!(rows.len() == number, "{number} rows are {} records", rows.len());
    let mut told = 0;
    for mark in &marks {
        let (names, words) = mark.split_once(": ").with_context(|| mark.clone())?;
        let shown: usize = words
            .split(' ')
            .next()
            .unwrap_or_default()
            .replace('.', "")
            .parse()?;
        let Some(places) = places(recount, names, whole) else {
            ensure!(shown <= number, "{mark}, but {number} rows");
            continue;
        };
        let there = rows
            .iter()
            .filter(|row| places.iter().any(|place| place.holds(recount, row)));
        let there = there.count();
        ensure!(
            shown == there,
            "the map says {mark}, the table has {there} rows there"
        );
        told += 1;
    }
    Ok(told)
}

/// What a mark may name.
enum Place {
    Anywhere,
    Country(String),
    State(&'static str),
}

impl Place {
    fn of(recount: &Recount, name: &str, whole: bool) -> Option<Self> {
        if name == "Deutschland" {
            return whole.then_some(Self::Anywhere);
        }
        let state = FederalState::ALL
            .iter()
            .find(|state| state.name(Language::German) == name);
        if let Some(state) = state {
            return Some(Self::State(state.code()));
        }
        recount.id("countries", name).ok().map(Self::Country)
    }

    fn holds(&self, recount: &Recount, row: &Value) -> bool {
        match self {
            Self::Anywhere => true,
            Self::Country(code) => recount.countries(row).contains(code),
            Self::State(code) => {
                let clusters = ids(row, "clusters").into_iter().map(|id| ("clusters", id));
                let partners = row["partners"].as_array().into_iter().flatten();
                let places = partners.filter_map(|partner| Some(("places", partner["place"].as_str()?)));
                clusters
                    .chain(places)
                    .filter_map(|(list, id)| recount.record(list, id).ok())
                    .any(|record| record["state"] == json!(code))
            }
        }
    }
}

/// The places that a mark names: `Belgien`, `Belgien und Luxemburg`; none where it names only some of them or what the
/// dataset's lists do not name.
fn places(recount: &Recount, names: &str, whole: bool) -> Option<Vec<Place>> {
    let place = |name: &str| Place::of(recount, name, whole);
    let mut found = Vec::new();
    for part in names.split(", ") {
        // A country may have the word in its name.
        let pieces = match place(part) {
            Some(place) => {
                found.push(place);
                continue;
            }
            None => part
                .match_indices(" und ")
                .map(|(at, word)| (&part[..at], &part[at + word.len()..])),
        };
        let mut pieces = pieces.filter_map(|(one, other)| Some([place(one)?, place(other)?]));
        found.extend(pieces.next()?);
    }
    Some(found)
}
