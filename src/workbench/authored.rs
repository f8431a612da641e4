//! Authored files of editors: those of the published dataset with the given ones in their places.

use std::collections::{BTreeMap, BTreeSet};

use clusteratlas_editorial::authored::list::List;
use clusteratlas_editorial::authored::pages::FOLDER as PAGES;
use clusteratlas_editorial::authored::path::path_in_dataset;
use clusteratlas_editorial::authored::{Authored, Files};
use clusteratlas_editorial::diagnostic::{Diagnostic, Severity};
use clusteratlas_editorial::knowledge::Knowledge;
use clusteratlas_editorial::rules::{self, Subject};
use clusteratlas_editorial::said::Said;
use clusteratlas_editorial::workbook::import::Import;
use clusteratlas_editorial::workbook::note::Note;
use clusteratlas_editorial::workbook::read::File;

/// Checks what was given with what is published in the place of what was not.
pub(crate) fn read(known: &Knowledge, given: &[File]) -> Import {
    let mut notes = Vec::new();
    let mut files = known.files.clone();
    let has_texts = |folder: &str| {
        let mut paths = given.iter().filter_map(|file| path_in_dataset(&file.name));
        paths.any(|path| path.starts_with(folder))
    };
    // A folder that is given is given whole: what it lacks is gone.
    for folder in [List::Stories.file(), PAGES] {
        if has_texts(folder) {
            files.retain(|path, _| !path.starts_with(folder));
        }
    }
    let mut found = BTreeSet::new();
    for file in given {
        match (path_in_dataset(&file.name), std::str::from_utf8(&file.bytes)) {
            (Some(path), Ok(text)) => {
                found.insert(path.to_owned());
                files.insert(path.to_owned(), text.trim_start_matches('\u{feff}').to_owned());
            }
            (Some(path), Err(_)) => notes.push(unreadable(path)),
            (None, _) => notes.push(unknown(&file.name)),
        }
    }
    for list in List::ALL {
        let is_given = found.contains(list.file()) || list == List::Stories;
        if !is_given {
            notes.push(missing(list));
        }
    }
    check(&files, notes, known)
}

/// A line of a list, or a whole text.
type Place = (String, usize);

fn check(files: &Files, mut notes: Vec<Note>, known: &Knowledge) -> Import {
    let lines: BTreeMap<String, Vec<String>> = files
        .iter()
        .filter(|(path, _)| is_lines(path))
        .map(|(path, text)| (path.clone(), text.lines().map(str::to_owned).collect()))
        .collect();
    let mut left_out: BTreeSet<Place> = BTreeSet::new();
    let mut rows = None;
    let mut kept = files.clone();
    // What is left out may be missed by others; each round leaves out one record at least, or is the last.
    loop {
        let authored = Authored::of(&kept);
        let report = rules::check(&Subject {
            authored: &authored,
            gazetteer: &known.gazetteer,
        });
        let is_first = rows.is_none();
        rows.get_or_insert(report.records + authored.spoiled.len());
        let mut found = Vec::new();
        for diagnostic in &report.diagnostics {
            let is_error = diagnostic.severity == Severity::Error;
            let place = place(diagnostic, &lines, &left_out, files);
            let row = place.as_ref().map_or(diagnostic.line, |(_, line)| *line);
            if is_first || is_error && place.is_some() {
                notes.push(note(diagnostic, row));
            }
            if is_error {
                found.extend(place);
            }
        }
        let before = left_out.len();
        left_out.extend(found);
        if left_out.len() == before {
            break;
        }
        kept = without(files, &lines, &left_out);
    }
    notes.sort();
    notes.dedup();
    let rows = rows.unwrap_or_default();
    Import {
        files: kept,
        notes,
        rows,
        accepted: rows.saturating_sub(left_out.len()),
        reported: left_out.len(),
    }
}

/// Whether each line of a file is a record.
fn is_lines(path: &str) -> bool {
    path.strip_suffix(".jsonl").is_some()
}

/// What is to be left out because of an error: a line by its number in the file as it was given, or a story. The
/// edition and pages are no records that could be left out.
fn place(
    diagnostic: &Diagnostic,
    lines: &BTreeMap<String, Vec<String>>,
    left_out: &BTreeSet<Place>,
    files: &Files,
) -> Option<Place> {
    let file = &diagnostic.file;
    if lines.contains_key(file) {
        let is_kept = |line: &usize| !left_out.contains(&(file.clone(), *line));
        let line = (1..).filter(is_kept).nth(diagnostic.line.checked_sub(1)?)?;
        return Some((file.clone(), line));
    }
    let is_story = file.starts_with(List::Stories.file()) && files.contains_key(file);
    is_story.then(|| (file.clone(), diagnostic.line))
}

fn without(files: &Files, lines: &BTreeMap<String, Vec<String>>, left_out: &BTreeSet<Place>) -> Files {
    let mut kept = files.clone();
    for (path, lines) in lines {
        let numbered = lines.iter().zip(1..);
        let lines = numbered.filter(|(_, line)| !left_out.contains(&(path.clone(), *line)));
        let text = lines.fold(String::new(), |text, (line, _)| text + line + "\n");
        kept.insert(path.clone(), text);
    }
    for (path, _) in left_out.iter().filter(|(path, _)| !is_lines(path)) {
        kept.remove(path);
    }
    kept
}

fn note(diagnostic: &Diagnostic, line: usize) -> Note {
    let message = match &diagnostic.field {
        Some(field) => Said::from([
            format!("{field}: {}", diagnostic.message.de),
            format!("{field}: {}", diagnostic.message.en),
        ]),
        None => diagnostic.message.clone(),
    };
    Note {
        row: u32::try_from(line).ok(),
        record: diagnostic.record.clone(),
        value: diagnostic.value.clone(),
        suggestion: diagnostic.suggestion.clone(),
        ..Note::on(
            diagnostic.severity,
            &diagnostic.file,
            message,
            diagnostic.hint.clone(),
        )
    }
}

fn unreadable(path: &str) -> Note {
    Note::on(
        Severity::Error,
        path,
        ["kein UTF-8", "no UTF-8"],
        [
            "Speichern Sie die Datei als UTF-8; gelesen wird, was veröffentlicht ist",
            "Save the file as UTF-8; what is published is read in its place",
        ],
    )
}

fn unknown(name: &str) -> Note {
    Note::on(
        Severity::Hint,
        name,
        ["gehört nicht zum Datensatz", "no file of the dataset"],
        ["Sie wird nicht gelesen", "It is not read"],
    )
}

fn missing(list: List) -> Note {
    Note::on(
        Severity::Hint,
        list.file(),
        ["nicht dabei", "not among the files"],
        [
            "An ihrer Stelle gilt, was veröffentlicht ist",
            "What is published counts in its place",
        ],
    )
}
