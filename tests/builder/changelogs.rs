//! The change log of the dataset becomes a page in both languages and a file; what records are called stays text.

use std::fs;
use std::path::Path;

use clusteratlas_builder::{changelog_gap, check, publish};
use clusteratlas_editorial::changelog::Entry;
use serde_json::{Value, json};

use crate::configuration::configured;
use crate::project::{Published, folders, root};

/// What is published of the small dataset with these entries.
fn published(entries: &[(&str, Value)]) -> [String; 3] {
    let (data, out) = (tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap());
    dataset(data.path(), entries);
    let folders = folders(data.path(), out.path());
    assert_eq!(publish(&folders).unwrap().errors(), 0);
    ["aenderungen.html", "aenderungen.en.html", "data/changelog.json"]
        .map(|name| fs::read_to_string(folders.public.join(name)).unwrap())
}

fn dataset(folder: &Path, entries: &[(&str, Value)]) {
    configured(folder, "");
    fs::create_dir(folder.join("changelog")).unwrap();
    for (name, entry) in entries {
        fs::write(folder.join("changelog").join(name), entry.to_string()).unwrap();
    }
}

fn entry(version: &str, since: Option<&str>) -> Value {
    json!({
        "version": version, "date": "2026-11-22", "since": since, "records": { "clusters.jsonl": 1184 },
        "added": [], "removed": [], "changed": [],
    })
}

#[test]
fn the_page_names_what_came_went_and_changed_in_both_languages() {
    let mut second = entry("1.10.0", Some("1.9.0"));
    second["added"] = json!([
        { "list": "clusters.jsonl", "id": "a", "name_de": "<b>Netz</b> & Co", "name_en": "<i>Net</i>" },
        { "list": "clusters.jsonl", "id": "nameless", "name_de": null, "name_en": null },
    ]);
    second["changed"] = json!([
        { "list": "dataset.json", "id": "", "name_de": null, "name_en": null, "fields": ["licence_de"] },
        { "list": "cooperations.jsonl", "id": "c", "name_de": "Reise", "name_en": "Journey", "fields": ["partners", "themes"] },
    ]);
    let entries = [("1.9.0.json", entry("1.9.0", None)), ("1.10.0.json", second)];
    let [german, english, file] = published(&entries);
    for part in [
        "<h2>Fassung 1.10.0 vom 22. November 2026</h2>",
        "<p>Einträge: Cluster 1.184.</p>",
        "<summary>Cluster: 2 hinzugekommen</summary>",
        "<li>&lt;b&gt;Netz&lt;/b&gt; &amp; Co</li>\n<li>nameless</li>",
        "<summary>Ausgabe: 1 geändert</summary>",
        "<li>Reise – Partner, Themen</li>",
        "<p>Gegenüber Fassung 1.9.0:</p>",
        "<p>Die erste Fassung.</p>",
        "<a href=\"aenderungen.en.html\" hreflang=\"en\"",
    ] {
        assert!(german.contains(part), "{part} is not in {german}");
    }
    for part in [
        "<li>&lt;i&gt;Net&lt;/i&gt;</li>",
        "<li>Journey – Partners, Themes</li>",
        "<p>Records: Clusters 1,184.</p>",
    ] {
        assert!(english.contains(part), "{part} is not in {english}");
    }
    assert!(german.find("1.10.0 vom") < german.find("1.9.0 vom"), "{german}");
    let read: Vec<Entry> = serde_json::from_str(&file).unwrap();
    let versions: Vec<&str> = read.iter().map(|entry| &*entry.version).collect();
    assert_eq!(versions, ["1.10.0", "1.9.0"]);
}

#[test]
fn the_foot_of_pages_of_text_leads_to_the_change_log() {
    let link = |address: &str, words: &str| format!("<li><a href=\"{address}\">{words}</a></li>");
    let german = link("aenderungen.html", "Änderungen am Datensatz");
    let english = link("aenderungen.en.html", "Changes to the dataset");
    for (page, link) in [
        ("public/table.html", &german),
        ("public/aenderungen.html", &german),
        ("public/table.en.html", &english),
        ("public/aenderungen.en.html", &english),
    ] {
        let text = Published::real().text(page);
        let (_, foot) = text.split_once("<footer>").unwrap();
        assert!(foot.contains(link), "{link} is not in {foot}");
    }
}

#[test]
fn without_entries_the_page_says_so() {
    let [german, _, file] = published(&[]);
    assert!(
        german.contains("<p>Noch ist keine Fassung verzeichnet.</p>"),
        "{german}"
    );
    assert_eq!(file, "[]\n");
}

#[test]
fn a_file_that_is_no_entry_is_named_with_its_line() {
    let (data, out) = (tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap());
    dataset(data.path(), &[("1.0.0.json", json!({ "version": "1.0.0" }))]);
    let error = format!("{:#}", check(&folders(data.path(), out.path())).unwrap_err());
    assert!(
        error.contains("1.0.0.json") && error.contains("line 1"),
        "{error}"
    );
}

#[test]
fn the_change_log_speaks_of_the_present_dataset() {
    let out = tempfile::tempdir().unwrap();
    let gap = changelog_gap(&folders(&root().join("data"), out.path())).unwrap();
    assert_eq!(gap, None);
}
