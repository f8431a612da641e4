//! What is written as a workbook and read again is what it was, whatever the records hold.

use clusteratlas_core::domain::localized::Language;
use clusteratlas_editorial::authored::{Authored, Files};
use clusteratlas_editorial::workbook::cell::Table;
use clusteratlas_editorial::workbook::export::tables;
use clusteratlas_editorial::workbook::guard::Limits;
use clusteratlas_editorial::workbook::import::unchecked;
use clusteratlas_editorial::workbook::read::{File, tables as read};
use clusteratlas_editorial::workbook::{csv, xlsx};
use proptest::prelude::*;

use crate::records::files;

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

proptest! {
    #![proptest_config(ProptestConfig::with_cases(400))]

    #[test]
    fn sheets_give_back_every_record(files in files(), german: bool) {
        let language = if german { Language::German } else { Language::English };
        prop_assert_eq!(unchecked(&sheets(&files, language)), files);
    }

    #[test]
    fn workbooks_give_back_every_record(files in files()) {
        prop_assert_eq!(from_workbook(&sheets(&files, Language::German)), files);
    }

    #[test]
    fn tables_of_values_give_back_every_record(files in files()) {
        prop_assert_eq!(from_values(&sheets(&files, Language::English)), files);
    }
}
