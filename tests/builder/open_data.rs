//! Open data: files of the whole dataset, their description for portals and search engines, and no invented value.

use std::fs;
use std::path::Path;

use clusteratlas_builder::{catalogue_gaps, check, publish};
use serde_json::{Value, json};

use crate::configuration::configured;
use crate::project::{Published, folders};

/// Everything that the standard demands, and what it recommends.
pub(crate) const COMPLETE: &str = "address = \"https://a.de/atlas/\"\n[catalogue]\n\
    contributor = \"http://dcat-ap.de/def/contributors/example\"\npublisher = \"Amt \\\"für\\\" Beispiele\"\n\
    publisher_address = \"https://a.de/\"\ncontact = \"mailto:daten@a.de\"\n\
    licence = \"http://dcat-ap.de/def/licenses/dl-by-de/2.0\"\nattribution = { de = \"Amt\", en = \"Office\" }\n\
    geocoding_level = \"http://dcat-ap.de/def/politicalGeocoding/Level/federal\"\n\
    geocoding = [\"http://dcat-ap.de/def/politicalGeocoding/stateKey/14\"]\n\
    themes = [\"http://publications.europa.eu/resource/authority/data-theme/TECH\"]\n";

/// What a configuration lacks, and the metadata file that it leads to.
fn catalogue(configuration: &str) -> (Vec<&'static str>, Option<String>) {
    let (data, out) = (tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap());
    configured(data.path(), configuration);
    let folders = folders(data.path(), out.path());
    let stale = folders.public.join("data/catalog.ttl");
    fs::create_dir_all(stale.parent().unwrap()).unwrap();
    fs::write(&stale, "stale").unwrap();
    publish(&folders).unwrap();
    (catalogue_gaps(&folders).unwrap(), fs::read_to_string(stale).ok())
}

#[test]
fn without_what_the_standard_demands_there_is_no_metadata_file() {
    let (gaps, file) = catalogue("");
    assert_eq!(
        gaps,
        [
            "address",
            "catalogue.contributor",
            "catalogue.publisher",
            "catalogue.licence"
        ]
    );
    assert_eq!(file, None);
    let unnamed = COMPLETE.replace("attribution = { de = \"Amt\", en = \"Office\" }\n", "");
    assert_eq!(catalogue(&unnamed), (vec!["catalogue.attribution"], None));
}

#[test]
fn the_metadata_name_every_file_with_its_size() {
    let (gaps, file) = catalogue(COMPLETE);
    assert!(gaps.is_empty(), "{gaps:?}");
    let file = file.unwrap();
    for name in FILES {
        let address = format!("dcat:downloadURL <https://a.de/atlas/data/{name}> ;");
        assert!(file.contains(&address), "{address} is not in {file}");
    }
    assert_eq!(file.matches("dcat:byteSize").count(), FILES.len());
    assert!(file.contains("foaf:name \"Amt \\\"für\\\" Beispiele\""), "{file}");
}

const FILES: [&str; 9] = [
    "kooperationen-excel.csv",
    "cluster-excel.csv",
    "cooperations.csv",
    "clusters.csv",
    "clusteratlas.geojson",
    "clusteratlas.json",
    "clusteratlas.jsonld",
    "kooperationen.xlsx",
    "cooperations.xlsx",
];

#[test]
fn what_is_configured_wrongly_is_named() {
    for (line, key) in [
        ("licence = \"dl-by-de\"", "catalogue.licence"),
        ("contact = \"daten@a.de\"", "catalogue.contact"),
        (
            "attribution = { de = \"Amt\", en = \"\" }",
            "catalogue.attribution",
        ),
        ("geocoding = [\"Sachsen\"]", "catalogue.geocoding"),
    ] {
        let data = tempfile::tempdir().unwrap();
        configured(data.path(), &format!("[catalogue]\n{line}\n"));
        let error = check(&folders(data.path(), data.path())).unwrap_err();
        assert!(format!("{error:#}").contains(key), "{error:#}");
    }
}

#[test]
fn the_schema_holds_for_the_whole_of_the_real_and_the_small_dataset() {
    let published = Published::real();
    let schema: Value = serde_json::from_str(&published.text("public/data/selection.schema.json")).unwrap();
    let validator = jsonschema::validator_for(&schema).unwrap();
    for published in [published, Published::small()] {
        let file: Value = serde_json::from_str(&published.text("public/data/clusteratlas.json")).unwrap();
        let errors: Vec<String> = validator
            .iter_errors(&file)
            .map(|error| format!("{}: {error}", error.instance_path()))
            .collect();
        assert!(errors.is_empty(), "{errors:#?}");
        let mut broken = file.clone();
        broken["cooperations"][0]["colour"] = json!("red");
        assert!(!validator.is_valid(&broken));
        let dataset = published.dataset();
        let number = |list: &str| file[list].as_array().unwrap().len();
        assert_eq!(number("cooperations"), dataset.cooperations().len());
        assert_eq!(number("clusters"), dataset.clusters().len());
        assert_eq!(number("places"), dataset.places().len());
    }
}

/// The block of data in the head of the page.
fn in_page(out: &Path) -> String {
    let head = fs::read_to_string(out.join("generated/head.html")).unwrap();
    let (_, block) = head.split_once("<script type=\"application/ld+json\">").unwrap();
    let (block, rest) = block.split_once("</script>").unwrap();
    assert!(!rest.contains("script"), "more than one: {rest}");
    block.to_owned()
}

#[test]
fn the_page_describes_the_dataset_and_no_text_ends_the_block() {
    let (data, out) = (tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap());
    let hostile = "</script><script>alert(1)</script><!--";
    configured(
        data.path(),
        &COMPLETE.replace("Amt \\\"für\\\" Beispiele", hostile),
    );
    publish(&folders(data.path(), out.path())).unwrap();
    let block = in_page(out.path());
    assert!(!block.contains('<'), "{block}");
    let dataset: Value = serde_json::from_str(&block).unwrap();
    assert_eq!(dataset["@type"], "Dataset");
    assert_eq!(dataset["publisher"]["name"], hostile);
    assert_eq!(dataset["license"], "http://dcat-ap.de/def/licenses/dl-by-de/2.0");
    assert_eq!(dataset["url"], "https://a.de/atlas/");
    let files = dataset["distribution"].as_array().unwrap();
    assert_eq!(files.len(), FILES.len());
    for file in files {
        let address = file["contentUrl"].as_str().unwrap();
        let name = address.strip_prefix("https://a.de/atlas/").unwrap();
        assert!(out.path().join("public").join(name).exists(), "{name}");
        assert!(file["encodingFormat"].is_string());
    }
}

#[test]
fn without_a_configuration_the_page_says_what_the_dataset_says() {
    let (data, out) = (tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap());
    configured(data.path(), "");
    publish(&folders(data.path(), out.path())).unwrap();
    let dataset: Value = serde_json::from_str(&in_page(out.path())).unwrap();
    let edition = Published::small().dataset().edition;
    assert_eq!(dataset["license"]["text"], &*edition.licence.de);
    assert_eq!(dataset["publisher"]["name"], &*edition.publisher.de);
    assert!(dataset.get("url").is_none());
    assert_eq!(
        dataset["distribution"][0]["contentUrl"],
        format!("data/{}", FILES[0])
    );
}
