//! The plane of the map: spherical Mercator, measured in pixels of a world 256 pixels wide (zoom level 0).
//!
//! At zoom level `z` a world pixel is `2^z` screen pixels. The world is cut at 169° west, in the Bering
//! Strait, so that Russia and the Pacific islands east of New Zealand stay in one piece: Samoa lies right
//! of Fiji, Hawaii and Alaska at the left edge.

use std::f64::consts::{LN_2, PI};

use super::lat_lon::LatLon;

/// Width of the world at zoom level 0, in pixels.
pub const WORLD_PX: f64 = 256.0;

/// The meridian at which the map is cut: its left edge, in degrees.
pub const LEFT_EDGE_LON: f64 = -169.0;

/// Latitudes beyond this are drawn at it: the square world of Web Mercator ends here, in degrees.
pub const MAX_LAT: f64 = 85.051_128_779_806_59;

/// A point on the plane: `x` to the right, `y` down, in pixels at zoom level 0.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Point {
    /// From the 180th meridian, growing eastwards; 8 to 264 on the map cut at [`LEFT_EDGE_LON`].
    pub x: f64,
    /// From the northern edge at [`MAX_LAT`]; 0 to 256.
    pub y: f64,
}

impl Point {
    /// The distance to `other`, in pixels at zoom level 0.
    pub fn distance(self, other: Self) -> f64 {
        self.square_distance(other).sqrt()
    }

    /// The square of the distance to `other`, which is cheaper and gives the same order.
    pub fn square_distance(self, other: Self) -> f64 {
        let (dx, dy) = (self.x - other.x, self.y - other.y);
        dx * dx + dy * dy
    }

    /// The point turned about the origin by an angle, given by its cosine and sine.
    #[must_use]
    pub fn turned(self, (cosine, sine): (f64, f64)) -> Self {
        Self {
            x: self.x * cosine - self.y * sine,
            y: self.x * sine + self.y * cosine,
        }
    }
}

/// The longitude by which the map counts: -169 to 191 degrees.
pub fn map_lon(lon: f64) -> f64 {
    if lon < LEFT_EDGE_LON { lon + 360.0 } else { lon }
}

/// The pixel of a geographic point on the map cut at [`LEFT_EDGE_LON`].
///
/// Formula: J. P. Snyder, Map Projections: A Working Manual (USGS Professional Paper 1395), p. 41, scaled
/// to 256 pixels.
pub fn pixel_from_lat_lon(at: LatLon) -> Point {
    pixel_from_degrees(at.lat(), map_lon(at.lon()))
}

/// The pixel of latitude and longitude in degrees, the longitude taken as it is.
pub fn pixel_from_degrees(lat: f64, lon: f64) -> Point {
    let phi = lat.clamp(-MAX_LAT, MAX_LAT).to_radians();
    Point {
        x: (lon + 180.0) / 360.0 * WORLD_PX,
        y: (1.0 - isometric(phi) / PI) / 2.0 * WORLD_PX,
    }
}

/// The isometric latitude `ln tan(π/4 + φ/2)` of a latitude in radians (J. P. Snyder, Map Projections: A Working
/// Manual, 1987, equation 7-7). As `tan(π/4 + t) = (1 + tan t) / (1 - tan t)`, only small angles need a tangent.
fn isometric(phi: f64) -> f64 {
    let tangent = tan(phi / 2.0);
    ((1.0 + tangent) / (1.0 - tangent)).ln()
}

/// The tangent of an angle of at most π/4, by Lambert's continued fraction `t / (1 - t² / (3 - t² / (5 - …)))`; ten
/// terms are exact to the last digit there. The standard library's tangent reduces angles of any size, which weighs
/// five kilobytes in WebAssembly.
fn tan(angle: f64) -> f64 {
    let square = angle * angle;
    let mut rest = 21.0;
    for odd in [19.0, 17.0, 15.0, 13.0, 11.0, 9.0, 7.0, 5.0, 3.0, 1.0] {
        rest = odd - square / rest;
    }
    angle / rest
}

/// Latitude and longitude of a pixel in degrees; the longitude is not brought back to -180 to 180.
pub fn degrees_from_pixel(point: Point) -> (f64, f64) {
    let lat = 2.0 * (PI * (1.0 - 2.0 * point.y / WORLD_PX)).exp().atan() - PI / 2.0;
    (lat.to_degrees(), point.x / WORLD_PX * 360.0 - 180.0)
}

/// Screen pixels per pixel at zoom level 0.
pub fn scale_at(zoom_level: f64) -> f64 {
    // Whole zoom levels are exact; the standard library's power of two would bring a table of four kilobytes.
    let whole = zoom_level.floor();
    #[expect(clippy::cast_possible_truncation, reason = "zoom levels are small")]
    let doublings = whole as i32;
    2.0_f64.powi(doublings) * ((zoom_level - whole) * LN_2).exp()
}

/// The zoom level at which a pixel of the plane is `scale` screen pixels wide; the inverse of [`scale_at`].
pub fn zoom_level_of(scale: f64) -> f64 {
    scale.ln() / LN_2
}
