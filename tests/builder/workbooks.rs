//! A dataset becomes a workbook and comes back as it was, and what editors get wrong is named where it stands.

use std::sync::LazyLock;

use clusteratlas_builder::{authored_files, gazetteer};
use clusteratlas_core::domain::localized::Language;
use clusteratlas_editorial::authored::list::List;
use clusteratlas_editorial::authored::{Authored, Files};
use clusteratlas_editorial::diagnostic::Severity;
use clusteratlas_editorial::gazetteer::Gazetteer;
use clusteratlas_editorial::rules::{self, Subject};
use clusteratlas_editorial::workbook::cell::{Cell, Position, Table, letters};
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

/// What an editor did to a workbook.
struct Defect {
    what: &'static str,
    damage: fn(&mut Vec<Table>),
    severity: Severity,
    /// Sheet, row as spreadsheets count, letters and heading of the column.
    place: (&'static str, Option<u32>, Option<(&'static str, &'static str)>),
    value: Option<&'static str>,
    /// The beginning of what is wrong, in German and English.
    message: [&'static str; 2],
    suggestion: Option<&'static str>,
    /// Records that are not accepted for it.
    reported: usize,
}

fn set(tables: &mut [Table], name: &str, row: u32, heading: &str, cell: Cell) {
    let table = sheet(tables, name);
    let column = column(table, heading);
    table.set(row, column, cell);
}

fn words(words: &str) -> Cell {
    Cell::Text(words.to_owned())
}

const DEFECTS: [Defect; 14] = [
    Defect {
        what: "a word that no list has",
        damage: |tables| set(tables, "Kooperationen", 1, "Themen", words("healht")),
        severity: Severity::Error,
        place: ("Kooperationen", Some(2), Some(("F", "Themen"))),
        value: Some("healht"),
        message: ["kein Datensatz unter „Themen“", "no record under “Themes”"],
        suggestion: Some("health"),
        reported: 1,
    },
    Defect {
        what: "a record without the parts that stand on a sheet of their own",
        damage: |tables| {
            let rows = &mut sheet(tables, "Partner").rows;
            rows.retain(|_, cells| cells[&0] != words("test-bergwerk"));
        },
        severity: Severity::Error,
        place: ("Kooperationen", Some(2), None),
        value: None,
        message: ["Partner: die Liste ist leer", "Partners: the list is empty"],
        suggestion: None,
        reported: 1,
    },
    Defect {
        what: "a renamed column",
        damage: |tables| set(tables, "Cluster", 0, "Stadt", words("Statd")),
        severity: Severity::Warning,
        place: ("Cluster", Some(1), Some(("E", "Statd"))),
        value: Some("Statd"),
        message: ["keine Überschrift einer Spalte", "not the heading of a column"],
        suggestion: None,
        reported: 0,
    },
    Defect {
        what: "a missing column that may be missing",
        damage: |tables| {
            let table = sheet(tables, "Kooperationen");
            let column = column(table, "Förderkennzeichen");
            for cells in table.rows.values_mut() {
                cells.remove(&column);
            }
        },
        severity: Severity::Warning,
        place: ("Kooperationen", Some(1), None),
        value: Some("Förderkennzeichen"),
        message: ["die Spalte fehlt", "the column is missing"],
        suggestion: None,
        reported: 0,
    },
    Defect {
        what: "headings that stand lower",
        damage: |tables| {
            let table = sheet(tables, "Arten");
            let rows = std::mem::take(&mut table.rows);
            table.rows = rows.into_iter().map(|(row, cells)| (row + 2, cells)).collect();
            table.last_row += 2;
            table.set(0, 0, words("Stand vom Montag"));
        },
        severity: Severity::Hint,
        place: ("Arten", Some(3), None),
        value: None,
        message: ["die Überschriften stehen nicht", "the headings are not"],
        suggestion: None,
        reported: 0,
    },
    Defect {
        what: "merged cells",
        damage: |tables| {
            sheet(tables, "Kooperationen")
                .merged
                .push([Position { row: 4, column: 2 }, Position { row: 5, column: 2 }]);
        },
        severity: Severity::Warning,
        place: ("Kooperationen", Some(5), Some(("C", "Titel (englisch)"))),
        value: None,
        message: ["verbundene Zellen", "merged cells"],
        suggestion: None,
        reported: 0,
    },
    Defect {
        what: "a formula",
        damage: |tables| {
            let place = Position { row: 2, column: 1 };
            sheet(tables, "Arten").formulas.insert(place);
        },
        severity: Severity::Hint,
        place: ("Arten", Some(3), Some(("B", "Name (deutsch)"))),
        value: Some("Clusterpartnerschaft"),
        message: ["eine Formel", "a formula"],
        suggestion: None,
        reported: 0,
    },
    Defect {
        what: "a number that is stored as text",
        damage: |tables| set(tables, "Cluster", 1, "Breite", words("51,34")),
        severity: Severity::Hint,
        place: ("Cluster", Some(2), Some(("G", "Breite"))),
        value: Some("51,34"),
        message: [
            "eine Zahl, die als Text gespeichert ist",
            "a number that is stored as text",
        ],
        suggestion: None,
        reported: 0,
    },
    Defect {
        what: "a number where a text belongs",
        damage: |tables| {
            set(
                tables,
                "Kooperationen",
                3,
                "Förderkennzeichen",
                Cell::Number(1520.0),
            );
        },
        severity: Severity::Hint,
        place: ("Kooperationen", Some(4), Some(("J", "Förderkennzeichen"))),
        value: Some("1520"),
        message: ["eine Zahl, wo ein Text steht", "a number where a text"],
        suggestion: None,
        reported: 0,
    },
    Defect {
        what: "a date as people write it",
        damage: |tables| set(tables, "Kooperationen", 2, "Beginn", words("13.04.2018")),
        severity: Severity::Hint,
        place: ("Kooperationen", Some(3), Some(("H", "Beginn"))),
        value: Some("13.04.2018"),
        message: ["ein Datum in anderer Schreibweise", "a date in another form"],
        suggestion: None,
        reported: 0,
    },
    Defect {
        what: "a block of rows with nothing but blanks",
        damage: |tables| {
            let table = sheet(tables, "Arten");
            let last = table.last_row;
            for row in last + 1..last + 40 {
                table.set(row, 0, words("  "));
            }
        },
        severity: Severity::Hint,
        place: ("Arten", Some(5), None),
        value: None,
        message: ["39 leere Zeilen unter den Daten", "39 empty rows below the data"],
        suggestion: None,
        reported: 0,
    },
    Defect {
        what: "a sheet that is none of the dataset",
        damage: |tables| {
            let mut table = Table::new("Tabelle1");
            table.set(0, 0, words("übrig"));
            tables.push(table);
        },
        severity: Severity::Warning,
        place: ("Tabelle1", None, None),
        value: None,
        message: ["kein Blatt des Datensatzes", "not a sheet of the dataset"],
        suggestion: None,
        reported: 0,
    },
    Defect {
        what: "what the spreadsheet could not compute",
        damage: |tables| {
            set(
                tables,
                "Kooperationen",
                2,
                "Beginn",
                Cell::Failure("#REF!".to_owned()),
            );
        },
        severity: Severity::Error,
        place: ("Kooperationen", Some(3), Some(("H", "Beginn"))),
        value: Some("#REF!"),
        message: [
            "die Tabelle konnte den Wert nicht berechnen",
            "the spreadsheet could not compute",
        ],
        suggestion: None,
        reported: 1,
    },
    Defect {
        what: "a value beside the columns",
        damage: |tables| sheet(tables, "Arten").set(2, 30, words("Notiz")),
        severity: Severity::Warning,
        place: ("Arten", Some(3), Some(("AE", ""))),
        value: Some("Notiz"),
        message: [
            "ein Wert in einer Spalte ohne Überschrift",
            "a value in a column without",
        ],
        suggestion: None,
        reported: 0,
    },
];

#[test]
fn each_defect_is_named_where_it_is_and_nothing_else_is_lost() {
    let (whole, files) = small();
    let records = back(&whole, &files).rows;
    for defect in DEFECTS {
        let what = defect.what;
        let mut tables = whole.clone();
        (defect.damage)(&mut tables);
        let import = back(&tables, &files);
        assert_eq!(import.rows, records, "{what}");
        assert_eq!(import.rows, import.accepted + import.reported, "{what}");
        assert_eq!(import.reported, defect.reported, "{what}: {:#?}", import.notes);
        let [note] = import.notes.as_slice() else {
            panic!("{what}: {:#?}", import.notes);
        };
        assert_eq!(note.severity, defect.severity, "{what}");
        let column = note
            .column
            .as_ref()
            .map(|(column, heading)| (letters(*column), heading.clone()));
        let column = column.as_ref().map(|(letters, heading)| (&**letters, &**heading));
        assert_eq!((&*note.sheet, note.row, column), defect.place, "{what}");
        assert_eq!(note.value.as_deref(), defect.value, "{what}");
        assert_eq!(note.suggestion.as_deref(), defect.suggestion, "{what}");
        for (language, beginning) in Language::ALL.into_iter().zip(defect.message) {
            let message = note.message.get(language);
            assert!(message.starts_with(beginning), "{what}: {message}");
            assert!(!note.hint.get(language).is_empty(), "{what}");
            // Text and table say all of it.
            let text = report::text(&import, language);
            let table = report::table(&import, language);
            let row = table.rows.get(&1).unwrap();
            for said in [message, note.hint.get(language), &note.sheet] {
                assert!(text.contains(said), "{what}: {said} is not in {text}");
                assert!(row.values().any(|cell| cell.words() == said), "{what}: {said}");
            }
        }
    }
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
