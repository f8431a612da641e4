//! Guards the search: what a word matches, what comes first, and the cooperations found, against a plain recount.
//!
//! The queries of readers over the real dataset stand beside the builder's tests, which have that dataset.

use std::collections::BTreeSet;

use clusteratlas_core::dataset::Dataset;
use clusteratlas_core::dataset::details::Details;
use clusteratlas_core::domain::localized::Language;
use clusteratlas_core::query::facet::Facet;
use clusteratlas_core::query::selection::Record;
use clusteratlas_core::search::fold::folded;
use clusteratlas_core::search::typo::mistakes;
use clusteratlas_core::search::{Index, Suggestion};
use proptest::collection::vec;
use proptest::prelude::*;
use serde_json::{Value, json};

use crate::atlas::{dataset, frame, random, small};
use crate::property::cases;

mod recount;

/// The details of a dataset whose cooperations have the given summaries, in both languages the same.
fn details(summaries: &[(&str, &str)]) -> Details {
    let summaries = summaries.iter().map(|&(id, summary)| {
        let record = json!({"summary_de": summary, "summary_en": summary, "sources": []});
        (id.to_owned(), record)
    });
    let file = json!({
        "version": 1, "content": "abc", "sources": [], "clusters": {}, "programmes": {},
        "cooperations": summaries.collect::<serde_json::Map<_, _>>(),
    });
    Details::read(&file.to_string(), "abc").unwrap()
}

/// A dataset with one cooperation of each title; further fields are added by `fill`.
fn titled(titles: &[&str], fill: impl Fn(usize, &mut Value)) -> Value {
    let mut atlas = frame();
    atlas["places"] = json!([{"id": "place", "name_de": "Irgendwo", "name_en": "Somewhere", "precision": "region",
        "lat": 0.0, "lon": 0.0}]);
    let cooperation = |(number, title): (usize, &&str)| {
        let mut record = json!({"id": format!("k{number}"), "title_de": title, "title_en": title,
            "partners": [{"place": "place"}], "themes": ["health"], "kinds": ["project"]});
        fill(number, &mut record);
        record
    };
    atlas["cooperations"] = titles.iter().enumerate().map(cooperation).collect();
    atlas
}

/// Titles of the cooperations that a text asks for.
fn found(dataset: &Dataset, index: &Index, text: &str) -> Vec<String> {
    let cooperations = index.cooperations(text).unwrap();
    let titles = cooperations
        .iter()
        .map(|key| dataset.cooperation(key).title.de.to_string());
    titles.collect()
}

#[track_caller]
fn check(note: &str, titles: &[&str], text: &str, expected: &[&str]) {
    let dataset = dataset(&titled(titles, |_, _| {}));
    let index = Index::build(&dataset);
    assert_eq!(found(&dataset, &index, text), expected, "{note}");
}

#[track_caller]
fn check_order(note: &str, atlas: &Value, summaries: &[(&str, &str)], text: &str, expected: &[&str]) {
    let dataset = dataset(atlas);
    let mut index = Index::build(&dataset);
    index.read_summaries(&dataset, &details(summaries), usize::MAX);
    let suggestions = index.suggest(text, 100).into_iter();
    let names: Vec<&str> = suggestions
        .map(|suggestion| suggestion.name(&dataset, Language::German))
        .collect();
    assert_eq!(names, expected, "{note}");
}

#[test]
fn letters_are_compared_without_case_accents_and_umlauts() {
    let rows = [
        ("München", "munchen"),
        ("Muenchen", "munchen"),
        ("MUNCHEN", "munchen"),
        ("Mu\u{308}nchen", "munchen"),
        ("Straße STRASSE ẞ", "strasse strasse ss"),
        ("Łódź Šiauliai Þórshöfn", "lodz siauliai thorshofn"),
        (
            "Smørrebrød, Œuvre, IJsselmeer Ĳ",
            "smorrebrod ouvre ijsselmeer ij",
        ),
        ("Eskişehir İzmir Iași", "eskisehir izmir iasi"),
        ("go-cluster R&D it's", "go cluster r d it s"),
        ("smart³ H₂", "smart3 h"),
        ("Donau\u{ad}dampf", "donaudampf"),
        ("東京、Αθήνα Киев", "東京 Αθήνα Киев"),
        (" – „“ 🙂 ", ""),
    ];
    for (text, expected) in rows {
        assert_eq!(folded(text), expected, "{text}");
    }
}

#[test]
fn blank_texts_ask_for_nothing() {
    let dataset = dataset(&small());
    let index = Index::build(&dataset);
    for text in ["", "  ", "–", "\u{300}", "…?!"] {
        assert!(index.cooperations(text).is_none(), "{text:?}");
        assert_eq!(index.suggest(text, 8), [], "{text:?}");
    }
}

#[test]
fn a_word_is_found_by_its_beginning() {
    let titles = ["Gesundheitswirtschaft", "Gesundheit", "Ges"];
    check("from three letters", &titles, "ges titel", &[]);
    check("more of it", &titles, "gesundheits", &["Gesundheitswirtschaft"]);
    check("from one letter while it is typed", &titles, "g", &titles);
    check("not from two letters once it is complete", &titles, "ge ", &[]);
    check("from three letters once it is complete", &titles, "ges ", &titles);
}

#[test]
fn a_compound_is_found_by_its_parts() {
    let titles = [
        "Mikrophotonik",
        "Photonikcluster",
        "Mikrophotonikcluster",
        "Nanochip",
        "Nanochips",
    ];
    check("its end from four letters", &titles, "chip", &["Nanochip"]);
    check("its end is not from three", &titles, "hip", &[]);
    check("anywhere from six", &titles, "photonik", &titles[..3]);
    check(
        "anywhere is not from five",
        &titles,
        "photo",
        &["Photonikcluster"],
    );
    check("not behind a single letter", &["Roman"], "oman", &["Roman"]);
    check(
        "not beside a misspelling of a single letter",
        &["Roman", "Oman"],
        "oman",
        &["Oman"],
    );
}

#[test]
fn a_word_that_no_record_has_is_taken_for_misspelt() {
    check("three letters", &["Ulm"], "ulx", &[]);
    check("one mistake in four letters", &["Jena"], "jema", &["Jena"]);
    check("two mistakes in seven letters", &["Leipzig"], "laipzic", &[]);
    check(
        "two mistakes in eight letters",
        &["Photonik"],
        "phottonig",
        &["Photonik"],
    );
    check(
        "the nearest only",
        &["Wetzlar", "Wetzlau"],
        "wetzlas",
        &["Wetzlar", "Wetzlau"],
    );
    check("the nearer", &["Wetzlar", "Wetzla"], "wetzlarr", &["Wetzlar"]);
    check(
        "not if a record has it",
        &["Irland", "Island"],
        "island",
        &["Island"],
    );
    check(
        "not if it begins one",
        &["Irland", "Islandreise"],
        "island",
        &["Islandreise"],
    );
    check(
        "what has been typed so far",
        &["Bucaramanga"],
        "bukaram",
        &["Bucaramanga"],
    );
    check("but not what is complete", &["Bucaramanga"], "bukaram ", &[]);
    check("digits", &["Projekt 217"], "projekt 218", &[]);
}

#[test]
fn words_may_be_written_together_or_apart() {
    let titles = ["go-cluster", "Silicon Saxony", "OpTecBB"];
    check("tied words together", &titles, "gocluster", &["go-cluster"]);
    check("tied words apart", &titles, "go cluster", &["go-cluster"]);
    check(
        "a short name together",
        &titles,
        "siliconsaxony",
        &["Silicon Saxony"],
    );
    check("a word apart", &titles, "optec bb", &["OpTecBB"]);
    check(
        "an e behind an umlaut's letter",
        &["Go-Europe"],
        "goeurope",
        &["Go-Europe"],
    );
}

#[test]
fn words_that_say_nothing_count_only_where_there_are_no_others() {
    let titles = ["Reise nach Japan", "Besuch aus Japan"];
    check(
        "beside another",
        &titles,
        "Reise aus Japan",
        &["Reise nach Japan"],
    );
    check("alone", &titles, "nach", &["Reise nach Japan"]);
    check("being typed", &titles, "Besuch na", &[]);
    check("typed", &titles, "Besuch nach", &["Besuch aus Japan"]);
}

#[test]
fn every_word_must_hold_in_whatever_field() {
    let mut atlas = small();
    atlas["cooperations"][0]["funding_reference"] = json!("03 INT 1613");
    let dataset = dataset(&atlas);
    let index = Index::build(&dataset);
    let rows = [
        ("licht", "the German title"),
        ("light tokio", "the English title and the German place"),
        ("institute optik jena", "organisation, alias and seat"),
        ("thuringia JP bridges", "state, country and programme"),
        ("photonics project somebody", "theme, kind and funder"),
        ("03int1613", "the reference without its spaces"),
        ("03 INT 1613 japan", ""),
    ];
    for (text, note) in rows {
        let expected: &[&str] = if note.is_empty() { &[] } else { &["Licht"] };
        assert_eq!(found(&dataset, &index, text), expected, "{text}: {note}");
    }
}

#[test]
fn the_word_itself_comes_before_its_beginning_and_that_before_a_misspelling() {
    let titles = [
        "Japanreise",
        "Nordjapan",
        "Reise Japan",
        "Javan",
        "Japan",
        "Reise der Gruppe Japan",
    ];
    let atlas = titled(&titles, |_, _| {});
    let there = [
        "Japan",
        "Reise Japan",
        "Reise der Gruppe Japan",
        "Japanreise",
        "Nordjapan",
    ];
    check_order("a word that is there", &atlas, &[], "japan", &there);
    let near = ["Japan", "Reise Japan", "Reise der Gruppe Japan"];
    check_order("a word that is not", &atlas, &[], "japam", &near);
    let begun = ["Japanreise", "Japan", "Reise Japan", "Reise der Gruppe Japan"];
    check_order("one that begins another", &atlas, &[], "japanr", &begun);
}

#[test]
fn names_come_before_organisations_these_before_related_records_and_summaries_last() {
    let atlas = titled(
        &["Zwei", "Drei", "Vier", "Chile"],
        |number, record| match number {
            0 => record["partners"] = json!([{"place": "chile"}]),
            1 => record["partners"] = json!([{"place": "place", "organisation": "Cámara Chile"}]),
            _ => {}
        },
    );
    let mut atlas = atlas;
    let place = json!({"id": "chile", "name_de": "Chile Süd", "name_en": "Chile South", "precision": "region",
        "lat": 0.0, "lon": 0.0});
    atlas["places"].as_array_mut().unwrap().push(place);
    let expected = ["Chile", "Chile Süd", "Drei", "Zwei", "Vier"];
    check_order(
        "a word in every field",
        &atlas,
        &[("k2", "Nach Chile.")],
        "chile",
        &expected,
    );
}

#[test]
fn a_place_that_stands_for_a_country_is_found_as_that_country() {
    let mut atlas = frame();
    atlas["places"] = json!([{"id": "us", "name_de": "Staaten von Amerika", "name_en": "States", "country": "US",
        "precision": "country", "lat": 39.5, "lon": -98.5}]);
    atlas["cooperations"] = json!([{"id": "k", "title_de": "Reise", "title_en": "Journey",
        "partners": [{"place": "us"}], "themes": ["health"], "kinds": ["project"]}]);
    check_order("by its own name", &atlas, &[], "states", &["US", "Reise"]);
    check_order(
        "by an everyday name",
        &atlas,
        &[],
        "united states",
        &["US", "Reise"],
    );
}

#[test]
fn suggestions_can_be_named_and_those_of_facets_filter() {
    let dataset = dataset(&small());
    let index = Index::build(&dataset);
    let rows = [
        ("photonics", "photonics", Some((Facet::Theme, "photonics"))),
        ("delegation", "delegation", Some((Facet::Kind, "delegation"))),
        ("JP", "JP", Some((Facet::Country, "JP"))),
        ("Thuringia", "Thüringen", Some((Facet::State, "DE-TH"))),
        ("bridges", "bridges", Some((Facet::Programme, "bridges"))),
        ("optics", "Optics \"Jena\"", None),
        ("tokyo", "Tokio", None),
        ("growth", "Wachstum", None),
    ];
    for (text, name, filter) in rows {
        let first = index.suggest(text, 8).first().copied().unwrap();
        assert_eq!(first.name(&dataset, Language::German), name, "{text}");
        let found = first.filter(&dataset);
        let found = found.as_ref().map(|(facet, value)| (*facet, &**value));
        assert_eq!(found, filter, "{text}");
    }
}

#[test]
fn every_type_of_record_has_its_share_of_the_suggestions() {
    let titles = [
        "Sachsen eins",
        "Sachsen zwei",
        "Sachsen drei",
        "Sachsen vier",
        "Sachsen fünf",
    ];
    let mut atlas = titled(&titles, |_, _| {});
    atlas["clusters"] = (0..5)
        .map(|number| {
            json!({"id": format!("c{number}"), "name": format!("Verein der Leute Sachsen {number}"),
            "themes": ["health"]})
        })
        .collect();
    let dataset = dataset(&atlas);
    let index = Index::build(&dataset);
    let types = |most: usize| {
        let suggestions = index.suggest("sachsen", most);
        let count = |is: fn(&Suggestion) -> bool| suggestions.iter().filter(|one| is(one)).count();
        [
            count(|one| matches!(one, Suggestion::Record(Record::State(_)))),
            count(|one| matches!(one, Suggestion::Record(Record::Cooperation(_)))),
            count(|one| matches!(one, Suggestion::Record(Record::Cluster(_)))),
        ]
    };
    // Saxony and two states whose names end like it; cooperations have the shorter names.
    assert_eq!(types(0), [0, 0, 0]);
    assert_eq!(types(1), [1, 0, 0]);
    assert_eq!(types(3), [1, 1, 1]);
    assert_eq!(types(6), [2, 2, 2]);
    assert_eq!(types(100), [3, 5, 5]);
}

#[test]
fn summaries_are_found_once_all_are_read() {
    let dataset = dataset(&titled(&["Eins", "Zwei", "Drei"], |_, _| {}));
    let summaries = details(&[("k0", "Wasser"), ("k1", "Wasserstoff"), ("k2", "Wasserkraft")]);
    let mut index = Index::build(&dataset);
    let mut calls = 0;
    while !index.read_summaries(&dataset, &summaries, 10) {
        assert_eq!(found(&dataset, &index, "wasser"), [""; 0]);
        calls += 1;
    }
    assert!(calls > 1, "read at one go");
    assert_eq!(found(&dataset, &index, "wasser"), ["Eins", "Zwei", "Drei"]);
    assert!(index.read_summaries(&dataset, &summaries, 10), "all are read");
    assert_eq!(found(&dataset, &index, "wasser"), ["Eins", "Zwei", "Drei"]);
}

#[test]
fn only_the_beginning_of_a_long_text_counts() {
    let titles = ["eins zwei drei vier fünf sechs sieben acht", "neun"];
    let text = "eins zwei drei vier fünf sechs sieben acht neun";
    check("eight words", &titles, text, &titles[..1]);
    let text = format!("neun{}eins", " ".repeat(200));
    check("200 characters", &titles, &text, &titles[1..]);
}

/// Whether so many mistakes turn a word into another, tried in every way.
fn are_within(left: u32, word: &[u8], other: &[u8]) -> bool {
    let steps = [(1, 1), (1, 0), (0, 1), (2, 2)];
    word.is_empty() && other.is_empty()
        || steps.into_iter().any(|(of_word, of_other)| {
            let parts = word
                .split_at_checked(of_word)
                .zip(other.split_at_checked(of_other));
            let Some(((a, word), (b, other))) = parts else {
                return false;
            };
            let possible = of_word < 2 || a[0] == b[1] && a[1] == b[0];
            let is_mistake = possible && !a.iter().chain(b).any(u8::is_ascii_digit);
            a == b && are_within(left, word, other)
                || left > 0 && is_mistake && are_within(left - 1, word, other)
        })
}

/// The number of mistakes between words, if there are at most so many.
fn plain_mistakes(word: &str, other: &str, most: u32) -> Option<u32> {
    // A letter more or less is a mistake.
    let least = u32::try_from(word.len().abs_diff(other.len())).unwrap();
    (least..=most).find(|&left| are_within(left, word.as_bytes(), other.as_bytes()))
}

proptest! {
    #![proptest_config(cases(256))]

    #[test]
    fn folding_again_changes_nothing(text in any::<String>(), latin in "[a-zA-ZÀ-žäöüß .&'-]{0,30}") {
        for text in [text, latin] {
            let once = folded(&text);
            prop_assert_eq!(folded(&once), once);
        }
    }

    #[test]
    fn mistakes_are_those_of_a_plain_count(word in "[abc1]{0,6}", other in "[abc1]{0,6}", most in 0_u8..4) {
        let expected = plain_mistakes(&word, &other, most.into());
        prop_assert_eq!(mistakes(&word, &other, most).map(u32::from), expected);
    }

    #[test]
    fn any_text_can_be_searched_for(text in any::<String>(), long in "\\PC{0,300}") {
        let dataset = dataset(&small());
        let index = Index::build(&dataset);
        for text in [text.as_str(), long.as_str(), &text.repeat(20)] {
            let _any = index.cooperations(text);
            prop_assert!(index.suggest(text, 5).len() <= 5);
        }
    }

    #[test]
    fn cooperations_are_those_of_a_plain_recount(
        atlas in random(12),
        words in vec(recount::text(), 40),
        summaries in vec(recount::text(), 12),
        text in recount::asked(),
    ) {
        let atlas = recount::worded(atlas, &words);
        let dataset = dataset(&atlas);
        let summaries: Vec<(String, String)> =
            summaries.into_iter().enumerate().map(|(number, summary)| (format!("k{number}"), summary)).collect();
        let borrowed: Vec<(&str, &str)> = summaries.iter().map(|(id, text)| (&**id, &**text)).collect();
        let details = details(&borrowed);
        let mut index = Index::build(&dataset);
        index.read_summaries(&dataset, &details, usize::MAX);
        let expected = recount::cooperations(&dataset, &details, &text);
        let found: Option<BTreeSet<_>> = index.cooperations(&text).map(|found| found.iter().collect());
        prop_assert_eq!(&found, &expected, "{}", text);

        let suggested = index.suggest(&text, 1000);
        for &key in found.iter().flatten() {
            prop_assert!(suggested.contains(&Suggestion::Record(Record::Cooperation(key))), "not suggested");
        }
        for (position, one) in suggested.iter().enumerate() {
            prop_assert!(!suggested[..position].contains(one), "twice: {:?}", one);
        }
        let few = index.suggest(&text, 6);
        prop_assert_eq!(few.len(), suggested.len().min(6));
        prop_assert_eq!(few.first(), suggested.first());
    }
}
