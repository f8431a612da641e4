//! A dataset becomes a workbook and comes back as it was, and what editors get wrong is named where it stands.

use std::sync::LazyLock;

use clusteratlas_builder::{authored_files, gazetteer};
use clusteratlas_core::domain::localized::Language;
use clusteratlas_editorial::authored::list::List;
use clusteratlas_editorial::authored::{Authored, Files};
use clusteratlas_editorial::diagnostic::Severity;
use clusteratlas_editorial::gazetteer::Gazetteer;
use clusteratlas_editorial::rules::{self, Subject};
use clusteratlas_editorial::workbook::cell::{Cell, Position, Table};
use clusteratlas_editorial::workbook::export::tables;
use clusteratlas_editorial::workbook::guard::Limits;
use clusteratlas_editorial::workbook::import::{Import, import};
use clusteratlas_editorial::workbook::layout::ORDER;
use clusteratlas_editorial::workbook::read::{File, tables as read};
use clusteratlas_editorial::workbook::template::template;
use clusteratlas_editorial::workbook::{csv, report, xlsx};

use crate::project::root;

static GAZETTEER: LazyLock<Gazetteer> = LazyLock::new(|| gazetteer(&root().join("node_modules")).unwrap());

fn files(folder: &str) -> Files {
    authored_files(&root().join(folder)).unwrap()
}

/// What no workbook holds.
fn others(files: &Files) -> Files {
    let is_list = |path: &str| List::ALL.iter().any(|list| list.file() == path);
    let others = files.iter().filter(|(path, _)| !is_list(path));
    others.map(|(path, text)| (path.clone(), text.clone())).collect()
}

fn back(tables: &[Table], files: &Files) -> Import {
    import(tables, &others(files), &GAZETTEER)
}

#[track_caller]
fn assert_same(files: &Files, import: &Import) {
    let errors: Vec<_> = import
        .notes
        .iter()
        .filter(|note| note.severity == Severity::Error)
        .collect();
    assert!(errors.is_empty(), "{errors:#?}");
    for (path, text) in files {
        let found = import.files.get(path).unwrap();
        for (line, (old, new)) in text.lines().zip(found.lines()).enumerate() {
            assert_eq!(old, new, "{path}:{}", line + 1);
        }
        assert_eq!(text.trim_end(), found.trim_end(), "{path}");
    }
    assert_eq!(import.rows, import.accepted);
}

#[test]
fn the_real_dataset_comes_back_from_a_workbook_as_it_was() {
    let files = files("data");
    for language in Language::ALL {
        let tables = tables(&Authored::of(&files), language);
        let bytes = xlsx::write(&tables).unwrap();
        let file = File {
            name: "Clusteratlas.xlsx".to_owned(),
            bytes,
        };
        let (tables, notes) = read(&[file], &Limits::EDITORS).unwrap();
        assert!(notes.is_empty(), "{notes:#?}");
        let import = back(&tables, &files);
        assert_same(&files, &import);
        let odd: Vec<_> = import
            .notes
            .iter()
            .filter(|note| note.severity == Severity::Hint)
            .collect();
        assert!(odd.is_empty(), "{odd:#?}");
    }
}

#[test]
fn the_real_dataset_comes_back_from_tables_of_values_as_it_was() {
    let files = files("data");
    let written = tables(&Authored::of(&files), Language::German)
        .into_iter()
        .map(|table| File {
            name: format!("{}.csv", table.name),
            bytes: csv::write(&table).unwrap(),
        });
    let (tables, notes) = read(&written.collect::<Vec<File>>(), &Limits::EDITORS).unwrap();
    assert_eq!(notes.len(), tables.len(), "each says how it was read");
    assert_same(&files, &back(&tables, &files));
}

/// The small dataset as sheets.
fn small() -> (Vec<Table>, Files) {
    let files = files("tests/fixtures/small");
    (tables(&Authored::of(&files), Language::German), files)
}

fn sheet<'t>(tables: &'t mut [Table], name: &str) -> &'t mut Table {
    tables.iter_mut().find(|table| table.name == name).unwrap()
}

fn column(table: &Table, heading: &str) -> u32 {
    let mut headings = table.rows.get(&0).unwrap().iter();
    let found = headings.find(|(_, cell)| cell.words() == heading);
    *found.unwrap().0
}

/// What editors do to workbooks, and what they are told.
#[test]
fn what_is_wrong_is_named_by_sheet_row_and_column() {
    let (mut tables, files) = small();
    let whole = back(&tables, &files);
    assert_same(&files, &whole);

    let cooperations = sheet(&mut tables, "Kooperationen");
    let (themes, start, reference) = (
        column(cooperations, "Themen"),
        column(cooperations, "Beginn"),
        column(cooperations, "Förderkennzeichen"),
    );
    cooperations.set(1, themes, Cell::Text("healht".to_owned()));
    cooperations.set(2, start, Cell::Text("13.04.2018".to_owned()));
    cooperations.set(3, reference, Cell::Number(1520.0));
    cooperations.formulas.insert(Position { row: 2, column: 1 });
    cooperations
        .merged
        .push([Position { row: 4, column: 2 }, Position { row: 5, column: 2 }]);

    let clusters = sheet(&mut tables, "Cluster");
    let (name, lat) = (column(clusters, "Name"), column(clusters, "Breite"));
    clusters.set(1, lat, Cell::Text("51,34".to_owned()));
    clusters.set(2, lat, Cell::Failure("#REF!".to_owned()));
    clusters.set(0, name, Cell::Text("Nahme".to_owned()));

    let partners = sheet(&mut tables, "Partner");
    partners.set(90, 0, Cell::Text("gibt-es-nicht".to_owned()));
    tables.push({
        let mut table = Table::new("Tabelle1");
        table.set(0, 0, Cell::Text("übrig".to_owned()));
        table
    });
    let import = back(&tables, &files);
    assert_eq!(import.rows, import.accepted + import.reported);
    assert_eq!(import.rows, whole.rows);
    assert!(import.reported > 0);
    insta::with_settings!({ prepend_module_to_snapshot => false, omit_expression => true }, {
        for language in Language::ALL {
            insta::assert_snapshot!(format!("workbook-report-{language}"), report::text(&import, language));
        }
    });
}

#[test]
fn headings_may_stand_lower_and_in_another_order() {
    let (tables, files) = small();
    let moved: Vec<Table> = tables
        .into_iter()
        .map(|table| {
            let mut moved = Table::new(&*table.name);
            moved.set(0, 0, Cell::Text("Stand vom Montag".to_owned()));
            for (row, cells) in &table.rows {
                for (column, cell) in cells {
                    moved.set(row + 3, 40 - column, cell.clone());
                }
            }
            moved
        })
        .collect();
    let import = back(&moved, &files);
    assert_same(&files, &import);
    let hints = import.notes.iter().filter(|note| note.severity == Severity::Hint);
    assert_eq!(hints.count(), moved.len());
}

#[test]
fn the_template_is_a_valid_workbook_with_an_example_of_everything() {
    let files = files("data");
    for language in Language::ALL {
        let template = template(&Authored::of(&files), language);
        let file = File {
            name: "Vorlage.xlsx".to_owned(),
            bytes: xlsx::write(&template).unwrap(),
        };
        let (tables, _) = read(&[file], &Limits::EDITORS).unwrap();
        let import = import(&tables, &Files::new(), &GAZETTEER);
        assert!(import.notes.is_empty(), "{}", report::text(&import, language));
        assert_eq!(import.rows, import.accepted);
        for table in &tables {
            assert!(table.rows.len() > 1, "{} has no example", table.name);
        }
        let headings: usize = ORDER.iter().map(|rows| rows.sheet().columns.len()).sum();
        let notes = tables.last().unwrap();
        assert_eq!(notes.rows.len(), headings + 1, "every column is explained");
    }
}

#[test]
fn stories_of_records_that_a_workbook_lacks_are_named_and_left_out() {
    let files = files("data");
    let is_story = |path: &&String| path.starts_with("stories/");
    let named: Vec<&String> = files.keys().filter(is_story).collect();
    assert!(!named.is_empty());
    let import = back(&template(&Authored::of(&files), Language::German), &files);
    let sheets: Vec<&String> = import.notes.iter().map(|note| &note.sheet).collect();
    assert_eq!(sheets, named, "one note each");
    assert_eq!(import.files.keys().filter(is_story).count(), 0);
    let authored = Authored::of(&import.files);
    let subject = Subject {
        authored: &authored,
        gazetteer: &GAZETTEER,
    };
    assert_eq!(rules::check(&subject).errors(), 0, "the rest can be published");
}
