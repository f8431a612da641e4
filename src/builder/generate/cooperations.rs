//! Invented cooperations.

use clusteratlas_core::dataset::wire::{self, Text};

use super::random::Random;
use super::records::some;
use super::words;
use clusteratlas_editorial::publish::atlas::AtlasFile;

/// First year of a synthetic term, and how many years follow.
const YEARS: [usize; 2] = [2004, 22];

/// Cooperations, of which many lack a date or a programme and a few a cluster.
pub(super) fn cooperations(
    count: usize,
    atlas: &AtlasFile<'_>,
    random: &mut Random,
) -> Vec<wire::Cooperation<'static>> {
    let one = |number: usize| {
        let [title_de, title_en] = words::title(random);
        let (clusters, partners) = parties(atlas, random);
        let (start, end) = term(random);
        let programme = if random.chance(39) {
            random.pick(&atlas.programmes)
        } else {
            None
        };
        let funding = random.chance(9).then(|| 50_000 * (1 + random.below(80)));
        let themes = 1 + usize::from(random.chance(30));
        let kinds = 1 + random.below(3);
        wire::Cooperation {
            id: format!("kooperation-{number:06}").into(),
            title_de: title_de.into(),
            title_en: title_en.into(),
            clusters,
            partners,
            programme: programme.map(|programme| programme.id.to_string().into()),
            themes: some(random, themes, atlas.themes.iter().map(|theme| &theme.id)),
            kinds: some(random, kinds, atlas.kinds.iter().map(|kind| &kind.id)),
            start,
            end,
            funding_reference: random.chance(2).then(|| format!("00TEST{number:06}").into()),
            funding_eur: funding.and_then(|euros| u32::try_from(euros).ok()).map(f64::from),
            funding_qualifier: funding.map(|_| "up-to".into()),
            coordinator: None,
        }
    };
    (0..count).map(one).collect()
}

/// Ids of clusters, and partners.
fn parties(atlas: &AtlasFile<'_>, random: &mut Random) -> (Vec<Text<'static>>, Vec<wire::Partner<'static>>) {
    let mut clusters: Vec<Text<'static>> = Vec::new();
    let taking_part = if random.chance(2) { 0 } else { 1 + random.skewed(4) };
    for _ in 0..taking_part {
        if let Some(cluster) = atlas.clusters.get(random.skewed(atlas.clusters.len()))
            && !clusters.contains(&cluster.id)
        {
            clusters.push(cluster.id.to_string().into());
        }
    }
    let mut partners: Vec<wire::Partner<'static>> = Vec::new();
    for _ in 0..=random.skewed(7) {
        let Some(place) = atlas.places.get(random.below(atlas.places.len())) else {
            continue;
        };
        if partners.iter().all(|partner| partner.place != place.id) {
            let organisation = random
                .chance(72)
                .then(|| format!("Institut {}", words::town(random)).into());
            partners.push(wire::Partner {
                place: place.id.to_string().into(),
                organisation,
            });
        }
    }
    (clusters, partners)
}

/// Start and end, both unknown for a quarter.
fn term(random: &mut Random) -> (Option<Text<'static>>, Option<Text<'static>>) {
    if random.chance(26) {
        return (None, None);
    }
    let year = YEARS[0] + random.below(YEARS[1]);
    let start = if random.chance(50) {
        year.to_string()
    } else {
        format!("{year}-{:02}", 1 + random.below(12))
    };
    let end = random
        .chance(46)
        .then(|| (year + 1 + random.below(3)).to_string());
    (Some(start.into()), end.map(Into::into))
}
