//! The dataset by facet, in columns, built once after loading.

use crate::dataset::Dataset;
use crate::domain::cooperation::Cooperation;
use crate::domain::country::CountryKey;
use crate::domain::federal_state::FederalState;
use crate::domain::partial_date::Status;
use crate::domain::programme::ProgrammeKey;

use crate::order::insert;

use super::facet::{Facet, NONE};

/// The values of one facet for every cooperation: as positions among the facet's options, each once per
/// cooperation, never empty.
#[derive(Clone, Debug)]
struct Column {
    options: Vec<Box<str>>,
    /// Where the values of each cooperation begin; one more than there are cooperations.
    starts: Vec<u32>,
    values: Vec<u16>,
}

/// Every facet's options and, for every cooperation, which of them it has.
#[derive(Clone, Debug)]
pub struct Index {
    columns: [Column; 6],
    cooperations: usize,
}

impl Index {
    /// Builds the columns of a dataset.
    pub fn build(dataset: &Dataset) -> Self {
        Self {
            columns: Facet::ALL.map(|facet| Column::build(dataset, facet)),
            cooperations: dataset.cooperations().len(),
        }
    }

    /// Number of cooperations.
    pub const fn cooperations(&self) -> usize {
        self.cooperations
    }

    /// The values that can be chosen in `facet`, as they stand in links.
    pub fn options(&self, facet: Facet) -> &[Box<str>] {
        &self.columns[facet.index()].options
    }

    /// The position of a value among the options of `facet`.
    pub fn option(&self, facet: Facet, value: &str) -> Option<usize> {
        self.options(facet).iter().position(|option| &**option == value)
    }

    /// Positions of the options that the cooperation at `position` has in `facet`; never empty.
    pub fn values(&self, facet: Facet, position: usize) -> &[u16] {
        self.columns[facet.index()].values_of(position)
    }
}

impl Column {
    fn build(dataset: &Dataset, facet: Facet) -> Self {
        let options = options(dataset, facet);
        let none = options.len().saturating_sub(1);
        let mut column = Self {
            options,
            starts: vec![0],
            values: Vec::new(),
        };
        let mut found = Vec::new();
        for cooperation in dataset.cooperations() {
            found.clear();
            collect(dataset, facet, cooperation, none, &mut |value| {
                insert(&mut found, value);
            });
            column.values.extend(
                found
                    .iter()
                    .map(|&value| u16::try_from(value).unwrap_or(u16::MAX)),
            );
            column
                .starts
                .push(u32::try_from(column.values.len()).unwrap_or(u32::MAX));
        }
        column
    }

    fn values_of(&self, position: usize) -> &[u16] {
        &self.values[self.starts[position] as usize..self.starts[position + 1] as usize]
    }
}

/// The options of a facet in order of display; `none` is the last of those that have it.
fn options(dataset: &Dataset, facet: Facet) -> Vec<Box<str>> {
    let none = std::iter::once(NONE.into());
    match facet {
        Facet::Theme => dataset
            .themes()
            .iter()
            .map(|theme| theme.id.as_str().into())
            .collect(),
        Facet::Programme => dataset
            .programmes()
            .iter()
            .map(|programme| programme.id.as_str().into())
            .chain(none)
            .collect(),
        Facet::Country => dataset
            .countries()
            .iter()
            .map(|country| country.code.to_string().into())
            .chain(none)
            .collect(),
        Facet::State => FederalState::ALL
            .into_iter()
            .map(|state| state.code().into())
            .chain(none)
            .collect(),
        Facet::Kind => dataset
            .kinds()
            .iter()
            .map(|kind| kind.id.as_str().into())
            .collect(),
        Facet::Status => Status::ALL
            .into_iter()
            .map(|status| status.code().into())
            .collect(),
    }
}

/// Adds the values of a cooperation in a facet.
fn collect(
    dataset: &Dataset,
    facet: Facet,
    cooperation: &Cooperation,
    none: usize,
    add: &mut dyn FnMut(usize),
) {
    match facet {
        Facet::Theme => cooperation.themes.iter().for_each(|theme| add(theme.index())),
        Facet::Programme => add(cooperation.programme.map_or(none, ProgrammeKey::index)),
        Facet::Country => {
            for partner in &cooperation.partners {
                add(dataset
                    .place(partner.place)
                    .country
                    .map_or(none, CountryKey::index));
            }
        }
        Facet::State => {
            let states = cooperation
                .clusters
                .iter()
                .filter_map(|&cluster| dataset.cluster(cluster).state);
            let mut any = false;
            for state in states {
                add(state.index());
                any = true;
            }
            if !any {
                add(none);
            }
        }
        Facet::Kind => cooperation.kinds.iter().for_each(|kind| add(kind.index())),
        Facet::Status => add(cooperation.period.status_on(dataset.edition.date) as usize),
    }
}
