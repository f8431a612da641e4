//! The cooperations that a text asks for, found by looking at every word of every record.

use std::collections::BTreeSet;

use clusteratlas_core::dataset::details::{Details, DetailsOf};
use clusteratlas_core::dataset::{Dataset, keys};
use clusteratlas_core::domain::cluster::Cluster;
use clusteratlas_core::domain::cooperation::{Cooperation, CooperationKey};
use clusteratlas_core::domain::country::Country;
use clusteratlas_core::domain::federal_state::FederalState;
use clusteratlas_core::domain::localized::{Language, LocalizedText};
use clusteratlas_core::domain::place::{Place, Precision};
use clusteratlas_core::domain::programme::Programme;
use clusteratlas_core::search::fold::folded;
use proptest::collection::vec;
use proptest::prelude::*;
use serde_json::{Value, json};

use super::plain_mistakes;

/// Words that are near one another in every way that counts.
const WORDS: [&str; 32] = [
    "Photonik",
    "photonics",
    "Mikrophotonik",
    "Photonikcluster",
    "Potsdam",
    "Leipzig",
    "Müller",
    "Mueller",
    "Muller",
    "go-cluster",
    "Cluster",
    "Clusternetz",
    "Saar",
    "Saarland",
    "Saarlandes",
    "Straße",
    "strassen",
    "R&D",
    "e.V.",
    "2017",
    "2018",
    "03INT1613",
    "in",
    "und",
    "Chemie",
    "Chemnitz",
    "Biochemie",
    "Öl",
    "Japan",
    "Sachsen",
    "Thüringen",
    "東京",
];

/// Of these the ones that say nothing beside others.
const FILLERS: [&str; 5] = ["in", "und", "e", "v", "ev"];

/// Names that the search knows besides those of the dataset, of what the random datasets have.
const EVERYDAY: [(&str, &[&str]); 6] = [
    (
        "US",
        &["Vereinigte Staaten", "United States", "Amerika", "America"],
    ),
    ("DE-BW", &["BW", "BaWü"]),
    ("DE-MV", &["MV", "Meck-Pomm"]),
    ("DE-NW", &["NRW"]),
    ("DE-RP", &["RLP"]),
    ("DE-ST", &["LSA"]),
];

/// One to four words.
pub(super) fn text() -> impl Strategy<Value = String> {
    vec(prop::sample::select(&WORDS[..]), 1..5).prop_map(|words| words.join(" "))
}

/// Words, beginnings of words and misspelt ones.
pub(super) fn asked() -> impl Strategy<Value = String> {
    let word =
        (prop::sample::select(&WORDS[..]), 0_usize..16, 0_usize..6).prop_map(|(word, position, change)| {
            let mut letters: Vec<char> = word.chars().collect();
            let position = position % letters.len();
            match change {
                0 => letters.truncate(position + 1),
                1 => drop(letters.remove(position)),
                2 => letters.insert(position, 'x'),
                3 if position > 0 => letters.swap(position - 1, position),
                _ => {}
            }
            letters.into_iter().collect::<String>()
        });
    let end = prop::sample::select(&["", " ", "", "-"][..]);
    (vec(word, 1..4), prop::sample::select(&[" ", " ", ""][..]), end)
        .prop_map(|(words, between, end)| words.join(between) + end)
}

/// An atlas whose records are called by the given texts, which come again if there are too few.
pub(super) fn worded(mut atlas: Value, texts: &[String]) -> Value {
    let mut texts = texts.iter().cycle().map(|text| json!(text));
    let lists = [
        "themes",
        "kinds",
        "programmes",
        "countries",
        "places",
        "clusters",
        "cooperations",
    ];
    for list in lists {
        for record in atlas[list].as_array_mut().unwrap() {
            for field in [
                "name_de", "name_en", "name", "title_de", "title_en", "funder", "city",
            ] {
                if record.get(field).is_some() {
                    record[field] = texts.next().unwrap();
                }
            }
            if list == "clusters" {
                record["aliases"] = json!([texts.next()]);
                record["short_name"] = json!(texts.next());
            }
            if list == "cooperations" {
                record["funding_reference"] = json!(texts.next());
                record["coordinator"] = json!(texts.next());
                record["partners"][0]["organisation"] = json!(texts.next());
            }
        }
    }
    atlas
}

/// What words can be compared with: those of a text, those tied together as one, and a short text as one.
fn words(text: &str) -> BTreeSet<String> {
    let split = |text: &str| -> Vec<String> {
        let folded = folded(text);
        folded
            .split(' ')
            .filter(|word| !word.is_empty())
            .map(str::to_owned)
            .collect()
    };
    let apart = split(text);
    let tied = split(&text.replace(['-', '.', '&', '\''], ""));
    let telling: Vec<&str> = apart
        .iter()
        .map(|word| &**word)
        .filter(|word| !FILLERS.contains(word))
        .collect();
    let together = (1..=3)
        .contains(&telling.len())
        .then(|| folded(&telling.concat()));
    apart.iter().cloned().chain(tied).chain(together).collect()
}

type Words = BTreeSet<String>;

fn all<'t>(texts: impl IntoIterator<Item = &'t str>) -> Words {
    texts.into_iter().flat_map(words).collect()
}

fn both(text: &LocalizedText) -> [&str; 2] {
    [&text.de, &text.en]
}

fn everyday(code: &str) -> impl Iterator<Item = &'static str> {
    let found = EVERYDAY.into_iter().filter(move |(other, _)| *other == code);
    found.flat_map(|(_, names)| names.iter().copied())
}

fn cluster(cluster: &Cluster) -> Words {
    let names = [&*cluster.name].into_iter().chain(cluster.short_name.as_deref());
    let seat = cluster.seat.as_ref().map(|seat| &*seat.city);
    all(names
        .chain(cluster.aliases.iter().map(|alias| &**alias))
        .chain(seat))
}

fn programme(programme: &Programme) -> Words {
    all(both(&programme.name)
        .into_iter()
        .chain([programme.id.as_str(), &programme.funder]))
}

fn stands_for_country(place: &Place) -> bool {
    place.country.is_some() && place.precision == Precision::Country
}

fn place(place: &Place) -> Words {
    if stands_for_country(place) {
        Words::new()
    } else {
        all(both(&place.name))
    }
}

fn country(dataset: &Dataset, country: &Country) -> Words {
    let same = |place: &&Place| {
        let other = place.country.map(|key| dataset.country(key).code);
        stands_for_country(place) && other == Some(country.code)
    };
    let places = dataset.places().iter().filter(same);
    let mut words = all(both(&country.name)
        .into_iter()
        .chain(places.flat_map(|place| both(&place.name))));
    words.extend(everyday(&country.code.to_string()).flat_map(self::words));
    words
}

fn state(state: FederalState) -> Words {
    all(Language::ALL
        .map(|language| state.name(language))
        .into_iter()
        .chain(everyday(state.code())))
}

fn own(cooperation: &Cooperation) -> Words {
    let organisations = cooperation
        .partners
        .iter()
        .filter_map(|partner| partner.organisation.as_deref());
    let others = cooperation
        .funding_reference
        .iter()
        .chain(&cooperation.coordinator);
    all(both(&cooperation.title)
        .into_iter()
        .chain(organisations)
        .chain(others.map(|other| &**other)))
}

/// The words of a cooperation and of all that it belongs to.
fn reach(dataset: &Dataset, cooperation: &Cooperation) -> Words {
    let mut words = own(cooperation);
    for &key in &cooperation.clusters {
        words.extend(cluster(dataset.cluster(key)));
        words.extend(dataset.cluster(key).state.into_iter().flat_map(state));
    }
    for partner in &cooperation.partners {
        let at = dataset.place(partner.place);
        words.extend(place(at));
        words.extend(at.state.into_iter().flat_map(state));
        words.extend(
            at.country
                .into_iter()
                .flat_map(|key| country(dataset, dataset.country(key))),
        );
    }
    words.extend(
        cooperation
            .programme
            .into_iter()
            .flat_map(|key| programme(dataset.programme(key))),
    );
    words.extend(
        cooperation
            .themes
            .iter()
            .flat_map(|&key| all(both(&dataset.theme(key).name))),
    );
    words.extend(
        cooperation
            .kinds
            .iter()
            .flat_map(|&key| all(both(&dataset.kind(key).name))),
    );
    words
}

/// The words of all records besides summaries.
fn everything(dataset: &Dataset) -> Words {
    let mut words: Words = dataset.cooperations().iter().flat_map(own).collect();
    words.extend(dataset.clusters().iter().flat_map(cluster));
    words.extend(dataset.places().iter().flat_map(place));
    words.extend(dataset.countries().iter().flat_map(|one| country(dataset, one)));
    words.extend(FederalState::ALL.into_iter().flat_map(state));
    words.extend(dataset.programmes().iter().flat_map(programme));
    words.extend(dataset.themes().iter().flat_map(|theme| all(both(&theme.name))));
    words.extend(dataset.kinds().iter().flat_map(|kind| all(both(&kind.name))));
    words
}

fn summary(dataset: &Dataset, details: &Details, key: CooperationKey) -> Words {
    let of = DetailsOf::Cooperation(dataset.cooperation(key).id.as_str());
    all(Language::ALL
        .into_iter()
        .filter_map(|language| details.summary(of, language)))
}

/// Whether a word of the question is another word, its beginning or a part of it.
fn is_in(asked: &str, unfinished: bool, other: &str, in_summary: bool) -> bool {
    let begins = asked.len() >= 3 || unfinished && !in_summary;
    let behind = other.as_bytes().get(2..).unwrap_or_default();
    asked == other
        || begins && other.starts_with(asked)
        || asked.len() >= 4 && behind.ends_with(asked.as_bytes())
        || asked.len() >= 6 && behind.windows(asked.len()).any(|part| part == asked.as_bytes())
}

/// How far a word of the question is from another: whether only from a beginning of it, and the mistakes.
fn far(asked: &str, unfinished: bool, other: &str) -> Option<(bool, u32)> {
    let most = match asked.len() {
        0..=3 => return None,
        4..=7 => 1,
        _ => 2,
    };
    let whole = plain_mistakes(asked, other, most).map(|mistakes| (false, mistakes));
    let goes_on = unfinished && asked.len() >= 6;
    let beginnings = other
        .char_indices()
        .filter_map(|(end, _)| plain_mistakes(asked, &other[..end], most));
    let beginning = beginnings.min().filter(|_| goes_on);
    whole.or(beginning.map(|mistakes| (true, mistakes)))
}

/// The cooperations that a text asks for; none for a text without a word.
pub(super) fn cooperations(
    dataset: &Dataset,
    details: &Details,
    text: &str,
) -> Option<BTreeSet<CooperationKey>> {
    let folded_text = folded(text);
    let mut asked: Vec<&str> = folded_text.split(' ').filter(|word| !word.is_empty()).collect();
    let ends = text.ends_with([' ', '-', '.', '&']);
    let unfinished = asked.last().copied().filter(|_| !ends);
    if asked.iter().any(|word| !FILLERS.contains(word)) {
        asked.retain(|word| !FILLERS.contains(word));
    }
    let last = asked.len().checked_sub(1)?;
    let unfinished = |position: usize| position == last && unfinished == asked.last().copied();

    let records: Vec<_> = keys(dataset.cooperations().len())
        .map(|key| {
            (
                key,
                reach(dataset, dataset.cooperation(key)),
                summary(dataset, details, key),
            )
        })
        .collect();
    let names = everything(dataset);
    let summaries: Words = records.iter().flat_map(|(.., summary)| summary.clone()).collect();

    let mut found: BTreeSet<CooperationKey> = keys(dataset.cooperations().len()).collect();
    for (position, word) in asked.iter().enumerate() {
        let goes_on = unfinished(position);
        let known = names.iter().any(|other| is_in(word, goes_on, other, false))
            || summaries.iter().any(|other| is_in(word, goes_on, other, true));
        let every = names.iter().chain(&summaries);
        let nearest = if known {
            None
        } else {
            every.filter_map(|other| far(word, goes_on, other)).min()
        };
        let rows: Vec<String> = (2..=3)
            .flat_map(|length| asked.windows(length).enumerate())
            .filter(|(start, row)| (*start..start + row.len()).contains(&position))
            .map(|(_, row)| folded(&row.concat()))
            .collect();
        let holds = |other: &String, in_summary: bool| {
            let alone = if known {
                is_in(word, goes_on, other, in_summary)
            } else {
                nearest.is_some() && far(word, goes_on, other) == nearest
            };
            let begins = |row: &String| row == other || row.len() >= 3 && other.starts_with(row.as_str());
            alone || rows.iter().any(begins)
        };
        let holding = records.iter().filter(|(_, own, summary)| {
            own.iter().any(|other| holds(other, false)) || summary.iter().any(|other| holds(other, true))
        });
        let holding: BTreeSet<CooperationKey> = holding.map(|(key, ..)| *key).collect();
        found.retain(|key| holding.contains(key));
    }
    Some(found)
}
