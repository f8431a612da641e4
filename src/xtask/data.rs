//! The editors' chores: check the authored dataset, publish it, make a synthetic one.

use std::fs;
use std::path::Path;
use std::time::Instant;

use anyhow::{Context, Result, ensure};
use clusteratlas_builder::Folders;
use clusteratlas_core::domain::localized::Language;
use clusteratlas_editorial::diagnostic::Report;

use crate::project::Project;
use crate::{say, setup};

/// Reports every problem of the authored dataset, without a language in that of the terminal.
pub(crate) fn check(project: &Project, language: Option<Language>) -> Result<()> {
    setup::for_data(project)?;
    let language = self::language(language);
    let report = clusteratlas_builder::check(&Folders::of_project(project.root()))?;
    print(&report, language);
    if let Some(gap) = clusteratlas_builder::changelog_gap(&Folders::of_project(project.root()))? {
        let warning = match language {
            Language::German => "Warnung",
            Language::English => "Warning",
        };
        say::line(format_args!("{warning}: {}", gap.get(language)));
    }
    passes(&report, language)
}

/// Goes on only with a dataset without errors, and reports them otherwise.
pub(crate) fn require_sound(project: &Project, language: Language) -> Result<()> {
    setup::for_data(project)?;
    let report = clusteratlas_builder::check(&Folders::of_project(project.root()))?;
    if report.errors() > 0 {
        print(&report, language);
    }
    passes(&report, language)
}

/// The language that is asked for, or that of the terminal.
pub(crate) fn language(asked: Option<Language>) -> Language {
    asked.unwrap_or_else(|| language_of(|name| std::env::var(name).ok()))
}

/// The language of the terminal: the first of these variables that is set decides.
fn language_of(variable: impl Fn(&str) -> Option<String>) -> Language {
    let named = ["LC_ALL", "LC_MESSAGES", "LANG"].into_iter().filter_map(variable);
    match named.into_iter().find(|locale| !locale.is_empty()) {
        Some(locale) if locale.starts_with("de") => Language::German,
        _ => Language::English,
    }
}

/// The check as one step among others: quiet unless there is something to say.
pub(crate) fn check_quietly(project: &Project) -> Result<()> {
    let report = clusteratlas_builder::check(&Folders::of_project(project.root()))?;
    passes(&report, Language::English).with_context(|| report.to_string())
}

/// Writes what the application loads.
pub(crate) fn publish(project: &Project) -> Result<()> {
    setup::for_data(project)?;
    say::begin("dataset");
    let start = Instant::now();
    let result = clusteratlas_builder::publish(&Folders::of_project(project.root()));
    say::end(
        result.as_ref().is_ok_and(|report| report.errors() == 0),
        start.elapsed(),
    );
    let report = result?;
    print(&report, Language::English);
    let gaps = clusteratlas_builder::catalogue_gaps(&Folders::of_project(project.root()))?;
    if !gaps.is_empty() {
        say::line(format_args!(
            "no data/catalog.ttl for open data portals: data/configuration.toml does not say {}",
            gaps.join(", ")
        ));
    }
    passes(&report, Language::English)
}

/// Writes a valid synthetic `atlas.json`.
pub(crate) fn generate(cooperations: u32, seed: u64, out: &Path) -> Result<()> {
    let bytes = clusteratlas_builder::generate(cooperations, seed);
    if let Some(folder) = out.parent() {
        fs::create_dir_all(folder).with_context(|| format!("cannot create: {}", folder.display()))?;
    }
    fs::write(out, &bytes).with_context(|| format!("cannot write: {}", out.display()))?;
    say::line(format_args!(
        "{}: {}",
        out.display(),
        say::size(bytes.len() as u64)
    ));
    Ok(())
}

fn print(report: &Report, language: Language) {
    let text = report.text(language);
    if !text.trim().is_empty() {
        say::line(text.trim_end());
    }
}

fn passes(report: &Report, language: Language) -> Result<()> {
    let errors = report.errors();
    let advice = match language {
        Language::German => {
            format!("{errors} Fehler; berichtigen Sie die Datensätze in data/ und wiederholen Sie den Befehl")
        }
        Language::English => {
            format!("the dataset has {errors} error(s); correct the records in data/ and repeat")
        }
    };
    ensure!(errors == 0, advice);
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_report_is_in_the_language_of_the_terminal() {
        let rows: [(&[(&str, &str)], Language); 6] = [
            (&[], Language::English),
            (&[("LANG", "de_DE.UTF-8")], Language::German),
            (&[("LANG", "C.UTF-8")], Language::English),
            (
                &[("LC_MESSAGES", "de_AT"), ("LANG", "en_GB.UTF-8")],
                Language::German,
            ),
            (&[("LC_ALL", "en_GB"), ("LANG", "de_DE")], Language::English),
            (&[("LC_ALL", ""), ("LANG", "de")], Language::German),
        ];
        for (variables, expected) in rows {
            let set = |name: &str| {
                let found = variables.iter().find(|(known, _)| *known == name);
                found.map(|(_, value)| (*value).to_owned())
            };
            assert_eq!(language_of(set), expected, "{variables:?}");
        }
    }
}
