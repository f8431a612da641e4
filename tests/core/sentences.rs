//! Guards the sentence that says what is shown, in both languages, word by word.

use clusteratlas_core::domain::localized::Language;
use clusteratlas_core::locale::sentence::{Facts, sentence};

#[track_caller]
fn check(note: &str, facts: &Facts<'_>, german: &str, english: &str) {
    assert_eq!(sentence(facts, Language::German), german, "{note}");
    assert_eq!(sentence(facts, Language::English), english, "{note}");
}

/// So many cooperations of clusters with countries, some of them within Germany.
fn facts(cooperations: usize, clusters: usize, countries: usize, domestic: usize) -> Facts<'static> {
    Facts {
        cooperations,
        clusters,
        countries,
        domestic,
        top_country: (countries > 0).then_some(("Japan", 3)),
        ..Facts::default()
    }
}

fn on(facts: Facts<'static>, themes: &[&'static str]) -> Facts<'static> {
    Facts {
        themes: themes.to_vec(),
        ..facts
    }
}

fn under(facts: Facts<'static>, programmes: &[&'static str]) -> Facts<'static> {
    Facts {
        programmes: programmes.to_vec(),
        ..facts
    }
}

fn from(facts: Facts<'static>, states: &[&'static str]) -> Facts<'static> {
    Facts {
        states: states.to_vec(),
        ..facts
    }
}

const NOTHING: (&str, &str) = (
    "Keine bekannte Kooperation passt zu dieser Auswahl.",
    "No known cooperation matches this selection.",
);

#[test]
fn nothing_is_said_to_be_nothing_whatever_was_chosen() {
    let rows = [
        (Facts::default(), "no facts"),
        (facts(0, 3, 3, 3), "numbers that belong to nothing"),
        (on(facts(0, 0, 0, 0), &["Energie"]), "a theme"),
        (
            from(under(facts(0, 0, 0, 0), &["ZIM"]), &["Sachsen"]),
            "programme and state",
        ),
    ];
    for (facts, note) in rows {
        check(note, &facts, NOTHING.0, NOTHING.1);
    }
}

#[test]
fn numbers_agree_with_their_nouns() {
    check(
        "one of each",
        &facts(1, 1, 1, 0),
        "1 Kooperation von 1 Cluster mit 1 Land.",
        "1 cooperation of 1 cluster with 1 country.",
    );
    check(
        "two of each",
        &facts(2, 2, 2, 0),
        "2 Kooperationen von 2 Clustern mit 2 Ländern; am häufigsten Japan (3).",
        "2 cooperations of 2 clusters with 2 countries; most often Japan (3).",
    );
    check(
        "many",
        &facts(191, 92, 61, 12),
        "191 Kooperationen von 92 Clustern mit 61 Ländern; am häufigsten Japan (3).",
        "191 cooperations of 92 clusters with 61 countries; most often Japan (3).",
    );
    check(
        "thousands are separated",
        &Facts {
            top_country: Some(("Japan", 1234)),
            ..facts(12_345, 2000, 1000, 0)
        },
        "12.345 Kooperationen von 2.000 Clustern mit 1.000 Ländern; am häufigsten Japan (1.234).",
        "12,345 cooperations of 2,000 clusters with 1,000 countries; most often Japan (1,234).",
    );
    check(
        "one cooperation with several countries",
        &facts(1, 1, 4, 0),
        "1 Kooperation von 1 Cluster mit 4 Ländern; am häufigsten Japan (3).",
        "1 cooperation of 1 cluster with 4 countries; most often Japan (3).",
    );
    check(
        "several cooperations of one cluster with one country",
        &facts(5, 1, 1, 0),
        "5 Kooperationen von 1 Cluster mit 1 Land.",
        "5 cooperations of 1 cluster with 1 country.",
    );
}

#[test]
fn cooperations_without_clusters_of_the_atlas_name_none() {
    check(
        "several",
        &facts(3, 0, 2, 0),
        "3 Kooperationen mit 2 Ländern; am häufigsten Japan (3).",
        "3 cooperations with 2 countries; most often Japan (3).",
    );
    check(
        "one",
        &facts(1, 0, 1, 0),
        "1 Kooperation mit 1 Land.",
        "1 cooperation with 1 country.",
    );
    check(
        "with a region of several countries",
        &facts(1, 0, 0, 0),
        "1 Kooperation.",
        "1 cooperation.",
    );
    check(
        "a cluster with a region of several countries",
        &facts(2, 1, 0, 0),
        "2 Kooperationen von 1 Cluster.",
        "2 cooperations of 1 cluster.",
    );
}

#[test]
fn cooperations_within_germany_only_say_so() {
    check(
        "one",
        &facts(1, 1, 0, 1),
        "1 Kooperation von 1 Cluster innerhalb Deutschlands.",
        "1 cooperation of 1 cluster within Germany.",
    );
    check(
        "several",
        &facts(4, 3, 0, 4),
        "4 Kooperationen von 3 Clustern innerhalb Deutschlands.",
        "4 cooperations of 3 clusters within Germany.",
    );
    check(
        "beside other countries they are not named",
        &facts(4, 3, 1, 2),
        "4 Kooperationen von 3 Clustern mit 1 Land.",
        "4 cooperations of 3 clusters with 1 country.",
    );
}

#[test]
fn up_to_two_themes_are_named() {
    check(
        "one",
        &on(facts(1, 1, 1, 0), &["Energie"]),
        "1 Kooperation zum Thema Energie von 1 Cluster mit 1 Land.",
        "1 cooperation on Energie of 1 cluster with 1 country.",
    );
    check(
        "two",
        &on(facts(7, 2, 1, 0), &["Energie", "Photonik"]),
        "7 Kooperationen zu den Themen Energie und Photonik von 2 Clustern mit 1 Land.",
        "7 cooperations on Energie and Photonik of 2 clusters with 1 country.",
    );
    check(
        "three",
        &on(facts(7, 2, 1, 0), &["a", "b", "c"]),
        "7 Kooperationen zu 3 Themen von 2 Clustern mit 1 Land.",
        "7 cooperations on 3 themes of 2 clusters with 1 country.",
    );
    check(
        "five",
        &on(facts(7, 0, 0, 0), &["a", "b", "c", "d", "e"]),
        "7 Kooperationen zu 5 Themen.",
        "7 cooperations on 5 themes.",
    );
}

#[test]
fn a_programme_that_is_not_stated_is_said_to_be_not_stated() {
    check(
        "only cooperations without a stated programme",
        &Facts {
            without_programme: true,
            ..facts(250, 90, 40, 9)
        },
        "250 Kooperationen ohne Angabe eines Förderprogramms von 90 Clustern mit 40 Ländern; am häufigsten Japan (3).",
        "250 cooperations without a stated funding programme of 90 clusters with 40 countries; most often Japan (3).",
    );
}

#[test]
fn up_to_two_programmes_are_named() {
    check(
        "one",
        &under(facts(1, 1, 1, 0), &["ZIM"]),
        "1 Kooperation im Programm ZIM von 1 Cluster mit 1 Land.",
        "1 cooperation in the programme ZIM of 1 cluster with 1 country.",
    );
    check(
        "two",
        &under(facts(2, 1, 1, 0), &["ZIM", "EFRE"]),
        "2 Kooperationen in den Programmen ZIM und EFRE von 1 Cluster mit 1 Land.",
        "2 cooperations in the programmes ZIM and EFRE of 1 cluster with 1 country.",
    );
    check(
        "five",
        &under(facts(2, 0, 1, 0), &["a", "b", "c", "d", "e"]),
        "2 Kooperationen in 5 Programmen mit 1 Land.",
        "2 cooperations in 5 programmes with 1 country.",
    );
}

#[test]
fn up_to_two_states_are_named() {
    check(
        "one",
        &from(facts(1, 1, 1, 0), &["Hessen"]),
        "1 Kooperation von 1 Cluster aus Hessen mit 1 Land.",
        "1 cooperation of 1 cluster from Hessen with 1 country.",
    );
    check(
        "two",
        &from(facts(2, 2, 1, 0), &["Hessen", "Sachsen"]),
        "2 Kooperationen von 2 Clustern aus Hessen und Sachsen mit 1 Land.",
        "2 cooperations of 2 clusters from Hessen and Sachsen with 1 country.",
    );
    check(
        "sixteen",
        &from(facts(2, 2, 0, 2), &["x"; 16]),
        "2 Kooperationen von 2 Clustern aus 16 Bundesländern innerhalb Deutschlands.",
        "2 cooperations of 2 clusters from 16 German states within Germany.",
    );
}

#[test]
fn everything_at_once_stays_one_sentence() {
    let all = from(
        under(on(facts(9, 4, 2, 1), &["Energie"]), &["ZIM", "EFRE"]),
        &["Hessen"],
    );
    check(
        "all facts",
        &all,
        "9 Kooperationen zum Thema Energie in den Programmen ZIM und EFRE von 4 Clustern aus Hessen mit 2 Ländern; \
         am häufigsten Japan (3).",
        "9 cooperations on Energie in the programmes ZIM and EFRE of 4 clusters from Hessen with 2 countries; \
         most often Japan (3).",
    );
}

#[test]
fn the_most_frequent_country_is_named_only_among_several() {
    check(
        "several, but none known to be the first",
        &Facts {
            top_country: None,
            ..facts(3, 1, 2, 0)
        },
        "3 Kooperationen von 1 Cluster mit 2 Ländern.",
        "3 cooperations of 1 cluster with 2 countries.",
    );
}
