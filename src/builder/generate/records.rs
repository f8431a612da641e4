//! Invented records.

use clusteratlas_core::dataset::wire::{self, Text};

use super::earth::{LANDS, Land, PACIFIC, STATES};
use super::random::Random;
use super::words;
use crate::publish::atlas::AtlasFile;

/// First year of a synthetic term, and how many years follow.
const YEARS: [usize; 2] = [2004, 22];

/// All countries with the middle of their boxes.
pub(super) fn countries() -> Vec<wire::Country<'static>> {
    let middle = |[least, greatest]: [i32; 2]| f64::midpoint(f64::from(least), f64::from(greatest));
    let country = |land: &Land| wire::Country {
        id: land.code.into(),
        name_de: land.names[0].into(),
        name_en: land.names[1].into(),
        continent: land.continent.into(),
        lat: middle(land.lat),
        lon: middle(land.lon),
    };
    LANDS.iter().map(country).collect()
}

/// All German states.
pub(super) fn states() -> Vec<wire::State<'static>> {
    let state = |&(code, lat, lon): &(&'static str, i32, i32)| wire::State {
        id: code.into(),
        lat: f64::from(lat) / 100.0,
        lon: f64::from(lon) / 100.0,
    };
    STATES.iter().map(state).collect()
}

/// Every country as a whole, the Pacific, a region of several countries, and then cities and regions.
pub(super) fn places(count: usize, random: &mut Random) -> Vec<wire::Place<'static>> {
    let place =
        |id: String, names: [String; 2], country: Option<&'static str>, precision: &'static str, lat, lon| {
            let [name_de, name_en] = names.map(Into::into);
            let country = country.map(Into::into);
            let precision = precision.into();
            wire::Place {
                id: id.into(),
                name_de,
                name_en,
                country,
                precision,
                lat,
                lon,
                state: None,
            }
        };
    let mut places: Vec<wire::Place<'static>> = countries()
        .into_iter()
        .zip(&LANDS)
        .map(|(country, land)| {
            let names = land.names.map(str::to_owned);
            place(
                land.code.to_lowercase(),
                names,
                Some(land.code),
                "country",
                country.lat,
                country.lon,
            )
        })
        .collect();
    places.extend(PACIFIC.map(|(id, name, country, lat, lon)| {
        place(
            id.to_owned(),
            [name.to_owned(), name.to_owned()],
            Some(country),
            "city",
            lat,
            lon,
        )
    }));
    let region = [
        "Erfundene Region mehrerer Länder",
        "Invented region of several countries",
    ];
    places.push(place(
        "mehrere-laender".to_owned(),
        region.map(str::to_owned),
        None,
        "region",
        30.0,
        31.0,
    ));
    let weights: usize = LANDS.iter().map(|land| land.weight).sum();
    for number in places.len()..count {
        let land = weighted(random.below(weights));
        let precision = if random.chance(80) { "city" } else { "region" };
        let (lat, lon) = (random.degrees(land.lat), random.degrees(land.lon));
        let name = words::town(random);
        let id = format!("{}-{}-{number}", land.code.to_lowercase(), name.to_lowercase());
        places.push(place(
            id,
            [name.clone(), name],
            Some(land.code),
            precision,
            lat,
            lon,
        ));
    }
    places.truncate(count.max(1));
    places
}

/// The country at a height of the tower of all weights.
fn weighted(mut height: usize) -> &'static Land {
    for land in &LANDS {
        if height < land.weight {
            return land;
        }
        height -= land.weight;
    }
    &LANDS[0]
}

/// Clusters; a sixth of them without a seat, and a few of these without a state.
pub(super) fn clusters(
    count: usize,
    atlas: &AtlasFile<'_>,
    random: &mut Random,
) -> Vec<wire::Cluster<'static>> {
    let one = |number: usize| {
        let (town, subject) = (words::town(random), words::subject(random)[0]);
        let &(state, lat, lon) = random.pick(&STATES).unwrap_or(&STATES[0]);
        let seated = !random.chance(17);
        let name = format!("{subject}-Netzwerk {town} {number}");
        let mut near = |middle: i32| {
            let hundredths = i32::try_from(random.below(60)).unwrap_or(0);
            f64::from(middle + hundredths - 30) / 100.0
        };
        let (lat, lon) = (near(lat), near(lon));
        let (themes, memberships) = (1 + random.below(2), random.below(3));
        wire::Cluster {
            id: format!("cluster-{number:05}").into(),
            name: name.into(),
            short_name: random.chance(60).then(|| format!("{town} {number}").into()),
            aliases: Vec::new(),
            city: seated.then(|| town.clone().into()),
            state: (seated || random.chance(75)).then(|| state.into()),
            lat: seated.then_some(lat),
            lon: seated.then_some(lon),
            themes: some(random, themes, atlas.themes.iter().map(|theme| &theme.id)),
            memberships: some(
                random,
                memberships,
                atlas.programmes.iter().map(|record| &record.id),
            ),
            website: Some(format!("https://example.org/cluster/{number}").into()),
        }
    };
    (0..count).map(one).collect()
}

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

/// Some different ids of a list, in its order.
fn some<'a>(
    random: &mut Random,
    count: usize,
    ids: impl Iterator<Item = &'a Text<'a>> + Clone,
) -> Vec<Text<'static>> {
    let all = ids.clone().count();
    let chosen: Vec<usize> = (0..count).map(|_| random.skewed(all)).collect();
    let kept = ids.enumerate().filter(|(position, _)| chosen.contains(position));
    kept.map(|(_, id)| id.to_string().into()).collect()
}
