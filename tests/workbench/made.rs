//! Files that are made can be read again, and messages are what they were.

use clusteratlas_core::workbench::{Answer, Cell, Form, Product, Question, Severity, Sheet};
use clusteratlas_editorial::archive::unpacked;
use clusteratlas_editorial::workbook::guard::Limits;
use clusteratlas_editorial::workbook::{csv, xlsx};

use crate::bench::{PUBLISHED, make, open, read, well_read};

#[test]
fn the_template_can_be_read_without_an_error() {
    for language in ["de", "en"] {
        let mut bench = open();
        let (name, template) = make(&mut bench, Product::Template, language).unwrap();
        let outcome = read(&mut bench, &[(&name, &template)]).unwrap().outcome;
        // The published stories show records that are not in the template.
        let sheets = outcome
            .notes
            .iter()
            .filter(|note| !note.sheet.starts_with("stories/"));
        let errors = sheets.filter(|note| note.severity == Severity::Error);
        assert_eq!(errors.count(), 0, "{:#?}", outcome.notes);
        assert!(outcome.records > 0);
    }
}

#[test]
fn tables_of_what_was_found_have_a_row_for_each() {
    let mut bench = open();
    let (name, template) = make(&mut bench, Product::Template, "de").unwrap();
    let outcome = read(&mut bench, &[(&name, &template)]).unwrap().outcome;
    for (product, rows) in [
        (Product::Report as fn(Form) -> Product, outcome.notes.len()),
        (Product::Differences, outcome.differences.len()),
        (Product::WorkList, outcome.tasks.len()),
    ] {
        for language in ["de", "en"] {
            let (name, workbook) = make(&mut bench, product(Form::Xlsx), language).unwrap();
            let [table] = &*xlsx::read(&workbook).unwrap() else {
                panic!("{name}");
            };
            assert_eq!(table.rows.len(), rows + 1, "{name}");
            let (name, text) = make(&mut bench, product(Form::Csv), language).unwrap();
            assert_eq!(
                csv::read("", &text, &Limits::EDITORS).unwrap().0.rows.len(),
                rows + 1,
                "{name}"
            );
            let (name, text) = make(&mut bench, product(Form::Text), language).unwrap();
            assert!(text.ends_with(b"\r\n"), "{name}");
        }
    }
}

#[test]
fn the_archive_for_the_server_holds_what_the_atlas_loads() {
    let mut bench = well_read();
    let (_, archive) = make(&mut bench, Product::Site, "de").unwrap();
    let files = unpacked(&archive, &Limits::EDITORS).unwrap();
    let [atlas, details, stories] = PUBLISHED.site();
    for (name, content) in [
        ("data/atlas.json", atlas),
        ("data/details.json", details),
        ("data/stories.json", stories),
    ] {
        let (_, found) = files.iter().find(|(own, _)| own == name).unwrap();
        assert_eq!(found, content, "{name}");
    }
    assert!(files.iter().any(|(name, _)| name == "LIESMICH.txt"));
}

#[test]
fn messages_are_read_as_they_were_written() {
    let sheets = vec![Sheet {
        name: "Blatt".to_owned(),
        rows: vec![vec![Cell::Empty, Cell::Number(0.5), Cell::Text(String::new())]],
    }];
    for question in [
        Question::Open,
        Question::Read {
            names: vec!["ä.xlsx".to_owned()],
        },
        Question::Make {
            product: Product::Report(Form::Text),
            language: "de".to_owned(),
        },
        Question::Write { sheets },
    ] {
        assert_eq!(Question::from_json(&question.to_json()), Ok(question));
    }
    for answer in [Answer::Opened, Answer::Failed("unreachable".to_owned())] {
        assert_eq!(Answer::from_json(&answer.to_json()), Ok(answer));
    }
    assert!(Question::from_json("{}").is_err());
    assert!(Answer::from_json("").is_err());
}
