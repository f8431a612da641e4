//! A loaded dataset with its index.

use clusteratlas_core::dataset::Dataset;
use clusteratlas_core::dataset::assemble::assemble;
use clusteratlas_core::dataset::problem::{Problem, ReadError};
use clusteratlas_core::query::facet::Query;
use clusteratlas_core::query::filter::{Filter, Matches};
use clusteratlas_core::query::index::Index;
use clusteratlas_core::scene::ground::Ground;

/// A loaded dataset with its index, and what could not be read of it.
#[derive(Debug)]
pub struct Atlas {
    /// The records.
    pub dataset: Dataset,
    /// The records in columns and sets.
    pub index: Index,
    /// Where the records stand on the map.
    pub ground: Ground,
    /// Number of cooperations with each option of each facet, over the whole dataset.
    pub totals: [Vec<u32>; 6],
    /// Records that were left out.
    pub problems: Vec<Problem>,
}

impl Atlas {
    /// Reads the text of `atlas.json`.
    ///
    /// # Errors
    /// When it is no dataset of a version that this program reads.
    pub fn read(text: &str) -> Result<Self, ReadError> {
        let (dataset, problems) = assemble(text)?;
        let index = Index::build(&dataset);
        let (everything, _) = Filter::resolve(&Query::default(), &index);
        let totals = Matches::find(&index, &everything).counts;
        Ok(Self {
            ground: Ground::build(&dataset, &index),
            dataset,
            index,
            totals,
            problems,
        })
    }
}
