//! The change log tells every edition from the one before, and goes forward only.

use clusteratlas_core::domain::localized::Language;
use clusteratlas_editorial::authored::list::List;
use clusteratlas_editorial::authored::{Authored, Files};
use clusteratlas_editorial::changelog::{Changed, Entry, gap, next, read};
use serde_json::{Value, json};

/// A dataset of a version with these clusters.
fn dataset(version: &str, clusters: &[Value]) -> Authored {
    let edition = json!({ "version": version, "date": "2025-06-30", "publisher_de": "Amt" });
    let lines: Vec<String> = clusters.iter().map(Value::to_string).collect();
    Authored::of(&Files::from([
        ("dataset.json".to_owned(), edition.to_string()),
        ("clusters.jsonl".to_owned(), lines.join("\n")),
    ]))
}

fn cluster(id: &str, city: &str) -> Value {
    json!({ "id": id, "name": format!("Netz {id}"), "city": city })
}

fn changed(id: &str, fields: &[&str]) -> Changed {
    Changed {
        list: "clusters.jsonl".to_owned(),
        id: id.to_owned(),
        name_de: Some(format!("Netz {id}")),
        name_en: Some(format!("Netz {id}")),
        fields: fields.iter().map(|&field| field.to_owned()).collect(),
    }
}

fn refused(entries: &[Entry], authored: &Authored, before: Option<&Authored>) -> String {
    next(entries, authored, before)
        .unwrap_err()
        .get(Language::English)
        .to_owned()
}

#[test]
fn the_first_entry_counts_and_later_ones_compare() {
    let old = dataset("1.9.0", &[cluster("a", "Jena"), cluster("b", "Jena")]);
    let first = next(&[], &old, None).unwrap();
    assert_eq!(first.since, None);
    assert_eq!(first.records["clusters.jsonl"], 2);
    assert_eq!(first.file(), "1.9.0.json");
    assert!(first.added.is_empty() && first.removed.is_empty() && first.changed.is_empty());

    let new = dataset("1.10.0", &[cluster("b", "Gera"), cluster("c", "Jena")]);
    let entries = [first];
    let second = next(&entries, &new, Some(&old)).unwrap();
    assert_eq!(second.since.as_deref(), Some("1.9.0"));
    assert_eq!(second.added, [changed("c", &[])]);
    assert_eq!(second.removed, [changed("a", &[])]);
    // Version and day are new in every edition, and no change of its own.
    assert_eq!(second.changed, [changed("b", &["city"])]);

    // The newest may be written again.
    let [first] = entries;
    let entries = [second.clone(), first];
    assert_eq!(next(&entries, &new, Some(&old)), Ok(second));
}

#[test]
fn an_entry_that_would_not_follow_is_refused_with_what_to_do() {
    let old = dataset("1.9.0", &[]);
    let first = [next(&[], &old, None).unwrap()];
    let new = dataset("1.10.0", &[]);
    let asked = refused(&first, &new, None);
    assert!(asked.contains("1.9.0") && asked.contains("--since"), "{asked}");
    let other = refused(&first, &new, Some(&dataset("1.8.0", &[])));
    assert!(other.contains("1.8.0") && other.contains("1.9.0"), "{other}");
    for version in ["1.8.7", "0.9"] {
        let raise = refused(&first, &dataset(version, &[]), Some(&old));
        assert!(raise.contains("Raise it") && raise.contains(version), "{raise}");
    }
    for version in ["", "../1", ".1", "1/2"] {
        let name = refused(&[], &dataset(version, &[]), None);
        assert!(name.contains("1.2.0"), "{name}");
    }
}

#[test]
fn an_edition_before_that_is_not_earlier_or_not_read_in_full_is_refused() {
    let new = dataset("1.9.0", &[]);
    for version in ["1.9.0", "1.10.0"] {
        let raise = refused(&[], &new, Some(&dataset(version, &[])));
        assert!(raise.contains("Raise it") && raise.contains(version), "{raise}");
    }
    let unnamed = refused(&[], &new, Some(&dataset("", &[])));
    assert!(unnamed.contains("names no version"), "{unnamed}");
    let mut spoiled = dataset("1.8.0", &[cluster("a", "Jena")]);
    assert!(next(&[], &new, Some(&spoiled)).is_ok());
    spoiled.add(List::Places, "{}\n{\"id\": \"de\"");
    let place = refused(&[], &new, Some(&spoiled));
    assert!(
        place.contains("places.jsonl:2") && place.contains("Correct"),
        "{place}"
    );
}

#[test]
fn entries_are_read_as_they_were_written_the_newest_first() {
    let versions = ["1.2.0", "1.10.0", "1.9.0"];
    let entries = versions.map(|version| next(&[], &dataset(version, &[]), None).unwrap());
    let files = entries
        .each_ref()
        .map(|entry| (entry.file(), entry.to_json().unwrap()));
    let files = files.iter().map(|(name, text)| (&**name, &**text));
    let read_back = read(files).unwrap();
    let order: Vec<&str> = read_back.iter().map(|entry| &*entry.version).collect();
    assert_eq!(order, ["1.10.0", "1.9.0", "1.2.0"]);
    assert!(entries.iter().all(|entry| read_back.contains(entry)));

    let text = entries[0].to_json().unwrap();
    assert_eq!(read([("1.3.0.json", &*text)]).unwrap_err().0, "1.3.0.json");
    let (name, cause) = read([("1.2.0.json", "{\n\"version\": 1}")]).unwrap_err();
    assert_eq!(name, "1.2.0.json");
    assert!(cause.contains("line 2"), "{cause}");
}

#[test]
fn a_dataset_that_the_newest_entry_does_not_speak_of_is_told() {
    let old = dataset("1.0.0", &[]);
    let entry = next(&[], &old, None).unwrap();
    assert_eq!(gap(std::slice::from_ref(&entry), &old), None);
    let first = gap(&[], &old).unwrap();
    assert!(first.de.ends_with("cargo xtask data changelog"), "{}", first.de);
    assert!(first.en.contains("no entry for version 1.0.0"), "{}", first.en);
    let grown = gap(
        std::slice::from_ref(&entry),
        &dataset("1.0.0", &[cluster("a", "Jena")]),
    )
    .unwrap();
    assert!(
        grown.en.contains("changelog/1.0.0.json does not fit"),
        "{}",
        grown.en
    );
    let entry = [entry];
    let later = gap(&entry, &dataset("1.1.0", &[])).unwrap();
    assert!(
        later.en.contains("no entry for version 1.1.0") && later.en.contains("--since"),
        "{}",
        later.en
    );
    let earlier = gap(&entry, &dataset("0.9.0", &[])).unwrap();
    assert!(earlier.en.ends_with("Raise it"), "{}", earlier.en);
}
