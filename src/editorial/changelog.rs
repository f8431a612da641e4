//! What has changed from edition to edition of the dataset, for those who use it: an entry for each, in a file of its own.

use std::cmp::Reverse;
use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use crate::authored::list::List;
use crate::authored::{Authored, Spoiled};
use crate::differences::{Change, differences};
use crate::said::Said;

/// The folder of the entries, in that of the dataset.
pub const FOLDER: &str = "changelog";

/// What every edition states anew.
const ALWAYS_NEW: [&str; 2] = ["version", "date"];

/// An edition, and what tells it from the one before.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Entry {
    /// Version of the dataset, such as `1.2.0`.
    pub version: String,
    /// Its day, such as `2026-11-22`.
    pub date: String,
    /// The version before it; none for the first.
    pub since: Option<String>,
    /// Number of records by name of the file that holds them.
    pub records: BTreeMap<String, usize>,
    /// Records that came.
    pub added: Vec<Changed>,
    /// Records that went.
    pub removed: Vec<Changed>,
    /// Records of which fields differ.
    pub changed: Vec<Changed>,
}

/// A record that differs.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Changed {
    /// Name of the file that holds it.
    pub list: String,
    /// Its id; empty for the edition itself.
    pub id: String,
    /// What it is called in German, if it has a name.
    pub name_de: Option<String>,
    /// The same in English.
    pub name_en: Option<String>,
    /// Names of the fields that differ; none where the record came or went.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub fields: Vec<String>,
}

impl Entry {
    /// The entry of a dataset, compared with that of the edition before.
    pub fn of(authored: &Authored, before: Option<&Authored>) -> Self {
        let [version, date] = edition(authored);
        let mut entry = Self {
            version,
            date,
            since: before.map(|before| edition(before)[0].clone()),
            records: records(authored),
            added: Vec::new(),
            removed: Vec::new(),
            changed: Vec::new(),
        };
        let found = before.map_or_else(Vec::new, |before| differences(before, authored));
        for one in found {
            let of = |holder: Option<&Authored>, fields| {
                let record = holder.and_then(|holder| holder.find(one.list, &one.id));
                let names = record.and_then(|record| record.names());
                let [name_de, name_en] =
                    names.map_or([None, None], |names| names.map(|name| Some(name.to_owned())));
                Changed {
                    list: one.list.file().to_owned(),
                    id: one.id.clone(),
                    name_de,
                    name_en,
                    fields,
                }
            };
            match &one.change {
                Change::Added => entry.added.push(of(Some(authored), Vec::new())),
                Change::Removed => entry.removed.push(of(before, Vec::new())),
                Change::Changed(fields) => {
                    let fields = fields.iter().map(|change| change.field.clone());
                    let fields: Vec<String> = match one.list {
                        List::Edition => fields.filter(|field| !ALWAYS_NEW.contains(&&**field)).collect(),
                        _ => fields.collect(),
                    };
                    if !fields.is_empty() {
                        entry.changed.push(of(Some(authored), fields));
                    }
                }
            }
        }
        entry
    }

    /// The name of its file.
    pub fn file(&self) -> String {
        format!("{}.json", self.version)
    }

    /// The content of its file.
    ///
    /// # Errors
    /// When the writer fails, which it does not for numbers and texts.
    pub fn to_json(&self) -> serde_json::Result<String> {
        Ok(serde_json::to_string_pretty(self)? + "\n")
    }

    /// Whether it speaks of that dataset: of its version, day and numbers of records.
    pub fn is_of(&self, authored: &Authored) -> bool {
        [&self.version, &self.date] == edition(authored).each_ref() && self.records == records(authored)
    }
}

/// Whether one version comes after another. Numbers between dots are compared as numbers, other words as words.
///
/// ```
/// use clusteratlas_editorial::changelog::is_later;
///
/// assert!(is_later("1.10.0", "1.9.2"));
/// assert!(!is_later("1.9.2", "1.9.2"));
/// ```
pub fn is_later(version: &str, than: &str) -> bool {
    rank(version) > rank(than)
}

fn rank(version: &str) -> Vec<(u64, &str)> {
    let part = |part: &'_ str| part.parse().ok();
    version
        .split('.')
        .map(|words| part(words).map_or((0, words), |number| (number, "")))
        .collect()
}

/// The entry of a dataset that comes after others, the newest first; one of the same version is written anew.
///
/// # Errors
/// What to do where the version is no name of a file, is not later than those before, or where the edition before is
/// missing, cannot be read in full, or is another one than that of the newest entry before.
pub fn next(entries: &[Entry], authored: &Authored, before: Option<&Authored>) -> Result<Entry, Said> {
    let [version, _] = edition(authored);
    let is_name = |c: char| c.is_ascii_alphanumeric() || ".-".contains(c);
    if version.is_empty() || version.starts_with('.') || !version.chars().all(is_name) {
        return Err([
            format!("Die Fassung „{version}“ in data/dataset.json ist keine wie 1.2.0"),
            format!("The version \"{version}\" in data/dataset.json is none such as 1.2.0"),
        ]
        .into());
    }
    let newest = entries.iter().find(|entry| entry.version != version);
    if let Some(newest) = newest.filter(|newest| !is_later(&version, &newest.version)) {
        let newest = &newest.version;
        return Err([
            format!("Fassung {version} in data/dataset.json kommt nicht nach {newest}, der neuesten in data/{FOLDER}. Erhöhen Sie sie"),
            format!("Version {version} in data/dataset.json does not come after {newest}, the newest in data/{FOLDER}. Raise it"),
        ]
        .into());
    }
    if let Some(before) = before {
        follows(&version, before)?;
    }
    match (newest, before) {
        (Some(newest), None) => {
            let newest = &newest.version;
            Err([
                format!(
                    "Nennen Sie die Fassung {newest}: --since ORDNER, Quelldateien (ZIP) oder Arbeitsmappe"
                ),
                format!("Name the edition {newest}: --since FOLDER, source files (ZIP) or workbook"),
            ]
            .into())
        }
        (Some(newest), Some(before)) if edition(before)[0] != newest.version => {
            let [found, _] = edition(before);
            let newest = &newest.version;
            Err([
                format!("--since nennt Fassung {found}; verglichen wird mit {newest}, der neuesten davor in data/{FOLDER}"),
                format!("--since names version {found}; compared is {newest}, the newest before it in data/{FOLDER}"),
            ]
            .into())
        }
        _ => Ok(Entry::of(authored, before)),
    }
}

/// Says what to do where a version cannot be compared with the edition before it: what could not be read of that would
/// count as added.
fn follows(version: &str, before: &Authored) -> Result<(), Said> {
    if let Some(Spoiled { list, line, cause }) = before.spoiled.first() {
        let place = format!("--since: {}:{line}", list.file());
        return Err([
            format!("{place}: {}. Berichtigen Sie die Zeile", cause.de),
            format!("{place}: {}. Correct the line", cause.en),
        ]
        .into());
    }
    let [found, _] = edition(before);
    if found.is_empty() {
        return Err([
            "--since nennt in dataset.json keine Fassung (version)",
            "--since names no version in dataset.json",
        ]
        .into());
    }
    if !is_later(version, &found) {
        return Err([
            format!("Fassung {version} in data/dataset.json kommt nicht nach {found}, der von --since. Erhöhen Sie sie dort und in CITATION.cff"),
            format!("Version {version} in data/dataset.json does not come after {found}, that of --since. Raise it there and in CITATION.cff"),
        ]
        .into());
    }
    Ok(())
}

/// Entries from the files that hold them, by name and content, the newest first.
///
/// # Errors
/// Name of the first file that holds no entry or another one than its name says, and why.
pub fn read<'f>(files: impl IntoIterator<Item = (&'f str, &'f str)>) -> Result<Vec<Entry>, (String, String)> {
    let mut entries = Vec::new();
    for (name, text) in files {
        let entry: Entry =
            serde_json::from_str(text).map_err(|error| (name.to_owned(), error.to_string()))?;
        if entry.file() != name {
            return Err((name.to_owned(), format!("the entry of version {}", entry.version)));
        }
        entries.push(entry);
    }
    entries.sort_by(|one, other| Reverse(rank(&one.version)).cmp(&Reverse(rank(&other.version))));
    Ok(entries)
}

/// What is to be done for the entries, the newest first, to speak of a dataset; nothing where they do.
pub fn gap(entries: &[Entry], authored: &Authored) -> Option<Said> {
    if entries.first().is_some_and(|entry| entry.is_of(authored)) {
        return None;
    }
    let [version, _] = edition(authored);
    let later = entries.iter().find(|entry| is_later(&entry.version, &version));
    if let Some(Entry { version: later, .. }) = later {
        return Some([
            format!("data/{FOLDER} hat einen Eintrag für Fassung {later}, data/dataset.json nennt {version}. Erhöhen Sie sie"),
            format!("data/{FOLDER} has an entry for version {later}, data/dataset.json names {version}. Raise it"),
        ]
        .into());
    }
    let command = |since| format!("cargo xtask data changelog{since}");
    let commands = if entries.iter().any(|entry| entry.version != version) {
        [" --since VORIGE_FASSUNG", " --since EARLIER_EDITION"]
    } else {
        [""; 2]
    };
    let [de, en] = commands.map(command);
    let Some(entry) = entries.iter().find(|entry| entry.version == version) else {
        return Some(
            [
                format!(
                    "data/{FOLDER} hat keinen Eintrag für Fassung {version}. Schreiben Sie ihn mit: {de}"
                ),
                format!("data/{FOLDER} has no entry for version {version}. Write it with: {en}"),
            ]
            .into(),
        );
    };
    let file = entry.file();
    Some([
        format!("data/{FOLDER}/{file} passt nicht zu Datum und Zahlen der Datensätze. Schreiben Sie den Eintrag neu mit: {de}"),
        format!("data/{FOLDER}/{file} does not fit the date and the numbers of records. Write the entry again with: {en}"),
    ]
    .into())
}

/// Version and day of a dataset.
pub fn edition(authored: &Authored) -> [String; 2] {
    let edition = authored.records(List::Edition).first();
    ALWAYS_NEW.map(|field| {
        let stated = edition.and_then(|edition| edition.text(field));
        stated.unwrap_or_default().to_owned()
    })
}

fn records(authored: &Authored) -> BTreeMap<String, usize> {
    let lists = List::ALL.into_iter().filter(|list| *list != List::Edition);
    lists
        .map(|list| (list.file().to_owned(), authored.records(list).len()))
        .collect()
}
