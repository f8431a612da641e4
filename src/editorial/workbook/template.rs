//! The workbook that editors begin with: every sheet with its headings, an example, and a sheet that explains them.

use std::collections::BTreeSet;

use clusteratlas_core::domain::localized::Language;

use crate::authored::field::{Field, Kind, Need};
use crate::authored::list::List;
use crate::authored::record::Record;
use crate::authored::{Authored, Files, write};

use super::cell::{Cell, Table};
use super::export::tables;
use super::layout::{Holds, ORDER, Rows};

/// Lists that every dataset needs whole: they are the words that others use.
const WHOLE: [List; 3] = [List::Themes, List::Kinds, List::Edition];

/// The sheets of the template: the first cooperation of a dataset with all that it refers to as the example.
pub fn template(authored: &Authored, language: Language) -> Vec<Table> {
    let mut sheets = tables(&Authored::of(&example(authored)), language);
    sheets.push(notes(language));
    sheets
}

/// The files of the first cooperation that names all it can, and of what it refers to.
fn example(authored: &Authored) -> Files {
    let mut wanted: BTreeSet<(List, String)> = BTreeSet::new();
    let cooperations = authored.records(List::Cooperations).iter();
    let stated = |record: &&Record| record.fields.values().filter(|value| !value.is_null()).count();
    let mut open: Vec<&Record> = cooperations
        .rev()
        .max_by_key(|record| stated(record))
        .into_iter()
        .chain(authored.records(List::KeyFigures).first())
        .collect();
    while let Some(record) = open.pop() {
        let id = record.id().unwrap_or_default().to_owned();
        if !wanted.insert((record.list, id)) {
            continue;
        }
        for leaf in record.leaves() {
            let list = match leaf.kind {
                Kind::Reference(list) => list,
                Kind::Membership => List::Programmes,
                _ => continue,
            };
            open.extend(leaf.value.as_str().and_then(|id| authored.find(list, id)));
        }
    }
    let files = ORDER.into_iter().filter_map(|rows| {
        let Rows::Records(list) = rows else { return None };
        let is_wanted = |record: &&Record| {
            let id = record.id().unwrap_or_default().to_owned();
            WHOLE.contains(&list) || wanted.contains(&(list, id))
        };
        let records = authored.records(list).iter().filter(is_wanted);
        let text = write::text(list, records.map(|record| &record.fields));
        Some((list.file().to_owned(), text))
    });
    files.collect()
}

/// What each column holds.
fn notes(language: Language) -> Table {
    let words = match language {
        Language::German => &DE,
        Language::English => &EN,
    };
    let mut table = Table::new(words.name);
    let mut row = 0;
    let mut add = |cells: [&str; 4]| {
        for (cell, column) in cells.into_iter().zip(0..) {
            table.set(row, column, Cell::Text(cell.to_owned()));
        }
        row += 1;
    };
    add(words.headings);
    for rows in ORDER {
        let sheet = rows.sheet();
        for column in &sheet.columns {
            let (need, what) = match column.holds {
                Holds::Field(field) => (words.need(&field), words.what(&field)),
                Holds::Record => (words.needed, words.record.to_owned()),
                Holds::Sheet => (words.optional, words.sheet.to_owned()),
            };
            add([sheet.title.get(language), column.title.get(language), need, &what]);
        }
    }
    table
}

struct Words {
    name: &'static str,
    headings: [&'static str; 4],
    needed: &'static str,
    optional: &'static str,
    record: &'static str,
    sheet: &'static str,
    id: &'static str,
    text: &'static str,
    url: &'static str,
    date: &'static str,
    number: &'static str,
    country: &'static str,
    state: &'static str,
    several: &'static str,
    word: fn(&str) -> String,
    reference: fn(&str) -> String,
    language: Language,
}

const DE: Words = Words {
    name: "Hinweise",
    headings: ["Blatt", "Spalte", "Pflicht", "Was hineingehört"],
    needed: "ja",
    optional: "leer, wenn nicht bekannt",
    record: "Kennung des Datensatzes, zu dem die Zeile gehört",
    sheet: "Name des Blattes, auf dem dieser Datensatz steht",
    id: "eindeutig auf dem Blatt: Kleinbuchstaben, Ziffern und einzelne Bindestriche, z. B. bioregio-stern",
    text: "Text ohne Formatierung",
    url: "vollständige Adresse mit https:// oder http://",
    date: "2016, 2016-04 oder 2016-04-13, so genau wie die Quelle; auch ein Datum von Excel",
    number: "Zahl",
    country: "zwei Großbuchstaben nach ISO 3166-1, z. B. CO",
    state: "Kürzel nach ISO 3166-2, z. B. DE-SN",
    several: "mehrere durch ; getrennt (ein Semikolon im Text als \\;): ",
    word: |words| format!("eines von: {words}"),
    reference: |sheet| format!("Kennung vom Blatt „{sheet}“"),
    language: Language::German,
};

const EN: Words = Words {
    name: "Notes",
    headings: ["Sheet", "Column", "Required", "What belongs there"],
    needed: "yes",
    optional: "empty where it is not known",
    record: "ID of the record that the row belongs to",
    sheet: "name of the sheet that holds this record",
    id: "unique on its sheet: lower-case letters, digits and single hyphens, such as bioregio-stern",
    text: "text without formatting",
    url: "whole address with https:// or http://",
    date: "2016, 2016-04 or 2016-04-13, as precise as the source; a date of Excel as well",
    number: "number",
    country: "two capital letters of ISO 3166-1, such as CO",
    state: "code of ISO 3166-2, such as DE-SN",
    several: "several are parted by ; (a semicolon in a text as \\;): ",
    word: |words| format!("one of: {words}"),
    reference: |sheet| format!("ID on the sheet “{sheet}”"),
    language: Language::English,
};

impl Words {
    const fn need(&self, field: &Field) -> &'static str {
        match field.need {
            Need::Stated | Need::Filled => self.needed,
            Need::Known | Need::Free => self.optional,
        }
    }

    fn what(&self, field: &Field) -> String {
        match field.kind {
            Kind::Id => self.id.to_owned(),
            Kind::Url => self.url.to_owned(),
            Kind::Date => self.date.to_owned(),
            Kind::Number => self.number.to_owned(),
            Kind::Country => self.country.to_owned(),
            Kind::State => self.state.to_owned(),
            Kind::Word(vocabulary) => (self.word)(&vocabulary.words().join(", ")),
            Kind::Reference(list) => (self.reference)(Rows::Records(list).title().get(self.language)),
            Kind::Membership => (self.reference)(Rows::Records(List::Programmes).title().get(self.language)),
            Kind::Many(kind) => {
                let each = Field {
                    kind: *kind,
                    ..*field
                };
                self.several.to_owned() + &self.what(&each)
            }
            _ => self.text.to_owned(),
        }
    }
}
