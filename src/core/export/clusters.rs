//! Clusters as a table in full words, beside that of the cooperations.

use crate::dataset::details::DetailsOf;
use crate::domain::cluster::ClusterKey;
use crate::domain::localized::Language;
use crate::locale::texts;
use crate::workbench::Cell;

use super::extract::Extract;
use super::sheet::edition;

/// The headings, and a row for each cluster, all of the same length; without details two columns are missing.
pub fn rows(extract: &Extract<'_>, language: Language) -> Vec<Vec<Cell>> {
    let texts = texts(language);
    let headings = [
        "ID",
        texts.kind_cluster,
        texts.seat,
        texts.federal_state,
        texts.column_themes,
        texts.memberships,
        texts.website,
    ];
    let details = texts.export().detail_columns;
    let details = details.iter().filter(|_| extract.details.is_some());
    let headings = headings
        .iter()
        .chain(details)
        .chain(&texts.export().edition_columns);
    let headings = headings.map(|&heading| Cell::text(heading)).collect();
    let rows = extract.clusters.iter().map(|&key| row(extract, key, language));
    std::iter::once(headings).chain(rows).collect()
}

fn row(extract: &Extract<'_>, key: ClusterKey, language: Language) -> Vec<Cell> {
    let dataset = extract.dataset;
    let cluster = dataset.cluster(key);
    let membership = |id: &str| match dataset.programme_by_id(id) {
        Some(key) => &**dataset.programme(key).name.get(language),
        None => texts(language).nrw_landescluster,
    };
    let themes = cluster.themes.iter();
    let themes: Vec<&str> = themes
        .map(|&key| &**dataset.theme(key).name.get(language))
        .collect();
    let memberships: Vec<&str> = cluster.memberships.iter().map(|id| membership(id)).collect();
    let mut row = vec![
        Cell::text(cluster.id.as_str()),
        Cell::text(&*cluster.name),
        Cell::text(cluster.seat.as_ref().map_or("", |seat| &seat.city)),
        Cell::text(cluster.state.map_or("", |state| state.name(language))),
        Cell::list(&themes),
        Cell::list(&memberships),
        Cell::text(cluster.website.as_deref().unwrap_or_default()),
    ];
    if let Some(details) = extract.details {
        let of = DetailsOf::Cluster(cluster.id.as_str());
        row.push(Cell::text(details.summary(of, language).unwrap_or_default()));
        row.push(Cell::sources(details, of));
    }
    row.extend(edition(dataset, language));
    row
}
