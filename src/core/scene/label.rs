//! Which marks have their name beside them: the heaviest first, none over a mark or another name.

use crate::geo::area::Area;
use crate::geo::grid::Grid;
use crate::geo::mercator::Point;

/// A mark and the name it would like to have beside it, in screen pixels.
#[derive(Clone, Debug)]
pub struct Wish {
    /// Middle of the mark.
    pub at: Point,
    /// Radius of the mark.
    pub radius_px: f64,
    /// Width of the name.
    pub width_px: f64,
}

/// On which side of its mark a name stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Beside {
    /// To the right.
    Right,
    /// To the left.
    Left,
    /// Below, centred.
    Below,
    /// Above, centred.
    Above,
}

/// Height of a name, in screen pixels.
const HEIGHT_PX: f64 = 16.0;

/// Room between a mark and its name, in screen pixels.
const GAP_PX: f64 = 3.0;

/// Width of the squares by which boxes are looked up, in screen pixels.
const SQUARE_PX: f64 = 96.0;

fn area_of_mark(wish: &Wish) -> Area {
    Area::around(wish.at, wish.radius_px)
}

fn area_of_name(wish: &Wish, beside: Beside) -> Area {
    let Wish {
        at,
        radius_px,
        width_px,
    } = *wish;
    let distance = radius_px + GAP_PX;
    let (left, top) = match beside {
        Beside::Right => (at.x + distance, at.y - HEIGHT_PX / 2.0),
        Beside::Left => (at.x - distance - width_px, at.y - HEIGHT_PX / 2.0),
        Beside::Below => (at.x - width_px / 2.0, at.y + distance),
        Beside::Above => (at.x - width_px / 2.0, at.y - distance - HEIGHT_PX),
    };
    Area {
        left,
        top,
        right: left + width_px,
        bottom: top + HEIGHT_PX,
    }
}

/// Decides for every mark where its name stands, if there is room within the visible part of the map.
/// Earlier wishes come first.
pub fn place(wishes: &[Wish], visible: Area) -> Vec<Option<Beside>> {
    let mut taken = Taken {
        grid: Grid::new(SQUARE_PX, 4 * wishes.len()),
        areas: Vec::with_capacity(2 * wishes.len()),
    };
    for wish in wishes {
        taken.add(area_of_mark(wish));
    }
    let sides = [Beside::Right, Beside::Left, Beside::Below, Beside::Above];
    let place_one = |wish: &Wish| {
        let beside = sides.into_iter().find(|&beside| {
            let name = area_of_name(wish, beside);
            visible.holds(name) && taken.is_free(name)
        })?;
        taken.add(area_of_name(wish, beside));
        Some(beside)
    };
    wishes.iter().map(place_one).collect()
}

/// Occupied areas of the screen.
struct Taken {
    grid: Grid,
    areas: Vec<Area>,
}

impl Taken {
    fn add(&mut self, area: Area) {
        self.grid.add(area, self.areas.len());
        self.areas.push(area);
    }

    fn is_free(&self, area: Area) -> bool {
        let mut free = true;
        self.grid
            .visit(area, &mut |position| free &= !area.overlaps(self.areas[position]));
        free
    }
}
