//! Clusters as a table in full words, beside that of the cooperations.

use clusteratlas_core::dataset::Dataset;
use clusteratlas_core::dataset::details::{Details, DetailsOf};
use clusteratlas_core::domain::cluster::Cluster;
use clusteratlas_core::domain::localized::Language;
use clusteratlas_core::export::sheet::Cell;
use clusteratlas_core::locale::texts;

/// Between the items of a list in one cell.
const BETWEEN: &str = "; ";

/// The headings, and a row for each cluster in the order of their ids.
pub(crate) fn rows(dataset: &Dataset, details: &Details, language: Language) -> Vec<Vec<Cell>> {
    let texts = texts(language);
    let [summary, sources] = texts.export().detail_columns;
    let headings = [
        "ID",
        texts.kind_cluster,
        texts.seat,
        texts.federal_state,
        texts.column_themes,
        texts.memberships,
        texts.website,
        summary,
        sources,
    ];
    let headings = headings.map(Cell::text).to_vec();
    let rows = dataset
        .clusters()
        .iter()
        .map(|cluster| row(dataset, details, cluster, language));
    std::iter::once(headings).chain(rows).collect()
}

fn row(dataset: &Dataset, details: &Details, cluster: &Cluster, language: Language) -> Vec<Cell> {
    let list = |items: Vec<&str>| Cell::text(items.join(BETWEEN));
    let membership = |id: &str| match dataset.programme_by_id(id) {
        Some(key) => &**dataset.programme(key).name.get(language),
        None => texts(language).nrw_landescluster,
    };
    let of = DetailsOf::Cluster(cluster.id.as_str());
    let sources = details
        .sources(of)
        .map(|source| source.url.as_deref().unwrap_or(&source.title));
    vec![
        Cell::text(cluster.id.as_str()),
        Cell::text(&*cluster.name),
        Cell::text(cluster.seat.as_ref().map_or("", |seat| &seat.city)),
        Cell::text(cluster.state.map_or("", |state| state.name(language))),
        list(
            cluster
                .themes
                .iter()
                .map(|&key| &**dataset.theme(key).name.get(language))
                .collect(),
        ),
        list(cluster.memberships.iter().map(|id| membership(id)).collect()),
        Cell::text(cluster.website.as_deref().unwrap_or_default()),
        Cell::text(details.summary(of, language).unwrap_or_default()),
        list(sources.collect()),
    ]
}
