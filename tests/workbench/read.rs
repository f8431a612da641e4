//! Reading: what is published comes back unchanged, what is wrong is named, and nothing is left out without a word.

use clusteratlas_core::workbench::{Change, Product, Severity, Step};
use clusteratlas_editorial::archive::unpacked;
use clusteratlas_editorial::workbook::cell::Cell;
use clusteratlas_editorial::workbook::guard::Limits;
use clusteratlas_editorial::workbook::xlsx;

use crate::bench::{PUBLISHED, Reading, WORKBOOK, make, open, read, well_read};

#[track_caller]
fn assert_unchanged(reading: &Reading) {
    let Reading { outcome, site, .. } = reading;
    let errors = outcome
        .notes
        .iter()
        .filter(|note| note.severity == Severity::Error);
    assert_eq!(errors.count(), 0, "{:#?}", outcome.notes);
    assert!(outcome.differences.is_empty(), "{:#?}", outcome.differences);
    assert_eq!((outcome.accepted, outcome.reported), (outcome.records, 0));
    assert!(site.iter().map(Vec::as_slice).eq(PUBLISHED.site()));
}

#[test]
fn the_published_workbook_changes_nothing_and_gives_the_published_files() {
    for language in ["de", "en"] {
        let mut bench = open();
        let (name, workbook) = make(&mut bench, Product::Workbook, language).unwrap();
        let reading = read(&mut bench, &[(&name, &workbook)]).unwrap();
        assert_unchanged(&reading);
        assert_eq!(
            reading.outcome.tasks.len(),
            open_tasks(),
            "what could be better does not depend on the form"
        );
    }
}

/// Rows of the work list of what is published.
fn open_tasks() -> usize {
    use clusteratlas_core::workbench::Form;
    let (_, list) = make(&mut open(), Product::WorkList(Form::Csv), "en").unwrap();
    String::from_utf8(list).unwrap().lines().count() - 1
}

#[test]
fn an_archive_of_authored_files_is_read_as_the_workbook_that_it_was_made_of() {
    let mut bench = well_read();
    let (name, archive) = make(&mut bench, Product::Authored, "de").unwrap();
    assert_eq!(make(&mut bench, Product::Authored, "en").unwrap().1, archive);
    assert_unchanged(&read(&mut bench, &[(&name, &archive)]).unwrap());

    let files = unpacked(&archive, &Limits::EDITORS).unwrap();
    let files: Vec<(&str, &[u8])> = files.iter().map(|(name, bytes)| (&**name, &**bytes)).collect();
    assert_unchanged(&read(&mut bench, &files).unwrap());
}

#[test]
fn progress_goes_on_step_by_step() {
    let mut bench = open();
    let (name, workbook) = &*WORKBOOK;
    let steps = read(&mut bench, &[(name, workbook)]).unwrap().steps;
    let all = [
        Step::Guard,
        Step::Sheets,
        Step::Rules,
        Step::Differences,
        Step::Publish,
    ];
    assert!(steps.iter().map(|(step, _)| *step).eq(all), "{steps:?}");
    assert!(steps.is_sorted_by_key(|(_, permille)| *permille), "{steps:?}");
    assert!(steps.iter().all(|(_, permille)| *permille < 1000), "{steps:?}");
}

#[test]
fn a_wrong_cell_is_named_where_it_stands_and_its_record_is_left_out() {
    let mut bench = open();
    let (name, workbook) = &*WORKBOOK;
    let mut tables = xlsx::read(workbook).unwrap();
    let places = tables.iter_mut().find(|table| table.name == "Orte").unwrap();
    let column = |heading: &str| {
        let row = places.rows.get(&0).unwrap().iter();
        let mut found = row.filter(|(_, cell)| cell.words() == heading);
        *found.next().unwrap().0
    };
    let (ids, countries) = (column("Kennung"), column("Land"));
    let id = places.get(1, ids).unwrap().words();
    places.set(1, countries, Cell::Text("Frankreich".to_owned()));
    let workbook = xlsx::write(&tables).unwrap();

    let Reading { outcome, .. } = read(&mut bench, &[(name, &workbook)]).unwrap();
    let note = outcome.notes.first().unwrap();
    assert_eq!(note.severity, Severity::Error);
    assert_eq!((&*note.sheet, note.row), ("Orte", Some(2)), "{note:?}");
    assert_eq!(note.heading.as_deref(), Some("Land"));
    assert_eq!(note.value.as_deref(), Some("Frankreich"));
    assert_eq!(note.suggestion.as_deref(), Some("FR"));
    assert_eq!(outcome.records, outcome.accepted + outcome.reported);
    assert!(outcome.reported > 0);
    let removed = outcome.differences.iter().find(|one| one.id == id).unwrap();
    assert_eq!(removed.change, Change::Removed);
    assert_eq!((&*removed.sheet.de, &*removed.sheet.en), ("Orte", "Places"));
    assert!(removed.name.is_some());
}

#[test]
fn a_changed_field_is_told_by_its_heading_with_old_and_new() {
    let mut bench = open();
    let (name, workbook) = make(&mut bench, Product::Workbook, "en").unwrap();
    let mut tables = xlsx::read(&workbook).unwrap();
    let kinds = tables.iter_mut().find(|table| table.name == "Kinds").unwrap();
    let id = kinds.get(1, 0).unwrap().words();
    let old = kinds.get(1, 1).unwrap().words();
    let new = format!("{old} & mehr");
    kinds.set(1, 1, Cell::Text(new.clone()));
    let workbook = xlsx::write(&tables).unwrap();

    let Reading { outcome, site, .. } = read(&mut bench, &[(&name, &workbook)]).unwrap();
    let [difference] = outcome.differences.as_slice() else {
        panic!("{:#?}", outcome.differences);
    };
    assert_eq!(difference.id, id);
    let Change::Changed(fields) = &difference.change else {
        panic!("{difference:?}");
    };
    let [field] = fields.as_slice() else {
        panic!("{fields:?}");
    };
    assert_eq!((&field.old, &field.new), (&old, &new));
    assert_eq!(
        (&*field.heading.de, &*field.heading.en),
        ("Name (deutsch)", "Name (German)")
    );
    assert!(String::from_utf8_lossy(site.first().unwrap()).contains(&new));
}

#[test]
fn of_authored_files_a_bad_line_alone_is_left_out_and_the_rest_is_what_is_published() {
    let bench = &mut well_read();
    let (_, archive) = make(bench, Product::Authored, "de").unwrap();
    let files = unpacked(&archive, &Limits::EDITORS).unwrap();
    let (_, figures) = files
        .iter()
        .find(|(name, _)| name == "key_figures.jsonl")
        .unwrap();
    let text = format!("{{\"id\": \n{}", String::from_utf8_lossy(figures));

    let reading = read(bench, &[("data/key_figures.jsonl", text.as_bytes())]).unwrap();
    let outcome = &reading.outcome;
    let errors: Vec<_> = outcome
        .notes
        .iter()
        .filter(|note| note.severity == Severity::Error)
        .collect();
    let [error] = errors.as_slice() else {
        panic!("{errors:#?}");
    };
    assert_eq!((&*error.sheet, error.row), ("key_figures.jsonl", Some(1)));
    assert_eq!((outcome.reported, outcome.records), (1, outcome.accepted + 1));
    assert!(outcome.differences.is_empty(), "{:#?}", outcome.differences);
    assert!(reading.site.iter().map(Vec::as_slice).eq(PUBLISHED.site()));
    let hints = outcome
        .notes
        .iter()
        .filter(|note| note.severity == Severity::Hint);
    assert_eq!(hints.count(), 7, "each other list is said not to be there");
}

#[test]
fn what_is_no_file_of_the_dataset_is_named() {
    let mut bench = open();
    let files: [(&str, &[u8]); 3] = [
        ("kinds.jsonl", b"\xff"),
        ("notes.txt", b""),
        ("japan.md", b"---\n---\n"),
    ];
    let Reading { outcome, .. } = read(&mut bench, &files).unwrap();
    for (name, _) in files {
        assert!(outcome.notes.iter().any(|note| note.sheet == name), "{name}");
    }
}

#[test]
fn without_a_file_it_is_what_is_published_of_which_the_tasks_alone_are_told() {
    let reading = read(&mut well_read(), &[]).unwrap();
    assert_eq!(reading.outcome.tasks.len(), open_tasks());
    assert!(reading.outcome.tasks.len() > 1, "there is always something to do");
    assert_eq!((reading.outcome.records, reading.outcome.notes.len()), (0, 0));
    assert!(reading.site.is_empty(), "there is nothing to preview");
}
