//! What editors have before them: which of many notes are shown, and a preview that is the whole page's.

use clusteratlas::store::{Change as PageChange, DetailsState, Reading, Sieve, Sifted as _, Store, Work};
use clusteratlas_core::permalink::view_state::{View, ViewState};
use clusteratlas_core::workbench::{Both, Change, Difference, FieldChange, Note, Outcome, Severity};
use leptos::prelude::*;

use crate::{ATLAS, open_page};

fn both(de: &str, en: &str) -> Both {
    Both {
        de: de.to_owned(),
        en: en.to_owned(),
    }
}

fn note(severity: Severity, sheet: &str, value: &str, suggestion: Option<&str>) -> Note {
    Note {
        severity,
        sheet: sheet.to_owned(),
        row: Some(7),
        column: Some("C".to_owned()),
        heading: Some("Themen".to_owned()),
        record: None,
        value: Some(value.to_owned()),
        message: both("gibt es nicht", "does not exist"),
        hint: both("anderes wählen", "choose another"),
        suggestion: suggestion.map(ToOwned::to_owned),
    }
}

fn notes() -> Vec<Note> {
    vec![
        note(Severity::Error, "Cluster", "helth", Some("health")),
        note(Severity::Warning, "Orte", "Zürich", None),
        note(Severity::Error, "Orte", "Lyonn", Some("Lyon")),
    ]
}

#[track_caller]
fn check_shown(kind: &str, sheet: &str, words: &str, expected: &[usize]) {
    let [kind, sheet, words] = [kind, sheet, words].map(ToOwned::to_owned);
    let sieve = Sieve { kind, sheet, words };
    assert_eq!(sieve.sift(&notes()), expected, "{sieve:?}");
}

#[test]
fn notes_pass_by_weight_sheet_and_words_in_either_language() {
    check_shown("", "", "", &[0, 1, 2]);
    check_shown("error", "", "", &[0, 2]);
    check_shown("error", "Orte", "", &[2]);
    check_shown("hint", "", "", &[]);
    check_shown("", "", "zuerich", &[1]);
    check_shown("", "", "health", &[0]);
    check_shown("", "", "EXIST themen", &[0, 1, 2]);
    check_shown("", "", "lyon exist nothing", &[]);
}

#[test]
fn a_choice_of_kinds_says_how_many_there_are() {
    let notes = notes();
    let numbers = |keys: Vec<(&str, &Note, usize)>| -> Vec<(String, usize)> {
        keys.into_iter().map(|(key, _, n)| (key.to_owned(), n)).collect()
    };
    let [errors, warnings] = [("error".to_owned(), 2), ("warning".to_owned(), 1)];
    assert_eq!(numbers(Sieve::keys(&notes, Note::kind)), [errors, warnings]);
    let [clusters, places] = [("Cluster".to_owned(), 1), ("Orte".to_owned(), 2)];
    assert_eq!(numbers(Sieve::keys(&notes, Note::sheet)), [clusters, places]);
}

#[test]
fn a_difference_is_found_by_what_a_field_held() {
    let difference = Difference {
        sheet: both("Cluster", "Clusters"),
        id: "cells".to_owned(),
        name: Some(both("Zellen", "Cells")),
        change: Change::Changed(vec![FieldChange {
            heading: both("Name", "Name"),
            old: "Alt".to_owned(),
            new: "Neu".to_owned(),
        }]),
    };
    let found = |words: &str| {
        let words = words.to_owned();
        let sieve = Sieve {
            words,
            ..Sieve::default()
        };
        !sieve.sift(std::slice::from_ref(&difference)).is_empty()
    };
    assert!(["alt", "neu", "cells", "zellen name"].into_iter().all(found));
    assert!(!found("cluster"), "sheets are chosen");
}

/// What was read: one record renamed.
fn reading() -> Reading {
    let atlas = ATLAS.replace("\"Bio\"", "\"Bionik\"");
    let files = [atlas.as_str(), "no details", "no stories"];
    let files = files.map(|text| text.as_bytes().to_vec()).to_vec();
    Reading::new(vec!["a.xlsx".to_owned()], Outcome::default(), files)
}

#[test]
fn a_preview_is_another_dataset_in_the_same_session() {
    let page = open_page("#theme=health&lang=en");
    let desk = page.store.session.desk();
    desk.take(reading());
    let preview = desk.preview(page.store).unwrap();
    assert!(preview.is_preview() && !page.store.is_preview());
    assert_eq!(preview.stories.as_deref(), Some("no stories"));
    // These details are those of no dataset.
    assert!(matches!(preview.details.get_untracked(), DetailsState::Failed(_)));
    let number = |store: Store| store.matches.with_untracked(|all| all.number);
    assert_eq!((number(preview), number(page.store)), (2, 2));
    let clusters = |store: Store| -> Vec<&'static str> {
        let clusters = store.atlas().dataset.clusters();
        clusters.iter().map(|cluster| &*cluster.name).collect()
    };
    assert_eq!(clusters(preview), ["Bionik", "Wind"]);
    assert_eq!(clusters(page.store), ["Bio", "Wind"]);
    preview.reset_filters();
    assert_eq!((number(preview), number(page.store)), (3, 3));
    // Asked again it is the same, for as long as nothing else is read.
    let is_same = |other: Store| std::ptr::eq(other.atlas(), preview.atlas());
    assert!(is_same(desk.preview(page.store).unwrap()));
    desk.take(reading());
    assert!(!is_same(desk.preview(page.store).unwrap()));
}

#[test]
fn what_cannot_be_published_has_no_preview() {
    let page = open_page("");
    let desk = page.store.session.desk();
    assert!(desk.preview(page.store).is_err(), "nothing was read");
    desk.take(Reading::new(Vec::new(), Outcome::default(), Vec::new()));
    assert!(desk.preview(page.store).is_err(), "an error forbids it");
    let files = ["{", "", ""].map(|text| text.as_bytes().to_vec()).to_vec();
    desk.take(Reading::new(Vec::new(), Outcome::default(), files));
    assert!(desk.preview(page.store).is_err(), "it is no dataset");
}

#[test]
fn another_view_and_another_language_leave_the_desk_as_it_is() {
    let page = open_page("#view=editors");
    let desk = page.store.session.desk();
    desk.take(reading());
    desk.notes.update(|sieve| sieve.words = "health".to_owned());
    page.store.open_view(View::Map);
    page.store
        .session
        .open_link("lang=en&view=editors", PageChange::Given);
    let again = page.store.session.desk();
    assert!(again.reading.with_untracked(Option::is_some));
    assert_eq!(again.notes.get_untracked().words, "health");
    assert_eq!(again.work.get_untracked(), Work::Rest);
    desk.take(reading());
    assert_eq!(
        again.notes.get_untracked(),
        Sieve::default(),
        "something else was read"
    );
}

#[test]
fn a_link_to_something_else_keeps_the_language() {
    let page = open_page("#lang=en&appearance=dark&theme=health&view=list");
    let view = View::Editors;
    let fragment = untrack(|| {
        page.store.session.fragment_of(ViewState {
            view,
            ..ViewState::default()
        })
    });
    assert_eq!(fragment, "lang=en&appearance=dark&view=editors");
}

#[test]
fn what_is_shown_follows_the_preview() {
    let page = open_page("");
    let (session, published) = (page.store.session, page.store);
    let shows_preview = Memo::new(move |_| session.shown(published).is_preview());
    let see = || untrack(|| shows_preview.get());
    assert!(!see());
    assert!(!session.show(None), "nothing else was shown");
    session.desk().take(reading());
    let preview = session.desk().preview(published).unwrap();
    assert!(session.show(Some(preview)) && see());
    assert!(session.show(None) && !see());
}

#[test]
fn the_desk_and_its_preview_outlive_the_view_that_asks_for_them() {
    let page = open_page("");
    let session = page.store.session;
    let view = Owner::new();
    let preview = view.with(|| {
        session.desk().take(reading());
        session.desk().preview(page.store).unwrap()
    });
    view.cleanup();
    drop(view);
    assert!(session.desk().reading.with_untracked(Option::is_some));
    assert_eq!(preview.matches.with_untracked(|all| all.number), 3);
}
