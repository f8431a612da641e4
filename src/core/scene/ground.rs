//! Everything that may stand on the map at any zoom level, with its place on the plane: worked out once, so
//! that a level only gathers.
//!
//! Clusters and partners in Germany stand for ever larger things on one side, partners elsewhere on the
//! other; a `HomeStep` and an `AbroadStep` say how far each side has come.

use crate::dataset::{Dataset, keys};
use crate::domain::cluster::{Cluster, ClusterKey};
use crate::domain::country::Continent;
use crate::domain::federal_state::FederalState;
use crate::domain::place::{Place, PlaceKey, Precision};
use crate::geo::area::Area;
use crate::geo::curve::Curve;
use crate::geo::lat_lon::LatLon;
use crate::geo::mercator::{Point, pixel_from_lat_lon};
use crate::order::sorted;
use crate::query::bitmap::Bitmap;
use crate::query::facet::Facet;
use crate::query::index::Index;

use super::level::{CITIES_FROM, CLUSTERS_FROM, COUNTRIES_FROM, PLACES_FROM, STATES_FROM, Side};
use super::node::Node;

/// Into what Germany has parted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum HomeStep {
    Germany,
    States,
    Cities,
    Clusters,
}

impl HomeStep {
    pub(super) fn at(zoom_level: f64) -> Self {
        match zoom_level {
            CLUSTERS_FROM.. => Self::Clusters,
            CITIES_FROM.. => Self::Cities,
            STATES_FROM.. => Self::States,
            _ => Self::Germany,
        }
    }
}

/// Into what the rest of the world has parted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum AbroadStep {
    Continents,
    Countries,
    Places,
}

impl AbroadStep {
    pub(super) fn at(zoom_level: f64) -> Self {
        match zoom_level {
            PLACES_FROM.. => Self::Places,
            COUNTRIES_FROM.. => Self::Countries,
            _ => Self::Continents,
        }
    }
}

/// Something that may stand on the map.
#[derive(Clone, Copy, Debug)]
pub(super) struct Standing {
    pub(super) node: Node,
    pub(super) side: Side,
    /// Where, in pixels at zoom level 0.
    pub(super) at: Point,
    /// Clusters of the same city that come before it.
    pub(super) beside: u32,
}

/// Everything that may stand on the map, and for what clusters and places stand at each step.
#[derive(Clone, Debug)]
pub struct Ground {
    pub(super) standing: Vec<Standing>,
    /// For every cluster its positions in `standing` by [`HomeStep`].
    pub(super) clusters: Vec<[u32; 4]>,
    /// For every place its positions in `standing`, by [`HomeStep`] in Germany and by [`AbroadStep`]
    /// elsewhere.
    pub(super) places: Vec<[u32; 4]>,
    /// For cooperations without a cluster the positions in `standing` by [`HomeStep`].
    pub(super) germany: [u32; 4],
}

impl Ground {
    /// Works out where the records of a dataset stand.
    pub fn build(dataset: &Dataset, index: &Index) -> Self {
        let mut ground = Self {
            standing: Vec::new(),
            clusters: Vec::new(),
            places: Vec::new(),
            germany: [0; 4],
        };
        let at_germany = pixel_from_lat_lon(dataset.country(dataset.germany()).at);
        let germany = ground.add(Node::Germany, Side::Home, at_germany);
        let somewhere = ground.add(Node::SomewhereInGermany, Side::Home, at_germany);
        ground.germany = [germany, somewhere, somewhere, somewhere];
        let states = FederalState::ALL.map(|state| {
            let at = pixel_from_lat_lon(dataset.state_point(state));
            let whole = ground.add(Node::State(state), Side::Home, at);
            [whole, ground.add(Node::SomewhereInState(state), Side::Home, at)]
        });
        let continents = Continent::ALL.map(|continent| {
            let at = middle(dataset, index, continent);
            ground.add(Node::Continent(continent), Side::Abroad, at)
        });
        let countries: Vec<u32> = keys(dataset.countries().len())
            .map(|key| {
                let at = pixel_from_lat_lon(dataset.country(key).at);
                ground.add(Node::Country(key), Side::Abroad, at)
            })
            .collect();

        let cities = ground.add_cities(dataset);
        let (of_clusters, of_places) = cities.split_at(dataset.clusters().len());
        let home = Home {
            germany,
            somewhere,
            states,
        };
        for (key, &city) in keys(dataset.clusters().len()).zip(of_clusters) {
            let steps = ground.steps_of_cluster(&home, key, dataset.cluster(key), city);
            ground.clusters.push(steps);
        }
        for (key, &city) in keys(dataset.places().len()).zip(of_places) {
            let place = dataset.place(key);
            let steps = match place.country {
                Some(country) if country == dataset.germany() => {
                    ground.steps_of_home_place(&home, key, place, city)
                }
                country => {
                    let own = ground.add_place(key, place, Side::Abroad);
                    country.map_or([own; 4], |country| {
                        let continent = dataset.country(country).continent as usize;
                        [continents[continent], countries[country.index()], own, own]
                    })
                }
            };
            ground.places.push(steps);
        }
        ground
    }

    /// The area of the plane that cooperations and their connections take, as near as the map comes to them; none
    /// without cooperations.
    pub(super) fn area(&self, index: &Index, cooperations: &Bitmap) -> Option<Area> {
        let at = |standing: u32| self.standing[standing as usize].at;
        let [.., at_germany] = self.germany;
        let mut area: Option<Area> = None;
        for key in cooperations {
            let clusters = index.clusters(key).iter();
            let mut homes: Vec<Point> = clusters
                .map(|cluster| at(self.clusters[cluster.index()][HomeStep::Cities as usize]))
                .collect();
            if homes.is_empty() {
                homes.push(at(at_germany));
            }
            for place in index.places(key) {
                let there = at(self.places[place.index()][HomeStep::Cities as usize]);
                for &home in &homes {
                    let ends = Area::between(home, there);
                    let middle = Curve::between(home, there).at(0.5);
                    let own = ends.joined(Area::between(middle, middle));
                    area = Some(area.map_or(own, |area| area.joined(own)));
                }
            }
        }
        area
    }

    fn add(&mut self, node: Node, side: Side, at: Point) -> u32 {
        self.standing.push(Standing {
            node,
            side,
            at,
            beside: 0,
        });
        u32::try_from(self.standing.len() - 1).unwrap_or(u32::MAX)
    }

    fn add_place(&mut self, key: PlaceKey, place: &Place, side: Side) -> u32 {
        self.add(Node::Place(key), side, pixel_from_lat_lon(place.at))
    }

    /// Adds every city of Germany once, and returns that of each cluster and then of each place. The first
    /// that is there gives it its name: clusters before places.
    fn add_cities(&mut self, dataset: &Dataset) -> Vec<Option<City>> {
        let seats = keys(dataset.clusters().len()).map(|key| {
            let seat = dataset.cluster(key).seat.as_ref();
            seat.map(|seat| (Node::City(key), seat.at))
        });
        let places = keys(dataset.places().len()).map(|key| {
            let place = dataset.place(key);
            let is_city = place.country == Some(dataset.germany()) && place.precision != Precision::Country;
            is_city.then_some((Node::Place(key), place.at))
        });
        let founders: Vec<Option<(Node, LatLon)>> = seats.chain(places).collect();
        let coordinates: Vec<Option<[i64; 2]>> = founders
            .iter()
            .map(|founder| founder.map(|(_, at)| coordinates(at)))
            .collect();
        let mut cities = vec![None; founders.len()];
        let mut present: Option<([i64; 2], City)> = None;
        for position in sorted(founders.len(), &|a, b| coordinates[a].cmp(&coordinates[b])) {
            let (Some((node, at)), Some(coordinates)) = (founders[position], coordinates[position]) else {
                continue;
            };
            let city = match present {
                Some((here, city)) if here == coordinates => City {
                    clusters_before: city.clusters_before + 1,
                    ..city
                },
                _ => City {
                    standing: self.add(node, Side::Home, pixel_from_lat_lon(at)),
                    clusters_before: 0,
                },
            };
            present = Some((coordinates, city));
            cities[position] = Some(city);
        }
        cities
    }

    fn steps_of_cluster(
        &mut self,
        home: &Home,
        key: ClusterKey,
        cluster: &Cluster,
        city: Option<City>,
    ) -> [u32; 4] {
        let state = cluster.state.map(|state| home.states[state.index()]);
        let Some(City {
            standing,
            clusters_before,
        }) = city
        else {
            return match state {
                Some([whole, somewhere]) => [home.germany, whole, somewhere, somewhere],
                None => [home.germany, home.somewhere, home.somewhere, home.somewhere],
            };
        };
        let at = self.standing[standing as usize].at;
        let own = self.add(Node::Cluster(key), Side::Home, at);
        self.standing[own as usize].beside = clusters_before;
        // A seat without a state stands at its city from the moment that Germany parts.
        let whole = state.map_or(standing, |[whole, _]| whole);
        [home.germany, whole, standing, own]
    }

    fn steps_of_home_place(
        &mut self,
        home: &Home,
        key: PlaceKey,
        place: &Place,
        city: Option<City>,
    ) -> [u32; 4] {
        let city = city.map_or(home.somewhere, |city| city.standing);
        let whole = place.state.map_or(city, |state| home.states[state.index()][0]);
        let own = if place.precision == Precision::Country {
            home.somewhere
        } else {
            self.add_place(key, place, Side::Home)
        };
        [home.germany, whole, city, own]
    }
}

/// Where what is in Germany stands while its city is not shown.
struct Home {
    germany: u32,
    somewhere: u32,
    /// For every state the whole of it, and what is somewhere in it.
    states: [[u32; 2]; 16],
}

#[derive(Clone, Copy)]
struct City {
    standing: u32,
    /// Clusters with a seat in it that come before.
    clusters_before: u32,
}

/// What makes two cities one: coordinates in ten-thousandths of a degree.
#[expect(clippy::cast_possible_truncation, reason = "degrees times ten thousand fit")]
fn coordinates(at: LatLon) -> [i64; 2] {
    [at.lat(), at.lon()].map(|degrees| (degrees * 10_000.0).round() as i64)
}

/// The middle of a continent's countries on the plane of the map, weighted by their cooperations, so that it
/// lies among the partners. Germany has a mark of its own and does not count.
fn middle(dataset: &Dataset, index: &Index, continent: Continent) -> Point {
    // Next to nothing, so that a continent without cooperations has a middle too.
    const LEAST: f64 = 1e-6;
    let mut sum = Point::default();
    let mut weights = 0.0;
    for (key, set) in keys(dataset.countries().len()).zip(index.sets(Facet::Country)) {
        let country = dataset.country(key);
        if country.continent == continent && key != dataset.germany() {
            let (at, weight) = (pixel_from_lat_lon(country.at), f64::from(set.count()).max(LEAST));
            sum.x += at.x * weight;
            sum.y += at.y * weight;
            weights += weight;
        }
    }
    Point {
        x: sum.x / weights.max(LEAST),
        y: sum.y / weights.max(LEAST),
    }
}
