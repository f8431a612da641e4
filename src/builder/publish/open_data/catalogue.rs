//! `catalog.ttl`: the dataset and its files by DCAT-AP.de 3.0, in Turtle, for `GovData` and other portals.
//!
//! Turtle is one of the forms in which the standard publishes its own examples, and the one that people can read. What
//! the standard demands and nobody has configured is a gap: the file is not written then.

use std::fmt::Write as _;

use clusteratlas_core::domain::localized::{Language, Localized};
use clusteratlas_core::export::files::{File, Format};
use sha2::{Digest as _, Sha256};

use super::OpenData;
use crate::configuration::Configuration;

/// Where it goes, from the root of the site.
pub(in super::super) const CATALOGUE: &str = "data/catalog.ttl";

/// The vocabularies.
const PREFIXES: [(&str, &str); 7] = [
    ("dcat", "http://www.w3.org/ns/dcat#"),
    ("dcatde", "http://dcat-ap.de/def/dcatde/"),
    ("dcterms", "http://purl.org/dc/terms/"),
    ("foaf", "http://xmlns.com/foaf/0.1/"),
    ("spdx", "http://spdx.org/rdf/terms#"),
    ("vcard", "http://www.w3.org/2006/vcard/ns#"),
    ("xsd", "http://www.w3.org/2001/XMLSchema#"),
];

/// Lists of the Publications Office of the European Union.
const AUTHORITY: &str = "http://publications.europa.eu/resource/authority";

/// Keys of the configuration that the standard demands and that are empty.
pub(crate) fn gaps(configuration: &Configuration) -> Vec<&'static str> {
    let catalogue = &configuration.catalogue;
    let named = names_its_source(&catalogue.licence) && catalogue.attribution.de.is_empty();
    [
        ("address", configuration.address.is_empty()),
        ("catalogue.contributor", catalogue.contributor.is_empty()),
        ("catalogue.publisher", catalogue.publisher.is_empty()),
        ("catalogue.licence", catalogue.licence.is_empty()),
        ("catalogue.attribution", named),
    ]
    .into_iter()
    .filter_map(|(key, missing)| missing.then_some(key))
    .collect()
}

/// Whether a licence asks for the name of the source, by its address in the list of DCAT-AP.de or of Creative Commons.
fn names_its_source(licence: &str) -> bool {
    ["/dl-by", "/cc-by", "/by/", "/by-"]
        .iter()
        .any(|part| licence.contains(part))
}

/// The text of the file.
pub(super) fn turtle(data: &OpenData<'_>) -> String {
    let mut text = String::new();
    for (name, address) in PREFIXES {
        // Writing to a string cannot fail.
        let _infallible = writeln!(text, "@prefix {name}: <{address}> .");
    }
    let address = &data.configuration.address;
    let own = |part: &str| format!("<{address}{CATALOGUE}#{part}>");
    let [catalogue, dataset, publisher] = ["catalogue", "dataset", "publisher"].map(own);
    let edition = &data.dataset.edition;
    let day = date(&edition.date.to_string());
    let chosen = &data.configuration.catalogue;

    let mut node = Node::new(&catalogue, "dcat:Catalog");
    node.both("dcterms:title", &data.title);
    node.both("dcterms:description", &data.description);
    node.add("dcterms:publisher", &publisher);
    node.add("dcat:dataset", &dataset);
    node.add("dcterms:modified", &day);
    node.add("foaf:homepage", &iri(address));
    node.languages(None);
    text.push_str(&node.end());

    let mut node = Node::new(&publisher, "foaf:Agent");
    node.add("foaf:name", &literal(&chosen.publisher, None));
    node.address("foaf:homepage", &chosen.publisher_address);
    node.address("dcterms:type", &chosen.publisher_type);
    text.push_str(&node.end());

    let mut node = Node::new(&dataset, "dcat:Dataset");
    node.both("dcterms:title", &data.title);
    node.both("dcterms:description", &data.description);
    node.add("dcterms:publisher", &publisher);
    node.address("dcatde:contributorID", &chosen.contributor);
    node.add("dcterms:identifier", &literal(address, None));
    node.add("dcat:version", &literal(&edition.version, None));
    node.add("dcterms:modified", &day);
    node.address("dcat:landingPage", address);
    node.languages(None);
    for language in Language::ALL {
        for keyword in data.keywords(language) {
            node.add("dcat:keyword", &literal(keyword, Some(language)));
        }
    }
    for theme in &chosen.themes {
        node.address("dcat:theme", theme);
    }
    node.address("dcatde:politicalGeocodingLevelURI", &chosen.geocoding_level);
    for place in &chosen.geocoding {
        node.address("dcatde:politicalGeocodingURI", place);
        // For readers that know the European standard alone.
        node.address("dcterms:spatial", place);
    }
    if let Some(contact) = contact(&chosen.contact, &chosen.publisher) {
        node.add("dcat:contactPoint", &contact);
    }
    node.add(
        "dcterms:accessRights",
        &format!("<{AUTHORITY}/access-right/PUBLIC>"),
    );
    for file in &data.files {
        node.add("dcat:distribution", &own(file.name));
    }
    text.push_str(&node.end());

    for file in &data.files {
        text.push_str(&distribution(data, file, &own(file.name), &day));
    }
    text
}

fn distribution(data: &OpenData<'_>, file: &File, own: &str, day: &str) -> String {
    let chosen = &data.configuration.catalogue;
    let address = iri(&format!("{}data/{}", data.configuration.address, file.name));
    let kind = match file.format {
        Format::Csv => "CSV",
        Format::GeoJson => "GEOJSON",
        Format::Json => "JSON",
        Format::JsonLd => "JSON_LD",
        Format::Xlsx => "XLSX",
    };
    let media_type = file.format.media_type();
    let hash = format!("{:x}", Sha256::digest(&file.content));
    let mut node = Node::new(own, "dcat:Distribution");
    // The file is all that there is: both addresses are the same by convention 39.
    node.add("dcat:accessURL", &address);
    node.add("dcat:downloadURL", &address);
    node.address("dcterms:license", &chosen.licence);
    for language in Language::ALL {
        let attribution = chosen.attribution.get(language);
        if !attribution.is_empty() {
            node.add(
                "dcatde:licenseAttributionByText",
                &literal(attribution, Some(language)),
            );
        }
    }
    node.add("dcterms:title", &literal(file.name, None));
    node.add("dcterms:format", &format!("<{AUTHORITY}/file-type/{kind}>"));
    node.add(
        "dcat:mediaType",
        &iri(&format!(
            "https://www.iana.org/assignments/media-types/{media_type}"
        )),
    );
    node.add(
        "dcat:byteSize",
        &format!("\"{}\"^^xsd:nonNegativeInteger", file.content.len()),
    );
    node.add("dcterms:modified", day);
    node.languages(file.language);
    node.add(
        "spdx:checksum",
        &format!(
            "[ a spdx:Checksum ; spdx:algorithm spdx:checksumAlgorithm_sha256 ; \
             spdx:checksumValue \"{hash}\"^^xsd:hexBinary ]"
        ),
    );
    node.end()
}

/// Whom to ask: a mail address or a form; none where nothing is configured.
fn contact(address: &str, name: &str) -> Option<String> {
    let property = if address.starts_with("mailto:") {
        "hasEmail"
    } else {
        "hasURL"
    };
    (!address.is_empty()).then(|| {
        format!(
            "[ a vcard:Kind ; vcard:fn {} ; vcard:{property} {} ]",
            literal(name, None),
            iri(address)
        )
    })
}

/// A thing with its properties.
struct Node(String);

impl Node {
    fn new(name: &str, kind: &str) -> Self {
        Self(format!("\n{name} a {kind}"))
    }

    fn add(&mut self, property: &str, value: &str) {
        // Writing to a string cannot fail.
        let _infallible = write!(self.0, " ;\n    {property} {value}");
    }

    /// Adds an address, where there is one.
    fn address(&mut self, property: &str, address: &str) {
        if !address.is_empty() {
            self.add(property, &iri(address));
        }
    }

    fn both(&mut self, property: &str, text: &Localized<String>) {
        for language in Language::ALL {
            self.add(property, &literal(text.get(language), Some(language)));
        }
    }

    /// Adds one language, or both.
    fn languages(&mut self, language: Option<Language>) {
        for own in Language::ALL {
            if language.is_none_or(|language| language == own) {
                let code = match own {
                    Language::German => "DEU",
                    Language::English => "ENG",
                };
                self.add("dcterms:language", &format!("<{AUTHORITY}/language/{code}>"));
            }
        }
    }

    fn end(self) -> String {
        self.0 + " .\n"
    }
}

/// A date as precise as it is known.
fn date(text: &str) -> String {
    let kind = match text.len() {
        4 => "gYear",
        7 => "gYearMonth",
        _ => "date",
    };
    format!("\"{text}\"^^xsd:{kind}")
}

/// An address; what would end it is written in its encoded form.
fn iri(address: &str) -> String {
    let mut text = String::from("<");
    for character in address.chars() {
        match character {
            '\0'..=' ' | '<' | '>' | '"' | '{' | '}' | '|' | '^' | '`' | '\\' => {
                // Writing to a string cannot fail.
                let _infallible = write!(text, "%{:02X}", u32::from(character));
            }
            _ => text.push(character),
        }
    }
    text + ">"
}

/// A text between quotation marks, maybe with its language. Turtle has every escape that JSON has.
fn literal(words: &str, language: Option<Language>) -> String {
    let mut text = serde_json::Value::from(words).to_string();
    if let Some(language) = language {
        text.push('@');
        text.push_str(language.code());
    }
    text
}
