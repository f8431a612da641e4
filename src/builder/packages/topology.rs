//! TopoJSON: areas made of arcs that neighbours share.
//!
//! Only what the packages use is read: quantised arcs, collections of polygons and multipolygons.

use std::collections::BTreeMap;
use std::path::Path;

use anyhow::{Context, Result};
use clusteratlas_editorial::gazetteer::polygon::Position;
use serde::Deserialize;

/// A direction along a shared arc.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct ArcUse {
    /// Position in the list of arcs.
    pub(crate) arc: usize,
    /// Whether the arc is passed from its end to its start.
    pub(crate) reversed: bool,
}

/// A closed line as a sequence of arcs.
pub(crate) type Ring = Vec<ArcUse>;

/// A named area of one or more polygons; the first ring of each bounds it, the others are holes.
#[derive(Debug)]
pub(crate) struct Shape {
    /// Id in the file, for countries the numeric code of ISO 3166-1.
    pub(crate) id: Option<String>,
    /// Name in the file.
    pub(crate) name: String,
    /// Polygons as lists of rings.
    pub(crate) polygons: Vec<Vec<Ring>>,
}

/// Areas and the arcs that bound them.
#[derive(Debug)]
pub(crate) struct Topology {
    /// Points of every arc.
    pub(crate) arcs: Vec<Vec<Position>>,
    /// The areas.
    pub(crate) shapes: Vec<Shape>,
}

#[derive(Deserialize)]
struct File {
    transform: Transform,
    arcs: Vec<Vec<[i32; 2]>>,
    objects: BTreeMap<String, Collection>,
}

#[derive(Deserialize)]
struct Transform {
    scale: Position,
    translate: Position,
}

#[derive(Deserialize)]
struct Collection {
    geometries: Vec<Geometry>,
}

#[derive(Deserialize)]
struct Geometry {
    id: Option<String>,
    #[serde(default)]
    properties: Properties,
    #[serde(flatten)]
    arcs: Arcs,
}

#[derive(Default, Deserialize)]
struct Properties {
    #[serde(default)]
    name: String,
}

#[derive(Deserialize)]
#[serde(tag = "type")]
enum Arcs {
    Polygon { arcs: Vec<Vec<i32>> },
    MultiPolygon { arcs: Vec<Vec<Vec<i32>>> },
}

impl Topology {
    /// Reads the areas of a file: those of the object `countries` where there is one, otherwise all.
    pub(crate) fn read(path: &Path) -> Result<Self> {
        let mut file: File = super::read_json(path)?;
        let transform = file.transform;
        let arcs = file
            .arcs
            .into_iter()
            .map(|arc| decode_arc(&arc, &transform))
            .collect();
        let collections = match file.objects.remove("countries") {
            Some(countries) => vec![countries],
            None => file.objects.into_values().collect(),
        };
        let shapes = collections
            .into_iter()
            .flat_map(|collection| collection.geometries)
            .map(shape)
            .collect();
        let topology = Self { arcs, shapes };
        topology
            .check()
            .with_context(|| format!("damaged: {}", path.display()))?;
        Ok(topology)
    }

    fn check(&self) -> Result<()> {
        let rings = self
            .shapes
            .iter()
            .flat_map(|shape| shape.polygons.iter().flatten());
        for used in rings.flatten() {
            anyhow::ensure!(used.arc < self.arcs.len(), "no such arc: {}", used.arc);
        }
        Ok(())
    }

    /// The points of a ring, without repeating the first at the end, with longitudes that never jump: a
    /// ring across the 180th meridian continues beyond 180 or below -180 degrees.
    pub(crate) fn points(&self, ring: &Ring) -> Vec<Position> {
        let mut points: Vec<Position> = Vec::new();
        for used in ring {
            let arc = self.arcs.get(used.arc).map_or(&[][..], Vec::as_slice);
            let ordered: Box<dyn Iterator<Item = &Position>> = if used.reversed {
                Box::new(arc.iter().rev())
            } else {
                Box::new(arc.iter())
            };
            for &[lon, lat] in ordered {
                let next = match points.last() {
                    Some(&[last, _]) => [lon - ((lon - last) / 360.0).round() * 360.0, lat],
                    None => [lon, lat],
                };
                if points.last() != Some(&next) {
                    points.push(next);
                }
            }
        }
        points.pop();
        points
    }
}

fn decode_arc(steps: &[[i32; 2]], transform: &Transform) -> Vec<Position> {
    let mut at = [0, 0];
    let decode = |step: &[i32; 2]| {
        at = [at[0] + step[0], at[1] + step[1]];
        [0, 1].map(|axis| f64::from(at[axis]) * transform.scale[axis] + transform.translate[axis])
    };
    steps.iter().map(decode).collect()
}

fn shape(geometry: Geometry) -> Shape {
    let polygons = match geometry.arcs {
        Arcs::Polygon { arcs } => vec![arcs],
        Arcs::MultiPolygon { arcs } => arcs,
    };
    let ring = |arcs: Vec<i32>| arcs.into_iter().map(arc_use).collect();
    Shape {
        id: geometry.id,
        name: geometry.properties.name,
        polygons: polygons
            .into_iter()
            .map(|rings| rings.into_iter().map(ring).collect())
            .collect(),
    }
}

/// A negative number is the complement of the position of an arc that is passed backwards.
fn arc_use(number: i32) -> ArcUse {
    let position = if number < 0 { !number } else { number };
    ArcUse {
        arc: usize::try_from(position).unwrap_or(usize::MAX),
        reversed: number < 0,
    }
}
