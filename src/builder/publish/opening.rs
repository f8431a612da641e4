//! The sentence that stands in the page before the application has arrived, in both languages.

use clusteratlas_core::dataset::Dataset;
use clusteratlas_core::description::describe;
use clusteratlas_core::domain::localized::Language;
use clusteratlas_core::query::bitmap::Bitmap;
use clusteratlas_core::query::facet::Query;
use clusteratlas_core::query::index::Index;

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
    let all = Bitmap::all(index.cooperations());
    describe(dataset, &index, &Query::default(), &all, language)
}
