//! Files of editors -> records, what is wrong in them, what they change, and the files of a site that has them.

use clusteratlas_core::workbench::{Answer, Both, Step};
use clusteratlas_editorial::archive::unpacked;
use clusteratlas_editorial::authored::path::{is_list, path_in_dataset};
use clusteratlas_editorial::authored::{Authored, Files};
use clusteratlas_editorial::differences::{Difference, differences};
use clusteratlas_editorial::publish::{Published, publish};
use clusteratlas_editorial::rules::{self, Subject};
use clusteratlas_editorial::work_list::{Task, work_list};
use clusteratlas_editorial::workbook::guard::{GuardError, Limits, guard};
use clusteratlas_editorial::workbook::import::{Import, import};
use clusteratlas_editorial::workbook::read::{File, ReadError, tables};

use crate::authored;
use crate::{Known, told};

/// Months after which a record is to be checked again.
pub(crate) const MONTHS: u32 = 24;

/// Names of files that the application loads: they lack what editors have written down.
const PUBLISHED: [&str; 3] = ["atlas.json", "details.json", "stories.json"];

/// What was read.
#[derive(Debug)]
pub(crate) struct Reading {
    /// Records, and what is to be said of them.
    pub(crate) import: Import,
    /// The records that are accepted.
    pub(crate) accepted: Authored,
    /// What tells them from what is published.
    pub(crate) differences: Vec<Difference>,
    /// What the application would load; none where an error forbids that.
    pub(crate) site: Option<Published>,
    /// The published records.
    pub(crate) published: Files,
}

/// How far it is when a step begins, in parts of a thousand: as long as each takes for a whole dataset.
const fn permille(step: Step) -> u16 {
    match step {
        Step::Guard => 0,
        Step::Sheets => 90,
        Step::Rules => 240,
        Step::Differences => 710,
        Step::Publish => 800,
    }
}

/// Reads files. Where they are a workbook, stories and pages are those that are published.
pub(crate) fn read(
    known: &Known,
    files: &[File],
    on_progress: &mut dyn FnMut(Answer),
) -> Result<(Reading, Vec<Task>), Both> {
    let mut begin = |step| {
        on_progress(Answer::Progress {
            step,
            permille: permille(step),
        });
    };
    let gazetteer = &known.knowledge.gazetteer;
    begin(Step::Guard);
    let import = if let Some(given) = authored_files(files)? {
        begin(Step::Rules);
        authored::read(&known.knowledge, &given)
    } else {
        for file in files.iter().filter(|file| is_archive(file)) {
            guard(&file.bytes, &Limits::EDITORS).map_err(|error| refused(&file.name, error))?;
        }
        begin(Step::Sheets);
        let (tables, mut notes) =
            tables(files, &Limits::EDITORS).map_err(|error| told::said(&error.said()))?;
        begin(Step::Rules);
        let mut import = import(&tables, &others(&known.knowledge.files), gazetteer);
        import.notes.append(&mut notes);
        import.notes.sort();
        import
    };
    begin(Step::Differences);
    let accepted = Authored::of(&import.files);
    let differences = differences(&known.published, &accepted);
    let tasks = work_list(&accepted, MONTHS);
    begin(Step::Publish);
    let subject = Subject {
        authored: &accepted,
        gazetteer,
    };
    let is_sound = rules::check(&subject).errors() == 0;
    let site = is_sound.then(|| publish(&accepted, gazetteer).ok()).flatten();
    let reading = Reading {
        import,
        accepted,
        differences,
        site,
        published: known.knowledge.files.clone(),
    };
    Ok((reading, tasks))
}

/// The files if they are authored ones or an archive of such, by their paths in the dataset; none where they are
/// sheets.
fn authored_files(files: &[File]) -> Result<Option<Vec<File>>, Both> {
    if files.is_empty() {
        return Err(told::both(["Keine Datei".to_owned(), "No file".to_owned()]));
    }
    if let Some(file) = files.iter().find(|file| PUBLISHED.contains(&&*file.name)) {
        return Err(told::both([
            format!(
                "{}: Das ist eine Datei, die der Atlas lädt. Ihr fehlt, was die Redaktion festgehalten hat; geben Sie \
                 eine Arbeitsmappe oder die Dateien aus dem Ordner data",
                file.name
            ),
            format!(
                "{}: this is a file that the atlas loads. It lacks what editors have written down; give a workbook or \
                 the files in the folder data",
                file.name
            ),
        ]));
    }
    if let [archive] = files
        && is_archive(archive)
    {
        let packed = unpacked(&archive.bytes, &Limits::EDITORS);
        let inside = packed.map_err(|error| refused(&archive.name, error))?;
        let inside = inside.into_iter().map(|(name, bytes)| File { name, bytes });
        let inside: Vec<File> = inside.collect();
        let is_authored = inside
            .iter()
            .filter_map(|file| path_in_dataset(&file.name))
            .any(is_list);
        return Ok(is_authored.then_some(inside));
    }
    let is_authored = files.iter().any(|file| path_in_dataset(&file.name).is_some());
    Ok(is_authored.then(|| files.to_vec()))
}

fn is_archive(file: &File) -> bool {
    file.bytes.starts_with(b"PK")
}

fn refused(name: &str, error: GuardError) -> Both {
    told::said(&ReadError::Guard(name.to_owned(), error).said())
}

/// What no workbook holds: stories and pages.
fn others(files: &Files) -> Files {
    let others = files.iter().filter(|(path, _)| !is_list(path));
    others.map(|(path, text)| (path.clone(), text.clone())).collect()
}
