//! The sentence that stands in the page before the application has arrived, in both languages.

use clusteratlas_core::dataset::Dataset;
use clusteratlas_core::domain::localized::Language;
use clusteratlas_core::locale::sentence::{Facts, sentence};
use clusteratlas_core::query::bitmap::Bitmap;
use clusteratlas_core::query::index::Index;
use clusteratlas_core::query::summary::Summary;

use super::tables::html::escaped;

/// Two paragraphs, one on each line; style sheet or script show the one in the reader's language.
pub(super) fn sentences(dataset: &Dataset) -> String {
    let paragraph = |language: Language| {
        let text = escaped(&opening(dataset, language));
        format!(
            "<p class=\"opening__sentence\" lang=\"{}\">{text}</p>\n",
            language.code()
        )
    };
    [Language::German, Language::English].map(paragraph).concat()
}

/// What the whole dataset holds, in the words of the application.
pub(super) fn opening(dataset: &Dataset, language: Language) -> String {
    let index = Index::build(dataset);
    let summary = Summary::of(&index, &Bitmap::all(index.cooperations()));
    let top_country = summary.top_country().map(|(country, cooperations)| {
        let name = dataset.country(country).name.get(language);
        (&**name, usize::try_from(cooperations).unwrap_or(usize::MAX))
    });
    let facts = Facts {
        cooperations: summary.cooperations,
        clusters: summary.clusters.len(),
        countries: summary.countries.len(),
        domestic: usize::try_from(summary.domestic).unwrap_or(usize::MAX),
        top_country,
        ..Facts::default()
    };
    sentence(&facts, language)
}
