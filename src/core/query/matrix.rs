//! Cooperations counted by two properties at once, and the white spots where none are known.

use crate::codes::coded;
use crate::dataset::Dataset;
use crate::domain::cluster::{Cluster, ClusterKey};
use crate::domain::federal_state::FederalState;
use crate::domain::id::Key;
use crate::order::heaviest_first;

use super::bitmap::Bitmap;
use super::facet::{Facet, NONE};
use super::index::Index;

coded! {
    /// The properties that a matrix counts by.
    Axes {
        /// Themes by countries of the partners.
        #[default]
        ThemeCountry = "theme,country",
        /// Programmes by countries of the partners.
        ProgrammeCountry = "programme,country",
        /// German states by countries of the partners.
        StateCountry = "state,country",
    }
}

impl Axes {
    /// The property of the rows.
    pub const fn rows(self) -> Facet {
        match self {
            Self::ThemeCountry => Facet::Theme,
            Self::ProgrammeCountry => Facet::Programme,
            Self::StateCountry => Facet::State,
        }
    }

    /// The property of the columns.
    pub const fn columns(self) -> Facet {
        Facet::Country
    }
}

/// A row or a column.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Line {
    /// The option of its property.
    pub option: usize,
    /// Number of cooperations in it; each counts once, in however many cells it stands.
    pub total: u32,
    /// Whether it is compared with others and can have white spots: not Germany as a partner country, and not
    /// what the sources do not state.
    pub compared: bool,
}

impl Line {
    fn new(index: &Index, facet: Facet, option: usize, total: u32) -> Self {
        let germany = facet == Facet::Country && option == index.germany().index();
        let stated = index
            .options(facet)
            .get(option)
            .is_some_and(|value| **value != *NONE);
        Self {
            option,
            total,
            compared: stated && !germany,
        }
    }
}

/// What a row has most of among the columns that are compared.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Top {
    /// Nothing.
    None,
    /// A column by its position, and the number in its cell.
    One(usize, u32),
    /// Several columns with this number each.
    Several(u32),
}

/// A column with the rows in which it has no known cooperation.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct WhiteSpots {
    /// The position of the column.
    pub column: usize,
    /// The positions of the rows, ascending; at least one.
    pub rows: Vec<usize>,
}

/// Numbers of cooperations by two properties.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Matrix {
    /// What it counts by.
    pub axes: Axes,
    /// Number of all counted cooperations.
    pub total: u32,
    /// The options that any cooperation of the dataset has, in order of display.
    pub rows: Vec<Line>,
    /// The options that a counted cooperation has, the most frequent first.
    pub columns: Vec<Line>,
    /// Row after row.
    counts: Vec<u32>,
    /// The greatest of them.
    greatest: u32,
}

impl Matrix {
    /// Steps of the heat scale.
    pub const STEPS: u32 = 6;

    /// Counts a set of cooperations.
    pub fn count(index: &Index, axes: Axes, cooperations: &Bitmap) -> Self {
        let columns = columns(index, axes.columns(), cooperations);
        let sets = index.sets(axes.columns());
        let (mut rows, mut counts) = (Vec::new(), Vec::new());
        for (option, set) in index.sets(axes.rows()).iter().enumerate() {
            if set.count() == 0 {
                continue;
            }
            let mut own = set.clone();
            own.meet(cooperations);
            let total = own.count();
            rows.push(Line::new(index, axes.rows(), option, total));
            counts.extend(columns.iter().map(|column| match total {
                0 => 0,
                _ => own.count_both(&sets[column.option]),
            }));
        }
        Self {
            axes,
            total: cooperations.count(),
            rows,
            columns,
            greatest: counts.iter().copied().max().unwrap_or(0),
            counts,
        }
    }

    /// The numbers in the cells of a row, by column; none beyond the last row.
    pub fn cells(&self, row: usize) -> &[u32] {
        let start = row * self.columns.len();
        self.counts
            .get(start..start + self.columns.len())
            .unwrap_or_default()
    }

    /// The step of a number on the heat scale: 0 for none, 1 for one, up to [`Matrix::STEPS`] for the greatest.
    pub fn step(&self, count: u32) -> u32 {
        if count == 0 {
            return 0;
        }
        // By the root, since most cells hold few.
        let (above, range) = (u64::from(count - 1), u64::from(self.greatest.max(1) - 1));
        let last = u64::from(Self::STEPS - 1);
        let reaches = |step: &u32| u64::from(step - 1).pow(2) * range >= last * last * above;
        (1..Self::STEPS).find(reaches).unwrap_or(Self::STEPS)
    }

    /// What a row has most of.
    pub fn top(&self, row: usize) -> Top {
        let cells = self.cells(row).iter().copied();
        self.top_among(&mut cells.enumerate())
    }

    /// What all counted cooperations together have most of.
    pub fn top_of_all(&self) -> Top {
        let totals = self.columns.iter().map(|column| column.total);
        self.top_among(&mut totals.enumerate())
    }

    fn top_among(&self, counts: &mut dyn Iterator<Item = (usize, u32)>) -> Top {
        let mut top = Top::None;
        for (column, count) in counts {
            if !self.columns[column].compared || count == 0 {
                continue;
            }
            top = match top {
                Top::One(_, most) | Top::Several(most) if most > count => top,
                Top::One(_, most) | Top::Several(most) if most == count => Top::Several(most),
                _ => Top::One(column, count),
            };
        }
        top
    }

    /// The empty cells whose row and column both hold cooperations, by column, the most frequent first.
    pub fn white_spots(&self) -> Vec<WhiteSpots> {
        let mut spots = Vec::new();
        for (column, line) in self.columns.iter().enumerate() {
            let is_white = |&row: &usize| {
                let line = self.rows[row];
                line.compared && line.total > 0 && self.cells(row)[column] == 0
            };
            let rows: Vec<usize> = (0..self.rows.len()).filter(is_white).collect();
            if line.compared && !rows.is_empty() {
                spots.push(WhiteSpots { column, rows });
            }
        }
        spots
    }
}

/// The options that any of the cooperations has, the most frequent first.
fn columns(index: &Index, facet: Facet, cooperations: &Bitmap) -> Vec<Line> {
    let sets = index.sets(facet).iter();
    let totals: Vec<u32> = sets.map(|set| set.count_both(cooperations)).collect();
    let mut options = heaviest_first(&totals);
    options.retain(|&option| totals[option] > 0);
    options
        .into_iter()
        .map(|option| Line::new(index, facet, option, totals[option]))
        .collect()
}

/// Clusters that could fill a white spot in the row of an option: those of the theme or the state, or those
/// with cooperations in the programme; the ones with most cooperations first.
pub fn possible_partners(dataset: &Dataset, index: &Index, axes: Axes, option: usize) -> Vec<ClusterKey> {
    let clusters = dataset.clusters();
    let of = |suits: &dyn Fn(&Cluster) -> bool| clusters.iter().map(suits).collect();
    let suits: Vec<bool> = match axes {
        Axes::ThemeCountry => of(&|cluster| cluster.themes.iter().any(|theme| theme.index() == option)),
        Axes::StateCountry => of(&|cluster| cluster.state.map(FederalState::index) == Some(option)),
        Axes::ProgrammeCountry => {
            let mut suits = vec![false; clusters.len()];
            for key in index.sets(Facet::Programme).get(option).into_iter().flatten() {
                for cluster in index.clusters(key) {
                    suits[cluster.index()] = true;
                }
            }
            suits
        }
    };
    let mut found = heaviest_first(index.at_clusters());
    found.retain(|&cluster| suits[cluster]);
    found
        .into_iter()
        .map(|cluster| Key::new(u32::try_from(cluster).unwrap_or(u32::MAX)))
        .collect()
}
