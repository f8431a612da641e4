//! What is saved and published, read back by programs that are not ours: Python's own CSV, openpyxl, a checker of
//! GeoJSON, one of JSON Schema, rdflib and pySHACL. `cargo xtask test` installs them and runs this.
//!
//! Each script beside this file says what it checks and ends with a failure where something does not hold.
#![expect(clippy::unwrap_used, reason = "a helper that cannot go on fails its test")]

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::LazyLock;

use clusteratlas_builder::{Folders, authored_files, gazetteer, publish};
use clusteratlas_core::dataset::assemble::assemble;
use clusteratlas_core::dataset::details::Details;
use clusteratlas_core::dataset::keys;
use clusteratlas_core::domain::localized::Language;
use clusteratlas_core::export::extract::Extract;
use clusteratlas_core::export::files::{self, File};
use clusteratlas_core::export::geojson::geojson;
use clusteratlas_core::export::linked::linked;
use clusteratlas_core::export::selection::selection;
use clusteratlas_core::export::workbook::workbook;
use clusteratlas_editorial::authored::{Authored, pages};
use clusteratlas_editorial::workbook::cell::{Cell, Table};
use clusteratlas_editorial::workbook::import::import;
use clusteratlas_editorial::workbook::template::template;
use clusteratlas_editorial::workbook::{export, report, xlsx};
use serde_json::{Value, json};
use tempfile::TempDir;

/// Names the interpreter that has the readers.
const PYTHON: &str = "READERS_PYTHON";

/// The configuration with which the real dataset is published: everything that a portal of open data may be told.
const CONFIGURATION: &str = "address = \"https://example.org/atlas/\"\n[catalogue]\n\
    contributor = \"http://dcat-ap.de/def/contributors/example\"\npublisher = \"Amt \\\"für\\\" <Beispiele> \\\\\"\n\
    publisher_address = \"https://example.org/\"\ncontact = \"mailto:daten@example.org\"\n\
    licence = \"http://dcat-ap.de/def/licenses/dl-by-de/2.0\"\nattribution = { de = \"Amt\", en = \"Office\" }\n\
    geocoding_level = \"http://dcat-ap.de/def/politicalGeocoding/Level/federal\"\n\
    geocoding = [\"http://dcat-ap.de/def/politicalGeocoding/stateKey/14\"]\n\
    themes = [\"http://publications.europa.eu/resource/authority/data-theme/TECH\"]\n";

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../..")
}

/// A folder with everything to read: `real` as published, `part` and `hostile` as the page saves them, `workbooks`.
fn folder() -> &'static Path {
    static FOLDER: LazyLock<TempDir> = LazyLock::new(|| {
        let folder = tempfile::tempdir().unwrap();
        write_real(folder.path());
        write_hostile(&folder.path().join("hostile"));
        write_workbooks(&folder.path().join("workbooks"), &folder.path().join("real"));
        folder
    });
    FOLDER.path()
}

fn write_real(folder: &Path) {
    let data = folder.join("authored");
    let files = authored_files(&root().join("data")).unwrap();
    // Pages of text would ask for what is known about accessibility.
    for (name, text) in files.iter().filter(|(name, _)| !name.starts_with(pages::FOLDER)) {
        write(&data, name, text);
    }
    write(&data, "configuration.toml", CONFIGURATION);
    let out = folder.join("out");
    let folders = Folders {
        data,
        packages: root().join("node_modules"),
        public: out.join("public"),
        generated: out.join("generated"),
    };
    assert_eq!(publish(&folders).unwrap().errors(), 0);
    fs::rename(folders.public.join("data"), folder.join("real")).unwrap();
    let head = fs::read_to_string(folders.generated.join("head.html")).unwrap();
    write(&folder.join("real"), "head.html", head);

    let read = |name: &str| fs::read_to_string(folder.join("real").join(name)).unwrap();
    let (dataset, _) = assemble(&read("atlas.json")).unwrap();
    let details = Details::read(&read("details.json"), &dataset.edition.content).unwrap();
    let some = keys(dataset.cooperations().len() / 3).collect();
    let extract = Extract::of(&dataset, Some(&details), "", some);
    let part = folder.join("part");
    write(&part, "clusteratlas.geojson", geojson(&extract));
    write(&part, "clusteratlas.json", selection(&extract));
    write(&part, "clusteratlas.jsonld", linked(&extract));
}

fn write_hostile(folder: &Path) {
    let fixture = |name: &str| fs::read_to_string(root().join("tests/fixtures/hostile").join(name)).unwrap();
    let (dataset, _) = assemble(&fixture("atlas.json")).unwrap();
    let details = Details::read(&fixture("details.json"), &dataset.edition.content).unwrap();
    for File { name, content, .. } in files::files(&Extract::whole(&dataset, Some(&details), "")) {
        write(folder, name, content);
    }
}

/// Each workbook, and beside it what it has to hold.
fn write_workbooks(folder: &Path, published: &Path) {
    let authored = Authored::of(&authored_files(&root().join("data")).unwrap());
    let gazetteer = gazetteer(&root().join("node_modules")).unwrap();
    let mut broken = export::tables(&authored, Language::German);
    broken[0].set(1, 0, Cell::Text("=1+1".to_owned()));
    let files = authored_files(&root().join("data")).unwrap();
    let imported = import(&broken, &files, &gazetteer);
    let read = |name: &str| fs::read_to_string(published.join(name)).unwrap();
    let (dataset, _) = assemble(&read("atlas.json")).unwrap();
    let details = Details::read(&read("details.json"), &dataset.edition.content).unwrap();
    let saved = workbook(
        &Extract::whole(&dataset, Some(&details), ""),
        None,
        Language::English,
    );
    for (name, tables) in [
        ("saved-en", saved.map(Table::from).into()),
        ("export-de", export::tables(&authored, Language::German)),
        ("export-en", export::tables(&authored, Language::English)),
        ("template-de", template(&authored, Language::German)),
        ("report-de", vec![report::table(&imported, Language::German)]),
        ("odd", vec![odd()]),
    ] {
        write(folder, &format!("{name}.xlsx"), xlsx::write(&tables).unwrap());
        let expected: Vec<Value> = tables.iter().map(expected).collect();
        write(folder, &format!("{name}.json"), json!(expected).to_string());
    }
}

/// Texts that spreadsheets like to change.
fn odd() -> Table {
    let mut table = Table::new("Odd");
    let words = [
        "=1+1",
        "007",
        "2016-04",
        "+49 351",
        "a\nb",
        "\"q\"",
        "äöüß €",
        "🧪 مرحبا",
        "1e5",
        " x ",
    ];
    for (words, row) in words.into_iter().zip(0..) {
        table.set(row, 0, Cell::Text(words.to_owned()));
    }
    table
}

/// Every cell of a sheet that holds words, by its row and column.
fn expected(table: &Table) -> Value {
    let mut cells = Vec::new();
    for (row, columns) in &table.rows {
        for (column, cell) in columns {
            if let Cell::Text(words) = cell {
                cells.push(json!([row, column, words]));
            }
        }
    }
    json!({ "name": table.name, "cells": cells })
}

fn write(folder: &Path, name: &str, content: impl AsRef<[u8]>) {
    let path = folder.join(name);
    fs::create_dir_all(path.parent().unwrap()).unwrap();
    fs::write(path, content).unwrap();
}

#[track_caller]
fn check(script: &str) {
    let python =
        std::env::var_os(PYTHON).map_or_else(|| root().join(".tools/python/bin/python"), PathBuf::from);
    let output = Command::new(&python)
        .arg("-B")
        .arg(root().join("tests/readers").join(script))
        .arg(folder())
        .output()
        .unwrap_or_else(|error| panic!("{}: {error}; `cargo xtask test` installs it", python.display()));
    assert!(
        output.status.success(),
        "{}{}",
        String::from_utf8_lossy(&output.stdout),
        String::from_utf8_lossy(&output.stderr)
    );
}

#[test]
fn python_reads_the_tables() {
    check("tables.py");
}

#[test]
fn the_geojson_is_valid() {
    check("geography.py");
}

#[test]
fn the_json_follows_its_schema() {
    check("schema.py");
}

#[test]
fn the_linked_data_say_the_same() {
    check("linked.py");
}

#[test]
fn the_metadata_for_portals_have_what_the_standard_demands() {
    check("catalogue.py");
}

#[test]
fn openpyxl_reads_the_workbooks() {
    check("workbooks.py");
}
