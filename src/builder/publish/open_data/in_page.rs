//! The dataset in the words of schema.org, in the page: what search engines for datasets read.
//!
//! A block of data, which no browser runs and no content security policy is asked about. It is short, because every
//! visitor loads it; the catalogue says more.

use clusteratlas_core::domain::localized::Language;
use serde_json::{Value, json};

use super::OpenData;

/// The element of the head.
pub(super) fn element(data: &OpenData<'_>) -> String {
    // Inside of strings alone, where both forms are the same; it could end the element.
    let text = dataset(data).to_string().replace('<', "\\u003c");
    format!("<script type=\"application/ld+json\">{text}</script>\n")
}

fn dataset(data: &OpenData<'_>) -> Value {
    let (german, english) = (Language::German, Language::English);
    let edition = &data.dataset.edition;
    let address = &data.configuration.address;
    let chosen = &data.configuration.catalogue;
    let files = data.files.iter().map(|file| {
        json!({
            "@type": "DataDownload",
            "encodingFormat": file.format.media_type(),
            "contentUrl": format!("{address}data/{}", file.name),
        })
    });
    let licence = if chosen.licence.is_empty() {
        json!({ "@type": "CreativeWork", "text": edition.licence.get(german) })
    } else {
        json!(chosen.licence)
    };
    let publisher = if chosen.publisher.is_empty() {
        edition.publisher.get(german)
    } else {
        &*chosen.publisher
    };
    let mut dataset = json!({
        "@context": "https://schema.org/",
        "@type": "Dataset",
        "name": data.title.get(german),
        "alternateName": data.title.get(english),
        "description": format!("{} {}", data.description.get(german), data.description.get(english)),
        "version": edition.version,
        "dateModified": edition.date.to_string(),
        "inLanguage": [german.code(), english.code()],
        "isAccessibleForFree": true,
        "publisher": { "@type": "Organization", "name": publisher },
        "license": licence,
        "distribution": files.collect::<Vec<_>>(),
    });
    if let (Some(members), false) = (dataset.as_object_mut(), address.is_empty()) {
        members.insert("url".to_owned(), json!(address));
    }
    dataset
}
