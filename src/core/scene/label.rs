//! Which marks have their name beside them: the heaviest first, none over a mark or another name.

use std::collections::HashMap;

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
const CELL_PX: f64 = 96.0;

/// An upright rectangle, in screen pixels.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Area {
    /// Left edge.
    pub left: f64,
    /// Upper edge.
    pub top: f64,
    /// Right edge.
    pub right: f64,
    /// Lower edge.
    pub bottom: f64,
}

impl Area {
    fn holds(self, other: Self) -> bool {
        self.left <= other.left
            && other.right <= self.right
            && self.top <= other.top
            && other.bottom <= self.bottom
    }

    fn overlaps(self, other: Self) -> bool {
        self.left < other.right
            && other.left < self.right
            && self.top < other.bottom
            && other.top < self.bottom
    }

    fn of_mark(wish: &Wish) -> Self {
        let Wish { at, radius_px, .. } = *wish;
        Self {
            left: at.x - radius_px,
            top: at.y - radius_px,
            right: at.x + radius_px,
            bottom: at.y + radius_px,
        }
    }

    fn of_name(wish: &Wish, beside: Beside) -> Self {
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
        Self {
            left,
            top,
            right: left + width_px,
            bottom: top + HEIGHT_PX,
        }
    }
}

/// Decides for every mark where its name stands, if there is room within the visible part of the map.
/// Earlier wishes come first.
pub fn place(wishes: &[Wish], visible: Area) -> Vec<Option<Beside>> {
    let mut taken = Taken::default();
    for wish in wishes {
        taken.add(Area::of_mark(wish));
    }
    let sides = [Beside::Right, Beside::Left, Beside::Below, Beside::Above];
    let place_one = |wish: &Wish| {
        let beside = sides.into_iter().find(|&beside| {
            let name = Area::of_name(wish, beside);
            visible.holds(name) && taken.is_free(name)
        })?;
        taken.add(Area::of_name(wish, beside));
        Some(beside)
    };
    wishes.iter().map(place_one).collect()
}

/// Occupied areas by square of the screen.
#[derive(Default)]
struct Taken {
    cells: HashMap<(i32, i32), Vec<Area>>,
}

impl Taken {
    fn cells_of(area: Area) -> impl Iterator<Item = (i32, i32)> {
        #[expect(
            clippy::cast_possible_truncation,
            reason = "a saturated cell only makes the search slower"
        )]
        let cell = |px: f64| (px / CELL_PX).floor() as i32;
        (cell(area.left)..=cell(area.right))
            .flat_map(move |x| (cell(area.top)..=cell(area.bottom)).map(move |y| (x, y)))
    }

    fn add(&mut self, area: Area) {
        for cell in Self::cells_of(area) {
            self.cells.entry(cell).or_default().push(area);
        }
    }

    fn is_free(&self, area: Area) -> bool {
        let areas = |cell| self.cells.get(&cell).into_iter().flatten();
        !Self::cells_of(area)
            .flat_map(areas)
            .any(|other| area.overlaps(*other))
    }
}
