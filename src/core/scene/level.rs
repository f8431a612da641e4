//! Levels of detail: into which groups a zoom level gathers clusters and places.
//!
//! Far out, Germany is one mark and partners stand for their countries; nearer, Germany parts into states,
//! cities and clusters, and countries into places. What would still touch is bundled, so that marks stay
//! apart by construction. A level depends on the dataset and the zoom level alone: filters change numbers
//! on the map and never its order.

use std::collections::HashMap;

use crate::dataset::Dataset;
use crate::domain::cluster::ClusterKey;
use crate::domain::country::CountryCode;
use crate::domain::id::Key;
use crate::domain::place::{PlaceKey, Precision};
use crate::geo::bundle::{Bundle, Spot, bundle};
use crate::geo::lat_lon::LatLon;
use crate::geo::mercator::{Point, pixel_from_lat_lon, scale_at};
use crate::order::{heaviest_first, insert};

use super::node::Node;
use super::scale::{MIN_HIT_RADIUS_PX, radius_px};

/// From this zoom level Germany parts into its states.
pub const STATES_FROM: f64 = 4.5;
/// From this zoom level states part into the cities of clusters.
pub const CITIES_FROM: f64 = 6.5;
/// From this zoom level cities part into clusters.
pub const CLUSTERS_FROM: f64 = 8.5;
/// From this zoom level countries part into places.
pub const PLACES_FROM: f64 = 5.5;

/// Zoom levels are grouped by this step, so that levels can be kept and marks do not tremble while zooming.
pub const ZOOM_STEP: f64 = 0.25;

/// Room between marks, in screen pixels.
const GAP_PX: f64 = 2.0;

/// Room between clusters of one city, in screen pixels.
const SPREAD_PX: f64 = 34.0;

/// On which side of a cooperation a group is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Side {
    /// German clusters, and partners in Germany.
    Home,
    /// Partners elsewhere.
    Abroad,
}

/// What one mark stands for.
#[derive(Clone, Debug, PartialEq)]
pub struct Group {
    /// Which side it is on.
    pub side: Side,
    /// Where it stands, in pixels at zoom level 0.
    pub at: Point,
    /// The largest radius that its mark may have beside its neighbours, in screen pixels.
    pub room_px: f64,
    /// What it gathers; the first stands for it and gives it its name.
    pub nodes: Vec<Node>,
}

/// The groups of a zoom level.
#[derive(Clone, Debug, PartialEq)]
pub struct Level {
    /// The zoom level that it is made for.
    pub zoom_level: f64,
    /// All groups; those at home come first.
    pub groups: Vec<Group>,
    of_cluster: Vec<usize>,
    of_place: Vec<usize>,
    of_germany: usize,
}

/// The zoom level whose groups are shown at `zoom_level`.
pub fn stepped(zoom_level: f64) -> f64 {
    (zoom_level / ZOOM_STEP + 1e-6).floor() * ZOOM_STEP
}

impl Level {
    /// The groups at a zoom level, which is taken as it is.
    pub fn build(dataset: &Dataset, zoom_level: f64) -> Self {
        let mut nodes = Nodes::default();
        let of_cluster: Vec<usize> = dataset
            .clusters()
            .iter()
            .zip(0..)
            .map(|(_, position)| home_of_cluster(dataset, Key::new(position), zoom_level, &mut nodes))
            .collect();
        let of_place: Vec<usize> = dataset
            .places()
            .iter()
            .zip(0..)
            .map(|(_, position)| node_of_place(dataset, Key::new(position), zoom_level, &mut nodes))
            .collect();
        let germany = if zoom_level < STATES_FROM {
            Node::Germany
        } else {
            Node::SomewhereInGermany
        };
        let of_germany = nodes.add(germany, Side::Home, dataset.country(dataset.germany()).at);
        nodes.spread_clusters(dataset, zoom_level);

        let mut level = Self {
            zoom_level,
            groups: Vec::new(),
            of_cluster,
            of_place,
            of_germany,
        };
        let weights = level.node_weights(dataset, nodes.list.len());
        level.gather(&nodes, &weights);
        level
    }

    /// The group of a cluster.
    pub fn group_of_cluster(&self, key: ClusterKey) -> usize {
        self.of_cluster[key.index()]
    }

    /// The group of a place.
    pub fn group_of_place(&self, key: PlaceKey) -> usize {
        self.of_place[key.index()]
    }

    /// The group from which cooperations without a cluster start.
    pub const fn group_of_germany(&self) -> usize {
        self.of_germany
    }

    /// The clusters of a group.
    pub fn clusters_of_group(&self, group: usize) -> impl Iterator<Item = ClusterKey> {
        self.of_cluster
            .iter()
            .zip(0..)
            .filter(move |&(&own, _)| own == group)
            .map(|(_, position)| Key::new(position))
    }

    /// Number of cooperations at each node, while clusters and places still refer to nodes.
    fn node_weights(&self, dataset: &Dataset, nodes: usize) -> Vec<u32> {
        let mut weights = vec![0; nodes];
        let mut touched = Vec::new();
        for cooperation in dataset.cooperations() {
            touched.clear();
            for &cluster in &cooperation.clusters {
                insert(&mut touched, self.group_of_cluster(cluster));
            }
            for partner in &cooperation.partners {
                insert(&mut touched, self.group_of_place(partner.place));
            }
            if cooperation.clusters.is_empty() {
                insert(&mut touched, self.of_germany);
            }
            for &node in &touched {
                weights[node] += 1;
            }
        }
        weights
    }

    /// Bundles nodes into groups and lets clusters and places refer to these.
    fn gather(&mut self, nodes: &Nodes, weights: &[u32]) {
        let scale = scale_at(self.zoom_level);
        let greatest = weights.iter().copied().max().unwrap_or(0);
        let mut group_of_node = vec![0; nodes.list.len()];
        let mut standing: Vec<Bundle> = Vec::new();
        for side in [Side::Home, Side::Abroad] {
            let own: Vec<usize> = (0..nodes.list.len())
                .filter(|&node| nodes.list[node].side == side)
                .collect();
            let spots: Vec<Spot> = own
                .iter()
                .map(|&node| Spot {
                    at: scaled(nodes.list[node].at, scale),
                    radius: radius_px(weights[node], greatest).max(MIN_HIT_RADIUS_PX),
                    weight: weights[node],
                })
                .collect();
            let bundles = bundle(&spots, &standing, GAP_PX);
            let first = self.groups.len();
            for bundle in &bundles.bundles {
                self.groups.push(Group {
                    side,
                    at: scaled(bundle.at, 1.0 / scale),
                    room_px: bundle.radius,
                    nodes: Vec::new(),
                });
            }
            let own_weights: Vec<u32> = own.iter().map(|&node| weights[node]).collect();
            for spot in heaviest_first(&own_weights) {
                let group = first + bundles.bundle_of[spot];
                group_of_node[own[spot]] = group;
                self.groups[group].nodes.push(nodes.list[own[spot]].node);
            }
            standing.extend(bundles.bundles);
        }
        for node in self.of_cluster.iter_mut().chain(&mut self.of_place) {
            *node = group_of_node[*node];
        }
        self.of_germany = group_of_node[self.of_germany];
    }
}

fn scaled(point: Point, scale: f64) -> Point {
    Point {
        x: point.x * scale,
        y: point.y * scale,
    }
}

/// The nodes of a level, each once, with their positions.
#[derive(Default)]
struct Nodes {
    list: Vec<Placed>,
    positions: HashMap<Node, usize>,
    /// Cities by their coordinates, in ten-thousandths of a degree.
    cities: HashMap<(i64, i64), Node>,
}

struct Placed {
    node: Node,
    side: Side,
    at: Point,
}

impl Nodes {
    fn add(&mut self, node: Node, side: Side, at: LatLon) -> usize {
        *self.positions.entry(node).or_insert_with(|| {
            self.list.push(Placed {
                node,
                side,
                at: pixel_from_lat_lon(at),
            });
            self.list.len() - 1
        })
    }

    /// The city at these coordinates: that of `node`, unless another node has founded it.
    #[expect(clippy::cast_possible_truncation, reason = "degrees times ten thousand fit")]
    fn city(&mut self, node: Node, at: LatLon) -> usize {
        let coordinates = (
            (at.lat() * 10_000.0).round() as i64,
            (at.lon() * 10_000.0).round() as i64,
        );
        let city = *self.cities.entry(coordinates).or_insert(node);
        self.add(city, Side::Home, at)
    }

    /// Sets clusters of one city around it, on the spiral by which sunflowers place their seeds
    /// (H. Vogel, A better way to construct the sunflower head, Mathematical Biosciences 44, 1979).
    fn spread_clusters(&mut self, dataset: &Dataset, zoom_level: f64) {
        const GOLDEN_ANGLE: f64 = 2.399_963_229_728_653;
        if zoom_level < CLUSTERS_FROM {
            return;
        }
        let step = SPREAD_PX / scale_at(zoom_level);
        let mut seen: HashMap<(i64, i64), f64> = HashMap::new();
        for placed in &mut self.list {
            let Node::Cluster(key) = placed.node else { continue };
            let Some(seat) = &dataset.cluster(key).seat else {
                continue;
            };
            #[expect(clippy::cast_possible_truncation, reason = "degrees times ten thousand fit")]
            let coordinates = (
                (seat.at.lat() * 10_000.0).round() as i64,
                (seat.at.lon() * 10_000.0).round() as i64,
            );
            let number = seen.entry(coordinates).or_insert(0.0);
            let (radius, angle) = (step * number.sqrt(), *number * GOLDEN_ANGLE);
            *number += 1.0;
            placed.at.x += radius * angle.cos();
            placed.at.y += radius * angle.sin();
        }
    }
}

fn home_of_cluster(dataset: &Dataset, key: ClusterKey, zoom_level: f64, nodes: &mut Nodes) -> usize {
    let cluster = dataset.cluster(key);
    let germany = dataset.country(dataset.germany()).at;
    if zoom_level < STATES_FROM {
        return nodes.add(Node::Germany, Side::Home, germany);
    }
    match (&cluster.seat, cluster.state) {
        (Some(seat), _) if zoom_level >= CLUSTERS_FROM => nodes.add(Node::Cluster(key), Side::Home, seat.at),
        // A seat without a state stands at its city from the moment that Germany parts.
        (Some(seat), state) if zoom_level >= CITIES_FROM || state.is_none() => {
            nodes.city(Node::City(key), seat.at)
        }
        (_, Some(state)) if zoom_level >= CITIES_FROM => nodes.add(
            Node::SomewhereInState(state),
            Side::Home,
            dataset.state_point(state),
        ),
        (_, Some(state)) => nodes.add(Node::State(state), Side::Home, dataset.state_point(state)),
        _ => nodes.add(Node::SomewhereInGermany, Side::Home, germany),
    }
}

fn node_of_place(dataset: &Dataset, key: PlaceKey, zoom_level: f64, nodes: &mut Nodes) -> usize {
    let place = dataset.place(key);
    let country = place.country.map(|country| dataset.country(country));
    if country.is_some_and(|country| country.code == CountryCode::GERMANY) {
        return match place.state {
            _ if zoom_level < STATES_FROM => {
                nodes.add(Node::Germany, Side::Home, dataset.country(dataset.germany()).at)
            }
            Some(state) if zoom_level < CITIES_FROM => {
                nodes.add(Node::State(state), Side::Home, dataset.state_point(state))
            }
            _ if place.precision == Precision::Country => nodes.add(
                Node::SomewhereInGermany,
                Side::Home,
                dataset.country(dataset.germany()).at,
            ),
            _ if zoom_level >= CLUSTERS_FROM => nodes.add(Node::Place(key), Side::Home, place.at),
            _ => nodes.city(Node::Place(key), place.at),
        };
    }
    match (place.country, country) {
        (Some(country_key), Some(country)) if zoom_level < PLACES_FROM => {
            nodes.add(Node::Country(country_key), Side::Abroad, country.at)
        }
        _ => nodes.add(Node::Place(key), Side::Abroad, place.at),
    }
}
