//! Levels of detail: into which groups a zoom level gathers clusters and places.
//!
//! Far out, Germany is one mark and partners stand for their continents; nearer, Germany parts into states,
//! cities and clusters, and continents into countries and places. What would still touch is bundled, so that
//! marks stay apart by construction. A level depends on the dataset and the zoom level alone: filters change
//! numbers on the map and never its order.

use crate::domain::cluster::ClusterKey;
use crate::domain::place::PlaceKey;
use crate::geo::bundle::{Bundle, Spot, bundle};
use crate::geo::mercator::{Point, scale_at};
use crate::query::bitmap::Bitmap;
use crate::query::index::Index;
use crate::query::lists::Lists;

use super::ground::{AbroadStep, Ground, HomeStep, Standing};
use super::node::Node;
use super::scale::{MIN_HIT_RADIUS_PX, radius_px};

/// From this zoom level Germany parts into its states.
pub const STATES_FROM: f64 = 4.5;
/// From this zoom level states part into the cities of clusters.
pub const CITIES_FROM: f64 = 6.5;
/// From this zoom level cities part into clusters.
pub const CLUSTERS_FROM: f64 = 8.5;
/// From this zoom level continents part into countries: a telephone shows the whole world below it, a desk
/// above.
pub const COUNTRIES_FROM: f64 = 1.25;
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
    /// Number of its clusters.
    pub clusters: u32,
}

/// The groups of a zoom level.
#[derive(Clone, Debug, PartialEq)]
pub struct Level {
    /// The zoom level that it is made for.
    pub zoom_level: f64,
    /// All groups; those at home come first.
    pub groups: Vec<Group>,
    /// Number of groups at home.
    pub(super) at_home: usize,
    nodes: Lists<Node>,
    pub(super) of_cluster: Vec<u32>,
    pub(super) of_place: Vec<u32>,
    pub(super) of_germany: u32,
}

/// How many cooperations touch clusters and places.
struct Touches {
    /// For every cluster.
    clusters: Vec<u32>,
    /// For every place.
    places: Vec<u32>,
    without_cluster: u32,
    /// Number of all of them.
    most: usize,
    /// What fewer of them touch does not stand on the map.
    least: u32,
}

/// The zoom level whose groups are shown at `zoom_level`.
pub fn stepped(zoom_level: f64) -> f64 {
    (zoom_level / ZOOM_STEP + 1e-6).floor() * ZOOM_STEP
}

impl Level {
    /// The groups at a zoom level, which is taken as it is.
    ///
    /// Who stands and who joins follows from weights: the cooperations of a node's clusters and places added
    /// up, at most as many as there are. A cooperation of two of its clusters weighs twice, which spares
    /// going through all cooperations and changes the order of few.
    pub fn build(ground: &Ground, index: &Index, zoom_level: f64) -> Self {
        let touches = Touches {
            clusters: index.at_clusters().to_vec(),
            places: index.at_places().to_vec(),
            without_cluster: index.without_cluster(),
            most: index.cooperations(),
            least: 0,
        };
        Self::gathered(ground, &touches, zoom_level)
    }

    /// The groups of a set of cooperations alone, for a picture of nothing else: what none of them touches
    /// stands nowhere, takes no room and gives no group its name. Only they can be counted by it.
    pub fn of_set(ground: &Ground, index: &Index, cooperations: &Bitmap, zoom_level: f64) -> Self {
        let mut touches = Touches {
            clusters: vec![0; index.at_clusters().len()],
            places: vec![0; index.at_places().len()],
            without_cluster: 0,
            most: cooperations.count() as usize,
            least: 1,
        };
        for key in cooperations {
            for cluster in index.clusters(key) {
                touches.clusters[cluster.index()] += 1;
            }
            for place in index.places(key) {
                touches.places[place.index()] += 1;
            }
            touches.without_cluster += u32::from(index.clusters(key).is_empty());
        }
        Self::gathered(ground, &touches, zoom_level)
    }

    fn gathered(ground: &Ground, touches: &Touches, zoom_level: f64) -> Self {
        let home = HomeStep::at(zoom_level) as usize;
        let abroad = AbroadStep::at(zoom_level) as usize;
        let node_of_place = |steps: &[u32; 4]| match ground.standing[steps[0] as usize].side {
            Side::Home => steps[home],
            Side::Abroad => steps[abroad],
        };
        let mut level = Self {
            zoom_level,
            groups: Vec::new(),
            at_home: 0,
            nodes: Lists::default(),
            of_cluster: ground.clusters.iter().map(|steps| steps[home]).collect(),
            of_place: ground.places.iter().map(node_of_place).collect(),
            of_germany: ground.germany[home],
        };
        let weights = level.node_weights(ground, touches);
        level.gather(ground, &weights);
        for (&group, &cooperations) in level.of_cluster.iter().zip(&touches.clusters) {
            if cooperations >= touches.least {
                level.groups[group as usize].clusters += 1;
            }
        }
        level
    }

    /// The group of a cluster.
    pub fn group_of_cluster(&self, key: ClusterKey) -> usize {
        self.of_cluster[key.index()] as usize
    }

    /// The group of a place.
    pub fn group_of_place(&self, key: PlaceKey) -> usize {
        self.of_place[key.index()] as usize
    }

    /// The group from which cooperations without a cluster start.
    pub const fn group_of_germany(&self) -> usize {
        self.of_germany as usize
    }

    /// Whether a group is one of those at home.
    pub(super) const fn is_at_home(&self, group: u32) -> bool {
        (group as usize) < self.at_home
    }

    /// What a group gathers, never nothing; the first stands for it and gives it its name.
    pub fn nodes(&self, group: usize) -> &[Node] {
        self.nodes.of(group)
    }

    /// Whether a group parts into several when it is approached.
    pub fn opens(&self, group: usize) -> bool {
        match self.nodes(group) {
            [Node::Germany | Node::Continent(_)] => true,
            [Node::City(_)] => self.groups[group].clusters > 1,
            nodes => nodes.len() > 1,
        }
    }

    /// The weight of each node, while clusters and places still refer to nodes; none for nodes that do not
    /// stand at this level.
    fn node_weights(&self, ground: &Ground, touches: &Touches) -> Vec<Option<u32>> {
        let most = u32::try_from(touches.most).unwrap_or(u32::MAX);
        let mut weights = vec![None; ground.standing.len()];
        let mut add = |node: u32, weight: u32| {
            if weight < touches.least {
                return;
            }
            let sum: &mut Option<u32> = &mut weights[node as usize];
            *sum = Some(sum.unwrap_or(0).saturating_add(weight).min(most));
        };
        for (&node, &weight) in self.of_cluster.iter().zip(&touches.clusters) {
            add(node, weight);
        }
        for (&node, &weight) in self.of_place.iter().zip(&touches.places) {
            add(node, weight);
        }
        add(self.of_germany, touches.without_cluster);
        weights
    }

    /// Bundles nodes into groups and lets clusters and places refer to these.
    fn gather(&mut self, ground: &Ground, weights: &[Option<u32>]) {
        let scale = scale_at(self.zoom_level);
        let greatest = weights.iter().copied().flatten().max().unwrap_or(0);
        let mut group_of_node = vec![0; weights.len()];
        let mut heaviest_first: Vec<u32> = Vec::new();
        let mut standing: Vec<Bundle> = Vec::new();
        for side in [Side::Home, Side::Abroad] {
            let mut own: Vec<u32> = Vec::new();
            let mut spots: Vec<Spot> = Vec::new();
            for ((node, weight), place) in (0..).zip(weights).zip(&ground.standing) {
                if let Some(weight) = *weight
                    && place.side == side
                {
                    own.push(node);
                    spots.push(Spot {
                        at: scaled(spread(place, scale), scale),
                        radius: radius_px(weight, greatest).max(MIN_HIT_RADIUS_PX),
                        weight,
                    });
                }
            }
            let bundles = bundle(&spots, &standing, GAP_PX);
            let first = self.groups.len();
            for bundle in &bundles.bundles {
                self.groups.push(Group {
                    side,
                    at: scaled(bundle.at, 1.0 / scale),
                    room_px: bundle.radius,
                    clusters: 0,
                });
            }
            for spot in bundles.order {
                let node = own[spot];
                let group = first + bundles.bundle_of[spot];
                group_of_node[node as usize] = u32::try_from(group).unwrap_or(u32::MAX);
                heaviest_first.push(node);
            }
            standing.extend(bundles.bundles);
            if side == Side::Home {
                self.at_home = self.groups.len();
            }
        }
        let nodes = heaviest_first.iter().map(|&node| {
            let group = group_of_node[node as usize] as usize;
            (group, ground.standing[node as usize].node)
        });
        self.nodes = Lists::sorted_into(self.groups.len(), nodes);
        for node in self.of_cluster.iter_mut().chain(&mut self.of_place) {
            *node = group_of_node[*node as usize];
        }
        self.of_germany = group_of_node[self.of_germany as usize];
    }
}

/// Where a node stands: clusters of one city around it, on the spiral by which sunflowers place their seeds
/// (H. Vogel, A better way to construct the sunflower head, Mathematical Biosciences 44, 1979).
fn spread(place: &Standing, scale: f64) -> Point {
    /// Cosine and sine of the golden angle, 137.5 degrees.
    const GOLDEN_ANGLE: (f64, f64) = (-0.737_368_878_078_319_7, 0.675_490_294_261_523_9);
    let mut direction = Point { x: 1.0, y: 0.0 };
    for _ in 0..place.beside {
        direction = direction.turned(GOLDEN_ANGLE);
    }
    let radius = SPREAD_PX / scale * f64::from(place.beside).sqrt();
    Point {
        x: place.at.x + radius * direction.x,
        y: place.at.y + radius * direction.y,
    }
}

fn scaled(point: Point, scale: f64) -> Point {
    Point {
        x: point.x * scale,
        y: point.y * scale,
    }
}
