//! Workbooks of `LibreOffice` are read like those of Excel.

use std::io::{Cursor, Write as _};

use clusteratlas_editorial::workbook::cell::{Cell, Position};
use clusteratlas_editorial::workbook::guard::Limits;
use clusteratlas_editorial::workbook::read::{File, tables};
use zip::ZipWriter;
use zip::write::SimpleFileOptions;

/// What is around the sheets.
const AROUND: [&str; 2] = [
    r#"<?xml version="1.0" encoding="UTF-8"?>
<office:document-content xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0"
  xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0"
  xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" office:version="1.3"><office:body><office:spreadsheet>"#,
    "</office:spreadsheet></office:body></office:document-content>",
];

/// A sheet as `LibreOffice` writes it: a text of two lines, a number, a date, a formula, a gap and the empty rest.
const SHEET: &str = r#"<table:table table:name="Orte"><table:table-row>
<table:table-cell office:value-type="string"><text:p>Müßig</text:p><text:p>&lt;b&gt;</text:p></table:table-cell>
<table:table-cell office:value-type="float" office:value="51.34"><text:p>51,34</text:p></table:table-cell>
<table:table-cell office:value-type="date" office:date-value="2018-04-13"><text:p>13.04.18</text:p></table:table-cell>
<table:table-cell table:formula="of:=1+1" office:value-type="float" office:value="2"><text:p>2</text:p></table:table-cell>
<table:table-cell table:number-columns-repeated="16380"/></table:table-row>
<table:table-row table:number-rows-repeated="2"><table:table-cell table:number-columns-repeated="16384"/></table:table-row>
<table:table-row><table:table-cell/><table:table-cell office:value-type="string"><text:p>=1+1</text:p></table:table-cell>
<table:table-cell table:number-columns-repeated="16382"/></table:table-row>
<table:table-row table:number-rows-repeated="1048571"><table:table-cell table:number-columns-repeated="16384"/></table:table-row>
</table:table>"#;

const MANIFEST: &str = r#"<?xml version="1.0" encoding="UTF-8"?>
<manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0" manifest:version="1.3">
<manifest:file-entry manifest:full-path="/" manifest:media-type="application/vnd.oasis.opendocument.spreadsheet"/>
</manifest:manifest>"#;

/// The archive of a workbook with that sheet.
pub(crate) fn book() -> Vec<u8> {
    book_of(SHEET)
}

/// The archive of a workbook with these sheets.
pub(crate) fn book_of(sheets: &str) -> Vec<u8> {
    let [before, after] = AROUND;
    let content = [before, sheets, after].concat();
    let mut writer = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, text) in [
        ("mimetype", "application/vnd.oasis.opendocument.spreadsheet"),
        ("META-INF/manifest.xml", MANIFEST),
        ("content.xml", &content),
    ] {
        writer.start_file(name, SimpleFileOptions::default()).unwrap();
        // It writes all on one line.
        writer
            .write_all(text.replace('\n', "").replace("  xmlns", " xmlns").as_bytes())
            .unwrap();
    }
    writer.finish().unwrap().into_inner()
}

#[test]
fn values_dates_formulas_and_gaps_are_where_they_were() {
    let file = File {
        name: "Orte.ods".to_owned(),
        bytes: book(),
    };
    let (tables, _) = tables(&[file], &Limits::EDITORS).unwrap();
    let [table] = tables.as_slice() else {
        panic!("{tables:?}");
    };
    assert_eq!(table.name, "Orte");
    let expected = [
        (0, 0, Cell::Text("Müßig\n<b>".to_owned())),
        (0, 1, Cell::Number(51.34)),
        (0, 2, Cell::Day("2018-04-13".to_owned())),
        (0, 3, Cell::Number(2.0)),
        (3, 1, Cell::Text("=1+1".to_owned())),
    ];
    for (row, column, cell) in &expected {
        assert_eq!(table.get(*row, *column), Some(cell), "row {row}, column {column}");
    }
    assert_eq!(
        table
            .rows
            .values()
            .map(std::collections::BTreeMap::len)
            .sum::<usize>(),
        5
    );
    assert!(
        table.formulas.contains(&Position { row: 0, column: 3 }),
        "{:?}",
        table.formulas
    );
    assert_eq!(table.formulas.len(), 1);
}
