//! Formulas, merged cells and empty rows are found in the files of Excel, of `LibreOffice` and in tables of values.

use std::collections::BTreeSet;

use clusteratlas_editorial::workbook::cell::{Cell, Position, Table};
use clusteratlas_editorial::workbook::guard::Limits;
use clusteratlas_editorial::workbook::read::{File, tables};
use rust_xlsxwriter::{Format, Formula, Workbook};

use crate::open_document;

fn only(name: &str, bytes: Vec<u8>) -> Table {
    let file = File {
        name: name.to_owned(),
        bytes,
    };
    let (tables, _) = tables(&[file], &Limits::EDITORS).unwrap();
    let [table] = <[Table; 1]>::try_from(tables).unwrap();
    table
}

fn at(row: u32, column: u32) -> Position {
    Position { row, column }
}

#[test]
fn those_of_excel() {
    let mut workbook = Workbook::new();
    let sheet = workbook.add_worksheet();
    let format = Format::new();
    sheet.set_name("Orte").unwrap();
    sheet
        .write_formula(1, 2, Formula::new("=1+1").set_result("2"))
        .unwrap();
    sheet
        .merge_range(2, 1, 3, 4, "über vier Spalten", &format)
        .unwrap();
    sheet.write_blank(9, 0, &format.set_bold()).unwrap();
    let table = only("x.xlsx", workbook.save_to_buffer().unwrap());
    assert_eq!(table.formulas, BTreeSet::from([at(1, 2)]));
    assert_eq!(table.merged, [[at(2, 1), at(3, 4)]]);
    assert_eq!(table.get(1, 2), Some(&Cell::Number(2.0)));
    assert_eq!(table.last_row, 9);
}

#[test]
fn those_of_libre_office() {
    let table = only(
        "x.ods",
        open_document::book_of(
            "<table:table table:name=\"Orte\"><table:table-row table:number-rows-repeated=\"2\"><table:table-cell \
             office:value-type=\"string\"><text:p>a</text:p></table:table-cell></table:table-row>\
             <table:table-row><table:table-cell table:number-columns-repeated=\"3\"/>\
             <table:table-cell office:value-type=\"string\" table:number-columns-spanned=\"2\" \
             table:number-rows-spanned=\"2\"><text:p>b</text:p></table:table-cell><table:covered-table-cell/>\
             <table:table-cell table:formula=\"of:=1+1\" office:value-type=\"float\" office:value=\"2\"><text:p>2</text:p>\
             </table:table-cell></table:table-row></table:table>",
        ),
    );
    assert_eq!(table.merged, [[at(2, 3), at(3, 4)]]);
    assert_eq!(table.formulas, BTreeSet::from([at(2, 5)]));
    assert_eq!(table.get(2, 3), Some(&Cell::Text("b".to_owned())));
}

#[test]
fn empty_rows_of_tables_of_values() {
    let table = only("Orte.csv", b"a;b\r\n1;2\r\n;\r\n;\r\n".to_vec());
    assert_eq!((table.rows.len(), table.last_row), (2, 3));
}
