//! Files of any content end with sheets or a message, and those beyond the limits are named before they are read.

use std::collections::BTreeMap;
use std::io::{Cursor, Write as _};

use clusteratlas_core::domain::localized::Language;
use clusteratlas_editorial::authored::{Authored, Files};
use clusteratlas_editorial::gazetteer::Gazetteer;
use clusteratlas_editorial::workbook::cell::{Cell, Position, Table};
use clusteratlas_editorial::workbook::csv::CsvError;
use clusteratlas_editorial::workbook::export::tables;
use clusteratlas_editorial::workbook::guard::{GuardError, Limits, guard};
use clusteratlas_editorial::workbook::import::{import, unchecked};
use clusteratlas_editorial::workbook::read::{File, tables as read};
use clusteratlas_editorial::workbook::{csv, xlsx};
use proptest::prelude::*;
use zip::ZipWriter;
use zip::write::SimpleFileOptions;

use crate::mutation::{Change, damaged};
use crate::open_document;
use crate::property::cases;
use crate::records::files;

/// An archive of these parts.
fn archive(parts: &[(&str, Vec<u8>)]) -> Vec<u8> {
    let mut writer = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, bytes) in parts {
        writer.start_file(*name, SimpleFileOptions::default()).unwrap();
        writer.write_all(bytes).unwrap();
    }
    writer.finish().unwrap().into_inner()
}

fn office(sheet: Vec<u8>) -> Vec<u8> {
    archive(&[
        ("xl/workbook.xml", b"<workbook/>".to_vec()),
        ("xl/worksheets/sheet1.xml", sheet),
    ])
}

fn open_document_of(rows: &str) -> Vec<u8> {
    let content = format!("<c><table:table>{rows}</table:table></c>");
    archive(&[("content.xml", content.into_bytes())])
}

const LIMITS: Limits = Limits {
    bytes: 1_000_000,
    parts: 10,
    unpacked_bytes: 2_000_000,
    rows: 1_000,
    columns: 50,
    area: 20_000,
    cells: 5_000,
    cell_bytes: 10_000,
};

#[track_caller]
fn assert_refused(bytes: &[u8], expected: &GuardError) {
    assert_eq!(guard(bytes, &LIMITS).as_ref(), Err(expected));
}

#[test]
fn a_small_archive_that_unpacks_to_much_is_refused() {
    let bomb = archive(&[
        ("xl/workbook.xml", b"<workbook/>".to_vec()),
        ("xl/media/image1.png", vec![0; 3_000_000]),
    ]);
    assert!(bomb.len() < 10_000, "{}", bomb.len());
    assert_refused(&bomb, &GuardError::Unpacked(2_000_000));
}

#[test]
fn one_cell_far_away_is_refused_before_anything_is_laid_out() {
    let sheet = "xl/worksheets/sheet1.xml".to_owned();
    let far = office(br#"<sheetData><row><c r="A1048576"><v>1</v></c></row></sheetData>"#.to_vec());
    assert_refused(&far, &GuardError::Rows(1_000, sheet.clone()));
    let wide = office(br#"<sheetData><row><c r="XFD1"><v>1</v></c></row></sheetData>"#.to_vec());
    assert_refused(&wide, &GuardError::Columns(50, sheet));
}

#[test]
fn a_huge_cell_is_refused() {
    let text = "x".repeat(20_000);
    let cell = format!(r#"<sheetData><row><c r="A1"><is><t>{text}</t></is></c></row></sheetData>"#);
    let expected = GuardError::Cell(10_000, "xl/worksheets/sheet1.xml".to_owned());
    assert_refused(&office(cell.into_bytes()), &expected);
}

#[test]
fn more_cells_than_editors_have_are_refused() {
    let row = r#"<row><c r="A1"/><c r="B1"/><c r="C1"/></row>"#;
    let sheet = format!("<sheetData>{}</sheetData>", row.repeat(2_000));
    assert_refused(&office(sheet.into_bytes()), &GuardError::Cells(5_000));
}

#[test]
fn shared_texts_rows_and_merged_areas_count_as_cells() {
    for (name, element) in [
        ("xl/sharedStrings.xml", "<si/>"),
        ("xl/worksheets/sheet1.xml", "<row/>"),
        ("xl/worksheets/sheet1.xml", r#"<mergeCell ref="A1:B2"/>"#),
        ("content.xml", "<table:table-row/>"),
    ] {
        let many = format!("<all>{}</all>", element.repeat(6_000));
        let book = archive(&[
            ("xl/workbook.xml", b"<workbook/>".to_vec()),
            (name, many.into_bytes()),
        ]);
        assert_refused(&book, &GuardError::Cells(5_000));
    }
}

#[test]
fn two_cells_with_much_room_between_them_are_refused() {
    let sheet = r#"<sheetData><row><c r="A900"/></row><row><c r="AX1"/></row></sheetData>"#;
    let expected = GuardError::Area(20_000, "xl/worksheets/sheet1.xml".to_owned());
    assert_refused(&office(sheet.as_bytes().to_vec()), &expected);
}

/// A workbook may call any of its parts a sheet, and cells need not say where they stand.
#[test]
fn sheets_are_counted_wherever_they_are_and_whatever_they_leave_out() {
    let rows = format!("<sheetData>{}</sheetData>", "<row><c/></row>".repeat(1_001));
    let wide = format!("<sheetData><row>{}</row></sheetData>", "<c/>".repeat(51));
    let part = "data/somewhere.bin".to_owned();
    for (sheet, expected) in [
        (rows, GuardError::Rows(1_000, part.clone())),
        (wide, GuardError::Columns(50, part.clone())),
    ] {
        for beginning in ["", "\u{feff}", "\n  "] {
            let book = archive(&[
                ("xl/workbook.xml", b"<workbook/>".to_vec()),
                (&part, format!("{beginning}{sheet}").into_bytes()),
            ]);
            assert_refused(&book, &expected);
        }
    }
}

/// Excel's drawings of notes are old HTML.
#[test]
fn parts_that_are_not_well_formed_do_not_keep_a_workbook_from_being_read() {
    let book = archive(&[
        ("xl/workbook.xml", b"<workbook/>".to_vec()),
        ("xl/drawings/vmlDrawing1.vml", b"<xml><br></xml>".to_vec()),
    ]);
    assert!(guard(&book, &LIMITS).is_ok());
}

#[test]
fn tables_of_values_beyond_the_limits_are_refused() {
    let name = || "Orte".to_owned();
    for (text, expected) in [
        ("a\n".repeat(1_001), GuardError::Rows(1_000, name())),
        (";".repeat(50), GuardError::Columns(50, name())),
        (
            format!("{}\n", ";".repeat(49)).repeat(101),
            GuardError::Cells(5_000),
        ),
        ("x".repeat(10_001), GuardError::Cell(10_000, name())),
        ("x".repeat(1_000_001), GuardError::Bytes(1_000_000)),
    ] {
        match csv::read("Orte", text.as_bytes(), &LIMITS) {
            Err(CsvError::Guard(error)) => assert_eq!(error, expected),
            other => panic!("{other:?}, expected {expected:?}"),
        }
    }
}

#[test]
fn thousands_of_formulas_and_merged_cells_are_counted_and_not_listed() {
    let mut sheets = tables(&Authored::of(&Files::new()), Language::German);
    let sheet = sheets.iter_mut().find(|sheet| sheet.name == "Orte").unwrap();
    for row in 1..3_001 {
        sheet.formulas.insert(Position { row, column: 0 });
        sheet
            .merged
            .push([Position { row, column: 1 }, Position { row, column: 2 }]);
    }
    let nowhere = Gazetteer {
        countries: BTreeMap::new(),
        states: Vec::new(),
    };
    let notes = import(&sheets, &Files::new(), &nowhere).notes;
    assert!(notes.len() < 300, "{}", notes.len());
    for words in ["2900 weitere Formeln", "2900 weitere verbundene Bereiche"] {
        assert!(notes.iter().any(|note| note.message.de == words), "{words}");
    }
}

#[test]
fn repeated_rows_count_as_often_as_they_are_repeated() {
    let cell = r#"<table:table-cell office:value-type="string"><p>a</p></table:table-cell>"#;
    let many = format!(r#"<table:table-row table:number-rows-repeated="1000000">{cell}</table:table-row>"#);
    let part = "content.xml".to_owned();
    assert_refused(&open_document_of(&many), &GuardError::Rows(1_000, part.clone()));
    let wide = r#"<table:table-row><table:table-cell office:value-type="string"
        table:number-columns-repeated="16384"><p>a</p></table:table-cell></table:table-row>"#;
    assert_refused(&open_document_of(wide), &GuardError::Columns(50, part));
}

/// Every sheet of `LibreOffice` ends with a million empty rows and as many columns as there can be.
#[test]
fn a_million_empty_rows_are_no_rows() {
    let rows = r#"<table:table-row><table:table-cell office:value-type="string"><p>a</p></table:table-cell>
        <table:table-cell table:number-columns-repeated="16383"/></table:table-row>
        <table:table-row table:number-rows-repeated="1048575"><table:table-cell
        table:number-columns-repeated="16384"/></table:table-row>"#;
    assert!(guard(&open_document_of(rows), &LIMITS).is_ok());
}

#[test]
fn too_many_parts_and_bytes_are_refused() {
    let parts: Vec<String> = (0..20).map(|number| format!("part{number}")).collect();
    let parts: Vec<(&str, Vec<u8>)> = parts.iter().map(|name| (&**name, Vec::new())).collect();
    assert_refused(&archive(&parts), &GuardError::Parts(10));
    assert_refused(&vec![0; 1_000_001], &GuardError::Bytes(1_000_000));
}

#[test]
fn other_formats_are_named() {
    for (name, bytes) in [
        ("brief.docx", &b"PK"[..]),
        ("bild.png", b"\x89PNG"),
        ("leer.xlsx", b""),
    ] {
        let file = File {
            name: name.to_owned(),
            bytes: bytes.to_vec(),
        };
        let error = read(&[file], &LIMITS).unwrap_err();
        let said = error.said();
        for language in Language::ALL {
            assert!(said.get(language).starts_with(name), "{said:?}");
        }
        assert_ne!(said.de, said.en);
    }
}

#[test]
fn encoding_and_separator_are_found_and_said() {
    let cases: [(&[u8], u8, bool, bool); 4] = [
        (b"\xef\xbb\xbfName;Stadt\r\nM\xc3\xbcnchen;a", b';', true, true),
        (b"Name,Stadt\nM\xc3\xbcnchen,\"a;b;c\"", b',', true, false),
        (b"Name;Stadt\r\nM\xfcnchen;a", b';', false, false),
        (b"Name\tStadt\nM\xfcnchen\ta", b'\t', false, false),
    ];
    for (bytes, separator, is_utf8, has_mark) in cases {
        let (table, dialect) = csv::read("Orte", bytes, &Limits::EDITORS).unwrap();
        assert_eq!(
            (dialect.separator, dialect.is_utf8, dialect.has_mark),
            (separator, is_utf8, has_mark)
        );
        assert_eq!(table.get(1, 0), Some(&Cell::Text("München".to_owned())));
    }
}

/// The same damage inside the parts, so that the archive itself stays whole.
fn damaged_inside(bytes: &[u8], changes: &[Change]) -> Vec<u8> {
    let mut archive = zip::ZipArchive::new(Cursor::new(bytes)).unwrap();
    let mut parts = Vec::new();
    for position in 0..archive.len() {
        let mut part = archive.by_index(position).unwrap();
        let name = part.name().unwrap().into_owned();
        let mut bytes = Vec::new();
        std::io::copy(&mut part, &mut bytes).unwrap();
        let is_hurt = ["sheet1.xml", "sharedStrings", "content.xml"]
            .iter()
            .any(|hurt| name.contains(hurt))
            || position % 5 == 0;
        parts.push((name, if is_hurt { damaged(bytes, changes) } else { bytes }));
    }
    let parts: Vec<(&str, Vec<u8>)> = parts
        .iter()
        .map(|(name, bytes)| (&**name, bytes.clone()))
        .collect();
    self::archive(&parts)
}

/// Reads a file to its end: it becomes records, or a message in both languages names it.
fn read_to_the_end(bytes: Vec<u8>, name: &str) {
    let file = File {
        name: name.to_owned(),
        bytes,
    };
    match read(&[file], &Limits::EDITORS) {
        Ok((tables, _)) => drop(unchecked(&tables)),
        Err(error) => {
            let said = error.said();
            for language in Language::ALL {
                let (file, cause) = said.get(language).split_once(": ").unwrap();
                assert_eq!(file, name);
                assert!(!cause.is_empty());
            }
        }
    }
}

fn workbook(files: &Files) -> Vec<u8> {
    xlsx::write(&tables(&Authored::of(files), Language::German)).unwrap()
}

proptest! {
    #![proptest_config(cases(300))]

    #[test]
    fn a_damaged_workbook_ends_with_sheets_or_a_message(
        files in files(),
        changes in proptest::collection::vec(any::<Change>(), 1..8),
        inside: bool,
    ) {
        let bytes = workbook(&files);
        let bytes = if inside { damaged_inside(&bytes, &changes) } else { damaged(bytes, &changes) };
        read_to_the_end(bytes, "x.xlsx");
    }

    #[test]
    fn a_damaged_open_document_ends_with_sheets_or_a_message(
        changes in proptest::collection::vec(any::<Change>(), 1..8),
        inside: bool,
    ) {
        let bytes = open_document::book();
        let bytes = if inside { damaged_inside(&bytes, &changes) } else { damaged(bytes, &changes) };
        read_to_the_end(bytes, "x.ods");
    }

    #[test]
    fn any_bytes_are_a_table_of_values_or_a_message(bytes: Vec<u8>) {
        read_to_the_end(bytes, "Cluster.csv");
    }

    #[test]
    fn any_cells_become_records_or_are_passed_over(
        name in proptest::sample::select(vec!["Cluster", "Partner", "Quellen", "Ausgabe", "Sonst"]),
        cells in proptest::collection::vec((0_u32..6, 0_u32..20, ".{0,8}"), 0..60),
    ) {
        let mut table = tables(&Authored::of(&Files::new()), Language::German)
            .into_iter()
            .find(|table| table.name == name)
            .unwrap_or_else(|| Table::new(name));
        for (row, column, text) in cells {
            table.set(row, column, Cell::Text(text));
        }
        unchecked(&[table]);
    }
}
