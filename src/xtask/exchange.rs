//! The dataset in and out: workbooks of editors, what tells one dataset from another, and what could be better.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, anyhow, bail, ensure};
use clusteratlas_builder::{Folders, authored_files, gazetteer};
use clusteratlas_core::domain::localized::Language;
use clusteratlas_editorial::archive::unpacked;
use clusteratlas_editorial::authored::list::List;
use clusteratlas_editorial::authored::path::{is_list, path_in_dataset};
use clusteratlas_editorial::authored::{Authored, Files};
use clusteratlas_editorial::changelog;
use clusteratlas_editorial::diagnostic::Severity;
use clusteratlas_editorial::differences::{self, differences};
use clusteratlas_editorial::work_list::{self, work_list};
use clusteratlas_editorial::workbook::cell::Table;
use clusteratlas_editorial::workbook::guard::Limits;
use clusteratlas_editorial::workbook::import::{import, unchecked};
use clusteratlas_editorial::workbook::read::{File, ReadError, tables as read};
use clusteratlas_editorial::workbook::template::template;
use clusteratlas_editorial::workbook::{csv, export, report, xlsx};

use crate::project::Project;
use crate::{data, say, setup};

/// What to do with a workbook.
#[derive(Debug, clap::Args)]
pub(crate) struct ImportOptions {
    /// Workbook (.xlsx, .ods), or the tables (.csv) of one, or a folder of them
    #[arg(required = true)]
    files: Vec<PathBuf>,
    /// Folder to write the authored files to
    #[arg(long, value_name = "DIR", default_value = "data")]
    out: PathBuf,
    /// Write the records without errors although there are others
    #[arg(long)]
    partly: bool,
    /// Only report
    #[arg(long)]
    check: bool,
    /// File to write the report to: .xlsx, .csv or .txt
    #[arg(long, value_name = "FILE")]
    report: Option<PathBuf>,
}

/// Reads a workbook into authored files, and reports what is wrong in it. Nothing is written while there are errors,
/// unless that is asked for.
pub(crate) fn read_workbook(project: &Project, options: &ImportOptions, language: Language) -> Result<()> {
    setup::for_data(project)?;
    let present = authored_files(&project.root().join("data"))?;
    let (tables, mut notes) = read(&files(&options.files)?, &Limits::EDITORS)
        .map_err(|error| anyhow!(error.said().get(language).to_owned()))?;
    let gazetteer = gazetteer(&Folders::of_project(project.root()).packages)?;
    let mut imported = import(&tables, &others(&present), &gazetteer);
    notes.append(&mut imported.notes);
    notes.sort();
    imported.notes = notes;
    say::line(report::text(&imported, language).trim_end());
    if let Some(path) = &options.report {
        write_report(
            path,
            &report::table(&imported, language),
            &report::text(&imported, language),
        )?;
    }
    let changes = differences(&Authored::of(&present), &Authored::of(&imported.files));
    say::line(differences::summary(&changes, language));
    let errors = imported
        .notes
        .iter()
        .filter(|note| note.severity == Severity::Error)
        .count();
    if options.check {
        return Ok(());
    }
    ensure!(
        errors == 0 || options.partly,
        match language {
            Language::German => format!(
                "{errors} Fehler; nichts wurde geschrieben. Berichtigen Sie die Mappe, oder nehmen Sie mit --partly, was keine hat"
            ),
            Language::English => format!(
                "{errors} error(s); nothing was written. Correct the workbook, or take what has none with --partly"
            ),
        }
    );
    let lists = imported.files.iter().filter(|(path, _)| is_list(path));
    fs::create_dir_all(&options.out).with_context(|| format!("cannot create: {}", options.out.display()))?;
    for (path, text) in lists {
        let path = options.out.join(path);
        fs::write(&path, text).with_context(|| format!("cannot write: {}", path.display()))?;
    }
    Ok(())
}

/// Writes the dataset as a workbook, as tables in a folder, or the template that editors begin with.
pub(crate) fn write_workbook(
    project: &Project,
    out: &Path,
    is_template: bool,
    language: Language,
) -> Result<()> {
    let authored = Authored::of(&authored_files(&project.root().join("data"))?);
    let tables = if is_template {
        template(&authored, language)
    } else {
        export::tables(&authored, language)
    };
    let ending = out
        .extension()
        .map(|ending| ending.to_string_lossy().to_lowercase());
    match ending.as_deref() {
        Some("xlsx") => write(out, &xlsx::write(&tables)?),
        None => {
            for table in &tables {
                write(&out.join(format!("{}.csv", table.name)), &csv::write(table)?)?;
            }
            Ok(())
        }
        Some(other) => bail!("cannot write .{other}: name a file .xlsx, or a folder for tables .csv"),
    }
}

/// Prints what tells one dataset from another; each is a folder of authored files, an archive of them or a workbook,
/// which has no stories.
pub(crate) fn compare(old: &Path, new: &Path, language: Language) -> Result<()> {
    let [old, new] = [dataset(old, language)?, dataset(new, language)?];
    let mut changes = differences(&Authored::of(&old), &Authored::of(&new));
    if !(has_stories(&old) && has_stories(&new)) {
        changes.retain(|change| change.list != List::Stories);
    }
    say::line(differences::text(&changes, language).trim_end());
    Ok(())
}

/// Writes the entry of the present edition into the change log, unless the dataset has errors. The newest entry may be
/// written again.
pub(crate) fn write_changelog(project: &Project, since: Option<&Path>, language: Language) -> Result<()> {
    data::require_sound(project, language)?;
    let data = project.root().join("data");
    let files = authored_files(&data)?;
    let before = since.map(|since| before(since, &files, language)).transpose()?;
    let earlier = clusteratlas_builder::changelog(&data)?;
    let entry = changelog::next(&earlier, &Authored::of(&files), before.as_ref())
        .map_err(|said| anyhow!(said.get(language).to_owned()))?;
    let path = data.join(changelog::FOLDER).join(entry.file());
    write(&path, entry.to_json()?.as_bytes())
}

/// The edition before the one of `files`. Where it has no stories, as a workbook, nothing can be said of them.
fn before(path: &Path, files: &Files, language: Language) -> Result<Authored> {
    let mut found = dataset(path, language)?;
    let mut lists = List::ALL.into_iter().filter(|list| *list != List::Stories);
    if let Some(list) = lists.find(|list| !found.contains_key(list.file())) {
        let (path, file) = (path.display(), list.file());
        bail!(match language {
            Language::German => format!("{path}: {file} fehlt oder ist leer; alles darin gälte als neu"),
            Language::English =>
                format!("{path}: {file} is missing or empty; all of it would count as added"),
        });
    }
    if !has_stories(&found) {
        found.extend(others(files));
    }
    Ok(Authored::of(&found))
}

fn has_stories(files: &Files) -> bool {
    let folder = Path::new(List::Stories.file());
    files.keys().any(|path| Path::new(path).starts_with(folder))
}

/// The files of a dataset; a sheet of a workbook that holds nothing is none.
fn dataset(path: &Path, language: Language) -> Result<Files> {
    if path.join(List::Edition.file()).exists() {
        return authored_files(path);
    }
    if let Some(files) = packed(path, language)? {
        return Ok(files);
    }
    let mut files = unchecked(&tables(path, language)?);
    files.retain(|_, text| !text.is_empty());
    Ok(files)
}

/// The authored files in an archive; none where it is none of such.
fn packed(path: &Path, language: Language) -> Result<Option<Files>> {
    if path.is_dir() {
        return Ok(None);
    }
    let bytes = fs::read(path).with_context(|| format!("cannot read: {}", path.display()))?;
    if !bytes.starts_with(b"PK") {
        return Ok(None);
    }
    let inside = unpacked(&bytes, &Limits::EDITORS).map_err(|error| {
        let error = ReadError::Guard(path.display().to_string(), error);
        anyhow!(error.said().get(language).to_owned())
    })?;
    let mut files = Files::new();
    for (name, bytes) in inside {
        if let Some(inner) = path_in_dataset(&name) {
            let text = String::from_utf8(bytes).with_context(|| format!("{}: {name}", path.display()))?;
            files.insert(inner.to_owned(), text.trim_start_matches('\u{feff}').to_owned());
        }
    }
    let is_dataset = files.keys().any(|path| is_list(path));
    Ok(is_dataset.then_some(files))
}

/// The sheets of a workbook.
fn tables(path: &Path, language: Language) -> Result<Vec<Table>> {
    let (tables, _) = read(&files(&[path.to_owned()])?, &Limits::EDITORS)
        .map_err(|error| anyhow!(error.said().get(language).to_owned()))?;
    Ok(tables)
}

/// Prints how much editors could improve, and writes the list where that is asked for.
pub(crate) fn write_work_list(
    project: &Project,
    months: u32,
    out: Option<&Path>,
    language: Language,
) -> Result<()> {
    let authored = Authored::of(&authored_files(&project.root().join("data"))?);
    let tasks = work_list(&authored, months);
    say::line(work_list::summary(&tasks, language).trim_end());
    match out {
        Some(out) => write_table(out, &work_list::table(&tasks, language)),
        None => Ok(()),
    }
}

/// The files, and those in folders.
fn files(paths: &[PathBuf]) -> Result<Vec<File>> {
    let mut files = Vec::new();
    for path in paths {
        let cannot = || format!("cannot read: {}", path.display());
        let mut inside = vec![path.clone()];
        if path.is_dir() {
            let entries = fs::read_dir(path).with_context(cannot)?;
            inside = entries.map(|entry| Ok(entry?.path())).collect::<Result<_>>()?;
            inside.sort();
        }
        for path in inside {
            files.push(File {
                name: path
                    .file_name()
                    .unwrap_or_default()
                    .to_string_lossy()
                    .into_owned(),
                bytes: fs::read(&path).with_context(|| format!("cannot read: {}", path.display()))?,
            });
        }
    }
    Ok(files)
}

/// What no workbook holds: stories and pages.
fn others(files: &Files) -> Files {
    let others = files.iter().filter(|(path, _)| !is_list(path));
    others.map(|(path, text)| (path.clone(), text.clone())).collect()
}

/// Writes the report as its ending says: as a sheet, or else as text.
fn write_report(path: &Path, table: &Table, text: &str) -> Result<()> {
    match ending(path).as_deref() {
        Some("xlsx" | "csv") => write_table(path, table),
        _ => write(path, text.as_bytes()),
    }
}

fn write_table(path: &Path, table: &Table) -> Result<()> {
    match ending(path).as_deref() {
        Some("xlsx") => write(path, &xlsx::write(std::slice::from_ref(table))?),
        _ => write(path, &csv::write(table)?),
    }
}

fn ending(path: &Path) -> Option<String> {
    path.extension()
        .map(|ending| ending.to_string_lossy().to_lowercase())
}

fn write(path: &Path, bytes: &[u8]) -> Result<()> {
    if let Some(folder) = path.parent() {
        fs::create_dir_all(folder).with_context(|| format!("cannot create: {}", folder.display()))?;
    }
    fs::write(path, bytes).with_context(|| format!("cannot write: {}", path.display()))?;
    say::line(format_args!(
        "{}: {}",
        path.display(),
        say::size(bytes.len() as u64)
    ));
    Ok(())
}

#[cfg(test)]
mod tests {
    use clusteratlas_editorial::archive;

    use super::*;

    const EDITION: &str = "{\"version\": \"1.0.0\"}";

    /// A complete dataset without stories.
    fn files() -> Files {
        let lists = List::ALL.into_iter().filter(|list| *list != List::Stories);
        lists
            .map(|list| (list.file().to_owned(), EDITION.to_owned()))
            .collect()
    }

    /// An archive of files below a folder, as editors keep them.
    fn archived(folder: &Path, files: &Files) -> Result<PathBuf> {
        let inside: Vec<(String, &str)> = files
            .iter()
            .map(|(path, text)| (format!("data/{path}"), &**text))
            .collect();
        let bytes = archive::packed(inside.iter().map(|(path, text)| (&**path, text.as_bytes())))?;
        let path = folder.join("a.zip");
        fs::write(&path, bytes)?;
        Ok(path)
    }

    #[test]
    fn an_archive_of_authored_files_is_a_dataset_and_a_workbook_is_none() -> Result<()> {
        let folder = tempfile::tempdir()?;
        let mut files = files();
        files.insert("stories/a.md".to_owned(), "# A\n".to_owned());
        let path = archived(folder.path(), &files)?;
        assert_eq!(dataset(&path, Language::English)?, files);
        let workbook = folder.path().join("b.xlsx");
        fs::write(&workbook, xlsx::write(&[])?)?;
        assert_eq!(packed(&workbook, Language::English)?, None);
        Ok(())
    }

    #[test]
    fn an_edition_before_without_stories_says_nothing_of_them_and_one_without_a_list_is_refused() -> Result<()>
    {
        let folder = tempfile::tempdir()?;
        let mut present = files();
        present.insert("stories/a.md".to_owned(), "---\ntitle_de: A\n---\n".to_owned());
        let path = archived(folder.path(), &files())?;
        let changes = differences(
            &before(&path, &present, Language::English)?,
            &Authored::of(&present),
        );
        assert_eq!(changes, []);

        let mut partial = files();
        partial.remove("places.jsonl");
        let path = archived(folder.path(), &partial)?;
        let refused = before(&path, &present, Language::German)
            .err()
            .map(|error| error.to_string());
        assert!(refused.is_some_and(|said| said.contains("places.jsonl fehlt")));
        Ok(())
    }
}
