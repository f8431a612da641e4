//! Invented countries, places and clusters.

use clusteratlas_core::dataset::wire::{self, Text};

use super::earth::{LANDS, Land, PACIFIC, STATES};
use super::random::Random;
use super::words;
use clusteratlas_editorial::publish::atlas::AtlasFile;

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

/// Some different ids of a list, in its order.
pub(super) fn some<'a>(
    random: &mut Random,
    count: usize,
    ids: impl Iterator<Item = &'a Text<'a>> + Clone,
) -> Vec<Text<'static>> {
    let all = ids.clone().count();
    let chosen: Vec<usize> = (0..count).map(|_| random.skewed(all)).collect();
    let kept = ids.enumerate().filter(|(position, _)| chosen.contains(position));
    kept.map(|(_, id)| id.to_string().into()).collect()
}
