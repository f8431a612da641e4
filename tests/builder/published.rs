//! The published files: the same bytes each time, as the application and the schema expect them.

use std::fs;

use clusteratlas_builder::publish;
use clusteratlas_core::dataset::details::Details;
use serde_json::{Value, json};

use crate::project::{Published, folders, root};

#[test]
fn publishing_twice_gives_the_same_bytes() {
    let (one, other) = (Published::real(), Published::of("data"));
    for file in one.paths() {
        assert!(one.bytes(file) == other.bytes(file), "{file} differs");
    }
}

#[test]
fn the_small_dataset_is_published_with_every_odd_record() {
    let published = Published::small();
    let dataset = published.dataset();
    assert_eq!(dataset.clusters().len(), 5);
    assert_eq!(dataset.cooperations().len(), 12);
    Details::read(
        &published.text("public/data/details.json"),
        &dataset.edition.content,
    )
    .unwrap();
}

#[test]
fn details_hold_every_source_once() {
    let published = Published::real();
    let details: Value = serde_json::from_str(&published.text("public/data/details.json")).unwrap();
    let sources = details["sources"].as_array().unwrap();
    for (position, source) in sources.iter().enumerate() {
        assert!(!sources[..position].contains(source), "twice: {source}");
    }
}

#[test]
fn the_hash_names_the_contents() {
    let [small, real] =
        [Published::small(), Published::real()].map(|published| published.dataset().edition.content);
    assert_ne!(small, real);
    assert!(
        real.len() >= 16 && real.chars().all(|digit| digit.is_ascii_hexdigit()),
        "{real}"
    );
}

#[test]
fn the_schema_holds_for_the_real_the_small_and_the_synthetic_dataset() {
    let published = Published::real();
    let schema: Value = serde_json::from_str(&published.text("public/data/atlas.schema.json")).unwrap();
    assert_eq!(schema["$schema"], "https://json-schema.org/draft/2020-12/schema");
    let validator = jsonschema::validator_for(&schema).unwrap();
    let small = Published::small();
    let texts = [
        published.text("public/data/atlas.json"),
        small.text("public/data/atlas.json"),
        String::from_utf8(clusteratlas_builder::generate(300, 3)).unwrap(),
    ];
    for text in texts {
        let atlas: Value = serde_json::from_str(&text).unwrap();
        let errors: Vec<String> = validator
            .iter_errors(&atlas)
            .map(|error| format!("{}: {error}", error.instance_path()))
            .collect();
        assert!(errors.is_empty(), "{errors:#?}");
    }
}

#[test]
fn the_schema_of_stories_holds_for_many_and_for_none() {
    let published = Published::real();
    let schema = json(published, "public/data/stories.schema.json");
    let validator = jsonschema::validator_for(&schema).unwrap();
    for published in [published, Published::small()] {
        let stories = json(published, "public/data/stories.json");
        let errors: Vec<String> = validator
            .iter_errors(&stories)
            .map(|error| format!("{}: {error}", error.instance_path()))
            .collect();
        assert!(errors.is_empty(), "{errors:#?}");
    }
    let piece = "/stories/0/steps/0/text_de/0/1";
    let rows = [
        ("a story without steps", "/stories/0/steps", json!([])),
        ("a step without view", "/stories/0/steps/0/view", json!("")),
        (
            "a link to no kind of record",
            &format!("{piece}/record"),
            json!("biosaxony"),
        ),
        (
            "an unknown field",
            piece,
            json!({"words": "Japan", "colour": "red"}),
        ),
    ];
    let stories = json(published, "public/data/stories.json");
    for (note, path, value) in rows {
        let mut broken = stories.clone();
        *broken.pointer_mut(path).unwrap() = value;
        assert!(!validator.is_valid(&broken), "{note}");
    }
}

fn json(published: &Published, path: &str) -> Value {
    serde_json::from_str(&published.text(path)).unwrap()
}

#[test]
fn the_schema_refuses_what_it_does_not_describe() {
    let published = Published::small();
    let schema: Value = serde_json::from_str(&published.text("public/data/atlas.schema.json")).unwrap();
    let validator = jsonschema::validator_for(&schema).unwrap();
    let atlas: Value = serde_json::from_str(&published.text("public/data/atlas.json")).unwrap();
    let rows = [
        ("another version", "/version", json!(2)),
        ("an unknown word", "/places/0/precision", json!("town")),
        ("a latitude beyond the pole", "/places/0/lat", json!(91)),
        (
            "another scheme",
            "/clusters/0/website",
            json!("javascript:alert(1)"),
        ),
        ("an empty list", "/cooperations/0/partners", json!([])),
        ("null", "/clusters/0/city", json!(null)),
        ("a number for a text", "/clusters/0/name", json!(5)),
    ];
    for (note, path, value) in rows {
        let mut broken = atlas.clone();
        *broken.pointer_mut(path).unwrap() = value;
        assert!(!validator.is_valid(&broken), "{note}");
    }
    let mut extended = atlas.clone();
    extended["clusters"][0]["colour"] = json!("red");
    assert!(!validator.is_valid(&extended), "an unknown field");
}

#[test]
fn the_schemas_describe_every_field() {
    for file in ["public/data/atlas.schema.json", "public/data/stories.schema.json"] {
        let schema = json(Published::small(), file);
        let definitions = schema["$defs"].as_object().unwrap().values();
        for definition in definitions.chain([&schema]) {
            for (name, property) in definition["properties"].as_object().into_iter().flatten() {
                assert!(
                    property["description"].is_string(),
                    "{file}: {name} has no description"
                );
            }
        }
    }
}

#[test]
fn nothing_is_written_while_an_error_is_left() {
    let folder = tempfile::tempdir().unwrap();
    let data = folder.path().join("data");
    fs::create_dir(&data).unwrap();
    for entry in fs::read_dir(root().join("tests/fixtures/small")).unwrap() {
        let entry = entry.unwrap();
        fs::copy(entry.path(), data.join(entry.file_name())).unwrap();
    }
    fs::write(data.join("kinds.jsonl"), "").unwrap();
    let folders = folders(&data, folder.path());
    assert!(publish(&folders).unwrap().errors() > 0);
    assert!(!folders.public.exists() && !folders.generated.exists());
}
