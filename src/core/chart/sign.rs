//! The signs of the fields of themes as outlines: the same shapes as in style sheets.

use crate::decimal;
use crate::domain::theme::Field;
use crate::geo::mercator::Point;

/// The corners of a sign in parts of its side; a circle has none.
const fn corners(field: Field) -> &'static [(f64, f64)] {
    match field {
        Field::LifeSciences => &[
            (0.35, 0.0),
            (0.65, 0.0),
            (0.65, 0.35),
            (1.0, 0.35),
            (1.0, 0.65),
            (0.65, 0.65),
            (0.65, 1.0),
            (0.35, 1.0),
            (0.35, 0.65),
            (0.0, 0.65),
            (0.0, 0.35),
            (0.35, 0.35),
        ],
        Field::DigitalElectronics => &[(0.0, 0.0), (1.0, 0.0), (1.0, 1.0), (0.0, 1.0)],
        Field::IndustryMaterials => &[
            (0.25, 0.03),
            (0.75, 0.03),
            (1.0, 0.5),
            (0.75, 0.97),
            (0.25, 0.97),
            (0.0, 0.5),
        ],
        Field::MobilityLogistics => &[(0.0, 0.0), (1.0, 0.5), (0.0, 1.0)],
        Field::EnergyEnvironmentFood => &[],
        Field::Society => &[(0.5, 0.0), (1.0, 0.5), (0.5, 1.0), (0.0, 0.5)],
    }
}

/// The outline of a sign in a square with the upper left corner `at`, as the data of an SVG path.
pub fn outline(field: Field, at: Point, side: f64) -> String {
    let number = |value: f64| decimal::write(value, 2);
    let corners = corners(field);
    if corners.is_empty() {
        let (radius, left) = (number(side / 2.0), number(at.x));
        let arc = format!("a{radius} {radius} 0 1 0 ");
        let middle = number(at.y + side / 2.0);
        return format!("M{left} {middle}{arc}{} 0{arc}{} 0z", number(side), number(-side));
    }
    let mut path = String::new();
    for &(x, y) in corners {
        path.push(if path.is_empty() { 'M' } else { 'L' });
        path.push_str(&number(at.x + x * side));
        path.push(' ');
        path.push_str(&number(at.y + y * side));
    }
    path.push('z');
    path
}
