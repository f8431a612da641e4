//! What a file holds: cooperations, and the clusters and places that belong to them.

use std::collections::BTreeSet;

use crate::dataset::details::{Details, DetailsOf};
use crate::dataset::{Dataset, keys};
use crate::domain::cluster::ClusterKey;
use crate::domain::cooperation::CooperationKey;
use crate::domain::localized::Language;
use crate::domain::place::PlaceKey;

use super::json::{Json, Object};

/// A part of a dataset, or all of it.
#[derive(Clone, Debug)]
pub struct Extract<'a> {
    /// Where it is from.
    pub dataset: &'a Dataset,
    /// Summaries and sources; without them files lack both.
    pub details: Option<&'a Details>,
    /// Where the site is found: an address that ends in a slash; empty where nobody knows.
    pub address: &'a str,
    /// Cooperations, in the order of the file.
    pub cooperations: Vec<CooperationKey>,
    /// Clusters, in the order of their ids.
    pub clusters: Vec<ClusterKey>,
    /// Places, likewise.
    pub places: Vec<PlaceKey>,
}

impl<'a> Extract<'a> {
    /// Cooperations with the clusters and places that take part in them.
    pub fn of(
        dataset: &'a Dataset,
        details: Option<&'a Details>,
        address: &'a str,
        cooperations: Vec<CooperationKey>,
    ) -> Self {
        let (mut clusters, mut places) = (BTreeSet::new(), BTreeSet::new());
        for &key in &cooperations {
            let cooperation = dataset.cooperation(key);
            clusters.extend(cooperation.clusters.iter().copied());
            places.extend(cooperation.partners.iter().map(|partner| partner.place));
        }
        Self {
            dataset,
            details,
            address,
            cooperations,
            clusters: clusters.into_iter().collect(),
            places: places.into_iter().collect(),
        }
    }

    /// Everything: also clusters that are in no cooperation.
    pub fn whole(dataset: &'a Dataset, details: Option<&'a Details>, address: &'a str) -> Self {
        Self {
            dataset,
            details,
            address,
            cooperations: keys(dataset.cooperations().len()).collect(),
            clusters: keys(dataset.clusters().len()).collect(),
            places: keys(dataset.places().len()).collect(),
        }
    }

    /// Whether nothing of the dataset is left out.
    pub(super) fn is_whole(&self) -> bool {
        self.cooperations.len() == self.dataset.cooperations().len()
            && self.clusters.len() == self.dataset.clusters().len()
    }

    pub(super) fn summary(&self, of: DetailsOf<'_>, language: Language) -> Option<&'a str> {
        self.details.and_then(|details| details.summary(of, language))
    }

    /// Adds summaries and sources to what is said of a record.
    pub(super) fn with_details(&self, object: Object, of: DetailsOf<'_>) -> Object {
        let Some(details) = self.details else {
            return object;
        };
        let sources: Json = details
            .sources(of)
            .map(|source| {
                Object::new()
                    .with("title", &*source.title)
                    .with("url", source.url.as_deref())
                    .with("publisher", source.publisher.as_deref())
                    .with("published", source.published.map(|date| date.to_string()))
            })
            .collect();
        object
            .with("summary_de", self.summary(of, Language::German))
            .with("summary_en", self.summary(of, Language::English))
            .with("sources", sources)
    }
}
