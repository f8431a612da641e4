//! Guards that the reader takes every field that the builder writes, under the same name and of the same
//! type. The shapes are stated in full, so that a field added to one of them does not compile here.

use std::collections::BTreeMap;

use clusteratlas_core::dataset::assemble::assemble;
use clusteratlas_core::dataset::details::{Details, DetailsOf};
use clusteratlas_core::dataset::wire;
use clusteratlas_core::domain::localized::Language;
use serde::Serialize;
use serde_json::{Value, json};

use crate::atlas::{remove, small, with};

/// How a name looks in the dataset.
const NAME: &str = "Localized { de: \"name_de\", en: \"name_en\" }";

fn partner() -> wire::Partner<'static> {
    wire::Partner {
        place: "tokyo".into(),
        organisation: Some("organisation".into()),
    }
}

fn source() -> wire::Source<'static> {
    wire::Source {
        url: Some("https://example.org/url".into()),
        title: "title".into(),
        publisher: Some("publisher".into()),
        published: Some("2001".into()),
    }
}

/// A list, a record of it that has every field, and how some of its values look in the dataset.
type Row = (&'static str, Value, &'static [&'static str]);

fn vocabularies() -> Vec<Row> {
    let named = wire::Named {
        id: "whole".into(),
        name_de: "name_de".into(),
        name_en: "name_en".into(),
    };
    let theme = wire::Theme {
        id: "whole".into(),
        name_de: "name_de".into(),
        name_en: "name_en".into(),
        field: "society".into(),
    };
    let country = wire::Country {
        id: "AT".into(),
        name_de: "name_de".into(),
        name_en: "name_en".into(),
        continent: "europe".into(),
        lat: 1.5,
        lon: 2.5,
    };
    let programme = wire::Programme {
        id: "whole".into(),
        name_de: "name_de".into(),
        name_en: "name_en".into(),
        funder: "funder".into(),
        funder_level: "eu".into(),
        start: Some("2001".into()),
        end: Some("2002-03".into()),
        url: Some("https://example.org/url".into()),
    };
    vec![
        ("kinds", json(&named), &[NAME]),
        ("themes", json(&theme), &[NAME, "Society"]),
        (
            "countries",
            json(&country),
            &[NAME, "code: AT", "Europe", "1.5", "2.5"],
        ),
        (
            "programmes",
            json(&programme),
            &[NAME, "funder\"", "Eu", "2001", "2002-03", "org/url"],
        ),
    ]
}

fn subjects() -> Vec<Row> {
    let cluster = wire::Cluster {
        id: "whole".into(),
        name: "name".into(),
        short_name: Some("short_name".into()),
        aliases: vec!["aliases".into()],
        city: Some("city".into()),
        state: Some("DE-SN".into()),
        lat: Some(1.5),
        lon: Some(2.5),
        themes: vec!["photonics".into()],
        memberships: vec!["memberships".into()],
        website: Some("https://example.org/website".into()),
    };
    let place = wire::Place {
        id: "whole".into(),
        name_de: "name_de".into(),
        name_en: "name_en".into(),
        country: Some("DE".into()),
        precision: "region".into(),
        lat: 1.5,
        lon: 2.5,
        state: Some("DE-SN".into()),
    };
    let cooperation = wire::Cooperation {
        id: "whole".into(),
        title_de: "title_de".into(),
        title_en: "title_en".into(),
        clusters: vec!["optics".into()],
        partners: vec![partner()],
        programme: Some("networks".into()),
        themes: vec!["photonics".into()],
        kinds: vec!["delegation".into()],
        start: Some("2001".into()),
        end: Some("2002-03".into()),
        funding_reference: Some("funding_reference".into()),
        funding_eur: Some(3.5),
        funding_qualifier: Some("about".into()),
        coordinator: Some("coordinator".into()),
    };
    let key_figure = wire::KeyFigure {
        id: "whole".into(),
        label_de: "label_de".into(),
        label_en: "label_en".into(),
        value: 3.5,
        unit: "unit".into(),
        comparator: "<=".into(),
        items: vec!["items".into()],
        as_of: Some("2001-02-03".into()),
        programme: Some("networks".into()),
        source: source(),
    };
    vec![
        (
            "clusters",
            json(&cluster),
            &[
                "name\"",
                "short_name",
                "aliases",
                "city\"",
                "1.5",
                "2.5",
                "memberships",
                "Saxony",
                "org/website",
            ],
        ),
        ("places", json(&place), &[NAME, "Region", "1.5", "2.5", "Saxony"]),
        (
            "cooperations",
            json(&cooperation),
            &[
                "Localized { de: \"title_de\", en: \"title_en\" }",
                "organisation\"",
                "2001",
                "2002-03",
                "funding_reference\"",
                "amount_eur: 3.5",
                "About",
                "coordinator\"",
            ],
        ),
        (
            "key_figures",
            json(&key_figure),
            &[
                "Localized { de: \"label_de\", en: \"label_en\" }",
                "value: 3.5",
                "unit\"",
                "AtMost",
                "items\"",
                "2001-02-03",
                "org/url",
                "title\"",
                "publisher\"",
                "published: Some(2001)",
            ],
        ),
    ]
}

fn records() -> impl Iterator<Item = Row> {
    vocabularies().into_iter().chain(subjects())
}

fn json(shape: &impl Serialize) -> Value {
    serde_json::to_value(shape).unwrap()
}

/// The value with each of its members in turn made a value that no field
/// holds, and the name of that member. Members of members come along.
fn spoilt(record: &Value) -> Vec<(String, Value)> {
    let members = record.as_object().unwrap().iter();
    let spoilt = members.flat_map(|(name, member)| {
        let inner: Vec<(String, Value)> = match member {
            Value::Object(_) => spoilt(member),
            Value::Array(list) if list[0].is_object() => {
                let partners = spoilt(&list[0]).into_iter();
                partners.map(|(name, partner)| (name, json!([partner]))).collect()
            }
            Value::Array(_) => vec![(name.clone(), json!([[]]))],
            _ => Vec::new(),
        };
        let itself = (name.clone(), json!(true));
        let all = std::iter::once(itself).chain(inner).collect::<Vec<_>>();
        all.into_iter()
            .map(|(spoilt, value)| (spoilt, with(record.clone(), name, value)))
    });
    spoilt.collect()
}

fn atlas(list: &str, record: Value) -> String {
    let mut atlas = small();
    atlas[list].as_array_mut().unwrap().push(record);
    atlas.to_string()
}

#[test]
fn every_value_arrives() {
    for (list, record, expected) in records() {
        let (dataset, problems) = assemble(&atlas(list, record)).unwrap();
        assert_eq!(problems, [], "{list}");
        let dataset = format!("{dataset:?}");
        for value in expected {
            assert!(dataset.contains(value), "{list}: {value}");
        }
    }
}

#[test]
fn every_field_is_read_and_named_when_it_is_of_another_type() {
    let state = wire::State {
        id: "DE-SN".into(),
        lat: 1.5,
        lon: 2.5,
    };
    let records = records().map(|(list, record, _)| (list, record));
    for (list, record) in records.chain([("states", json(&state))]) {
        for (field, record) in spoilt(&record) {
            let (_, problems) = assemble(&atlas(list, record)).unwrap();
            let problem = problems.last().unwrap().to_string();
            let named = format!(": cannot be read: {field}: not a ");
            assert!(
                problem.starts_with(list) && problem.contains(&named),
                "{list} {field}: {problem}"
            );
        }
    }
}

#[test]
fn every_field_of_the_edition_arrives_and_must_be_there() {
    let edition = json(&wire::Edition {
        version: "version".into(),
        date: "2001-02-03".into(),
        publisher_de: "publisher_de".into(),
        publisher_en: "publisher_en".into(),
        licence_de: "licence_de".into(),
        licence_en: "licence_en".into(),
        content: "content".into(),
    });
    let whole = with(small(), "dataset", edition.clone());
    let (dataset, _) = assemble(&whole.to_string()).unwrap();
    assert_eq!(
        format!("{:?}", dataset.edition),
        "Edition { version: \"version\", date: 2001-02-03, \
         publisher: Localized { de: \"publisher_de\", en: \"publisher_en\" }, \
         licence: Localized { de: \"licence_de\", en: \"licence_en\" }, content: \"content\" }"
    );
    for field in edition.as_object().unwrap().keys() {
        let mut atlas = whole.clone();
        remove(&mut atlas["dataset"], field);
        let error = assemble(&atlas.to_string()).unwrap_err().to_string();
        assert!(error.contains(&format!("{field}: missing")), "{field}: {error}");
    }
}

#[test]
fn every_field_of_details_is_read() {
    let record = || wire::RecordDetails {
        summary_de: "summary \"de\"".into(),
        summary_en: "summary_en".into(),
        sources: vec![0],
        checked: Some("2001-02-03".into()),
    };
    let records = || BTreeMap::from([("b".into(), record()), ("ä\"".into(), record())]);
    let file = json(&wire::DetailsFile {
        version: wire::VERSION,
        content: "abc".into(),
        sources: vec![source()],
        clusters: records(),
        programmes: records(),
        cooperations: records(),
    });
    let details = Details::take(file.to_string(), "abc").unwrap();
    for id in ["b", "ä\""] {
        for of in [
            DetailsOf::Cluster(id),
            DetailsOf::Programme(id),
            DetailsOf::Cooperation(id),
        ] {
            assert_eq!(
                details.summary(of, Language::German),
                Some("summary \"de\""),
                "{of:?}"
            );
            assert_eq!(
                details.summary(of, Language::English),
                Some("summary_en"),
                "{of:?}"
            );
            let sources: Vec<String> = details.sources(of).map(|source| format!("{source:?}")).collect();
            assert_eq!(
                sources,
                [
                    "Source { url: Some(\"https://example.org/url\"), title: \"title\", \
                  publisher: Some(\"publisher\"), published: Some(2001) }"
                ],
                "{of:?}"
            );
        }
    }
    for (field, file) in spoilt(&file) {
        let error = Details::take(file.to_string(), "abc").unwrap_err().to_string();
        assert!(error.contains(&format!("{field}: not a ")), "{field}: {error}");
    }
}
