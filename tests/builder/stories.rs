//! The real stories: every link opens something, and every number in their texts is counted in the view
//! beside it, published as a key figure, or listed here as stated by a source.

use std::fs;

use clusteratlas_builder::publish;
use clusteratlas_core::dataset::Dataset;
use clusteratlas_core::dataset::details::{Details, DetailsOf};
use clusteratlas_core::domain::localized::Language;
use clusteratlas_core::domain::source::Source;
use clusteratlas_core::permalink::decode::decode;
use clusteratlas_core::query::facet::Facet;
use clusteratlas_core::query::filter::{Filter, Matches};
use clusteratlas_core::query::index::Index;
use clusteratlas_core::query::selection::Record;
use clusteratlas_core::query::summary::Summary;
use clusteratlas_core::stories::{Piece, Step, Stories, Story};

use crate::project::{Published, folders, root};

/// Where a number of a text comes from.
#[derive(Clone, Copy, Debug)]
enum Number {
    /// Cooperations in the view.
    Cooperations,
    /// German clusters in them.
    Clusters,
    /// Partner countries besides Germany in them.
    Countries,
    /// Cooperations with a partner in Germany.
    Domestic,
    /// Cooperations with the country of that code.
    With(&'static str),
    /// The key figure of that id.
    Figure(&'static str),
    /// Nothing that the atlas counts: a source of the story states it.
    Stated(usize),
}

use Number::{Clusters, Cooperations, Countries, Domestic, Figure, Stated, With};

/// All numbers in heading and text of each step, by story, in any order.
const NUMBERS: [(&str, &[&[Number]]); 3] = [
    (
        "baden-wuerttemberg-international",
        &[
            &[Cooperations, Countries, With("FR"), With("AT"), With("CH")],
            &[Stated(6), Stated(2), Stated(6), Stated(4), Cooperations],
            &[Cooperations],
            &[Cooperations],
            &[Stated(2017), Cooperations],
            &[Cooperations],
        ],
    ),
    (
        "gesundheit-in-kooperation",
        &[
            &[Cooperations, Countries, Domestic],
            &[
                Stated(1),
                Stated(2016),
                Stated(30),
                Stated(2018),
                Stated(3),
                Stated(2),
            ],
            &[Cooperations],
            &[
                Stated(2014),
                Stated(2015),
                Stated(2014),
                Stated(2015),
                Cooperations,
            ],
            &[Stated(23), Stated(2015), Stated(7), Stated(2016), Cooperations],
            &[Cooperations],
        ],
    ),
    (
        "go-cluster-in-zahlen",
        &[
            &[
                Figure("gocluster-anzahl"),
                Figure("gocluster-strategisch"),
                Cooperations,
                Clusters,
                Countries,
            ],
            &[
                Figure("gocluster-langjaehrige-kooperation"),
                Cooperations,
                With("FR"),
            ],
            &[Figure("gocluster-messen"), Cooperations, With("FR"), With("JP")],
            &[
                Figure("gocluster-innovationsprojekte"),
                Cooperations,
                Countries,
                With("JP"),
            ],
            &[
                Figure("gocluster-partner-europa"),
                Cooperations,
                With("FR"),
                With("NL"),
                With("IT"),
            ],
            &[
                Figure("gocluster-partner-uebersee"),
                Cooperations,
                With("JP"),
                With("US"),
                With("CN"),
            ],
        ],
    ),
];

/// Partner countries that a text calls the most frequent, in this order, and the view that they lead.
const LEADING: [(&str, &[&str]); 7] = [
    ("state=DE-BW", &["FR", "AT", "CH"]),
    ("theme=health", &["JP"]),
    ("kind=cluster-partnership", &["FR"]),
    ("kind=trade-fair", &["FR", "JP"]),
    ("kind=rd-project", &["JP"]),
    ("country=AT,CH,ES,FR,GB,IT,NL", &["FR", "NL", "IT"]),
    ("country=CN,JP,US", &["JP", "US", "CN"]),
];

/// Numbers in words, from two on: "one" is an article more often than a number.
const WORDS: [(&str, &str); 11] = [
    ("zwei", "two"),
    ("drei", "three"),
    ("vier", "four"),
    ("fünf", "five"),
    ("sechs", "six"),
    ("sieben", "seven"),
    ("acht", "eight"),
    ("neun", "nine"),
    ("zehn", "ten"),
    ("elf", "eleven"),
    ("zwölf", "twelve"),
];

/// The real dataset with its stories.
struct Real {
    dataset: Dataset,
    index: Index,
    stories: Stories,
}

impl Real {
    fn read() -> Self {
        let published = Published::real();
        let dataset = published.dataset();
        let stories = Stories::read(
            &published.text("public/data/stories.json"),
            &dataset.edition.content,
        )
        .unwrap();
        Self {
            index: Index::build(&dataset),
            dataset,
            stories,
        }
    }

    /// What a view leaves; each part of it must be understood and known.
    #[track_caller]
    fn matches(&self, view: &str) -> Matches {
        let (view_state, ignored) = decode(view);
        assert_eq!(ignored, [], "{view}");
        let (filter, unknown) = Filter::resolve(&view_state.query, &self.index);
        assert_eq!(unknown, [], "{view}");
        if let Some(selection) = &view_state.selection {
            assert!(Record::find(&self.dataset, selection).is_some(), "{view}");
        }
        Matches::find(&self.index, &filter)
    }

    fn summary(&self, view: &str) -> Summary {
        Summary::of(&self.index, &self.matches(view).cooperations)
    }

    fn code(&self, summary: &Summary, rank: usize) -> String {
        self.dataset.country(summary.countries[rank].0).code.to_string()
    }

    fn value(&self, number: Number, summary: &Summary) -> usize {
        match number {
            Cooperations => summary.cooperations,
            Clusters => summary.clusters.len(),
            Countries => summary.countries.len(),
            Domestic => usize::try_from(summary.domestic).unwrap(),
            With(code) => {
                let mut ranks = 0..summary.countries.len();
                let rank = ranks.find(|rank| self.code(summary, *rank) == code);
                rank.map_or(0, |rank| usize::try_from(summary.countries[rank].1).unwrap())
            }
            Figure(id) => {
                let mut figures = self.dataset.key_figures().iter();
                let value = figures.find(|figure| &*figure.id == id).unwrap().value;
                value.to_string().parse().unwrap()
            }
            Stated(number) => number,
        }
    }

    fn steps(&self) -> impl Iterator<Item = (&Story, &Step)> {
        let stories = self.stories.all().iter();
        stories.flat_map(|story| story.steps.iter().map(move |step| (story, step)))
    }
}

/// Heading and text as they are read.
fn prose(step: &Step, language: Language) -> String {
    let paragraphs = step.text.get(language).iter();
    let words = paragraphs.map(|pieces| pieces.iter().map(Piece::words).collect::<String>());
    let heading = step.heading.get(language).to_string();
    [heading].into_iter().chain(words).collect::<Vec<_>>().join("\n")
}

/// All numbers of a text, in digits or words, sorted.
fn numbers(text: &str) -> Vec<usize> {
    let in_words = |word: &str| {
        let position = WORDS.iter().position(|&(de, en)| word == de || word == en);
        position.map(|position| position + 2)
    };
    let tokens = text.split(|c: char| !c.is_alphanumeric()).map(str::to_lowercase);
    let mut numbers: Vec<usize> = tokens
        .filter_map(|token| match &*token {
            "beide" | "beiden" | "both" => Some(2),
            token => token.parse().ok().or_else(|| in_words(token)),
        })
        .collect();
    numbers.sort_unstable();
    numbers
}

#[test]
fn the_stories_of_the_given_documents_are_published_and_can_be_found() {
    let stories = Real::read().stories;
    let ids: Vec<&str> = stories.all().iter().map(|story| &*story.id).collect();
    assert_eq!(ids, NUMBERS.map(|(id, _)| id));
    for story in stories.all() {
        assert_eq!(stories.find(&story.id), Some(story));
        assert!((4..=6).contains(&story.steps.len()), "{}", story.id);
    }
    assert_eq!(stories.find("another"), None);
}

#[test]
fn every_view_shows_cooperations() {
    let real = Real::read();
    for (story, step) in real.steps() {
        assert!(real.matches(&step.view).number > 0, "{}: {}", story.id, step.view);
    }
}

#[test]
fn every_number_is_counted_in_its_view_or_stated_by_a_source() {
    let real = Real::read();
    for (id, steps) in NUMBERS {
        let story = real.stories.find(id).unwrap();
        assert_eq!(story.steps.len(), steps.len(), "{id}");
        for (step, said) in story.steps.iter().zip(steps) {
            let summary = real.summary(&step.view);
            let mut expected: Vec<usize> = said.iter().map(|said| real.value(*said, &summary)).collect();
            expected.sort_unstable();
            for language in Language::ALL {
                let text = prose(step, language);
                assert_eq!(numbers(&text), expected, "{id}, {said:?}:\n{text}");
            }
        }
    }
}

#[test]
fn what_is_called_most_frequent_is() {
    let real = Real::read();
    for (view, leading) in LEADING {
        assert!(real.steps().any(|(_, step)| step.view.contains(view)), "{view}");
        let summary = real.summary(view);
        for (rank, code) in leading.iter().enumerate() {
            assert_eq!(real.code(&summary, rank), *code, "{view}");
        }
        let [last, next] = [leading.len() - 1, leading.len()].map(|rank| summary.countries[rank].1);
        assert!(last > next, "{view}: not the last of them alone");
    }
    let counts = &real.matches("view=map").counts[Facet::Kind.index()];
    let partnerships = real
        .index
        .option(Facet::Kind, "cluster-partnership")
        .map(|kind| counts[kind]);
    assert_eq!(counts.iter().max().copied(), partnerships);
}

#[test]
fn every_link_opens_a_record_and_both_languages_link_to_the_same() {
    let real = Real::read();
    for (story, step) in real.steps() {
        let [german, english] = Language::ALL.map(|language| {
            let pieces = step.text.get(language).iter().flatten();
            let mut records: Vec<String> = pieces
                .filter_map(|piece| match piece {
                    Piece::Record(selection, _) => {
                        assert!(Record::find(&real.dataset, selection).is_some(), "{selection}");
                        Some(selection.to_string())
                    }
                    _ => None,
                })
                .collect();
            records.sort();
            records
        });
        assert_eq!(german, english, "{}: {}", story.id, step.heading.de);
    }
}

#[test]
fn every_source_of_a_story_is_one_of_the_dataset() {
    let real = Real::read();
    let details = Details::read(
        &Published::real().text("public/data/details.json"),
        &real.dataset.edition.content,
    )
    .unwrap();
    let cooperations = real.dataset.cooperations().iter();
    let of_cooperations =
        cooperations.flat_map(|record| details.sources(DetailsOf::Cooperation(record.id.as_str())));
    let of_programmes = real
        .dataset
        .programmes()
        .iter()
        .flat_map(|record| details.sources(DetailsOf::Programme(record.id.as_str())));
    let of_figures = real.dataset.key_figures().iter().map(|figure| &figure.source);
    let known: Vec<&Source> = of_cooperations.chain(of_programmes).chain(of_figures).collect();
    for story in real.stories.all() {
        for source in &story.sources {
            assert!(known.contains(&source), "{}: {source:?}", story.id);
        }
    }
}

#[test]
fn an_editor_on_windows_writes_the_same_story() {
    let folder = tempfile::tempdir().unwrap();
    let stories = folder.path().join("stories");
    fs::create_dir(&stories).unwrap();
    for entry in fs::read_dir(root().join("tests/fixtures/small")).unwrap() {
        let entry = entry.unwrap();
        fs::copy(entry.path(), folder.path().join(entry.file_name())).unwrap();
    }
    let text =
        fs::read_to_string(root().join("tests/fixtures/rules/story-syntax/passes/stories/test-weg.md"))
            .unwrap();
    let [plain, windows] = [text.clone(), format!("\u{feff}{}", text.replace('\n', "\r\n"))].map(|text| {
        fs::write(stories.join("test-weg.md"), text).unwrap();
        let report = publish(&folders(folder.path(), folder.path())).unwrap();
        assert_eq!(report.errors(), 0, "{report}");
        fs::read_to_string(folder.path().join("public/data/stories.json")).unwrap()
    });
    assert_eq!(plain, windows);
    let content = plain.split('"').nth(5).unwrap().to_owned();
    let story = Stories::read(&plain, &content).unwrap().all()[0].clone();
    assert_eq!(&*story.steps[0].view, "theme=health&at=51,10,5.5");
    assert_eq!(
        prose(&story.steps[0], Language::German),
        "Erster Schritt\n\
         Ein Satz ohne Nachdruck über Alpha, Beta und eine Seite.\n\
         Er [sic] hat 2 * 3 Klammern & ein „Und“."
    );
    assert_eq!(story.sources.len(), 2);
}

#[test]
fn numbers_are_found_in_digits_and_words() {
    let rows: [(&str, &[usize]); 4] = [
        ("Von den ersten beiden Runden zählen 12.", &[2, 12]),
        ("Six of 407, or more than 70 %", &[6, 70, 407]),
        ("Zwölf am 7. Dezember 2016 (9)", &[7, 9, 12, 2016]),
        ("one of them, 01DN16011, einer", &[]),
    ];
    for (text, expected) in rows {
        assert_eq!(numbers(text), expected, "{text}");
    }
}
