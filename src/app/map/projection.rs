//! From the plane of the map to positions in Leaflet's panes.

use clusteratlas_core::geo::area::Area;
use clusteratlas_core::geo::mercator::{Point, scale_at};
use leaflet::{LatLng, Map};

use super::ext;

/// Where the plane of the map lies in the panes.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub(super) struct Projection {
    /// Screen pixels per pixel of the plane.
    pub scale: f64,
    /// World pixels at this scale to the origin of the panes.
    pub origin: Point,
}

impl Projection {
    /// The present projection of a map.
    pub(super) fn of(map: &Map) -> Self {
        Self::new(map.get_zoom(), &ext::pixel_origin(map))
    }

    /// The projection at the end of a change of zoom.
    pub(super) fn after(map: &Map, center: &LatLng, zoom_level: f64) -> Self {
        Self::new(zoom_level, &ext::pixel_origin_after(map, center, zoom_level))
    }

    fn new(zoom_level: f64, origin: &leaflet::Point) -> Self {
        Self {
            scale: scale_at(zoom_level),
            origin: Point {
                x: origin.x(),
                y: origin.y(),
            },
        }
    }

    /// The position in the panes of a point on the plane.
    pub(super) fn layer_point(&self, at: Point) -> Point {
        Point {
            x: at.x * self.scale - self.origin.x,
            y: at.y * self.scale - self.origin.y,
        }
    }

    /// The point on the plane at a position in the panes.
    pub(super) fn plane_point(&self, layer: Point) -> Point {
        Point {
            x: (layer.x + self.origin.x) / self.scale,
            y: (layer.y + self.origin.y) / self.scale,
        }
    }

    /// The visible part of the plane.
    pub(super) fn visible(&self, map: &Map) -> Area {
        let size = map.get_size();
        let corner = |x: f64, y: f64| {
            let layer = ext::layer_point(map, x, y);
            self.plane_point(Point {
                x: layer.x(),
                y: layer.y(),
            })
        };
        Area::between(corner(0.0, 0.0), corner(size.x(), size.y()))
    }
}
