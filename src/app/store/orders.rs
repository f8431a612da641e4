//! Orders of the list that were asked for lately, so that sorting to and fro sorts nothing anew.

use std::sync::Arc;

use clusteratlas_core::dataset::Dataset;
use clusteratlas_core::domain::localized::Language;
use clusteratlas_core::query::index::Index;
use clusteratlas_core::query::ranking::Order;
use clusteratlas_core::query::sort::Column;

/// So many orders are kept. Of a dataset of 100 000 cooperations each takes 800 kB.
const KEPT: usize = 3;

/// The orders that were asked for last, the latest last.
#[derive(Default)]
pub(super) struct Orders(Vec<(Column, Language, Arc<Order>)>);

impl Orders {
    /// The order by a column as it reads in a language.
    pub(super) fn by(
        &mut self,
        dataset: &Dataset,
        index: &Index,
        column: Column,
        language: Language,
    ) -> Arc<Order> {
        let known = self
            .0
            .iter()
            .position(|known| (known.0, known.1) == (column, language));
        let order = match known {
            Some(position) => self.0.remove(position).2,
            None => Arc::new(Order::build(dataset, index, column, language)),
        };
        if self.0.len() == KEPT {
            self.0.remove(0);
        }
        self.0.push((column, language, order.clone()));
        order
    }
}
