//! Several measurements of the same thing.

use anyhow::{Result, ensure};
use serde::Serialize;

/// Their middle and their upper end, and each in the order of measuring.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub(crate) struct Sample {
    pub(crate) median: f64,
    pub(crate) p95: f64,
    values: Vec<f64>,
}

impl Sample {
    /// The sample of some values.
    ///
    /// # Errors
    /// When there is none.
    pub(crate) fn of(values: Vec<f64>) -> Result<Self> {
        ensure!(!values.is_empty(), "nothing was measured");
        let values: Vec<f64> = values
            .into_iter()
            .map(|value| (value * 1000.0).round() / 1000.0)
            .collect();
        let mut sorted = values.clone();
        sorted.sort_by(f64::total_cmp);
        Ok(Self {
            median: percentile(&sorted, 50),
            p95: percentile(&sorted, 95),
            values,
        })
    }
}

/// The smallest value that so many of a hundred do not exceed.
fn percentile(sorted: &[f64], percent: usize) -> f64 {
    let position = (sorted.len() * percent).div_ceil(100).saturating_sub(1);
    sorted.get(position).copied().unwrap_or(f64::NAN)
}
