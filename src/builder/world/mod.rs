//! Map geometry of the npm packages -> the compact world that the application draws.
//!
//! Arcs are quantised and thinned out one by one before rings are made of them, so that neighbours keep
//! sharing the same points and no gaps open between them.
//!
//! World Atlas has sewn Russia and Wrangel Island together across the 180th meridian; what it left cut
//! there (Fiji) is sewn in [`seam`]. So no line of any layer runs along that meridian, and land can be both
//! filled and stroked. Rings keep the direction of the packages; holes such as the Caspian Sea are rings of
//! the other direction.

mod arcs;
mod rings;
mod seam;

use clusteratlas_core::geo::mercator::LEFT_EDGE_LON;
use clusteratlas_core::geo::world::{Line, World};

use crate::packages::Packages;
use crate::packages::topology::{Ring, Shape, Topology};
use arcs::Arcs;

/// How closely the world is drawn.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Detail {
    /// Grid units per degree.
    units_per_degree: u32,
    /// Points closer than this to the line without them are left out, in grid units.
    tolerance_units: f64,
    /// The same for borders between German states, whose source is finer than the world around them.
    states_tolerance_units: f64,
    /// Islands smaller than this are left out unless they are a country's largest part, in square degrees.
    least_island: f64,
}

impl Detail {
    /// For the first map: the whole world fits a screen.
    pub(crate) const COARSE: Self = Self {
        units_per_degree: 50,
        tolerance_units: 0.5,
        states_tolerance_units: 2.5,
        least_island: 0.0,
    };

    /// For closer views.
    pub(crate) const FINE: Self = Self {
        units_per_degree: 100,
        tolerance_units: 0.7,
        states_tolerance_units: 0.7,
        least_island: 0.01,
    };
}

/// The number of Germany in ISO 3166-1.
const GERMANY: &str = "276";

/// The number of Antarctica, which the map leaves out.
const ANTARCTICA: &str = "010";

/// Rings that lie entirely south of this latitude are left out, in degrees.
const SOUTHERN_END: i32 = -60;

/// Lines of actual control that Natural Earth draws like borders, although Germany does not recognise them
/// as such: the names of both areas in alphabetical order, and the latitude in degrees south of which the
/// whole line lies. The lines of Crimea and of the rest of Ukraine's border differ by that latitude.
const UNRECOGNISED: [([&str; 2], i32); 3] = [
    (["Russia", "Ukraine"], 47),
    (["Cyprus", "N. Cyprus"], 90),
    (["Somalia", "Somaliland"], 90),
];

/// The world of the packages: coarse at 1:110 million, fine at 1:50 million.
pub(crate) fn coarse_and_fine(packages: &Packages) -> [World; 2] {
    [
        world(&packages.coarse, &packages.germany, Detail::COARSE),
        world(&packages.fine, &packages.germany, Detail::FINE),
    ]
}

fn world(world: &Topology, germany: &Topology, detail: Detail) -> World {
    let drawn = |shape: &&Shape| shape.id.as_deref() != Some(ANTARCTICA);
    let arcs = Arcs::new(
        world,
        world.shapes.iter().filter(drawn),
        detail.tolerance_units,
        detail.units_per_degree,
    );
    let states = Arcs::new(
        germany,
        germany.shapes.iter(),
        detail.states_tolerance_units,
        detail.units_per_degree,
    );
    let units = i32::try_from(detail.units_per_degree).unwrap_or(i32::MAX);

    let land = rings::coastline(&arcs);
    let land = land.into_iter().map(|ring| on_the_map(ring, units)).collect();
    let land = seam::sew(land, 180 * units);
    let least = detail.least_island * f64::from(units) * f64::from(units);
    let kept = rings::largest_parts(&arcs);
    let land = land.into_iter().filter(|ring| {
        let northern = ring.iter().any(|point| point[1] > SOUTHERN_END * units);
        northern
            && (rings::area(ring) >= least || ring.iter().any(|point| kept.contains(&wrapped(*point, units))))
    });

    let germany_rings = world
        .shapes
        .iter()
        .filter(|shape| shape.id.as_deref() == Some(GERMANY))
        .flat_map(|shape| shape.polygons.iter().flatten())
        .map(|ring: &Ring| arcs.ring(ring))
        .filter(|ring| ring.len() > 2);
    let borders = arcs
        .shared(|one, other, line| is_border([&one.name, &other.name], line, units))
        .into_iter();
    World {
        units_per_degree: detail.units_per_degree,
        layers: [
            land.filter(|ring| ring.len() > 2).collect(),
            borders.map(|line| on_the_map(line, units)).collect(),
            germany_rings.collect(),
            states.shared(|_, _, _| true),
        ],
    }
}

/// Whether the line between two areas is drawn as a border.
fn is_border(mut names: [&str; 2], line: &Line, units: i32) -> bool {
    names.sort_unstable();
    let unrecognised = UNRECOGNISED.iter().any(|(names_of, north)| {
        let southern = line.iter().all(|point| point[1] < north * units);
        *names_of == names && southern
    });
    !unrecognised
}

/// Moves a line by whole turns so that its middle lies where the map counts it.
fn on_the_map(mut line: Line, units: i32) -> Line {
    let lons = || line.iter().map(|point| point[0]);
    let (Some(least), Some(greatest)) = (lons().min(), lons().max()) else {
        return line;
    };
    let turn = 360 * units;
    let middle = i32::midpoint(least, greatest);
    #[expect(clippy::cast_possible_truncation, reason = "a whole number of degrees")]
    let left_edge = LEFT_EDGE_LON as i32 * units;
    let shift = (middle - left_edge).div_euclid(turn) * turn;
    for point in &mut line {
        point[0] -= shift;
    }
    line
}

/// The same point, told by its longitude from -180 up to 180 degrees.
fn wrapped([lon, lat]: [i32; 2], units: i32) -> [i32; 2] {
    [(lon + 180 * units).rem_euclid(360 * units) - 180 * units, lat]
}
