//! Guards the sentence that says what is shown, in both languages, word by word.

use clusteratlas_core::description::{Facts, sentence};
use clusteratlas_core::domain::localized::Language;
use clusteratlas_core::query::facet::Facet;
use clusteratlas_core::query::years::{Undated, Years};

#[track_caller]
fn check(note: &str, facts: &Facts, german: &str, english: &str) {
    assert_eq!(sentence(facts, Language::German), german, "{note}");
    assert_eq!(sentence(facts, Language::English), english, "{note}");
}

/// So many cooperations of clusters with countries, some of them within Germany.
fn facts(cooperations: usize, clusters: usize, countries: usize, domestic: usize) -> Facts {
    Facts {
        cooperations,
        clusters,
        countries,
        domestic,
        top_country: (countries > 0).then(|| ("Japan".to_owned(), 3)),
        ..Facts::default()
    }
}

/// The same with chosen values of a facet.
fn choosing(facts: &Facts, facet: Facet, names: &[&str]) -> Facts {
    let mut facts = facts.clone();
    facts.chosen[facet.index()].names = names.iter().map(ToString::to_string).collect();
    facts
}

/// The same with chosen values of a facet, the last of which stands for what is not stated.
fn choosing_none(facts: &Facts, facet: Facet, names: &[&str]) -> Facts {
    let mut facts = choosing(facts, facet, names);
    facts.chosen[facet.index()].none = true;
    facts
}

fn running(facts: &Facts, from: Option<u16>, to: Option<u16>, undated: Undated) -> Facts {
    let years = Years { from, to, undated };
    Facts {
        years,
        ..facts.clone()
    }
}

#[test]
fn nothing_is_said_to_be_nothing_and_of_what() {
    let none = facts(0, 0, 0, 0);
    check(
        "nothing chosen",
        &none,
        "Keine bekannte Kooperation.",
        "No known cooperation.",
    );
    check(
        "numbers that belong to nothing",
        &facts(0, 3, 3, 3),
        "Keine bekannte Kooperation.",
        "No known cooperation.",
    );
    let theme = choosing(&none, Facet::Theme, &["Energie"]);
    check(
        "a theme and a country",
        &choosing(&theme, Facet::Country, &["Mexiko"]),
        "Keine bekannte Kooperation zum Thema Energie mit dem Partnerland Mexiko.",
        "No known cooperation on Energie with the partner country Mexiko.",
    );
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
        "thousands are separated",
        &Facts {
            top_country: Some(("Japan".to_owned(), 1234)),
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
        "several, but none known to be the first",
        &Facts {
            top_country: None,
            ..facts(3, 1, 2, 0)
        },
        "3 Kooperationen von 1 Cluster mit 2 Ländern.",
        "3 cooperations of 1 cluster with 2 countries.",
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
        "with a region of several countries",
        &facts(1, 0, 0, 0),
        "1 Kooperation.",
        "1 cooperation.",
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
        "beside other countries they are not named",
        &facts(4, 3, 1, 2),
        "4 Kooperationen von 3 Clustern mit 1 Land.",
        "4 cooperations of 3 clusters with 1 country.",
    );
    let mut germany = choosing(&facts(4, 3, 1, 4), Facet::Country, &["Deutschland"]);
    germany.chosen[Facet::Country.index()].germany = true;
    check(
        "Germany is the chosen country",
        &germany,
        "4 Kooperationen von 3 Clustern innerhalb Deutschlands.",
        "4 cooperations of 3 clusters within Germany.",
    );
}

#[test]
fn up_to_three_names_are_said_and_of_more_two_and_a_number() {
    let seven = facts(7, 2, 1, 0);
    let rows: [(Facet, &[&str], &str, &str); 12] = [
        (
            Facet::Theme,
            &["Energie"],
            "7 Kooperationen zum Thema Energie von 2 Clustern mit 1 Land.",
            "7 cooperations on Energie of 2 clusters with 1 country.",
        ),
        (
            Facet::Theme,
            &["Energie", "Photonik"],
            "7 Kooperationen zu den Themen Energie und Photonik von 2 Clustern mit 1 Land.",
            "7 cooperations on Energie and Photonik of 2 clusters with 1 country.",
        ),
        (
            Facet::Theme,
            &["a", "b", "c"],
            "7 Kooperationen zu den Themen a, b und c von 2 Clustern mit 1 Land.",
            "7 cooperations on a, b and c of 2 clusters with 1 country.",
        ),
        (
            Facet::Theme,
            &["a", "b", "c", "d"],
            "7 Kooperationen zu den Themen a, b und 2 weiteren von 2 Clustern mit 1 Land.",
            "7 cooperations on a, b and 2 more of 2 clusters with 1 country.",
        ),
        (
            Facet::Programme,
            &["ZIM"],
            "7 Kooperationen im Programm ZIM von 2 Clustern mit 1 Land.",
            "7 cooperations in the programme ZIM of 2 clusters with 1 country.",
        ),
        (
            Facet::Programme,
            &["a", "b", "c", "d", "e"],
            "7 Kooperationen in den Programmen a, b und 3 weiteren von 2 Clustern mit 1 Land.",
            "7 cooperations in the programmes a, b and 3 more of 2 clusters with 1 country.",
        ),
        (
            Facet::State,
            &["Hessen", "Sachsen"],
            "7 Kooperationen von 2 Clustern aus Hessen und Sachsen mit 1 Land.",
            "7 cooperations of 2 clusters from Hessen and Sachsen with 1 country.",
        ),
        (
            Facet::State,
            &["Saarland"],
            "7 Kooperationen von 2 Clustern aus dem Saarland mit 1 Land.",
            "7 cooperations of 2 clusters from Saarland with 1 country.",
        ),
        (
            Facet::State,
            &["x"; 16],
            "7 Kooperationen von 2 Clustern aus x, x und 14 weiteren mit 1 Land.",
            "7 cooperations of 2 clusters from x, x and 14 more with 1 country.",
        ),
        (
            Facet::Country,
            &["Schweiz"],
            "7 Kooperationen von 2 Clustern mit dem Partnerland Schweiz.",
            "7 cooperations of 2 clusters with the partner country Schweiz.",
        ),
        (
            Facet::Country,
            &["Schweiz", "USA"],
            "7 Kooperationen von 2 Clustern mit den Partnerländern Schweiz und USA.",
            "7 cooperations of 2 clusters with the partner countries Schweiz and USA.",
        ),
        (
            Facet::Country,
            &["a", "b", "c", "d"],
            "7 Kooperationen von 2 Clustern mit den Partnerländern a, b und 2 weiteren.",
            "7 cooperations of 2 clusters with the partner countries a, b and 2 more.",
        ),
    ];
    for (facet, names, german, english) in rows {
        check("names", &choosing(&seven, facet, names), german, english);
    }
}

#[test]
fn what_is_not_stated_is_said_to_be_not_stated() {
    let some = facts(5, 0, 1, 0);
    check(
        "only without a programme",
        &choosing_none(&some, Facet::Programme, &["ohne Angabe"]),
        "5 Kooperationen ohne Angabe eines Förderprogramms mit 1 Land.",
        "5 cooperations without a stated funding programme with 1 country.",
    );
    check(
        "with or without one",
        &choosing_none(&some, Facet::Programme, &["ZIM", "ohne Angabe"]),
        "5 Kooperationen mit 1 Land, Förderprogramme: ZIM oder ohne Angabe.",
        "5 cooperations with 1 country, Funding programmes: ZIM or ohne Angabe.",
    );
    check(
        "states",
        &choosing_none(&some, Facet::State, &["Hessen", "Saarland", "ohne Angabe"]),
        "5 Kooperationen mit 1 Land, Bundesländer: Hessen, Saarland oder ohne Angabe.",
        "5 cooperations with 1 country, German states: Hessen, Saarland or ohne Angabe.",
    );
    check(
        "a region of several countries",
        &choosing_none(&some, Facet::Country, &["mehrere"]),
        "5 Kooperationen, Partnerländer: mehrere.",
        "5 cooperations, Partner countries: mehrere.",
    );
}

#[test]
fn conditions_follow_as_clauses() {
    let some = facts(5, 2, 1, 0);
    check(
        "kinds and status",
        &choosing(
            &choosing(&some, Facet::Kind, &["Messe"]),
            Facet::Status,
            &["läuft", "beendet"],
        ),
        "5 Kooperationen von 2 Clustern mit 1 Land, Art der Kooperation: Messe, Status: läuft oder beendet.",
        "5 cooperations of 2 clusters with 1 country, Kind of cooperation: Messe, Status: läuft or beendet.",
    );
    let rows = [
        (
            Some(2017),
            Some(2017),
            Undated::Included,
            "Laufzeit im Jahr 2017",
            "running in 2017",
        ),
        (
            Some(2016),
            Some(2018),
            Undated::Excluded,
            "Laufzeit zwischen 2016 und 2018",
            "running between 2016 and 2018",
        ),
        (
            Some(2016),
            None,
            Undated::Included,
            "Laufzeit ab 2016",
            "running from 2016 on",
        ),
        (
            None,
            Some(2018),
            Undated::Included,
            "Laufzeit bis 2018",
            "running until 2018",
        ),
        (
            None,
            None,
            Undated::Excluded,
            "nur mit bekanntem Datum",
            "only with a known date",
        ),
        (
            Some(2016),
            None,
            Undated::Only,
            "nur ohne Datum",
            "only without a date",
        ),
    ];
    for (from, to, undated, german, english) in rows {
        check(
            "years",
            &running(&some, from, to, undated),
            &format!("5 Kooperationen von 2 Clustern mit 1 Land, {german}."),
            &format!("5 cooperations of 2 clusters with 1 country, {english}."),
        );
    }
    let undated = Facts {
        undated: 2,
        ..running(&some, Some(2016), None, Undated::Included)
    };
    check(
        "some without a date among the years",
        &undated,
        "5 Kooperationen von 2 Clustern mit 1 Land, Laufzeit ab 2016, davon 2 ohne Datum.",
        "5 cooperations of 2 clusters with 1 country, running from 2016 on, 2 of them without a date.",
    );
    let searched = Facts {
        words: "Leipzig & <b>".to_owned(),
        ..some
    };
    check(
        "words",
        &searched,
        "5 Kooperationen von 2 Clustern mit 1 Land, Suche „Leipzig & <b>“.",
        "5 cooperations of 2 clusters with 1 country, search “Leipzig & <b>”.",
    );
}

#[test]
fn clusters_that_work_with_each_country_are_said_to() {
    let both = Facts {
        in_each_country: true,
        ..choosing(&facts(8, 2, 2, 0), Facet::Country, &["Frankreich", "Japan"])
    };
    check(
        "two",
        &both,
        "8 Kooperationen von 2 Clustern mit den Partnerländern Frankreich und Japan, jedes Cluster mit \
         Kooperationen in jedem dieser Länder.",
        "8 cooperations of 2 clusters with the partner countries Frankreich and Japan, every cluster with \
         cooperations in each of these countries.",
    );
    check(
        "one is each",
        &choosing(&both, Facet::Country, &["Japan"]),
        "8 Kooperationen von 2 Clustern mit dem Partnerland Japan.",
        "8 cooperations of 2 clusters with the partner country Japan.",
    );
}

#[test]
fn everything_at_once_stays_one_sentence() {
    let mut all = Facts {
        in_each_country: true,
        words: "Laser".to_owned(),
        ..running(&facts(9, 4, 2, 1), Some(2015), Some(2020), Undated::Excluded)
    };
    for (facet, names) in [
        (Facet::Theme, ["Energie", "Bauen"]),
        (Facet::Programme, ["ZIM", "EFRE"]),
        (Facet::Country, ["Japan", "Polen"]),
        (Facet::State, ["Hessen", "Saarland"]),
        (Facet::Kind, ["Messe", "Projekt"]),
        (Facet::Status, ["läuft", "beendet"]),
    ] {
        all = choosing(&all, facet, &names);
    }
    check(
        "all facts",
        &all,
        "9 Kooperationen zu den Themen Energie und Bauen in den Programmen ZIM und EFRE von 4 Clustern aus Hessen und \
         dem Saarland mit den Partnerländern Japan und Polen, jedes Cluster mit Kooperationen in jedem dieser Länder, \
         Art der Kooperation: Messe oder Projekt, Status: läuft oder beendet, Laufzeit zwischen 2015 und 2020, \
         Suche „Laser“.",
        "9 cooperations on Energie and Bauen in the programmes ZIM and EFRE of 4 clusters from Hessen and Saarland \
         with the partner countries Japan and Polen, every cluster with cooperations in each of these countries, \
         Kind of cooperation: Messe or Projekt, Status: läuft or beendet, running between 2015 and 2020, \
         search “Laser”.",
    );
}
