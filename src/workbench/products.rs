//! Files that editors take with them.

use clusteratlas_core::domain::localized::Language;
use clusteratlas_core::workbench::{Answer, Both, Form, Product, Sheet};
use clusteratlas_editorial::archive::packed;
use clusteratlas_editorial::differences::{self, Change, Difference};
use clusteratlas_editorial::work_list::{self, work_list};
use clusteratlas_editorial::workbook::cell::{Cell, Table};
use clusteratlas_editorial::workbook::layout::Rows;
use clusteratlas_editorial::workbook::template::template;
use clusteratlas_editorial::workbook::{csv, export, report, xlsx};

use crate::reading::{MONTHS, Reading};
use crate::{Answered, Known, told};

const XLSX: [&str; 2] = [
    "xlsx",
    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
];
const CSV: [&str; 2] = ["csv", "text/csv;charset=utf-8"];
const TEXT: [&str; 2] = ["txt", "text/plain;charset=utf-8"];
const ZIP: [&str; 2] = ["zip", "application/zip"];

/// Makes a file.
pub(crate) fn make(
    known: Option<&Known>,
    reading: Option<&Reading>,
    product: Product,
    language: Language,
) -> Answered {
    let known = known.ok_or_else(told::not_open)?;
    let read = || {
        reading.ok_or_else(|| {
            told::both([
                "Es ist noch nichts gelesen".to_owned(),
                "Nothing has been read yet".to_owned(),
            ])
        })
    };
    let published = &known.published;
    match product {
        Product::Template => workbook("vorlage", "template", &template(published, language), language),
        Product::Workbook => {
            let tables = export::tables(published, language);
            workbook("arbeitsmappe", "workbook", &tables, language)
        }
        Product::Report(form) => {
            let import = &read()?.import;
            let name = ["bericht", "report"];
            let text = || report::text(import, language);
            written(name, form, &report::table(import, language), text, language)
        }
        Product::Differences(form) => {
            let found = &read()?.differences;
            let name = ["unterschiede", "differences"];
            let text = || differences::text(found, language);
            written(name, form, &table(found, language), text, language)
        }
        Product::WorkList(form) => {
            let tasks = work_list(reading.map_or(published, |reading| &reading.accepted), MONTHS);
            let name = ["arbeitsliste", "work-list"];
            let text = || work_list::summary(&tasks, language);
            written(name, form, &work_list::table(&tasks, language), text, language)
        }
        Product::Authored => {
            let files = &read()?.import.files;
            let files = files.iter().map(|(path, text)| (&**path, text.as_bytes()));
            archive(["redaktionsdateien", "authored-files"], files, language)
        }
        Product::Site => {
            let site = read()?.site.as_ref().ok_or_else(|| {
                told::both([
                    "Fehler verbieten, das zu veröffentlichen".to_owned(),
                    "Errors forbid to publish this".to_owned(),
                ])
            })?;
            let files = [
                ("LIESMICH.txt", GERMAN),
                ("README.txt", ENGLISH),
                ("data/atlas.json", &*site.atlas),
                ("data/details.json", &*site.details),
                ("data/stories.json", &*site.stories),
            ];
            let files = files.into_iter().map(|(name, text)| (name, text.as_bytes()));
            archive(["datensatz", "dataset"], files, language)
        }
    }
}

/// A workbook of sheets of the page's.
pub(crate) fn write(sheets: Vec<Sheet>) -> Answered {
    let tables: Vec<Table> = sheets.into_iter().map(Table::from).collect();
    let bytes = xlsx::write(&tables).map_err(cannot)?;
    Ok(made("clusteratlas", XLSX, bytes))
}

fn made(name: &str, [ending, media_type]: [&str; 2], bytes: Vec<u8>) -> (Answer, Vec<Vec<u8>>) {
    let answer = Answer::Made {
        name: format!("{name}.{ending}"),
        media_type: media_type.to_owned(),
    };
    (answer, vec![bytes])
}

fn named([de, en]: [&str; 2], language: Language) -> String {
    let name = match language {
        Language::German => de,
        Language::English => en,
    };
    format!("clusteratlas-{name}")
}

#[expect(clippy::needless_pass_by_value, reason = "it is passed to `map_err`")]
fn cannot<E: ToString>(error: E) -> Both {
    let cause = error.to_string();
    told::both([
        format!("Die Datei lässt sich nicht schreiben: {cause}"),
        format!("The file cannot be written: {cause}"),
    ])
}

fn workbook(de: &str, en: &str, tables: &[Table], language: Language) -> Answered {
    let bytes = xlsx::write(tables).map_err(cannot)?;
    Ok(made(&named([de, en], language), XLSX, bytes))
}

fn written(
    name: [&str; 2],
    form: Form,
    table: &Table,
    text: impl FnOnce() -> String,
    language: Language,
) -> Answered {
    let name = named(name, language);
    Ok(match form {
        Form::Xlsx => {
            let bytes = xlsx::write(std::slice::from_ref(table)).map_err(cannot)?;
            made(&name, XLSX, bytes)
        }
        Form::Csv => made(&name, CSV, csv::write(table).map_err(cannot)?),
        // Editors of Windows open it too.
        Form::Text => made(&name, TEXT, text().replace('\n', "\r\n").into_bytes()),
    })
}

fn archive<'f>(
    name: [&str; 2],
    files: impl Iterator<Item = (&'f str, &'f [u8])>,
    language: Language,
) -> Answered {
    let bytes = packed(files).map_err(cannot)?;
    Ok(made(&named(name, language), ZIP, bytes))
}

/// The differences as a sheet: a row for each field, or for a record that came or went.
fn table(found: &[Difference], language: Language) -> Table {
    let (name, headings, [added, removed, changed]) = match language {
        Language::German => (
            "Unterschiede",
            ["Blatt", "Kennung", "Was", "Feld", "Alt", "Neu"],
            ["hinzugekommen", "entfallen", "geändert"],
        ),
        Language::English => (
            "Differences",
            ["Sheet", "ID", "What", "Field", "Old", "New"],
            ["added", "removed", "changed"],
        ),
    };
    let mut rows = vec![headings.map(str::to_owned)];
    for Difference { list, id, change } in found {
        let row = |what: &str, field: &str, old: String, new: String| {
            let sheet = *Rows::Records(*list).title().get(language);
            [
                sheet.to_owned(),
                id.clone(),
                what.to_owned(),
                field.to_owned(),
                old,
                new,
            ]
        };
        let whole = |what: &str| row(what, "", String::new(), String::new());
        match change {
            Change::Added => rows.push(whole(added)),
            Change::Removed => rows.push(whole(removed)),
            Change::Changed(fields) => rows.extend(fields.iter().map(|field| {
                let heading = told::heading(*list, &field.field);
                row(
                    changed,
                    heading.get(language),
                    told::shown(&field.old),
                    told::shown(&field.new),
                )
            })),
        }
    }
    let mut table = Table::new(name);
    for (cells, row) in rows.into_iter().zip(0..) {
        for (cell, column) in cells.into_iter().zip(0..) {
            table.set(row, column, Cell::Text(cell));
        }
    }
    table
}

const GERMAN: &str = "Der Datensatz des Clusteratlas, wie ihn die Anwendung lädt.\r\n\r\n\
    Legen Sie die drei Dateien auf dem Server in den Ordner data, alle drei zugleich: sie gehören zusammen.\r\n\
    Die Karte zeigt sie nach dem nächsten Laden. Komprimierte Kopien daneben (.br, .gz) löschen Sie.\r\n\
    Tabellenseiten und Offline-Ausgabe zeigen weiter den alten Stand, bis die Seite gebaut wird\r\n\
    (cargo xtask build mit den Redaktionsdateien).\r\n";

const ENGLISH: &str = "The dataset of Clusteratlas as the application loads it.\r\n\r\n\
    Put the three files into the folder data on the server, all at once: they belong together.\r\n\
    The map shows them when it is loaded next. Delete compressed copies beside them (.br, .gz).\r\n\
    Table pages and offline edition show the former state until the site is built\r\n\
    (cargo xtask build with the authored files).\r\n";
