//! What is written as a workbook and read again is what it was, whatever the records hold.

use std::collections::BTreeSet;

use clusteratlas_core::domain::localized::Language;
use clusteratlas_editorial::authored::{Authored, Files};
use clusteratlas_editorial::workbook::cell::Table;
use clusteratlas_editorial::workbook::export::tables;
use clusteratlas_editorial::workbook::guard::Limits;
use clusteratlas_editorial::workbook::import::unchecked;
use clusteratlas_editorial::workbook::read::{File, tables as read};
use clusteratlas_editorial::workbook::{csv, xlsx};
use proptest::prelude::*;
use proptest::sample::select;
use proptest::strategy::ValueTree as _;
use proptest::test_runner::TestRunner;
use serde_json::Value;

use crate::property::cases;
use crate::records::{STRANGE, files};

fn sheets(files: &Files, language: Language) -> Vec<Table> {
    tables(&Authored::of(files), language)
}

fn from_workbook(tables: &[Table]) -> Files {
    let file = File {
        name: "x.xlsx".to_owned(),
        bytes: xlsx::write(tables).unwrap(),
    };
    unchecked(&read(&[file], &Limits::EDITORS).unwrap().0)
}

fn from_values(tables: &[Table]) -> Files {
    let files: Vec<File> = tables
        .iter()
        .map(|table| File {
            name: format!("{}.csv", table.name),
            bytes: csv::write(table).unwrap(),
        })
        .collect();
    unchecked(&read(&files, &Limits::EDITORS).unwrap().0)
}

fn language() -> impl Strategy<Value = Language> {
    select(Language::ALL.to_vec())
}

proptest! {
    #![proptest_config(cases(1_000))]

    #[test]
    fn sheets_give_back_every_record(files in files(), language in language()) {
        prop_assert_eq!(unchecked(&sheets(&files, language)), files);
    }

    #[test]
    fn workbooks_give_back_every_record(files in files(), language in language()) {
        prop_assert_eq!(from_workbook(&sheets(&files, language)), files);
    }

    #[test]
    fn tables_of_values_give_back_every_record(files in files(), language in language()) {
        prop_assert_eq!(from_values(&sheets(&files, language)), files);
    }
}

/// The datasets above hold every text that is known to be spoilt.
#[test]
fn generated_records_hold_every_strange_text() {
    let mut runner = TestRunner::new(cases(1));
    let mut missing: BTreeSet<String> = STRANGE
        .iter()
        .map(|text| Value::from(*text).to_string())
        .collect();
    for _ in 0..200 {
        let files = files().new_tree(&mut runner).unwrap().current();
        missing.retain(|text| !files.values().any(|file| file.contains(text)));
    }
    assert!(missing.is_empty(), "{missing:?}");
}
