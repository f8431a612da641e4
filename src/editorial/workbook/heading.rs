//! Which sheet a table is, which of its rows has the headings, and which column holds what.

use std::collections::BTreeMap;

use clusteratlas_core::fold::{Sign, sign};

use crate::authored::field::Need;
use crate::authored::title::Title;
use crate::diagnostic::Severity;

use super::cell::Table;
use super::layout::{Column, Holds, ORDER, Rows, Sheet};
use super::note::Note;

/// Headings are looked for in as many rows.
const SEARCHED_ROWS: usize = 30;

/// Sheets of the template that hold no records.
const OTHERS: [Title; 2] = [
    Title {
        de: "Hinweise",
        en: "Notes",
    },
    Title {
        de: "Listen",
        en: "Lists",
    },
];

/// A sheet whose columns are known.
pub struct Headed {
    /// What it is.
    pub sheet: Sheet,
    /// The row with the headings, from 0.
    pub row: u32,
    /// What each column holds, and its heading as written.
    pub columns: BTreeMap<u32, (Column, String)>,
}

/// What a table is by its name; `Err` for one that holds no records by intention.
pub fn rows_of(name: &str) -> Option<Result<Rows, ()>> {
    let folded = folded(name);
    let is = |title: Title| {
        [title.de, title.en]
            .iter()
            .any(|word| self::folded(word) == folded)
    };
    if OTHERS.into_iter().any(is) {
        return Some(Err(()));
    }
    let by_file = |rows: &Rows| match rows {
        Rows::Records(list) => {
            let stem = list.file().split('.').next().unwrap_or_default();
            self::folded(stem) == folded
        }
        _ => false,
    };
    ORDER
        .into_iter()
        .find(|rows| is(rows.title()) || by_file(rows))
        .map(Ok)
}

/// Finds the headings of a table; what is strange about them is noted.
pub fn head(table: &Table, rows: Rows, notes: &mut Vec<Note>) -> Option<Headed> {
    let sheet = rows.sheet();
    let known = |row: u32| {
        let cells = table.rows.get(&row);
        let words = cells
            .into_iter()
            .flat_map(BTreeMap::values)
            .map(super::cell::Cell::words);
        words.filter(|words| column_of(&sheet, words).is_some()).count()
    };
    let searched = table.rows.keys().copied().take(SEARCHED_ROWS);
    let best = searched.max_by_key(|row| (known(*row), std::cmp::Reverse(*row)));
    let Some(row) = best.filter(|row| known(*row) * 3 >= sheet.columns.len()) else {
        notes.push(Note::on(
            Severity::Error,
            &table.name,
            [
                "keine Zeile mit den Überschriften der Spalten gefunden".to_owned(),
                "no row with the headings of the columns was found".to_owned(),
            ],
            [
                format!(
                    "Schreiben Sie in eine Zeile über den Daten: {}",
                    titles(&sheet, |title| title.de)
                ),
                format!(
                    "Write into a row above the data: {}",
                    titles(&sheet, |title| title.en)
                ),
            ],
        ));
        return None;
    };
    if row > 0 {
        notes.push(
            Note::on(
                Severity::Hint,
                &table.name,
                [
                    "die Überschriften stehen nicht in der ersten Zeile",
                    "the headings are not in the first row",
                ],
                [
                    "Was darüber steht, wird nicht gelesen",
                    "What stands above them is not read",
                ],
            )
            .at_row(row),
        );
    }
    let columns = columns(table, &sheet, row, notes);
    Some(Headed { sheet, row, columns })
}

fn columns(table: &Table, sheet: &Sheet, row: u32, notes: &mut Vec<Note>) -> BTreeMap<u32, (Column, String)> {
    let mut columns: BTreeMap<u32, (Column, String)> = BTreeMap::new();
    let mut unknown = Vec::new();
    for (&number, cell) in table.rows.get(&row).into_iter().flatten() {
        let words = cell.words();
        match column_of(sheet, &words) {
            Some(column) if columns.values().any(|(other, _)| other.holds == column.holds) => {
                let note = Note::on(
                    Severity::Error,
                    &table.name,
                    [
                        "die Überschrift steht zweimal da",
                        "the heading stands there twice",
                    ],
                    [
                        "Die zweite Spalte wird nicht gelesen; nehmen Sie eine von beiden heraus",
                        "The second column is not read; take one of both out",
                    ],
                );
                notes.push(note.at_row(row).in_column(number, &words));
            }
            Some(column) => {
                columns.insert(number, (column, words));
            }
            None => unknown.push((number, words)),
        }
    }
    let mut missing: Vec<&Column> = sheet
        .columns
        .iter()
        .filter(|column| !columns.values().any(|(found, _)| found.holds == column.holds))
        .collect();
    for (number, words) in unknown {
        let renamed = nearest(&words, &missing).map(|position| missing.remove(position));
        let hint = match renamed {
            Some(column) => {
                let title = column.title;
                columns.insert(number, (*column, words.clone()));
                [
                    format!("Sie wird als „{}“ gelesen; schreiben Sie das so", title.de),
                    format!("It is read as “{}”; write it so", title.en),
                ]
            }
            None => [
                "Die Spalte wird nicht gelesen; benennen Sie sie um, oder nehmen Sie sie heraus".to_owned(),
                "The column is not read; rename it or take it out".to_owned(),
            ],
        };
        let note = Note::on(
            Severity::Warning,
            &table.name,
            ["keine Überschrift einer Spalte", "not the heading of a column"],
            hint,
        );
        notes.push(note.at_row(row).in_column(number, &words).with_value(words));
    }
    for column in missing {
        let needed = match column.holds {
            Holds::Field(field) => matches!(field.need, Need::Stated | Need::Filled),
            Holds::Record => true,
            Holds::Sheet => false,
        };
        let severity = if needed {
            Severity::Error
        } else {
            Severity::Warning
        };
        let mut note = Note::on(
            severity,
            &table.name,
            ["die Spalte fehlt", "the column is missing"],
            [
                format!(
                    "Fügen Sie eine Spalte mit der Überschrift „{}“ hinzu",
                    column.title.de
                ),
                format!("Add a column with the heading “{}”", column.title.en),
            ],
        );
        note.row = Some(row + 1);
        notes.push(note.with_value(column.title.de));
    }
    columns
}

/// The column with that heading in either language, or the field's own name.
fn column_of(sheet: &Sheet, heading: &str) -> Option<Column> {
    let wanted = folded(heading);
    let mut columns = sheet.columns.iter();
    columns
        .find(|column| {
            let own = match column.holds {
                Holds::Field(field) => field.name,
                Holds::Sheet | Holds::Record => "",
            };
            [column.title.de, column.title.en, own]
                .iter()
                .any(|title| !title.is_empty() && folded(title) == wanted)
        })
        .copied()
}

/// The missing column whose heading a misspelt or shortened one may be.
fn nearest(heading: &str, missing: &[&Column]) -> Option<usize> {
    let wanted = folded(heading);
    let is_like = |title: &str| {
        let title = folded(title);
        let most = u8::try_from(title.len() / 4).unwrap_or(u8::MAX);
        title.starts_with(&wanted)
            || wanted.starts_with(&title)
            || clusteratlas_core::search::typo::mistakes(&wanted, &title, most).is_some()
    };
    missing
        .iter()
        .position(|column| !wanted.is_empty() && (is_like(column.title.de) || is_like(column.title.en)))
}

/// The letters and digits of a heading, without capitals and accents.
pub fn folded(words: &str) -> String {
    let mut folded = String::new();
    for character in words.chars().flat_map(char::to_lowercase) {
        match sign(character) {
            Sign::Letter(letter) => folded.push(letter),
            Sign::Letters(letters) => folded.extend(letters),
            Sign::Mark | Sign::Link | Sign::Gap => {}
        }
    }
    folded
}

fn titles(sheet: &Sheet, word: impl Fn(&Title) -> &'static str) -> String {
    let titles: Vec<&str> = sheet.columns.iter().map(|column| word(&column.title)).collect();
    titles.join(", ")
}
