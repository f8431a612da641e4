//! Guards files for saving: what a table holds, and that a reader of CSV gets back what was written.

use clusteratlas_core::dataset::details::Details;
use clusteratlas_core::dataset::keys;
use clusteratlas_core::domain::id::Key;
use clusteratlas_core::domain::localized::Language;
use clusteratlas_core::export::csv::{Dialect, csv};
use clusteratlas_core::export::extract::Extract;
use clusteratlas_core::export::file_name;
use clusteratlas_core::export::sheet::Sheet;
use clusteratlas_core::export::workbook::workbook;
use clusteratlas_core::query::bitmap::Bitmap;
use clusteratlas_core::query::side::Sides;
use clusteratlas_core::workbench::{self, Cell};
use proptest::collection::vec;
use proptest::prelude::*;
use serde_json::json;

use crate::atlas::{dataset, random, small};
use crate::property::cases;

/// Reads CSV as RFC 4180 has it: rows of cells.
fn read(text: &str, separator: char) -> Vec<Vec<String>> {
    let mut rows = vec![vec![String::new()]];
    let mut quoted = false;
    let mut rest = text.chars().peekable();
    while let Some(character) = rest.next() {
        let row = rows.last_mut().unwrap();
        let cell = row.last_mut().unwrap();
        match character {
            '"' if quoted && rest.peek() == Some(&'"') => cell.push(rest.next().unwrap()),
            '"' if quoted => quoted = false,
            '"' if cell.is_empty() => quoted = true,
            '\r' if !quoted => {
                assert_eq!(rest.next(), Some('\n'), "a bare carriage return");
                rows.push(vec![String::new()]);
            }
            other if other == separator && !quoted => row.push(String::new()),
            other => cell.push(other),
        }
    }
    assert!(!quoted, "a quotation that does not end");
    assert_eq!(
        rows.pop(),
        Some(vec![String::new()]),
        "a last row without its line break"
    );
    rows
}

fn words(rows: &[Vec<Cell>]) -> Vec<Vec<String>> {
    let word = |cell: &Cell| match cell {
        Cell::Empty => String::new(),
        Cell::Text(words) => words.clone(),
        Cell::Number(value) => value.to_string(),
    };
    rows.iter().map(|row| row.iter().map(word).collect()).collect()
}

/// The cells of the small dataset, without the row of headings.
fn cells(details: Option<&Details>, language: Language) -> Vec<Vec<String>> {
    let dataset = dataset(&small());
    let sheet = Sheet {
        dataset: &dataset,
        details,
        sides: None,
        language,
    };
    let rows: Vec<Vec<Cell>> = sheet.rows(keys(2)).collect();
    words(&rows)
}

fn details() -> Details {
    let file = json!({
        "version": 1, "content": "abc",
        "sources": [
            {"url": "https://example.org/a", "title": "A"},
            {"title": "A letter"},
        ],
        "clusters": {}, "programmes": {},
        "cooperations": {
            "light": {"summary_de": "Kurz gesagt.", "summary_en": "In short.", "sources": [0, 1]},
        },
    });
    Details::read(&file.to_string(), "abc").unwrap()
}

#[test]
fn a_cooperation_is_written_in_full_words_of_the_language() {
    let details = details();
    let [headings, growth, light] = cells(Some(&details), Language::German).try_into().unwrap();
    let named = |row: &[String]| -> Vec<(String, String)> {
        let cells = headings.iter().cloned().zip(row.iter().cloned());
        cells.filter(|(_, cell)| !cell.is_empty()).collect()
    };
    let expected = [
        ("ID", "light"),
        ("Titel", "Licht"),
        ("Cluster", "Optics \"Jena\""),
        ("Partnerorte", "Tokio, JP"),
        ("Partnerländer", "JP"),
        ("Partnerorganisationen", "Institute (Tokio)"),
        ("Themen", "photonics"),
        ("Art der Kooperation", "project"),
        ("Förderprogramm", "bridges"),
        ("Beginn", "2016-04"),
        ("Ende", "2018"),
        ("Status", "beendet"),
        ("Fördersumme in Euro", "1200000"),
        ("Angabe zur Fördersumme", "bis zu"),
        ("Koordination", "Optics"),
        ("Zusammenfassung", "Kurz gesagt."),
        ("Quellen", "https://example.org/a; A letter"),
        ("Datenstand", "30. Juni 2020, Version 0.1.0"),
        ("Herausgeber", "Niemand"),
        ("Lizenz", "Erfunden"),
    ];
    let expected = expected.map(|(heading, cell)| (heading.to_owned(), cell.to_owned()));
    assert_eq!(named(&light), expected);
    let expected = [
        ("ID", "growth"),
        ("Titel", "Wachstum"),
        ("Partnerorte", "Anden"),
        ("Themen", "energy"),
        ("Art der Kooperation", "delegation; trade-fair"),
        ("Status", "nicht bekannt"),
        ("Datenstand", "30. Juni 2020, Version 0.1.0"),
        ("Herausgeber", "Niemand"),
        ("Lizenz", "Erfunden"),
    ];
    let expected = expected.map(|(heading, cell)| (heading.to_owned(), cell.to_owned()));
    assert_eq!(named(&growth), expected);
}

#[test]
fn english_and_missing_details_change_words_and_columns() {
    let details = details();
    let (full, bare) = (
        cells(Some(&details), Language::English),
        cells(None, Language::English),
    );
    assert_eq!(full[0].len(), bare[0].len() + 2);
    assert_eq!(full[0][1..3], ["Title", "Clusters"]);
    assert!(full[2].contains(&"In short.".to_owned()));
    assert!(
        bare[0]
            .iter()
            .all(|heading| heading != "Summary" && heading != "Sources")
    );
    let edition = &bare[2][bare[2].len() - 3..];
    assert_eq!(edition[0], "30 June 2020, version 0.1.0");
}

#[test]
fn a_workbook_has_three_sheets_and_names_the_terms_of_use() {
    let dataset = dataset(&small());
    let extract = Extract::whole(&dataset, None, "");
    for language in Language::ALL {
        let tabs = workbook(&extract, None, language);
        for workbench::Sheet { name, rows } in &tabs {
            assert!(name.chars().count() <= 31 && !name.contains(['[', ']', ':', '*', '?', '/', '\\']));
            assert!(rows.iter().all(|row| row.len() == rows[0].len()), "{name}");
        }
        let [cooperations, clusters, edition] = tabs.map(|tab| words(&tab.rows));
        assert_eq!(cooperations.len(), dataset.cooperations().len() + 1);
        assert_eq!(clusters.len(), dataset.clusters().len() + 1);
        let terms = &edition[1];
        assert_eq!(terms[2], &**dataset.edition.licence.get(language));
        for rows in [&cooperations, &clusters] {
            assert!(rows[1..].iter().all(|row| row.ends_with(terms)));
        }
    }
}

#[test]
fn the_file_is_named_after_the_date_of_the_data() {
    assert_eq!(
        file_name(&dataset(&small()).edition, "csv"),
        "clusteratlas-2020-06-30.csv"
    );
}

#[test]
fn spreadsheets_get_their_mark_and_compute_nothing() {
    let rows = [
        ("=1+1", "'=1+1"),
        ("+49", "'+49"),
        ("-", "'-"),
        ("@here", "'@here"),
        ("\tx", "'\tx"),
        ("\rx", "'\rx"),
        ("\n=x", "'\n=x"),
        ("a=1", "a=1"),
        ("", ""),
    ];
    for dialect in [Dialect::Excel, Dialect::Plain] {
        for (cell, expected) in rows {
            let text = csv(
                &mut std::iter::once(vec![Cell::text(cell), Cell::Number(-1.5)]),
                dialect,
            );
            let (text, separator, number) = match dialect {
                Dialect::Excel => (text.strip_prefix('\u{feff}').unwrap(), ';', "-1,5"),
                Dialect::Plain => (&*text, ',', "-1.5"),
            };
            assert_eq!(read(text, separator), [[expected, number]], "{cell:?}");
        }
    }
}

proptest! {
    #![proptest_config(cases(128))]

    #[test]
    fn a_reader_gets_back_what_was_written(
        rows in vec(vec("[a;, \"'\r\n=é]{0,6}", 3), 0..6), excel: bool,
    ) {
        let cells = rows.iter().map(|row| row.iter().map(Cell::text).collect::<Vec<Cell>>());
        let dialect = if excel { Dialect::Excel } else { Dialect::Plain };
        let text = csv(&mut cells.into_iter(), dialect);
        let guarded = |cell: &String| {
            if cell.starts_with(['=', '\r', '\n']) { format!("'{cell}") } else { cell.clone() }
        };
        let expected: Vec<Vec<String>> = rows.iter().map(|row| row.iter().map(guarded).collect()).collect();
        prop_assert_eq!(read(text.trim_start_matches('\u{feff}'), if excel { ';' } else { ',' }), expected);
    }

    #[test]
    fn every_row_is_as_long_as_the_headings(atlas in random(20)) {
        let dataset = dataset(&atlas);
        let number = dataset.cooperations().len();
        for language in Language::ALL {
            let sheet = Sheet { dataset: &dataset, details: None, sides: None, language };
            let rows: Vec<Vec<Cell>> = sheet.rows(keys(number)).collect();
            prop_assert_eq!(rows.len(), number + 1);
            prop_assert!(rows.iter().all(|row| row.len() == rows[0].len()));
        }
    }
}

#[test]
fn of_two_selections_every_row_says_in_which_it_is() {
    let dataset = dataset(&small());
    let (mut own, mut other) = (Bitmap::none(2), Bitmap::none(2));
    own.set(Key::new(0));
    other.set(Key::new(0));
    other.set(Key::new(1));
    let sheet = Sheet {
        dataset: &dataset,
        details: None,
        sides: Some(Sides {
            own: &own,
            other: &other,
        }),
        language: Language::German,
    };
    let rows: Vec<Vec<Cell>> = sheet.rows(keys(2)).collect();
    let column: Vec<String> = words(&rows)
        .iter()
        .map(|row| row[row.len() - 4].clone())
        .collect();
    assert_eq!(column, ["Auswahl", "In beiden", "Gemerkte Auswahl"]);
}
