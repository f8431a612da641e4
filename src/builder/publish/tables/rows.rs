//! The rows of both tables.

use std::cmp::Reverse;

use clusteratlas_core::dataset::Dataset;
use clusteratlas_core::dataset::details::{Details, DetailsOf};
use clusteratlas_core::domain::cluster::Cluster;
use clusteratlas_core::domain::cooperation::{Cooperation, Partner};
use clusteratlas_core::domain::localized::Language;
use clusteratlas_core::domain::place::Precision;
use clusteratlas_core::domain::theme::ThemeKey;
use clusteratlas_core::locale::format::{count, funding, period};
use clusteratlas_core::locale::texts;

use super::html::{escaped, link, list};

/// Cooperations, the latest start first and those without a date at the end.
pub(super) fn cooperations(dataset: &Dataset, details: &Details, language: Language) -> Vec<Vec<String>> {
    let mut sorted: Vec<&Cooperation> = dataset.cooperations().iter().collect();
    sorted.sort_by_key(|cooperation| Reverse(cooperation.period.start));
    let row = |cooperation: &Cooperation| {
        let texts = texts(language);
        let clusters = cooperation
            .clusters
            .iter()
            .map(|&key| escaped(dataset.cluster(key).label()));
        let clusters: Vec<String> = clusters.collect();
        let partners = cooperation
            .partners
            .iter()
            .map(|partner| self::partner(dataset, partner, language));
        let kinds = cooperation
            .kinds
            .iter()
            .map(|&key| escaped(dataset.kind(key).name.get(language)));
        let term = period(cooperation.period, language);
        vec![
            escaped(cooperation.title.get(language)),
            if clusters.is_empty() {
                escaped(texts.no_cluster)
            } else {
                list(&clusters)
            },
            list(&partners.collect::<Vec<_>>()),
            themes(dataset, &cooperation.themes, language),
            list(&kinds.collect::<Vec<_>>()),
            programme(dataset, cooperation, language),
            escaped(term.as_deref().unwrap_or(texts.no_date)),
            sources(details, DetailsOf::Cooperation(cooperation.id.as_str()), language),
        ]
    };
    sorted.into_iter().map(row).collect()
}

/// Clusters in the order of their ids.
pub(super) fn clusters(dataset: &Dataset, details: &Details, language: Language) -> Vec<Vec<String>> {
    let mut numbers = vec![0_usize; dataset.clusters().len()];
    for key in dataset
        .cooperations()
        .iter()
        .flat_map(|cooperation| &cooperation.clusters)
    {
        if let Some(number) = numbers.get_mut(key.index()) {
            *number += 1;
        }
    }
    let row = |(cluster, number): (&Cluster, usize)| {
        let texts = texts(language);
        let name = match &cluster.website {
            Some(address) => link(address, &cluster.name),
            None => escaped(&cluster.name),
        };
        let state = cluster.state.map_or(texts.unknown, |state| state.name(language));
        vec![
            name,
            escaped(cluster.seat.as_ref().map_or(texts.unknown, |seat| &seat.city)),
            escaped(state),
            themes(dataset, &cluster.themes, language),
            memberships(dataset, cluster, language),
            count(number, language),
            sources(details, DetailsOf::Cluster(cluster.id.as_str()), language),
        ]
    };
    dataset.clusters().iter().zip(numbers).map(row).collect()
}

/// Place, country and organisation, as far as they are known.
fn partner(dataset: &Dataset, partner: &Partner, language: Language) -> String {
    let place = dataset.place(partner.place);
    let mut text = place.name.get(language).to_string();
    if let Some(country) = place.country.filter(|_| place.precision != Precision::Country) {
        text.push_str(", ");
        text.push_str(dataset.country(country).name.get(language));
    }
    if let Some(organisation) = &partner.organisation {
        text = format!("{organisation} ({text})");
    }
    escaped(&text)
}

/// Programme, reference number and money, as far as they are known.
fn programme(dataset: &Dataset, cooperation: &Cooperation, language: Language) -> String {
    let texts = texts(language);
    let mut stated = Vec::new();
    if let Some(key) = cooperation.programme {
        stated.push(escaped(dataset.programme(key).name.get(language)));
    }
    if let Some(reference) = &cooperation.funding_reference {
        stated.push(escaped(&format!("{}: {reference}", texts.funding_reference)));
    }
    if let Some(amount) = cooperation.funding {
        stated.push(escaped(&format!(
            "{}: {}",
            texts.funding,
            funding(amount, language)
        )));
    }
    if stated.is_empty() {
        escaped(texts.programme_not_stated)
    } else {
        list(&stated)
    }
}

fn memberships(dataset: &Dataset, cluster: &Cluster, language: Language) -> String {
    let name = |id: &str| match dataset.programme_by_id(id) {
        Some(key) => escaped(dataset.programme(key).name.get(language)),
        None => escaped(texts(language).nrw_landescluster),
    };
    list(&cluster.memberships.iter().map(|id| name(id)).collect::<Vec<_>>())
}

fn themes(dataset: &Dataset, themes: &[ThemeKey], language: Language) -> String {
    let names = themes
        .iter()
        .map(|&key| escaped(dataset.theme(key).name.get(language)));
    list(&names.collect::<Vec<_>>())
}

fn sources(details: &Details, of: DetailsOf<'_>, language: Language) -> String {
    let source = |source: &clusteratlas_core::domain::source::Source| {
        let named = match &source.publisher {
            Some(publisher) => format!("{} ({publisher})", source.title),
            None => source.title.to_string(),
        };
        match &source.url {
            Some(address) => link(address, &named),
            None => escaped(&format!("{named}, {}", texts(language).given_document)),
        }
    };
    list(&details.sources(of).map(source).collect::<Vec<_>>())
}
