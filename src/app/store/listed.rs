//! What the list has.

use std::sync::Arc;

use clusteratlas_core::domain::cooperation::CooperationKey;
use clusteratlas_core::query::bitmap::Bitmap;
use clusteratlas_core::query::filter::Matches;
use clusteratlas_core::query::side::{Side, Sides};

/// The matches, and beside them those that they are compared with.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Listed {
    /// All of them.
    pub cooperations: Bitmap,
    /// How many.
    pub number: usize,
    /// Those of either selection, where there are two.
    sides: Option<Arc<[Bitmap; 2]>>,
}

impl Listed {
    pub(super) fn of(own: &Matches, other: Option<&Matches>) -> Self {
        let mut cooperations = own.cooperations.clone();
        let Some(other) = other else {
            return Self {
                cooperations,
                number: own.number,
                sides: None,
            };
        };
        cooperations.join(&other.cooperations);
        Self {
            number: cooperations.count() as usize,
            cooperations,
            sides: Some(Arc::new([own.cooperations.clone(), other.cooperations.clone()])),
        }
    }

    /// Both selections, where there are two.
    pub fn sides(&self) -> Option<Sides<'_>> {
        let [own, other] = &**self.sides.as_ref()?;
        Some(Sides { own, other })
    }

    /// In which of two selections a cooperation is; none where there is only one.
    pub fn side(&self, key: CooperationKey) -> Option<Side> {
        self.sides()?.of(key)
    }
}
