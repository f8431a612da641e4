//! The change log of the dataset: a page in both languages, and a file for programs.

use anyhow::Result;
use clusteratlas_core::domain::localized::Language;
use clusteratlas_core::domain::partial_date::PartialDate;
use clusteratlas_core::locale::format::{count, date};
use clusteratlas_core::locale::texts;
use clusteratlas_editorial::authored::list::List;
use clusteratlas_editorial::changelog::{Changed, Entry};
use clusteratlas_editorial::workbook::layout::heading_of;

use super::tables::html::escaped;

/// All entries, from the root of the site.
pub(super) const FILE: &str = "data/changelog.json";

/// What the page says in one language.
struct Words {
    about: &'static str,
    file: &'static str,
    version: fn(version: &str, date: &str) -> String,
    records: &'static str,
    first: &'static str,
    since: fn(version: &str) -> String,
    same: &'static str,
    none: &'static str,
    /// Records that came, went, changed.
    changes: [&'static str; 3],
}

const fn words(language: Language) -> &'static Words {
    match language {
        Language::German => &Words {
            about: "Was von Fassung zu Fassung hinzugekommen, entfallen und geändert ist, die neueste zuerst.",
            file: "Dasselbe für Programme (JSON)",
            version: |version, date| format!("Fassung {version} vom {date}"),
            records: "Einträge",
            first: "Die erste Fassung.",
            since: |version| format!("Gegenüber Fassung {version}:"),
            same: "Kein Eintrag ist anders.",
            none: "Noch ist keine Fassung verzeichnet.",
            changes: ["hinzugekommen", "entfallen", "geändert"],
        },
        Language::English => &Words {
            about: "What was added, removed and changed from edition to edition, the newest first.",
            file: "The same for programs (JSON)",
            version: |version, date| format!("Version {version} of {date}"),
            records: "Records",
            first: "The first edition.",
            since: |version| format!("Compared with version {version}:"),
            same: "No record differs.",
            none: "No edition is recorded yet.",
            changes: ["added", "removed", "changed"],
        },
    }
}

/// The file for programs.
pub(super) fn file(entries: &[Entry]) -> Result<String> {
    Ok(serde_json::to_string_pretty(entries)? + "\n")
}

/// What the page is about, as words.
pub(super) const fn about(language: Language) -> &'static str {
    words(language).about
}

/// The main part of the page.
pub(super) fn main(entries: &[Entry], language: Language) -> String {
    let words = words(language);
    let mut html = format!(
        "<h1>{}</h1>\n<p>{}</p>\n<p><a href=\"{FILE}\">{}</a></p>\n",
        escaped(texts(language).changes().title),
        escaped(words.about),
        escaped(words.file)
    );
    if entries.is_empty() {
        html.push_str(&paragraph(words.none));
    }
    for entry in entries {
        html.push_str(&edition(entry, language));
    }
    html
}

fn edition(entry: &Entry, language: Language) -> String {
    let words = words(language);
    let day = entry.date.parse::<PartialDate>();
    let day = day.map_or_else(|_| entry.date.clone(), |day| date(day, language));
    let records = List::ALL.into_iter().filter_map(|list| {
        let number = entry.records.get(list.file())?;
        Some(format!(
            "{} {}",
            list.title().get(language),
            count(*number, language)
        ))
    });
    let records: Vec<String> = records.collect();
    let mut html = format!("<h2>{}</h2>\n", escaped(&(words.version)(&entry.version, &day)));
    html.push_str(&paragraph(&format!("{}: {}.", words.records, records.join(", "))));
    let Some(since) = &entry.since else {
        html.push_str(&paragraph(words.first));
        return html;
    };
    html.push_str(&paragraph(&(words.since)(since)));
    let kinds = [&entry.added, &entry.removed, &entry.changed];
    if kinds.iter().all(|changed| changed.is_empty()) {
        html.push_str(&paragraph(words.same));
    }
    for list in List::ALL {
        for (changed, kind) in kinds.into_iter().zip(words.changes) {
            let of_list = changed.iter().filter(|one| one.list == list.file());
            let items: Vec<String> = of_list.map(|one| item(one, list, language)).collect();
            if !items.is_empty() {
                let details = format!(
                    "<details>\n<summary>{}: {} {}</summary>\n<ul>\n{}</ul>\n</details>\n",
                    escaped(list.title().get(language)),
                    count(items.len(), language),
                    kind,
                    items.concat()
                );
                html.push_str(&details);
            }
        }
    }
    html
}

/// What a record is called, and which of its fields differ.
fn item(changed: &Changed, list: List, language: Language) -> String {
    let name = match language {
        Language::German => &changed.name_de,
        Language::English => &changed.name_en,
    };
    let name = name.as_ref().unwrap_or(&changed.id);
    let fields = changed.fields.iter().map(|field| {
        heading_of(list, field).map_or_else(|| field.clone(), |title| (*title.get(language)).to_owned())
    });
    let fields: Vec<String> = fields.collect();
    let words = match (name.is_empty(), fields.is_empty()) {
        (_, true) => name.clone(),
        (true, false) => fields.join(", "),
        (false, false) => format!("{name} – {}", fields.join(", ")),
    };
    format!("<li>{}</li>\n", escaped(&words))
}

fn paragraph(words: &str) -> String {
    format!("<p>{}</p>\n", escaped(words))
}
