//! What cannot be done is refused with a reason in both languages.

use clusteratlas_core::workbench::{Answer, Both, Cell, Form, Product, Question, Sheet};
use clusteratlas_workbench::Workbench;

use crate::bench::{PUBLISHED, make, open, read, well_read};

#[track_caller]
fn assert_reason(words: &Both, de: &str, en: &str) {
    assert!(words.de.contains(de), "{words:?}");
    assert!(words.en.contains(en), "{words:?}");
}

#[test]
fn before_it_is_open_it_only_writes() {
    let mut bench = Workbench::default();
    for product in [Product::Template, Product::Workbook, Product::Report(Form::Csv)] {
        let words = make(&mut bench, product, "de").unwrap_err();
        assert_reason(&words, "noch nicht bereit", "not ready yet");
    }
    let words = read(&mut bench, &[("a.xlsx", b"PK")]).unwrap_err();
    assert_reason(&words, "noch nicht bereit", "not ready yet");
    let sheets = vec![Sheet {
        name: "One".to_owned(),
        rows: vec![vec![Cell::Empty, Cell::Number(1.5), Cell::Text("=1".to_owned())]],
    }];
    let (answer, files) = bench.answer(Question::Write { sheets }, Vec::new(), &mut |_| {});
    assert!(matches!(answer, Answer::Made { .. }), "{answer:?}");
    assert!(files.first().unwrap().starts_with(b"PK"));
}

#[test]
fn what_the_atlas_loads_cannot_become_authored_files() {
    let words = read(&mut open(), &[("atlas.json", &PUBLISHED.atlas)]).unwrap_err();
    assert_reason(
        &words,
        "eine Datei, die der Atlas lädt",
        "a file that the atlas loads",
    );
}

#[test]
fn what_is_no_table_is_refused_by_its_name() {
    let cases: [(&str, &[u8]); 4] = [
        ("a.pdf", b"%PDF"),
        ("b.xlsx", b"PK"),
        ("c.zip", b"PK\x03\x04"),
        ("d.ods", b""),
    ];
    for (name, bytes) in cases {
        let words = read(&mut open(), &[(name, bytes)]).unwrap_err();
        assert_reason(&words, name, name);
    }
    // A name without its file.
    let names = vec!["e.xlsx".to_owned()];
    let (answer, _) = open().answer(Question::Read { names }, Vec::new(), &mut |_| {});
    let Answer::Refused(words) = answer else {
        panic!("{answer:?}");
    };
    assert_reason(&words, "Keine Datei", "No file");
}

#[test]
fn what_was_read_before_does_not_stand_for_what_cannot_be_read() {
    let mut bench = well_read();
    make(&mut bench, Product::Authored, "de").unwrap();
    read(&mut bench, &[("a.pdf", b"")]).unwrap_err();
    let words = make(&mut bench, Product::Authored, "de").unwrap_err();
    assert_reason(&words, "noch nichts gelesen", "Nothing has been read");
}

#[test]
fn what_it_is_opened_with_must_be_what_the_build_has_made() {
    let mut bench = Workbench::default();
    for files in [Vec::new(), vec![b"{}".to_vec()], vec![PUBLISHED.atlas.clone()]] {
        let (answer, _) = bench.answer(Question::Open, files, &mut |_| {});
        let Answer::Refused(words) = answer else {
            panic!("{answer:?}");
        };
        assert_reason(&words, "nicht lesbar", "cannot be read");
    }
}

#[test]
fn a_site_is_not_made_while_an_error_forbids_it() {
    let mut bench = open();
    let reading = read(&mut bench, &[("dataset.json", b"{}")]).unwrap();
    assert!(reading.site.is_empty());
    let words = make(&mut bench, Product::Site, "de").unwrap_err();
    assert_reason(&words, "Fehler verbieten", "Errors forbid");
}
